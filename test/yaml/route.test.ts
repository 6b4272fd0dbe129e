import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ancestors, nodeAt, routeOf } from '../../server/src/yaml/route.ts';
import { read } from './reading.ts';

const text = `organizations:
  blue-sky:
    name: 蓝天
    rights: {call: {kind: propose, with: [a, b]}}
    x:
links:
- from: a
  to: [b, "c"]
`;

const document = read(text).documents[0];

/** The route and source of the node at the place marked `|` in a piece of the text. */
function at(piece: string): string {
  assert.ok(document);
  const before = piece.indexOf('|');
  const node = nodeAt(document, text.indexOf(piece.replace('|', '')) + before);
  return node
    ? `${routeOf(node)} ${node.kind} ${text.slice(node.start, Math.min(node.end, node.start + 11)).replaceAll('\n', '⏎')}`
    : 'none';
}

test('the innermost node at a place, keys and the ends of words included', () => {
  assert.equal(at('bl|ue-sky:'), 'organizations/blue-sky scalar blue-sky');
  assert.equal(at('blue-sky|:'), 'organizations/blue-sky scalar blue-sky');
  assert.equal(at('|蓝天'), 'organizations/blue-sky/name scalar 蓝天');
  assert.equal(at('蓝天|'), 'organizations/blue-sky/name scalar 蓝天');
  assert.equal(at('with: [a, |b]'), 'organizations/blue-sky/rights/call/with/1 scalar b');
  assert.equal(at('[a,| b]'), 'organizations/blue-sky/rights/call/with list [a, b]');
  assert.equal(at('|{call'), 'organizations/blue-sky/rights map {call: {kin');
  assert.equal(at('- from: |a'), 'links/0/from scalar a');
  assert.equal(at('"|c"'), 'links/0/to/1 scalar "c"');
});

test('an empty value is at its place, behind the colon', () => {
  assert.equal(at('    x:|\n'), 'organizations/blue-sky/x scalar ');
});

test('between the parts of a collection it is the collection', () => {
  assert.equal(at('name:| 蓝天'), 'organizations/blue-sky map name: 蓝天⏎  ');
  assert.equal(at('|- from'), 'links list - from: a⏎ ');
});

test('outside of the root there is none', () => {
  const { documents } = read('# a\n\nb: c\n\n');
  assert.ok(documents[0]);
  assert.equal(nodeAt(documents[0], 1), undefined);
  assert.equal(nodeAt(documents[0], 10), undefined);
});

test('ancestors, innermost first', () => {
  assert.ok(document);
  const node = nodeAt(document, text.indexOf('"c"') + 1);
  assert.ok(node);
  assert.deepEqual(
    ancestors(node).map(({ kind }) => kind),
    ['list', 'pair', 'map', 'list', 'pair', 'map'],
  );
});
