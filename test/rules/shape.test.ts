// What the pages of the family "syntax and shape" cannot show: files that are not there as text, the bounds, several files, fingerprints.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding.ts';
import { renderMessage } from '../../server/src/rules/render.ts';
import { lintFiles } from '../support/lint.ts';
import type { MemoryFiles } from '../support/memory-host.ts';
import { shapeRules } from '../support/rules.ts';

const shape = await shapeRules();

const head = 'govplan: "1"\nplan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}\n';

async function findingsOf(files: MemoryFiles, entry = 'a.plan.yaml'): Promise<readonly Finding[]> {
  const { results } = await lintFiles(files, entry, shape);
  return results.flatMap(({ findings }) => findings);
}

/** Each finding as `rule:message «what stands there»`; a place without width is empty. */
async function checkFiles(files: MemoryFiles, expected: readonly string[], entry = 'a.plan.yaml'): Promise<void> {
  const { file, results } = await lintFiles(files, entry, shape);
  const found = results.flatMap(({ findings }) => findings);
  assert.deepEqual(
    found.map(({ rule, message, span }) => `${rule.id}:${message} «${file.text.slice(span.start, span.end)}»`),
    expected,
  );
}

test('an import that is no readable text says why', () =>
  checkFiles(
    {
      'a.plan.yaml': `${head}imports: [folder.yaml, locked.yaml, huge.yaml]\n`,
      'folder.yaml/inner.yaml': '',
      'locked.yaml': { kind: 'unreadable' },
      'huge.yaml': { kind: 'too-large', bytes: 20_000_000 },
    },
    ['import-failed:directory «folder.yaml»', 'import-failed:unreadable «locked.yaml»', 'import-failed:too-large «huge.yaml»'],
  ));

test('a value that its first character makes a comment is called that', async () => {
  const saidOf = async (criteria: string): Promise<string> => {
    const [finding] = await findingsOf({
      'a.plan.yaml': `${head}levels:\n  r1:\n    criteria:${criteria}\n    scheme: response\n    order: 1\n`,
    });
    return finding ? renderMessage(finding, 'en') : '';
  };
  assert.match(await saidOf(' #1 on the scale'), /not a comment/);
  assert.match(await saidOf(''), /not nothing/);
});

test('a text that stops being UTF-8 says where', () =>
  checkFiles({ 'a.plan.yaml': { kind: 'text', text: `${head}x-note: \ufffd\n`, invalidAt: head.length + 8 } }, [
    'yaml-syntax:not-utf8 «\ufffd»',
  ]));

test('a file of more than 16 MiB is not read, and says so on its first line', async () => {
  const [finding, ...others] = await findingsOf({ 'a.plan.yaml': `${head}x-note: ${'x'.repeat(16 * 1024 * 1024)}\n` });
  assert.deepEqual(
    [finding?.rule.id, finding?.message, finding?.span, others.length],
    ['limit-exceeded', 'file-size', { start: 0, end: 12 }, 0],
  );
  assert.match(finding ? renderMessage(finding, 'zh') : '', /16777216/);
});

/** A plan and a chain of libraries below it. */
function chain(depth: number): MemoryFiles {
  const files: Record<string, string> = { 'a.plan.yaml': `${head}imports: 1.plan.yaml\n` };
  for (let level = 1; level <= depth; level++) {
    files[`${level}.plan.yaml`] = level < depth ? `govplan: "1"\nimports: ${level + 1}.plan.yaml\n` : 'govplan: "1"\n';
  }
  return files;
}

test('imports go 64 levels deep and no deeper', async () => {
  await checkFiles(chain(64), []);
  await checkFiles(chain(65), ['limit-exceeded:import-depth «1.plan.yaml»']);
});

test('what may stand in an import that lies too deep is not missed', () =>
  checkFiles(
    { ...chain(65), 'a.plan.yaml': `${head}imports: 1.plan.yaml\norganizations: {a: {name: A, sector: community, parent: b}}\n` },
    ['limit-exceeded:import-depth «1.plan.yaml»'],
  ));

test('a circle is an error on the edge that closes it, seen from each file in it', async () => {
  const files = {
    'a.plan.yaml': `${head}imports: [b.plan.yaml]\n`,
    'b.plan.yaml': 'govplan: "1"\nimports: [c.plan.yaml]\n',
    'c.plan.yaml': 'govplan: "1"\nimports: [b.plan.yaml]\n',
  };
  await checkFiles(files, []);
  await checkFiles(files, ['import-cycle:cycle «c.plan.yaml»'], 'b.plan.yaml');
  await checkFiles(files, ['import-cycle:cycle «b.plan.yaml»'], 'c.plan.yaml');
});

test('what is wrong in an imported file is said there and not again in the plan', async () => {
  const files = {
    'a.plan.yaml': `${head}imports: b.plan.yaml\norganizations: {a: {name: A, sector: community, parent: b}}\n`,
    'b.plan.yaml': 'govplan: "1"\norganizations: {b: {name: 1, sector: nobody, parent: gone}}\n',
  };
  await checkFiles(files, []);
  await checkFiles(
    files,
    ['wrong-type:text «1»', 'unknown-value:unknown «nobody»', 'dangling-reference:organization «gone»'],
    'b.plan.yaml',
  );
});

test('where an import failed, what it may declare is not missed', () =>
  checkFiles({ 'a.plan.yaml': `${head}imports: gone.yaml\norganizations: {a: {name: A, sector: community, parent: b}}\n` }, [
    'import-failed:absent «gone.yaml»',
  ]));

test('a level is never imported, so one that is missed is missed even where an import failed', () =>
  checkFiles(
    {
      'a.plan.yaml': `${head}imports: gone.yaml
organizations: {a: {name: A, sector: community, responsibilities: {help: {action: Help, phases: response, levels: r1, with: b}}}}
channels: {forum: {name: Forum, kind: meeting, operated-by: a}}
links: {from: a, to: forum, type: report}
participation: {phases: response, who: a, level: inform, via: forum}
`,
    },
    ['import-failed:absent «gone.yaml»', 'dangling-reference:level «r1»'],
  ));

test('every reference that leads nowhere is found; near ids are searched for the first 200 different ones', async () => {
  const lines = Array.from({ length: 250 }, (_, index) => `  team-${index}: {name: T, sector: community, parent: taem-${index}}\n`);
  const found = await findingsOf({ 'a.plan.yaml': `${head}organizations:\n${lines.join('')}` });
  assert.deepEqual([found.length, found.filter(({ fixes }) => fixes.length === 1).length], [250, 200]);
});

test('a file that is not named as a plan is one by its first key only', async () => {
  await checkFiles({ 'a.yaml': 'title: x\ngovplan: "2"\n' }, [], 'a.yaml');
  await checkFiles({ 'a.yaml': 'govplan: "2"\ntitle: x\n' }, ['format-version:unsupported «"2"»', 'unknown-key:unknown «title»'], 'a.yaml');
});

/** The fingerprints of what is found, by rule. */
async function fingerprints(body: string): Promise<Readonly<Record<string, string>>> {
  const found = await findingsOf({ 'a.plan.yaml': head + body });
  return Object.fromEntries(found.map(({ rule, fingerprint }) => [rule.id, fingerprint]));
}

test('a fingerprint survives moving, reformatting, and a new neighbour of a misspelt id', async () => {
  const before = await fingerprints(`organizations:
  city: {name: City, sector: government}
  team: {name: Team, sector: volunteers, parent: citi}
`);
  const after = await fingerprints(`# A remark.
organizations:
  team:
    parent: citi   # which one?
    sector: volunteers
    name: Team
  city: {name: City, sector: government}
  cito: {name: Cito, sector: government}
`);
  assert.deepEqual(after, before);
  assert.deepEqual(Object.keys(before).sort(), ['dangling-reference', 'unknown-value']);
});

test('a fingerprint survives another order of those whom a link names, however many they are', async () => {
  const ids = Array.from({ length: 80 }, (_, index) => `team-${index}`);
  const linkTo = (named: readonly string[]): string => `links:\n  - {from: city, to: [${named.join(', ')}], type: order}\n`;
  const { 'unknown-value': before } = await fingerprints(linkTo(ids));
  const { 'unknown-value': after } = await fingerprints(linkTo(ids.toReversed()));
  assert.ok(before);
  assert.equal(after, before);
});

test('definitions that nothing uses are marked for editors to fade', () => {
  assert.deepEqual(
    shape.filter(({ tag }) => tag === 'unnecessary').map(({ id }) => id),
    ['unused-definition'],
  );
});
