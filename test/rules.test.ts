// Executes the page of every rule, `test/rules/<rule-id>.md`, and holds every rule to have one with something bad and something good in it.
// One rule alone: `npm test -- test/rules.test.ts --test-name-pattern=organization-unlinked`.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Finding } from '../server/src/rules/finding.ts';
import { renderFixTitle, renderMessage, renderRelated } from '../server/src/rules/render.ts';
import type { Rule } from '../server/src/rules/rule.ts';
import { type Fence, parsePage } from './support/page.ts';
import { checkComments, checkFindings, checkFix, fixFence, runFence, withoutHead } from './support/page-run.ts';
import { type FoundRule, findRules, shapeRules } from './support/rules.ts';

const folder = new URL('./rules/', import.meta.url);
const rules = await findRules();
const shape = await shapeRules();

test('every page belongs to a rule', async () => {
  const ids = new Set(rules.map(({ id }) => id));
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length));
  assert.deepEqual(
    pages.filter((page) => !ids.has(page)),
    [],
  );
});

for (const found of rules) await testPage(found);

async function testPage(found: FoundRule): Promise<void> {
  const { id } = found;
  const source = await readFile(new URL(`${id}.md`, folder), 'utf8').catch(() => undefined);
  test(`${id}: texts`, async () => checkTexts(await found.load(), found));
  if (source === undefined) {
    test(`${id}: has a page`, () => assert.fail(`test/rules/${id}.md is missing`));
    return;
  }
  let page: ReturnType<typeof parsePage>;
  try {
    page = parsePage(source.replaceAll('\r\n', '\n'), id);
  } catch (error) {
    test(`${id}: page`, () => assert.fail(String(error)));
    return;
  }
  const { title, reasons, fences } = page;
  test(`${id}: page`, async () => {
    assert.equal(title, id, 'the title is the id of the rule');
    assert.ok(reasons.length > 40, 'the page begins with why the rule matters');
    assert.ok(fences.some(({ kind }) => kind === 'bad') && fences.some(({ kind }) => kind === 'good'), 'the page shows bad and good');
    await checkFixesOffered(await found.load(), fences);
  });
  for (const [index, fence] of fences.entries()) testFence(found, fence, fences[index + 1]);
}

function testFence(found: FoundRule, fence: Fence, next: Fence | undefined): void {
  const name = `${found.id}: ${fence.kind}, line ${fence.line}`;
  test(name, async () => {
    const rule = await found.load();
    const run = await runFence(fence, rule, shape);
    checkFindings(fence, run);
    const own = run.findings.filter((finding) => finding.rule.id === rule.id);
    own.forEach(checkRendering);
    if (fence.kind === 'bad') assert.ok(own.length > 0, 'a bad fence has a finding of its rule');
    for (const finding of own) for (const fix of finding.fixes) if (!fix.safe) await checkFix(fence, rule, shape, fix, run);
    if (own.some(({ fixes }) => fixes.some(({ safe }) => safe))) await checkSafeFixes(rule, fence, next);
  });
}

/** Safe fixes leave nothing of their rule that they could mend, bring up nothing, keep the comments, and give what the page shows. */
async function checkSafeFixes(rule: Rule, fence: Fence, next: Fence | undefined): Promise<void> {
  assert.equal(rule.fix, 'safe', 'the rule says that its fixes are safe');
  const before = await runFence(fence, rule, shape);
  const { text } = await fixFence(fence, rule, shape);
  const after = await runFence(fence, rule, shape, text);
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const left = after.findings.filter(
    (finding) => !known.has(finding.fingerprint) || (finding.rule.id === rule.id && finding.fixes.some(({ safe }) => safe)),
  );
  assert.deepEqual(
    left.map((finding) => `${finding.rule.id}:${finding.message}`),
    [],
    `after the safe fixes:\n${text}`,
  );
  // Taking a useless comment away is what that rule is for.
  if (rule.id !== 'unused-suppression') checkComments(before.file, after.file, rule.id);
  assert.equal(next?.kind, 'fixed', 'a bad fence with a safe fix is followed by a fixed one');
  if (next && !next.byHand) assert.equal(withoutHead({ ...fence, text }), withoutHead(next));
}

/** A rule that promises a fix shows it at work in one of its bad fences. */
async function checkFixesOffered(rule: Rule, fences: readonly Fence[]): Promise<void> {
  if (rule.fix === 'none') return;
  for (const fence of fences.filter(({ kind }) => kind === 'bad')) {
    const { findings } = await runFence(fence, rule, shape);
    const fixes = findings.filter((finding) => finding.rule.id === rule.id).flatMap((finding) => finding.fixes);
    if (fixes.some(({ safe }) => safe === (rule.fix === 'safe'))) return;
  }
  assert.fail(`no bad fence has a fix that is ${rule.fix}`);
}

function checkTexts(rule: Rule, { id, group }: FoundRule): void {
  assert.deepEqual([rule.id, rule.group], [id, group], 'a rule is named as its file, and belongs to the group of its folder');
  const texts = { summary: rule.summary, why: rule.why, ...rule.messages, ...rule.labels };
  for (const [key, { en, zh }] of Object.entries(texts)) {
    assert.ok(/[A-Za-z]/.test(en), `${key}: the English text`);
    assert.ok(/\p{Script=Han}/u.test(zh), `${key}: the Chinese text`);
    assert.deepEqual(placeholders(zh), placeholders(en), `${key}: both languages quote the same data`);
  }
  assert.ok(Object.keys(rule.messages).length > 0, 'a rule has a message');
}

/** Every text of a finding has the data it quotes. */
function checkRendering(finding: Finding): void {
  for (const language of ['en', 'zh'] as const) {
    const texts = [
      renderMessage(finding, language),
      ...finding.related.map((related) => renderRelated(finding, related, language)),
      ...finding.fixes.map((fix) => renderFixTitle(finding.rule, fix, language)),
    ];
    for (const text of texts) assert.ok(text !== '' && placeholders(text).length === 0, `a text lacks its data: '${text}'`);
  }
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].map(([whole]) => whole))].sort();
}
