// Taking an item out of a list: what is left reads as the list without it, and comments of others stay.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/text/edit.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { removeItem } from '../../server/src/yaml/remove-item.ts';
import type { YamlList } from '../../server/src/yaml/tree.ts';
import { findEntry } from '../../server/src/yaml/view.ts';

/** Takes the item of a number out of the list under `k`. */
function check(before: string, index: number, after: string): void {
  const root = parseYaml(before, { origin: '' }).documents[0]?.root;
  assert.ok(root?.kind === 'map');
  const list = findEntry(root, 'k')?.value as YamlList;
  const { text } = applyEdits(before, removeItem(before, list.items[index] as YamlList));
  assert.equal(text, after);
  assert.deepEqual(parseYaml(text, { origin: '' }).problems, []);
}

test('an item goes with its lines and the comment behind it', () => {
  check('k:\n  - a\n  - b # of b\n  - c\n', 1, 'k:\n  - a\n  - c\n');
  check('k:\n  - x: 1\n    y: 2\n  - z: 3\n', 0, 'k:\n  - z: 3\n');
  check('k:\n- a\n- |\n  text\n\nl: 1\n', 1, 'k:\n- a\n\nl: 1\n');
  check('k:\r\n  - a\r\n  - b', 1, 'k:\r\n  - a\r\n');
  check('k:\n  -\n    x: 1\n  - y: 2\n', 0, 'k:\n  - y: 2\n');
});

test('comments on lines of their own stay', () => {
  check('k:\n  # first\n  - a\n  # second\n  - b\n', 0, 'k:\n  # first\n  # second\n  - b\n');
  check('k:\n  - a\n  # second\n  - b\n', 1, 'k:\n  - a\n  # second\n');
});

test('in brackets a comma goes with it', () => {
  check('k: [a, b, c]\n', 0, 'k: [b, c]\n');
  check('k: [a, b, c]\n', 1, 'k: [a, c]\n');
  check('k: [a, b, c]\n', 2, 'k: [a, b]\n');
  check('k: [a, # of a\n  b]\n', 0, 'k: [ # of a\n  b]\n');
});

test('the only item goes with its key', () => {
  check('j: 1\nk:\n  - a\nl: 2\n', 0, 'j: 1\nl: 2\n');
  check('j: {m: 1}\nk: [a]\n', 0, 'j: {m: 1}\n');
});
