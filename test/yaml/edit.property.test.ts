import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { appendItem, appendReference, insertPair, removePair, renameKey, replaceScalar } from '../../server/src/yaml/edit.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar, YamlStream } from '../../server/src/yaml/tree.ts';
import { documentText } from './arbitrary.ts';
import { type Plain, plain, read } from './reading.ts';

/** `RUNS=5000` looks harder. */
const runs = { numRuns: Number(process.env.RUNS ?? 200) };

const fragments: readonly (readonly [string, Plain])[] = [
  ['v', 'v'],
  ['[p, "q"]', ['p', 'q']],
  ['{p: 1}', { map: [['p', 1]] }],
  ['"a: b"', 'a: b'],
  [
    '\np: 1\nq:\n  - r',
    {
      map: [
        ['p', 1],
        ['q', ['r']],
      ],
    },
  ],
  ['\n- p\n- q: 1', ['p', { map: [['q', 1]] }]],
];
const texts = [
  'v',
  '',
  'two words',
  'a: b',
  'a #b',
  "it's",
  '"',
  '10',
  'true',
  'null',
  '~',
  '- x',
  '[x]',
  'a, b',
  '中文：文',
  'line\nbreak',
  'last\n',
  ' lead',
  'trail ',
  '\t',
  '\0',
  '\ud800',
  '#',
  '<<',
  '---',
  '\\',
  '% x',
];

function nodesOf(node: YamlNode | undefined): readonly YamlNode[] {
  switch (node?.kind) {
    case 'map':
      return [node, ...node.pairs.flatMap((pair) => [...nodesOf(pair.key), ...nodesOf(pair.value)])];
    case 'list':
      return [node, ...node.items.flatMap(nodesOf)];
    case 'scalar':
    case 'alias':
      return [node];
    case undefined:
      return [];
  }
}

/** The values of a document with one of its parts replaced, or left out where `by` says so. */
function replaced(node: YamlNode, part: YamlNode, by: (old: Plain) => Plain): Plain {
  const own = plain(node) as Plain;
  if (node === part) return by(own);
  if (node.kind === 'list') return node.items.map((item) => replaced(item, part, by));
  if (node.kind !== 'map') return own;
  return {
    map: node.pairs.map(({ key, value }) => {
      const text = key.kind === 'scalar' ? key.text : '';
      return [key === part ? by(text) : text, replaced(value, part, by)] as const;
    }),
  };
}

/** Applies the edits and checks that the text then means what it should, and still says all it said beside that. */
function checkEdit(stream: YamlStream, edits: readonly TextEdit[], part: YamlNode, by: (old: Plain) => Plain, keepsComments = true): void {
  const { text, skipped } = applyEdits(String(stream.text), edits);
  const after = read(text);
  const shown = `${JSON.stringify(String(stream.text))}\nbecame\n${JSON.stringify(text)}`;
  assert.deepEqual(skipped, [], shown);
  assert.deepEqual(after.problems, [], shown);
  assert.deepEqual(plain(after.documents[0]?.root), replaced(stream.documents[0]?.root as YamlNode, part, by), shown);
  const comments = (from: YamlStream): readonly string[] =>
    from.documents.flatMap((document) => document.comments.map((comment) => comment.text)).sort();
  if (keepsComments) assert.deepEqual(comments(after), comments(stream), shown);
}

function property(check: (stream: YamlStream, nodes: readonly YamlNode[], choose: <T>(from: readonly T[]) => T) => void): void {
  fc.assert(
    fc.property(documentText, fc.gen(), (text, gen) => {
      const stream = read(text);
      assert.deepEqual(stream.problems, [], JSON.stringify(text));
      const choose = <T>(from: readonly T[]): T => from[gen(fc.nat, { max: Math.max(from.length - 1, 0) })] as T;
      check(stream, nodesOf(stream.documents[0]?.root), choose);
    }),
    runs,
  );
}

const isKey = (node: YamlNode): boolean => node.parent?.kind === 'pair' && node.parent.key === node;

test('a scalar takes any text, and numbers', () => {
  property((stream, nodes, choose) => {
    const scalar = choose(nodes.filter((node): node is YamlScalar => node.kind === 'scalar' && !isKey(node)));
    if (scalar === undefined) return;
    const value = choose<string | number | boolean>([...texts, 3, -1.5, false]);
    checkEdit(stream, replaceScalar(String(stream.text), scalar, value), scalar, () => value);
  });
});

test('a key takes any name', () => {
  property((stream, nodes, choose) => {
    const key = choose(nodes.filter((node): node is YamlScalar => node.kind === 'scalar' && isKey(node)));
    const name = choose(texts.map((text) => `n${text}`).concat('7', '', 'null', '<<'));
    checkEdit(stream, renameKey(String(stream.text), key, name), key, () => name);
  });
});

test('a pair goes into any map, behind any pair', () => {
  property((stream, nodes, choose) => {
    const map = choose(nodes.filter((node): node is YamlMap => node.kind === 'map'));
    const after = choose<YamlPair | undefined>([undefined, ...map.pairs]);
    const [fragment, value] = choose(fragments);
    const key = choose(['new', 'new key', 'new: key', '新']);
    checkEdit(stream, insertPair(String(stream.text), map, key, fragment, { after }), map, (old) => {
      const { map: pairs } = old as { map: readonly (readonly [Plain, Plain])[] };
      return { map: pairs.toSpliced(after === undefined ? pairs.length : map.pairs.indexOf(after) + 1, 0, [key, value]) };
    });
  });
});

test('a pair goes into an empty value', () => {
  property((stream, nodes, choose) => {
    const empty = choose(nodes.filter((node): node is YamlScalar => node.kind === 'scalar' && node.value === undefined && !isKey(node)));
    if (empty === undefined) return;
    const [fragment, value] = choose(fragments);
    checkEdit(stream, insertPair(String(stream.text), empty, 'new', fragment), empty, () => ({ map: [['new', value]] }));
  });
});

test('any pair can go', () => {
  property((stream, nodes, choose) => {
    const map = choose(nodes.filter((node): node is YamlMap => node.kind === 'map' && node.pairs.length > 0));
    if (map === undefined) return;
    const pair = choose(map.pairs);
    checkEdit(
      stream,
      removePair(String(stream.text), pair),
      map,
      (old) => ({ map: (old as { map: readonly (readonly [Plain, Plain])[] }).map.toSpliced(map.pairs.indexOf(pair), 1) }),
      false,
    );
  });
});

test('an item goes to the end of any list', () => {
  property((stream, nodes, choose) => {
    const list = choose(nodes.filter((node): node is YamlList => node.kind === 'list'));
    if (list === undefined) return;
    const [fragment, value] = choose(fragments);
    checkEdit(stream, appendItem(String(stream.text), list, fragment), list, (old) => [...(old as readonly Plain[]), value]);
  });
});

test('any value takes one more item', () => {
  property((stream, nodes, choose) => {
    const node = choose(nodes.filter((candidate) => candidate.parent?.kind === 'pair' && !isKey(candidate)));
    const [fragment, value] = choose(fragments);
    checkEdit(
      stream,
      appendReference(String(stream.text), node, fragment),
      node,
      (old) => (old === null ? value : [...(node.kind === 'list' ? (old as readonly Plain[]) : [old]), value]),
      !(node.kind === 'map' && node.flow),
    );
  });
});
