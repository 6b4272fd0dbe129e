// What the fuzzing has found, each as small as it came down to: a text, and the edits it is given one after the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from './reading-job.ts';
import type { EditedCase } from './shrink.ts';

const found: Readonly<Record<string, readonly EditedCase[]>> = {
  'an alias whose anchor an edit takes away leads nowhere': [
    { text: 'a:\n&alias2\na:*alias2', edits: [[3, 0, 'k']] },
    { text: 'a:\n&other\n*other', edits: [[4, 1, '']] },
  ],
  'a key that stands further out than those before it stays a slip, or becomes none': [
    { text: ' a:\na:\n', edits: [[7, 0, '']] },
    { text: ' a:\na:', edits: [[4, 0, 'r:\n']] },
  ],
  'blank lines and comments at the margin do not lengthen a scalar': [
    { text: 'a:\n#a\n a\nb: c', edits: [] },
    { text: 'a:\n\n# a\n a\nb: c', edits: [] },
    { text: 'a:\n\n# a\n a\na', edits: [] },
  ],
  'a key that gets a tag is another key': [
    { text: 'a:\n- {\n  a}', edits: [[8, 0, '!']] },
    { text: 'a:\n a:\n  {a}', edits: [[10, 0, '!!str ']] },
  ],
  'a key in brackets may stand behind a blank line or a comment': [
    { text: 'a: a\n\n[]:', edits: [] },
    { text: 'a: a\n# c\n{b: c}: d\n', edits: [] },
    { text: 'a: <\n\n&a {}:', edits: [] },
    { text: 'a: a\n# c\n!!seq [b]: d\n', edits: [] },
  ],
  'a value that is no number is the same as before': [{ text: 'a:\n a: {:{:\n  {: .nan}}}', edits: [[15, 0, '']] }],
  'a tab at the beginning of a block scalar is for the thorough reader': [
    { text: '  a: |\n  \t\n  a:', edits: [] },
    { text: 'a:\n  b: >- # c\n\n  \t\n  c: d\n', edits: [] },
  ],
  'a pair begins at the question mark that is put before its key': [
    { text: 'a:\n a:\n  {:{a}}', edits: [[12, 0, '? ']] },
    { text: 'a:\n- [\n [{? a}]]', edits: [[10, 2, '']] },
  ],
  'a key that is a map has keys of its own': [
    { text: 'a: b\n? <<:', edits: [] },
    { text: 'a: b\n? {c: d, c: e}\n: f: g\n  h: i\n', edits: [[12, 1, 'k']] },
    { text: 'a:\n  b: c\n  ? <<:\n', edits: [[9, 1, 'd']] },
  ],
  'the bracket that closes an open one stands in the same document': [
    { text: 'a: {\n---\na:\n\na', edits: [[12, 0, 'ne\n}\n t']] },
    { text: 'a: [\n---\nb:\n', edits: [[11, 0, ']\n']] },
  ],
  'a quoted key that is indented like no other keeps its quotes out of its name': [{ text: "a: a\n 'b':", edits: [] }],
};

for (const [what, cases] of Object.entries(found)) {
  test(what, () => {
    for (const each of cases) assert.equal(faultOf(each), undefined, JSON.stringify(each));
  });
}
