import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, unmark } from './reading.ts';

/** Each comment is marked; those on a line of their own begin with `own`. */
function checkComments(marked: string): void {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const { text, spans } = unmark(marked.replaceAll('\n', lineBreak));
    const comments = read(text).documents.flatMap((document) => document.comments);
    assert.deepEqual(
      comments.map(({ start, end }) => ({ start, end })),
      spans,
    );
    for (const comment of comments) {
      assert.equal(comment.text, text.slice(comment.start + 1, comment.end).trim());
      assert.equal(comment.ownLine, comment.text.startsWith('own'), comment.text);
    }
  }
}

test('comments on lines of their own, and behind values, keys and dashes', () => {
  checkComments('«# own»\na: b «# behind»\n\n  «#own indented  »\nc: «# behind a key»\n  - «#»\n    d «#   »\n  «# own, last»');
});

test('comments within brackets', () => {
  checkComments('a: [ «# one»\n  b, «# two»\n  «# own»\n  c «# three»\n] «# four»\n');
});

test('comments behind the headers of block scalars, but none in them', () => {
  checkComments('a: | «# header»\n  # text\n  b # text\n«# own»\nc: >-\n  # text\n');
});

test('a hash in a scalar is no comment', () => {
  checkComments('a: b#c\nd: "e # f" «# g»\nh: \'# i\'\nj: http://k#l\n');
});

test('comments around documents and in texts with a byte order mark', () => {
  checkComments('\ufeff«# own»\n--- «# start»\na: b\n... «# end»\n«# own»\n');
});

test('comments in a text with faults', () => {
  checkComments('a: "b # c\nd: [e «# f»\n«# own»\ng：h «# i»\n');
});
