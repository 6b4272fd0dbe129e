// Where each part of a tree begins and ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YamlNode } from '../../server/src/yaml/tree.ts';
import { read, unmark } from './reading.ts';

/** All nodes in document order, keys before values, maps and lists before what is in them. */
function nodesOf(node: YamlNode | undefined): readonly YamlNode[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'map':
      return [node, ...node.pairs.flatMap(({ key, value }) => [...nodesOf(key), ...nodesOf(value)])];
    case 'list':
      return [node, ...node.items.flatMap(nodesOf)];
    case 'scalar':
    case 'alias':
      return [node];
  }
}

/** The marks, one pair for each node and in their order, are the spans of the nodes. */
function checkSpans(marked: string): void {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const { text, spans } = unmark(marked.replaceAll('\n', lineBreak));
    const { documents, problems } = read(text);
    assert.deepEqual(problems, []);
    const found = nodesOf(documents[0]?.root).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(
      found,
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    assert.deepEqual(
      nodesOf(documents[0]?.root).map(({ start, end }) => ({ start, end })),
      spans,
    );
  }
}

test('plain and quoted scalars: the quotes included, the blanks around them not', () => {
  checkSpans('««a»:  «b c» \n«"d"» : «\'e\'»»  # f\n');
  checkSpans('««名称»: «👍 好»»\n');
});

test('scalars over several lines', () => {
  checkSpans('««a»: «b\n  c»\n«d»: «"e\n\n  f"»»\n');
});

test('block scalars: from the header to the end of the last line that says something', () => {
  checkSpans('««a»: «|\n  b\n\n  c»\n\n«d»: «>- # e\n  f»»\n\n');
  checkSpans('««a»: «|+\n  b»\n\n\n«c»: «|»\n«d»: «e»»\n');
});

test('block collections: from the first key or dash to the end of the last value', () => {
  checkSpans('# before\n««a»:\n  ««b»: «c»\n  # between\n  «d»: «e»»\n«f»:\n  «- «g»\n  -   «h»»»\n# behind\n');
  checkSpans('««a»:\n«- «b»\n- «- «c»\n  - «d»»»\n«e»: «f»»');
  checkSpans('«- ««a»: «b»\n  «c»: «d»»\n- «e»»');
});

test('collections in brackets: the brackets included', () => {
  checkSpans('««a»: «[«b», «{«c»: «d»}», «[]»]»\n«e»: «{ «f»: «1» , «g»: «"h"» }»»\n');
  checkSpans('««a»: «{\n  «b»: «c», # d\n}»»\n');
  checkSpans('««a»: «[««b»: «c»»]»»');
});

test('empty values: behind the colon or dash', () => {
  checkSpans('««a»:«»\n«b»:«» # c\n«d»:\n  «-«»\n  -«»»» \n');
  checkSpans('««a»: «{«b»:«», «c»«», «d»:«» }»»');
});

test('anchors and tags are not part of their node, but of its pair', () => {
  checkSpans('««a»: &x «b»\n«c»: «*x»\n«d»: !!str «1»»\n');
  const { text, documents } = read('&x a: &y\n  b: 1\n');
  const root = documents[0]?.root;
  assert.ok(root?.kind === 'map' && root.pairs[0]?.value.kind === 'map');
  assert.equal(text.slice(root.start, root.end), '&x a: &y\n  b: 1');
  assert.equal(text.slice(root.pairs[0].start, root.pairs[0].end), '&x a: &y\n  b: 1');
  assert.deepEqual([root.pairs[0].key.anchor, root.pairs[0].value.anchor], ['x', 'y']);
});

test('complex keys', () => {
  const { text, documents } = read('? [a, b]\n: c\n? d\n');
  const root = documents[0]?.root;
  assert.ok(root?.kind === 'map');
  assert.deepEqual(
    root.pairs.map((pair) => [text.slice(pair.start, pair.end), text.slice(pair.key.start, pair.key.end)]),
    [
      ['? [a, b]\n: c', '[a, b]'],
      ['? d', 'd'],
    ],
  );
});

test('documents share the text without gaps', () => {
  const { text, documents } = read('# 1\na: b\n# 1\n---\n# 2\n...\n# 3\n---\n- c\n# 3\n');
  assert.deepEqual(
    documents.map((document) => text.slice(document.start, document.end)),
    ['# 1\na: b\n# 1\n', '---\n# 2\n...\n', '# 3\n---\n- c\n# 3\n'],
  );
  assert.deepEqual(
    documents.map((document) => document.comments.map((comment) => comment.text)),
    [['1', '1'], ['2'], ['3', '3']],
  );
});

test('a text without content is one document without a node', () => {
  for (const text of ['', '\n', '# only this\n', '\ufeff', '---\n', '...\n']) {
    const { documents, problems } = read(text);
    assert.deepEqual([documents.length, documents[0]?.root, problems.length], [1, undefined, 0], JSON.stringify(text));
    assert.deepEqual([documents[0]?.start, documents[0]?.end], [0, text.length]);
  }
});

test('a scalar, a list and a collection in brackets can be the root', () => {
  checkSpans('«a b»\n');
  checkSpans('«"a"» # b\n');
  checkSpans('«- «a»»\n');
  checkSpans('«{«a»: «1»}»\n');
});
