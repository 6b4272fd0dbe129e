// Texts in which next to nothing is right: behind a hundred faults of a document nobody looks for more, whoever reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeBetween } from '../../server/src/text/change.ts';
import { parseAgain, parseYaml } from '../../server/src/yaml/parse.ts';
import { json, outline, read } from './reading.ts';

const faulty: Readonly<Record<string, string>> = {
  brackets: 'x: [\n',
  braces: 'x: {\n',
  quotes: 'x: "\n',
  'lists of brackets': '- [\n',
  'half-typed keys': 'x: 1\nhalf\n',
  'unknown tags': 'x: !nobody 1\n',
  'indented brackets': 'x:\n  - [}\n',
};

for (const [what, line] of Object.entries(faulty)) {
  test(`${what}: of a document some hundred lines are looked at, and then the next document`, () => {
    const { documents, problems } = read(`${line.repeat(20_000)}---\nfine: 1\n`);
    assert.equal(problems.filter(({ rule }) => rule === 'yaml-syntax').length, 100);
    assert.deepEqual(documents.map(({ root }) => json(root)).slice(1), ['{fine: 1}']);
  });
}

test('what is not looked at makes no nodes', () => {
  for (const line of Object.values(faulty)) {
    const [document] = read(line.repeat(20_000)).documents;
    const count =
      document?.root?.kind === 'map' ? document.root.pairs.length : document?.root?.kind === 'list' ? document.root.items.length : 0;
    assert.ok(count > 90 && count < 1100, `${count} of ${line}`);
  }
});

test('an edit across the bound is as if the text were read afresh', () => {
  const lines = (count: number): string => 'x: [\n'.repeat(count);
  for (const [before, after] of [
    [lines(150), lines(90)],
    [lines(90), lines(150)],
    [lines(99) + 'x: 1\n'.repeat(9), `${lines(99)}x: [\n${'x: 1\n'.repeat(9)}`],
    [`${lines(120)}y: 1\n`, `${lines(40)}x: 1\n${lines(40)}y: 1\n`],
    [`k:\n  - [}\n${'  - [}\n'.repeat(120)}z: 1\n`, `k:\n${'  - a\n'.repeat(120)}z: 1\n`],
  ] as const) {
    const change = changeBetween(before, after);
    assert.ok(change);
    const again = parseAgain(parseYaml(before, { origin: 'a' }), change, after, { origin: 'a' });
    const fresh = parseYaml(after, { origin: 'a' });
    assert.deepEqual(again.problems, fresh.problems);
    assert.deepEqual(outline(again.documents), outline(fresh.documents));
  }
});
