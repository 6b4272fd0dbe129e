// Anchors, aliases, merge keys and keys written twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YamlMap } from '../../server/src/yaml/tree.ts';
import { entriesOf } from '../../server/src/yaml/view.ts';
import { json, read, rootOf, unmark } from './reading.ts';

test('an alias stands for the last node of that name before it', () => {
  assert.equal(json(rootOf('a: &x 1\nb: *x\nc: &x 2\nd: [*x, &x 3]\ne: *x\n')), '{a: 1, b: 1, c: 2, d: [2, 3], e: 3}');
});

test('an alias to a collection is the node itself, not a copy', () => {
  const root = rootOf('a: &x [1]\nb: *x\n');
  assert.ok(root.kind === 'map' && root.pairs[1]?.value.kind === 'alias');
  assert.equal(root.pairs[1].value.target, root.pairs[0]?.value);
});

test('anchors do not reach into the next document', () => {
  assert.deepEqual(
    read('a: &x 1\n---\nb: *x\n').problems.map(({ code, document }) => [code, document]),
    [['unresolved-alias', 1]],
  );
});

test('aliases as keys', () => {
  const root = rootOf('a: &x b\n*x : c\n') as YamlMap;
  assert.deepEqual(
    entriesOf(root).map(({ key }) => key.text),
    ['a', 'b'],
  );
});

test('a node that holds itself is cut at the alias', () => {
  const { text, spans } = unmark('a: &x [1, «*x»]\nb: &y\n  <<: «*y»\n  c: 1\nd: *x\n');
  const { problems, documents } = read(text);
  assert.deepEqual(
    problems.map(({ rule, code, span }) => ({ rule, code, span })),
    spans.map((span) => ({ rule: 'limit-exceeded', code: 'alias-expansion', span })),
  );
  assert.equal(json(documents[0]?.root), '{a: [1, *x], b: {<<: *y, c: 1}, d: [1, *x]}');
});

test('merge keys spread maps and lists of maps, own keys first', () => {
  const root = rootOf('a: &x {p: 1, q: 1}\nb: &y {q: 2, r: 2}\nc:\n  <<: [*x, *y]\n  p: 0\n') as YamlMap;
  const merged = root.pairs[2]?.value as YamlMap;
  assert.deepEqual(
    entriesOf(merged).map(({ key, value, merge }) => [key.text, json(value), merge !== undefined]),
    [
      ['p', '0', false],
      ['q', '1', true],
      ['r', '2', true],
    ],
  );
});

function duplicates(marked: string): void {
  const { text, spans } = unmark(marked);
  const { problems } = read(text);
  const first = spans[0];
  assert.deepEqual(
    problems,
    spans.slice(1).map((span) => ({
      rule: 'duplicate-id',
      code: 'duplicate-key',
      span,
      related: first,
      data: { key: text.slice(first?.start, first?.end).replaceAll('"', '') },
      document: 0,
    })),
  );
}

test('keys are equal when their text is', () => {
  duplicates('«a»: 1\nb: 2\n«a»: 3\n«"a"»: 4\n');
  duplicates("«1»: a\n«'1'»: b\n");
  duplicates('x: {«a»: 1, b: 2, «a»: 3}\n');
  duplicates('«<<»: {a: 1}\n«<<»: {b: 1}\n');
  duplicates('«__proto__»: 1\n«__proto__»: 2\n');
  duplicates('010: a\n10: b\n8: c\n');
  duplicates('a: {x: 1}\nb: {x: 1}\n');
});
