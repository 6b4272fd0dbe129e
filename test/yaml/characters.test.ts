// Encodings, line ends, and characters that YAML does not print.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, read } from './reading.ts';

function faultsOf(text: string): readonly (readonly [string, number, unknown])[] {
  return read(text).problems.map(({ code, span, data }) => [code, span.start, data.character]);
}

test('CR, LF and CRLF end lines alike', () => {
  const text = 'a:\n  - b # c\n  - "d\n    e"\nf: |\n  g\n\n  h\ni: j\n  k\n';
  const tree = '{a: ["b", "d e"], f: "g\\n\\nh\\n", i: "j k"}';
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const { documents, problems } = read(text.replaceAll('\n', lineBreak));
    assert.deepEqual(problems, []);
    assert.equal(json(documents[0]?.root), tree);
  }
});

test('a byte order mark at the beginning is passed over, and counts in offsets', () => {
  for (const text of ['\ufeffa: 1\n', '\ufeff- a\n- b\n', '\ufeff# c\na: @b\n', '\ufeff? a\n']) {
    const { documents, problems } = read(text);
    assert.deepEqual(
      problems.map(({ code }) => code),
      text.includes('@') ? ['bad-scalar-start'] : [],
    );
    assert.equal(text[documents[0]?.root?.start ?? 0], text.includes('@') ? 'a' : text[1]);
  }
});

test('control characters are faults wherever they stand, a run of them one', () => {
  assert.deepEqual(faultsOf('a: \0\0b\u0001\n# \u0007\n"c\u001b": d'), [
    ['not-printable', 3, 'U+0000'],
    ['not-printable', 6, 'U+0001'],
    ['not-printable', 10, 'U+0007'],
    ['not-printable', 14, 'U+001B'],
  ]);
});

test('what JSON allows in strings is allowed in quotes only', () => {
  for (const [character, name] of [
    ['\u007f', 'U+007F'],
    ['\u0080', 'U+0080'],
    ['\ufeff', 'U+FEFF'],
    ['\ufffe', 'U+FFFE'],
    ['\uffff', 'U+FFFF'],
  ] as const) {
    assert.deepEqual(faultsOf(`a: "${character}"\n'${character}': b\n`), []);
    assert.deepEqual(faultsOf(`a: b${character}`), [['not-printable', 4, name]]);
    assert.deepEqual(faultsOf(`# ${character}`), [['not-printable', 2, name]]);
  }
});

test('halves of surrogate pairs are faults, whole ones are not', () => {
  assert.deepEqual(faultsOf('a: 👍𠮷\nb: "\ud83d"\n\udc4d: c'), [
    ['not-printable', 12, 'U+D83D'],
    ['not-printable', 15, 'U+DC4D'],
  ]);
});

test('other characters of the world are printable', () => {
  assert.deepEqual(faultsOf('名称: é\u0085ñ\u00a0\u2028\ue000\ufffd\u200d😀\n'), []);
});

test('a text that was no UTF-8 is named once, and faults of syntax behind that are its doing', () => {
  const { problems } = read('a: @b\nc: \ufffd\ufffd@\nd: "e\nf: {}\nf: @\n', { invalidAt: 9 });
  assert.deepEqual(
    problems.map(({ code, span }) => [code, span.start]),
    [
      ['bad-scalar-start', 3],
      ['not-utf8', 9],
      ['duplicate-key', 25],
    ],
  );
});
