// Selections grow along the structure of the YAML.
import { test } from 'node:test';
import { checkSelections } from './support/selection-ranges.ts';

test('from a word to its value, pair, entry, section', () =>
  checkSelections('govplan: "1"\norganizations:\n  a: {name: "甲 蓝|天", sector: party}\n', [
    '蓝天',
    '甲 蓝天',
    '"甲 蓝天"',
    'name: "甲 蓝天"',
    'name: "甲 蓝天", sector: party',
    '{name: "甲 蓝天", sector: party}',
    'a: {name: "甲 蓝天", sector: party}',
    'organizations:\n  a: {name: "甲 蓝天", sector: party}',
    'govplan: "1"\norganizations:\n  a: {name: "甲 蓝天", sector: party}',
  ]));

test('a legal reference has an instrument and a locator', async () => {
  const rest = ['erl#72.3', 'x: erl#72.3'];
  await checkSelections('x: er|l#72.3\n', ['erl', ...rest]);
  await checkSelections('x: erl#7|2.3\n', ['72', '72.3', ...rest]);
});

test('lines of an entry are selected whole', () =>
  checkSelections('a:\n  b|:\n    - c\n', ['b', 'b:\n    - c', '  b:\n    - c', 'a:\n  b:\n    - c']));

test('a comment is selected before what it stands in', () =>
  checkSelections('a: 1 # 说|明 here\nb: 2\n', ['说明', '# 说明 here', 'a: 1 # 说明 here\nb: 2']));

test('between parts it is the collection, and in nothing the file', async () => {
  await checkSelections('a: [b, | c]\n', ['b,  c', '[b,  c]', 'a: [b,  c]']);
  await checkSelections('|\n\n', []);
});
