// What lints remember of declarations changes nothing that they say: after any edit, a lint with a memory finds what one without finds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createValueReads, isOutdated, takingNote } from '../../server/src/plan/value-reads.ts';
import type { Written } from '../../server/src/plan/written.ts';
import { createMemory, defineFact } from '../../server/src/rules/memory.ts';
import { type DocumentResult, type LintMemory, type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { createParts } from '../../server/src/rules/shared/parts.ts';
import { createSession } from '../../server/src/service/session.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost } from '../support/memory-host.ts';
import { findRules } from '../support/rules.ts';

const catalogue = await Promise.all((await findRules()).map((rule) => rule.load()));
const options: LintOptions = { catalogue, asOf: '2026-11-22', severities: new Map(), ruleOptions: new Map(), cycles: {} };

const plan = `govplan: "1"
plan: {id: p, title: 预案, type: special, profile: cn, hazards: flood, status: draft, jurisdiction: {level: county, name: N}}
legal-bases:
  law: {title: 中华人民共和国突发事件应对法, kind: law, effective: 2024-11-01}
  old: {title: 县防洪办法, kind: law, repealed: 2020-01-01, articles: 30}
organizations:
  city:
    name: 清河市安全生产监督管理局
    sector: government
    responsibilities:
      help: {action: 配合做好相关工作, phases: response, basis: old#7}
  divers:
    name: Divers
    sector: volunteer-group
    responsibilities:
      save: {action: 水上救援, object: 老人, phases: response}
`;

/** What is found after each edit, one a line, with and without what the lints before it knew, and by a session that saw every edit. */
async function assertSame(...edits: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const reads = createValueReads();
  const store = createStore(createMemoryHost({}), { reads });
  const memory: LintMemory = { facts: createMemory(), reads };
  const session = createSession(createMemoryHost({}), () => options);
  let text = plan;
  const found: string[] = [];
  for (const [from, to] of [['', ''], ...edits] as const) {
    text = text.replace(from, to);
    store.open('p.plan.yaml', text);
    const closure = await store.closure('p.plan.yaml');
    const fresh = said(lintFile(closure, options));
    assert.equal(said(lintFile(closure, options, memory)), fresh, `after '${from}' became '${to}'`);
    session.open('p.plan.yaml', text);
    assert.equal(said((await session.analyse('p.plan.yaml'))?.results() ?? []), fresh, `in a session, after '${from}' became '${to}'`);
    found.push(fresh);
  }
  assert.ok(
    found.every((lines, index) => lines !== found[index - 1]),
    'every edit changes what is found',
  );
}

function said(results: readonly DocumentResult[]): string {
  return results.flatMap(({ findings }) => findings.map(({ fingerprint, span }) => `${span.start} ${fingerprint}`)).join('\n');
}

test('while nothing is at fault, no rule looks at the text itself, of which every edit makes another', async () => {
  const memory: LintMemory = { facts: createMemory(), reads: createValueReads() };
  const store = createStore(createMemoryHost({}), memory);
  store.open('p.plan.yaml', plan);
  const [result] = lintFile(await store.closure('p.plan.yaml'), options, memory);
  assert.ok(result && result.runs.size > 80);
  const looking = [...result.runs].filter(([, { taken }]) => taken.isAll);
  assert.deepEqual(
    looking.map(([rule]) => rule),
    [],
  );
});

test('of many items only the piece around a rewritten text is gone through again', () => {
  const reads = createValueReads();
  const parts = createParts(reads);
  const texts = Array.from({ length: 1000 }, () => ({}) as Written);
  const visited: Written[] = [];
  const visit = (): readonly Written[] =>
    parts.inEach('visit', texts, (text) => {
      reads.taken?.values.add(text);
      visited.push(text);
      return [text];
    });
  assert.deepEqual([visit().length, visited.length], [1000, 1000]);
  const rewritten = texts[517] as Written;
  const before = takingNote(reads, visit).taken;
  assert.ok(isOutdated(before, new Set([rewritten])) && !isOutdated(before, new Set([{} as Written])));
  parts.forget(new Set([rewritten]));
  assert.deepEqual([visit().length, visited.slice(1000)], [1000, texts.slice(500, 600)]);
});

test('a fact is worked out once for each declaration', () => {
  const asked: string[] = [];
  const length = defineFact(({ id }: { readonly id: string }) => {
    asked.push(id);
    return { length: id.length };
  });
  const memory = createMemory();
  const [one, other] = [{ id: 'one' }, { id: 'other' }];
  assert.deepEqual(
    [one, other, one].map(memory.reader(length)).map((known) => known.length),
    [3, 5, 3],
  );
  assert.equal(memory.reader(length)(other).length, 5);
  assert.deepEqual(asked, ['one', 'other']);
});

test('a text that is rewritten is looked at again', async () => {
  await assertSame(['配合做好相关工作', '转移安置群众'], ['转移安置群众', '水上救援捐赠'], ['水上救援捐赠', '配合做好相关工作']);
  await assertSame(['清河市安全生产监督管理局', '清河市应急管理局'], ['清河市应急管理局', '清河市安全生产监督管理局']);
  await assertSame(['中华人民共和国突发事件应对法, ', '突发事件应急预案管理办法（国办发〔2013〕101号）, ']);
  await assertSame(['老人', '船只'], ['船只', '儿童']);
});

test('a date, a number and an article that are rewritten are looked at again', async () => {
  await assertSame(['old#7', 'old#8'], ['old#8', 'old#31'], ['articles: 30', 'articles: 40'], ['articles: 40', 'articles: 9']);
  await assertSame(['repealed: 2020-01-01', 'repealed: 2031-01-01'], ['effective: 2024-11-01', 'effective: 2007-11-01']);
});

test('a declaration that is edited is looked at again', async () => {
  await assertSame(['phases: response, basis', 'phases: warning, basis'], ['object: 老人, ', ''], ['    sector: government\n', '']);
});
