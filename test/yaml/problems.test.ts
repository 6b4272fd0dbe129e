// One slip, one problem, at its own place; and the rest of the document is read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type YamlSyntaxCode, yamlSyntaxCodes } from '../../server/src/yaml/problem-codes.ts';
import { json, read, unmark } from './reading.ts';

/** The slip marked `«…»`, and what is read all the same. */
const slips: readonly (readonly [YamlSyntaxCode, string, string])[] = [
  ['not-printable', 'a: «\0»\0b\nc: 1', '{a: "\ufffd\ufffdb", c: 1}'],
  ['tab-indentation', 'a:\n«\t»b: 1\nc: 2', '{a: {b: 1}, c: 2}'],
  ['tab-indentation', 'a:\n  b:\n    c: 1\n«\t»d: 2\n  e: 3', '{a: {b: {c: 1}, d: 2, e: 3}}'],
  ['unclosed-quote', 'a: «"»x\nb: 1\nc: 2', '{a: "x", b: 1, c: 2}'],
  ['unclosed-quote', "a: «'»x\nb: 'y'\nc: 2", '{a: "x", b: "y", c: 2}'],
  ['unclosed-quote', 'a: [«"»x, y]\nb: 1', '{a: ["x, y]"], b: 1}'],
  ['unclosed-quote', 'a:\n  b: «"»x\\"\n  c: 1', '{a: {b: "x\\"", c: 1}}'],
  ['unclosed-bracket', 'a: «[»b, c\nd: 1', '{a: ["b", "c"], d: 1}'],
  ['unclosed-bracket', 'x:\n  a: «{»b: c\n  d: 1', '{x: {a: {b: "c"}, d: 1}}'],
  ['unclosed-bracket', 'a: {b: «[»c, d}\ne: 1', '{a: {b: ["c", "d"]}, e: 1}'],
  ['unclosed-bracket', '«[»a', '["a"]'],
  ['wrong-bracket', 'a: [b«}»\nc: 1', '{a: ["b"], c: 1}'],
  ['unexpected-bracket', 'a: [b]«]»\nc: 1', '{a: ["b"], c: 1}'],
  ['unexpected-bracket', 'a: «}»\nc: 1', '{a: null, c: 1}'],
  ['missing-comma', 'a: {b: c «d»: e}\nf: 1', '{a: {b: "c", d: "e"}, f: 1}'],
  ['missing-comma', '{"a": 1\n  «"b"»: 2}', '{a: 1, b: 2}'],
  ['missing-comma', 'a: &a 1\nb: [*a«[»c], d]', '{a: 1, b: [1, ["c"], "d"]}'],
  ['missing-comma', 'a: ["b" «"»c"]', '{a: ["b", "c"]}'],
  ['full-width-comma', '{a: 甲«，»b: 2}', '{a: "甲", b: 2}'],
  ['full-width-comma', 'a: {b: 甲，乙 «，» c: d, e: f}\ng: 1', '{a: {b: "甲，乙", c: "d", e: "f"}, g: 1}'],
  ['full-width-comma', 'a: {b: 甲«，»"c": 2}', '{a: {b: "甲", c: 2}}'],
  ['unexpected-comma', 'a: [b,«,» c]', '{a: ["b", "c"]}'],
  ['missing-colon', 'a: 1\n«tit»\nb: 2', '{a: 1, tit: null, b: 2}'],
  ['missing-colon', 'a:\n  «tit»\n  b: 2\nc: 3', '{a: {tit: null, b: 2}, c: 3}'],
  ['missing-colon', 'a:\n  - «tit»\n    b: 2', '{a: [{tit: null, b: 2}]}'],
  ['missing-colon', 'a: 1\n«tit»', '{a: 1, tit: null}'],
  ['missing-space-after-colon', 'a«:»b\nc: 1', '{a: "b", c: 1}'],
  ['missing-space-after-colon', 'a: 1\nb«:»[c, d]\ne: 1', '{a: 1, b: ["c", "d"], e: 1}'],
  ['full-width-colon', 'a: 1\n名称«：»"b"\nc: 1', '{a: 1, 名称: "b", c: 1}'],
  ['full-width-colon', '名 «：» b\nc: 1', '{名: "b", c: 1}'],
  ['full-width-space-after-colon', 'a«:»　b\nc: 1', '{a: "b", c: 1}'],
  ['full-width-space-after-colon', 'a«:»\u00a0 b\nc: 1', '{a: "b", c: 1}'],
  ['missing-space-after-dash', '- a\n«-»b\n- c', '["a", "b", "c"]'],
  ['missing-space-before-comment', 'a: "b"«#c»\nd: 1', '{a: "b", d: 1}'],
  ['missing-space-after-property', 'a: !!str«"»b"', '{a: "b"}'],
  ['missing-line-break', '--- «a»: 1', '{a: 1}'],
  ['missing-dash', '- "a"\n  «b»: c\n- d', '["a", {b: "c"}, "d"]'],
  ['missing-document-start', '%YAML 1.2\n«a»: 1', '{a: 1}'],
  ['bad-indentation', 'a: 1\n  «b»: 2\nc: 3', '{a: 1, b: 2, c: 3}'],
  ['bad-indentation', 'a:\n    b: 1\n  «c»: 2\n  d: {}\ne: 3', '{a: {b: 1, c: 2, d: {}}, e: 3}'],
  ['bad-indentation', '  a: 1\n«b»: 2', '{a: 1, b: 2}'],
  ['bad-indentation', 'a:\n    - b\n  «- c»\nd: 1', '{a: ["b", "c"], d: 1}'],
  ['bad-indentation', 'a:\n  b: 1\n  «- c»\nd: 1', '{a: {b: 1}, d: 1}'],
  ['full-width-indentation', 'a:\n  b:\n    c: 1\n«　　»d: 2\n    e: 3\n  f: 4\ng: 5', '{a: {b: {c: 1}}, 　　d: 2, e: 3, f: 4, g: 5}'],
  ['full-width-indentation', 'a:\n«\u00a0\u00a0»b: 1\n  # why\n  c: 2', '{a: null, \u00a0\u00a0b: 1, c: 2}'],
  ['full-width-indentation', 'a: |\n  b\n«　　»c\nd: 1', '{a: "b\\n", 　　c: null, d: 1}'],
  ['bad-block-scalar-indentation', 'a: |\n   \n  «b»\nc: 1', '{a: " \\nb\\n", c: 1}'],
  ['bad-block-scalar-header', 'a: |«x»\n  b\nc: 1', '{a: "b\\n", c: 1}'],
  ['bad-scalar-start', 'a: «@»b\nc: 1', '{a: "@b", c: 1}'],
  ['bad-escape', 'a: "«\\q»"\nb: 1', '{a: "\\\\q", b: 1}'],
  ['bad-escape', 'a: "«\\q»«\\z»"', '{a: "\\\\q\\\\z"}'],
  ['bad-alias', 'a: «*»\nb: 1', '{a: *, b: 1}'],
  ['bad-anchor', 'a: «&»\nb: 1', '{a: null, b: 1}'],
  ['unresolved-alias', 'a: «*b»\nb: &b 1', '{a: *b, b: 1}'],
  ['properties-on-alias', 'a: &a 1\nb: &b «*a»', '{a: 1, b: 1}'],
  ['several-anchors', 'a: &a «&b» c', '{a: "c"}'],
  ['several-tags', 'a: !!str «!!str» c', '{a: "c"}'],
  ['bad-property-order', '!!str «?» a', '{a: null}'],
  ['bad-tag', 'a: «!e!x» b', '{a: "b"}'],
  ['unknown-tag', 'a: «!local» b', '{a: "b"}'],
  ['unknown-tag', 'a: «!!set» {b}', '{a: {b: null}}'],
  ['tag-mismatch', 'a: «!!int» b', '{a: "b"}'],
  ['tag-mismatch', 'a: «!!map» []', '{a: []}'],
  ['bad-directive', '«%TAG !e!»\n---\na: 1', '{a: 1}'],
  ['unsupported-version', '%YAML «2.0»\n---\na: 1', '{a: 1}'],
  ['multiline-key', '«"a»\n  b": c\nd: 1', '{a b: "c", d: 1}'],
  ['long-key', `a: 1\n«${'b'.repeat(1025)}»: 2`, `{a: 1, ${'b'.repeat(1025)}: 2}`],
  ['nested-map-on-one-line', 'title: «Plan»: flood # c\nb: 1', '{title: "Plan: flood", b: 1}'],
  ['nested-map-on-one-line', 'a: «b»: {c: d}\ne: 1', '{a: {b: {c: "d"}}, e: 1}'],
  ['nested-map-on-one-line', 'a: «b»:\n    c: d\ne: 1', '{a: {b: {c: "d"}}, e: 1}'],
  ['list-on-key-line', 'a: «-» b\nc: 1', '{a: "b", c: 1}'],
  ['block-in-flow', 'a: [«-» b]\nc: 1', '{a: ["b"], c: 1}'],
  ['text-behind-quote', 'a: "b" «c»\nd: 1', '{a: "b", d: 1}'],
  ['text-behind-quote', "a: 'it'«s'»\nd: 1", '{a: "it", d: 1}'],
  ['unexpected-content', '- a\n«b»: c\nd: e', '["a"]'],
  ['bad-merge', '<<: «1»\na: 2', '{<<: 1, a: 2}'],
  ['bad-merge', '«<<»:\na: 2', '{<<: null, a: 2}'],
  ['bad-merge', 'a: {<<: [{b: 1}, «2»]}', '{a: {<<: [{b: 1}, 2]}}'],
];

for (const [code, marked, tree] of slips) {
  test(`${code}: ${JSON.stringify(marked.slice(0, 40))}`, () => {
    const { text, spans } = unmark(marked);
    const { problems, documents } = read(text);
    assert.deepEqual(
      problems.map((problem) => ({ code: problem.code, rule: problem.rule, span: problem.span })),
      spans.map((span) => ({ code, rule: 'yaml-syntax', span })),
    );
    assert.equal(json(documents[0]?.root), tree);
  });
}

test('every fault of syntax has a slip here', () => {
  const shown = new Set(slips.map(([code]) => code));
  // `syntax` stands for what the library may say in a later version; `not-utf8` is of characters.test.ts.
  assert.deepEqual(
    yamlSyntaxCodes.filter((code) => !shown.has(code)),
    ['syntax', 'not-utf8'],
  );
});

function dataOf(text: string): unknown {
  return read(text).problems[0]?.data;
}

test('problems carry what a message may quote', () => {
  assert.deepEqual(dataOf('a: \u0007'), { character: 'U+0007' });
  assert.deepEqual(dataOf('a: "b\nc: 1'), { quote: '"' });
  assert.deepEqual(dataOf('a: {b\nc: 1'), { opening: '{', closing: '}' });
  assert.deepEqual(dataOf('a: {b]'), { expected: '}', found: ']' });
  assert.deepEqual(dataOf('a: b]]\nc: [d]]'), { found: ']' });
  assert.deepEqual(dataOf('a: 1\nb\nc: 2'), { key: 'b' });
  assert.deepEqual(dataOf(`a: 1\n${'长'.repeat(50)}\nc: 2`), { key: `${'长'.repeat(40)}…` });
  assert.deepEqual(dataOf('a: 1\nb:2\nc: 2'), { key: 'b' });
  assert.deepEqual(dataOf('a: "\\q"'), { escape: '\\q' });
  assert.deepEqual(dataOf('a: @b'), { character: '@' });
  assert.deepEqual(dataOf('a: |9x\n  b'), { header: '|9x' });
  assert.deepEqual(dataOf('a: !t b'), { tag: '!t' });
  assert.deepEqual(dataOf('a: !!int b'), { tag: '!!int', value: 'b' });
  assert.deepEqual(dataOf('a: *b'), { name: 'b' });
  assert.deepEqual(dataOf('%YAML 3.0\n---\n'), { version: '3.0' });
});

function codesOf(text: string): readonly string[] {
  return read(text).problems.map(({ code }) => code);
}

test('one slip does not set off others', () => {
  assert.deepEqual(codesOf('a: b: c: d: e\n'), ['nested-map-on-one-line']);
  assert.deepEqual(codesOf('a: [\n- b\n]\nc: 1\n'), ['unclosed-bracket']);
  assert.deepEqual(codesOf('a: {\nb: 1,\nc: 2\n}\nd: 1\n'), ['unclosed-bracket']);
  assert.deepEqual(codesOf('a: {b: {c: [d\ne: 1\n'), ['unclosed-bracket']);
  assert.deepEqual(codesOf('- a\nb: c\nd: [e]\nf: "g"\n'), ['unexpected-content']);
  assert.deepEqual(codesOf('a: &x - b\n'), ['list-on-key-line']);
  assert.deepEqual(codesOf('a: "b" "c" "d"\n'), ['text-behind-quote']);
});

test('slips on several lines are several problems', () => {
  assert.deepEqual(codesOf('a：1\nb：2\nc: "d\ne: [f\n'), ['full-width-colon', 'full-width-colon', 'unclosed-quote', 'unclosed-bracket']);
});

test('only the lines below full-width spaces or a tab that stand deeper echo them', () => {
  assert.deepEqual(codesOf('a:\n　b: 1\n  c: 2\nd: 1\n  e: 2\n'), ['full-width-indentation', 'bad-indentation']);
  assert.deepEqual(codesOf('a: 1\n　　b: 2\n'), []);
  assert.deepEqual(codesOf('a:\n  b:\n    c: 1\n\t\td: 2\n    e: 3\n  f: 4\ng: 5\n  h: 6\n'), ['tab-indentation', 'bad-indentation']);
});

test('what is behind the end of a root that cannot go on is left out up to the next document', () => {
  const { documents, problems } = read('- a\nb: c\n---\nd: 1\n');
  assert.deepEqual(
    documents.map(({ root }) => json(root)),
    ['["a"]', '{d: 1}'],
  );
  assert.deepEqual(
    problems.map(({ document }) => document),
    [0],
  );
});

test('right YAML that is often taken for wrong has no problems', () => {
  for (const text of [
    'a: {\n  b: 1\n}',
    'a: [\n  b,\n]',
    'a: {\n  b: {},\n# comment\n}',
    'a:\n- b\n- c\nd: e',
    'a: b#c',
    'a: http://b:80/c',
    'a: it\'s "so"',
    '%YAML 1.1\n---\na: yes',
    '%UNKNOWN x\n---\na: 1',
    'a: {b: , c: }',
    'a: {b, c}',
    '? a\n: b',
    'a: x\n  - y',
    '"a":\n  b',
    '- - a\n  - b\n-\n  - c',
  ]) {
    assert.deepEqual(codesOf(text), [], text);
  }
});

test('at most a hundred faults of syntax are named in a document', () => {
  assert.equal(codesOf('a: @b\n'.repeat(150)).filter((code) => code === 'bad-scalar-start').length, 100);
  assert.equal(codesOf(`${'a: 1\nb\n---\n'.repeat(3)}`).length, 3);
});
