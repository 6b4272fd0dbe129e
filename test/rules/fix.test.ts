// Applying safe fixes to the end: which are applied together, which wait, and when it stops.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding.ts';
import { applyFixes } from '../../server/src/rules/fix.ts';
import type { TextEdit } from '../../server/src/text/edit.ts';
import { lintFiles } from '../support/lint.ts';
import { shapeRules } from '../support/rules.ts';

const shape = await shapeRules();

async function findingsOf(text: string): Promise<readonly Finding[]> {
  const { results } = await lintFiles({ 'a.plan.yaml': text }, 'a.plan.yaml', shape);
  return results.flatMap(({ findings }) => findings);
}

async function checkFixed(text: string, expected: string): Promise<void> {
  const { text: fixed, remaining } = await applyFixes(text, await findingsOf(text), findingsOf);
  assert.equal(fixed, expected);
  assert.deepEqual(
    remaining.map(({ rule }) => rule.id).filter((id) => id !== 'unused-definition'),
    [],
  );
}

const head = 'govplan: "1"\nplan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}\n';

test('a fix that brings the next to light is followed by it', () =>
  checkFixed(
    `${head}organisations:\n  city:  # the city\n    nmae: City\n    setcor: goverment\nlnks: {form: citi, to: city, type: reprot}\n`,
    `${head}organizations:\n  city:  # the city\n    name: City\n    sector: government\nlinks: {from: city, to: city, type: report}\n`,
  ));

test('line ends and the byte order mark stay as they are', () =>
  checkFixed(
    `\ufeff${head}organisations:\n  a: {name: A, sector: comunity}\n`.replaceAll('\n', '\r\n'),
    `\ufeff${head}organizations:\n  a: {name: A, sector: community}\n`.replaceAll('\n', '\r\n'),
  ));

test('what an exception excuses is not mended', async () => {
  const text = `${head}organizations:\n  # govplan-disable-next-line unknown-value -- reason: under discussion\n  a: {name: A, sector: comunity}\n`;
  const { text: fixed } = await applyFixes(text, await findingsOf(text), findingsOf);
  assert.equal(fixed, text);
});

/** Findings with one fix each, as an engine would give them; `safe` fixes that make these edits. */
function findingsWith(...fixes: readonly (readonly TextEdit[])[]): readonly Finding[] {
  return fixes.map((edits) => ({ suppressed: undefined, fixes: [{ title: 'x', safe: true, edits: () => edits }] }) as unknown as Finding);
}

const replace = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** Applies fixes to a text, and after that those of further rounds. */
async function checkRounds(text: string, rounds: readonly (readonly Finding[])[], expected: string, applied: number): Promise<void> {
  let round = 0;
  const result = await applyFixes(text, rounds[0] ?? [], async () => rounds[++round] ?? []);
  assert.deepEqual({ text: result.text, applied: result.applied.length }, { text: expected, applied });
}

test('of two fixes that overlap, the later waits for the next round', () =>
  checkRounds('abcdef', [findingsWith([replace(0, 3, 'ABC')], [replace(2, 4, 'XX')]), findingsWith([replace(3, 4, 'D')])], 'ABCDef', 2));

test('two insertions at one place are not applied together, neighbouring replacements are', async () => {
  await checkRounds('ab', [findingsWith([replace(1, 1, '-')], [replace(1, 1, '+')])], 'a-b', 1);
  await checkRounds('ab', [findingsWith([replace(0, 1, 'A')], [replace(1, 2, 'B')])], 'AB', 2);
});

test('a fix is applied with all its edits or not at all', () =>
  checkRounds('abcd', [findingsWith([replace(0, 1, 'A')], [replace(0, 2, 'xx'), replace(3, 4, 'D')])], 'Abcd', 1));

test('what two findings ask for alike is done once', () =>
  checkRounds('abcd', [findingsWith([replace(1, 2, 'X')], [replace(1, 2, 'X')])], 'aXcd', 2));

test('two fixes that undo each other come to an end', async () => {
  const back = findingsWith([replace(0, 1, 'a')]);
  const forth = findingsWith([replace(0, 1, 'b')]);
  await checkRounds('a', [forth, back, forth, back], 'b', 1);
});

test('stops after ten rounds', async () => {
  let length = 1;
  const growing = async (): Promise<readonly Finding[]> => findingsWith([replace(length, length++, 'x')]);
  const { text } = await applyFixes('a', await growing(), growing);
  assert.equal(text, `a${'x'.repeat(10)}`);
});

test('without a safe fix nothing happens', async () => {
  const offered = findingsWith([replace(0, 1, 'b')]).map((finding) => ({
    ...finding,
    fixes: finding.fixes.map((fix) => ({ ...fix, safe: false })),
  }));
  await checkRounds('a', [offered], 'a', 0);
});
