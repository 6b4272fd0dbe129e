// What edits look like: the property tests say that they are right, these that they read as if an author had made them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { appendItem, appendReference, insertPair, removePair, renameKey, replaceScalar } from '../../server/src/yaml/edit.ts';
import { quoteScalar } from '../../server/src/yaml/quote.ts';
import { nodeAt } from '../../server/src/yaml/route.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../../server/src/yaml/tree.ts';
import { read } from './reading.ts';

/** Edits the node that begins at the mark `|` in the text; of several the innermost, or that of the kind asked for. */
function checkEdit<K extends YamlNode['kind']>(
  kind: K,
  marked: string,
  edit: (text: string, node: Extract<YamlNode, { readonly kind: K }>) => readonly TextEdit[],
  expected: string,
): void {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = read(text).documents[0];
  assert.ok(document);
  let node = nodeAt(document, offset);
  while (node && node.kind !== kind) node = node.parent?.kind === 'pair' ? node.parent.parent : node.parent;
  assert.ok(node, `a ${kind} at the mark`);
  const { text: edited, skipped } = applyEdits(text, edit(text, node as Extract<YamlNode, { readonly kind: K }>));
  assert.deepEqual(skipped, []);
  assert.equal(edited, expected);
}

const pairOf = (node: YamlNode): YamlPair => node.parent as YamlPair;

test('a value keeps its quotes, and gets some only if it must', () => {
  const to = (value: string | number) => (text: string, node: YamlScalar) => replaceScalar(text, node, value);
  checkEdit('scalar', 'a: |b # c\n', to('d'), 'a: d # c\n');
  checkEdit('scalar', "a: |'b' # c\n", to("it's"), "a: 'it''s' # c\n");
  checkEdit('scalar', 'a: |"b"\n', to('c'), 'a: "c"\n');
  checkEdit('scalar', 'a: |b\n', to('c: d'), 'a: "c: d"\n');
  checkEdit('scalar', 'a: |b\n', to('true'), 'a: "true"\n');
  checkEdit('scalar', 'a: |b\n', to(3), 'a: 3\n');
  checkEdit('scalar', 'a: [|b]\n', to('c, d'), 'a: ["c, d"]\n');
  checkEdit('scalar', 'a:| # b\n', to('c'), 'a: c # b\n');
  checkEdit('scalar', 'a: || # b\n  c\n\nd: e\n', to('f\ng\n'), 'a: | # b\n  f\n  g\n\nd: e\n');
  checkEdit('scalar', 'a: |>\n  c\n  d\n', to('e'), 'a: >-\n  e\n');
});

test('a key keeps its quotes', () => {
  const to = (name: string) => (text: string, node: YamlScalar) => renameKey(text, node, name);
  checkEdit('scalar', '|a: b\n', to('c'), 'c: b\n');
  checkEdit('scalar', '|"a": b\n', to('c'), '"c": b\n');
  checkEdit('scalar', '|a: b\n', to('7'), '7: b\n');
  checkEdit('scalar', '|a: b\n', to('<<'), '"<<": b\n');
});

test('a pair goes behind the last one, before what stands loosely behind it', () => {
  const to = (key: string, fragment: string) => (text: string, map: YamlMap) => insertPair(text, map, key, fragment);
  checkEdit('map', 'a:\n  |b: c # d\n  # e\n\nf: g\n', to('x', 'y'), 'a:\n  b: c # d\n  x: y\n  # e\n\nf: g\n');
  checkEdit('map', '|a: b', to('x', 'y'), 'a: b\nx: y');
  checkEdit('map', '|a: b\r\n', to('x', '\ny: 1\nz: 2'), 'a: b\r\nx:\r\n  y: 1\r\n  z: 2\r\n');
  checkEdit('map', '- |a: b\n- c\n', to('x', '[y]'), '- a: b\n  x: [y]\n- c\n');
  checkEdit('map', 'a: |{b: c}\n', to('x', '\ny: 1'), 'a: {b: c, x: {y: 1}}\n');
  checkEdit('map', 'a: |{}\n', to('x', 'y'), 'a: {x: y}\n');
  checkEdit('map', 'a: |{\n  b: c # d\n}\n', to('x', 'y'), 'a: {\n  b: c, # d\n  x: y\n}\n');
  checkEdit('map', 'a: |{\n  b: c, # d\n}\n', to('x', 'y'), 'a: {\n  b: c, # d\n  x: y,\n}\n');
  checkEdit('map', 'a: [|b: c]\n', to('x', 'y'), 'a: [{b: c, x: y}]\n');
});

test('a pair goes behind the one asked for', () => {
  checkEdit('map', '|a: 1\nb: 2\n', (text, map) => insertPair(text, map, 'x', 'y', { after: map.pairs[0] }), 'a: 1\nx: y\nb: 2\n');
  checkEdit('map', '|{a: 1, b: 2}\n', (text, map) => insertPair(text, map, 'x', 'y', { after: map.pairs[0] }), '{a: 1, x: y, b: 2}\n');
});

test('an empty value becomes a map', () => {
  const insert = (text: string, scalar: YamlScalar): readonly TextEdit[] => insertPair(text, scalar, 'x', 'y');
  checkEdit('scalar', 'a:|\nb: c\n', insert, 'a:\n  x: y\nb: c\n');
  checkEdit('scalar', 'a:\n  b: |~ # c\n', insert, 'a:\n  b:  # c\n    x: y\n');
  checkEdit('scalar', '{a:| }\n', insert, '{a: {x: y} }\n');
});

test('a pair goes with its line and the comment on it', () => {
  const remove = (text: string, key: YamlScalar): readonly TextEdit[] => removePair(text, pairOf(key));
  checkEdit('scalar', 'a: 1\n|b: 2 # c\n# d\ne: 3\n', remove, 'a: 1\n# d\ne: 3\n');
  checkEdit('scalar', 'a:\n  |b: 2\n', remove, 'a:\n  {}\n');
  checkEdit('scalar', '- |a: 1\n  b: 2\n', remove, '- b: 2\n');
  checkEdit('scalar', '{a: 1, |b: 2}\n', remove, '{a: 1}\n');
  checkEdit('scalar', '{|a: 1, b: 2}\n', remove, '{b: 2}\n');
  checkEdit('scalar', '{|a: 1}\n', remove, '{}\n');
  checkEdit('scalar', '{\n  a: 1, # c\n  |b: 2\n}\n', remove, '{\n  a: 1, # c\n}\n');
});

test('an item goes to the end of a list', () => {
  const append = (fragment: string) => (text: string, list: YamlList) => appendItem(text, list, fragment);
  checkEdit('list', 'a:\n  |- b # c\n\nd: e\n', append('x'), 'a:\n  - b # c\n  - x\n\nd: e\n');
  checkEdit('list', 'a:\n|- b\nd: e\n', append('\nx: 1\ny: 2'), 'a:\n- b\n- x: 1\n  y: 2\nd: e\n');
  checkEdit('list', 'a: |[b]\n', append('x'), 'a: [b, x]\n');
  checkEdit('list', 'a: |[]\n', append('\nx: 1'), 'a: [{x: 1}]\n');
  checkEdit('list', 'a: |[\n  b,\n]\n', append('x'), 'a: [\n  b,\n  x,\n]\n');
});

test('a single item becomes a list of two', () => {
  const append = (text: string, node: YamlNode): readonly TextEdit[] => appendReference(text, node, 'x');
  checkEdit('scalar', 'a: |b # c\n', append, 'a: [b, x] # c\n');
  checkEdit('scalar', 'a: |b, c\n', append, 'a: ["b, c", x]\n');
  checkEdit('scalar', 'a: |1\n', append, 'a: [1, x]\n');
  checkEdit('scalar', 'a:|\n', append, 'a: x\n');
  checkEdit('scalar', 'a: &y |b\n', append, 'a: [&y b, x]\n');
  checkEdit('map', 'a:\n  |b: 1\n  # c\n  d: 2\n', append, 'a:\n  - b: 1\n    # c\n    d: 2\n  - x\n');
  checkEdit('list', 'a: |[b]\n', append, 'a: [b, x]\n');
});

test('quotes, where they must be', () => {
  const plain = ['a', '中文：文', "it's", 'a#b', 'a:b', 'http://x', '2025-01-01', 'yes', 'a, b', 'x [y]', '1.2.3'];
  assert.deepEqual(
    plain.map((text) => quoteScalar(text)),
    plain,
  );
  const quoted = [
    '',
    ' a',
    'a ',
    'a: b',
    'a:',
    'a #b',
    '1',
    '0x1f',
    'true',
    'null',
    '~',
    '- a',
    '-1',
    '[a',
    '{',
    '&a',
    '*a',
    '!a',
    '|',
    '%a',
    '@a',
    '`a',
    '"a',
    "'a",
    '#a',
    '...',
  ];
  for (const text of quoted) assert.match(quoteScalar(text), /^".*"$/s, text);
  assert.equal(quoteScalar('a, b', { flow: true }), '"a, b"');
  assert.equal(quoteScalar('1', { key: true }), '1');
  assert.equal(quoteScalar('a\nb', { style: 'single-quoted' }), '"a\\nb"');
  assert.equal(quoteScalar('\u0000\u0085\u2028\ufeff\ud800'), '"\\x00\\x85\\u2028\\ufeff\\ud800"');
});
