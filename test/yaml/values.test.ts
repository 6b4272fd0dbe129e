// What scalars mean: the core schema of YAML 1.2, and nothing of YAML 1.1.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, rootOf } from './reading.ts';

function valueFor(source: string): unknown {
  const root = rootOf(`a: ${source}`);
  assert.ok(root.kind === 'map');
  const value = root.pairs[0]?.value;
  assert.ok(value?.kind === 'scalar');
  return value.value;
}

function textOf(source: string): string {
  const root = rootOf(`a: ${source}`);
  const value = root.kind === 'map' ? root.pairs[0]?.value : undefined;
  assert.ok(value?.kind === 'scalar');
  return value.text;
}

test('numbers', () => {
  assert.deepEqual(['0', '-1', '+12', '010', '0o17', '0x1F', '1.5', '.5', '1.', '1e3', '-1.5E-2', '.inf', '-.INF'].map(valueFor), [
    0,
    -1,
    12,
    10,
    15,
    31,
    1.5,
    0.5,
    1,
    1000,
    -0.015,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  assert.ok(Number.isNaN(valueFor('.nan')));
  assert.equal(textOf('010'), '010');
});

test('what is no number', () => {
  for (const text of ['1_000', '0b1', '1:30', '.', '1.2.3', '0x', '１', '2025-01-01', '.Nan', '--1']) assert.equal(valueFor(text), text);
});

test('booleans and null', () => {
  assert.deepEqual(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map(valueFor), [true, true, true, false, false, false]);
  assert.deepEqual(['null', 'Null', 'NULL', '~', ''].map(valueFor), [undefined, undefined, undefined, undefined, undefined]);
  for (const text of ['yes', 'no', 'on', 'off', 'y', 'tRUE', 'nULL', '=']) assert.equal(valueFor(text), text);
});

test('quoted and block scalars are strings', () => {
  assert.deepEqual(['"1"', "'true'", '"~"', '""', '|\n  1', '>-\n  null'].map(valueFor), ['1', 'true', '~', '', '1\n', 'null']);
});

test('escapes and folding', () => {
  assert.equal(valueFor('"\\t\\n\\x41\\u4e2d\\U0001F44D\\\\\\"\\/\\e\\_"'), '\t\nA中👍\\"/\u001b\u00a0');
  assert.equal(valueFor('"\\ud83d\\udc4d"'), '👍');
  assert.equal(valueFor("'it''s \\n'"), "it's \\n");
  assert.equal(valueFor('"a  \n\n   b\\\n   c\\  \n  d"'), 'a\nbc  d');
  assert.equal(valueFor('b\n  c\n\n  d'), 'b c\nd');
  assert.equal(valueFor("'a\u2028b\n  c'"), 'a\u2028b c');
});

test('block scalars', () => {
  assert.equal(valueFor('|\n  b\n   c\n\n  d\n\n'), 'b\n c\n\nd\n');
  assert.equal(valueFor('|-\n  b\n\n'), 'b');
  assert.equal(valueFor('|+\n  b\n\n'), 'b\n\n');
  assert.equal(valueFor('>\n  b\n  c\n\n  d\n   e\n  f\n'), 'b c\nd\n e\nf\n');
  assert.equal(valueFor('|2\n   b\n'), ' b\n');
  assert.equal(valueFor('|\n'), '');
});

test('tags of the core schema', () => {
  assert.deepEqual(['!!str 1', '!!str', '!!int "3"', '!!float 3', '!!bool "true"', '!!null ""', '! 1'].map(valueFor), [
    '1',
    '',
    3,
    3,
    true,
    undefined,
    '1',
  ]);
  assert.deepEqual(['!<tag:yaml.org,2002:str> 1', '!!float .5'].map(valueFor), ['1', 0.5]);
  assert.equal(json(rootOf('a: !!map {b: !!seq [c]}')), '{a: {b: ["c"]}}');
  assert.equal(json(rootOf('%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1')), '{a: "1"}');
});

test('a directive for YAML 1.1 changes nothing', () => {
  assert.equal(json(rootOf('%YAML 1.1\n---\na: yes\nb: 010\n')), '{a: "yes", b: 10}');
});

test('keys that mean something to JavaScript are keys like others', () => {
  assert.equal(json(rootOf('__proto__: 1\nconstructor: {toString: 2}\n')), '{__proto__: 1, constructor: {toString: 2}}');
});

test('keys keep their text', () => {
  assert.equal(json(rootOf('010: a\n1: b\ntrue: c\n"d": e\n2025-01-01: f\n')), '{010: "a", 1: "b", true: "c", d: "e", 2025-01-01: "f"}');
});
