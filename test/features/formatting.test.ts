// Formatting: what is normalised, what is left alone, and what is refused.
import { test } from 'node:test';
import { checkFormat, checkUnformatted } from './support/formatting.ts';

test('maps and lists are indented by two', () => {
  checkFormat('a:\n    b:\n       c: 1\n       d: 𠮷\n    e: 2\n', 'a:\n  b:\n    c: 1\n    d: 𠮷\n  e: 2\n');
  checkFormat('a:\n- b\n- c:\n   d: 1\n', 'a:\n  - b\n  - c:\n      d: 1\n');
  checkFormat('a:\n    -   b: 1\n        c: 2\n    -\n      d: 3\n', 'a:\n  - b: 1\n    c: 2\n  -\n    d: 3\n');
  checkFormat('-   - a\n    - b\n-   c\n', '- - a\n  - b\n- c\n');
  checkFormat('  a: 1\n  b: 2\n', 'a: 1\nb: 2\n');
  checkFormat('a:\n b: 1\n', 'a:\n  b: 1\n');
});

test('white space around the signs of brackets', () => {
  checkFormat('a: {b:  1,c: 2 ,d : 3,  e: [1,2 , 3]}\n', 'a: {b: 1, c: 2, d: 3, e: [1, 2, 3]}\n');
  checkFormat('a: {"b":1, \'c\':  "2"}\n', 'a: {"b": 1, \'c\': "2"}\n');
  checkFormat('a: [b:  1, {c}, ]\n', 'a: [b: 1, {c}, ]\n');
  checkFormat('a: {b: , c: }\n', 'a: {b: , c: }\n');
  checkFormat('a: {b: &x  1, *x : 2}\n', 'a: {b: &x  1, *x : 2}\n');
  checkUnformatted('a: { b: 1 }\n');
  checkUnformatted('时间: {说明: "a ,b:c", 网址: http://x/a:b, c: 1}\n');
});

test('brackets over several lines keep their lines, and move with their entry', () => {
  checkFormat('a:\n    b: [\n        1,2,\n        3  # three\n\n\n    ]\n', 'a:\n  b: [\n      1, 2,\n      3  # three\n\n\n  ]\n');
  checkFormat('a:\n    - {b: 1,\n       c: 2}\n', 'a:\n  - {b: 1,\n     c: 2}\n');
});

test('ends of lines, blank lines, and the end of the text', () => {
  checkFormat('a: 1  \nb: 2\t\n', 'a: 1\nb: 2\n');
  checkFormat('a: 1\n\n\n\nb: 2\n   \n\t\nc: 3\n', 'a: 1\n\nb: 2\n\nc: 3\n');
  checkFormat('\n\n\na: 1\n\n\n', '\na: 1\n');
  checkFormat('a: 1', 'a: 1\n');
  checkFormat('a: 1  # 说明  \n# own\t\n', 'a: 1  # 说明\n# own\n');
  checkFormat('a: 1\r\n\r\n\r\nb:\r\n   - 2', 'a: 1\r\n\r\nb:\r\n  - 2\r\n');
  checkFormat('a: 1\r\rb: 2 ', 'a: 1\r\rb: 2\r');
  checkFormat('\ufeff  a: 1\n  b: 2\n', '\ufeffa: 1\nb: 2\n');
  checkUnformatted('');
  checkUnformatted('# only a comment\n');
});

test('comments move with what they speak of, and keep their text', () => {
  checkFormat(
    '# top\na:\n    # of b\n    b: 1 #   beside\n    # below b\n# of c\nc:\n    - 1\n    # of 2\n    - 2\n',
    '# top\na:\n  # of b\n  b: 1 #   beside\n  # below b\n# of c\nc:\n  - 1\n  # of 2\n  - 2\n',
  );
  checkFormat(
    'a:\n    b:\n        c: 1\n        # of c\n    # of b\n# of a\nd: 2\n',
    'a:\n  b:\n    c: 1\n    # of c\n  # of b\n# of a\nd: 2\n',
  );
  checkFormat('a:\n- b\n# of c\n- c\n', 'a:\n  - b\n  # of c\n  - c\n');
  checkUnformatted('a: 1\n   # 随意 #x\nb: 2\n');
});

test('block scalars keep their text to the letter', () => {
  checkFormat(
    'a:\n    b: |\n        one  \n          two\n\n\n        three\n    c: 1\n',
    'a:\n  b: |\n      one  \n        two\n\n\n      three\n  c: 1\n',
  );
  checkFormat('a:\n- |\n  x\n- >-  # note  \n  y\n', 'a:\n  - |\n    x\n  - >-  # note\n    y\n');
  checkFormat('a: |+\n  x\n\n\n\nb:\n    c: 1\n', 'a: |+\n  x\n\n\n\nb:\n  c: 1\n');
  checkFormat('a: |\n  x\n\n\n\nb:\n    c: 1\n', 'a: |\n  x\n\nb:\n  c: 1\n');
  checkFormat('a:\n    b: |2\n        x\n      y\n', 'a:\n  b: |2\n      x\n    y\n');
  checkFormat('a:\n    b: |\n        x\n      # a comment\n    c: 1\n', 'a:\n  b: |\n      x\n    # a comment\n  c: 1\n');
  checkFormat('a: |\n  x\n     \nb:\n    c: 1\n', 'a: |\n  x\n     \nb:\n  c: 1\n');
});

test('texts over several lines keep their line breaks', () => {
  checkFormat(
    'a:\n    b: one\n      two\n\n\n      three\n    c: "x  \n\n\n        y  \\\n        z"\n',
    'a:\n  b: one\n    two\n\n\n    three\n  c: "x  \n\n\n      y  \\\n      z"\n',
  );
});

test('anchors, tags, explicit keys and documents stay what they are', () => {
  checkFormat('a: &x\n    b: 1\nc:\n    <<: *x\n    d: !!str 1\n', 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: !!str 1\n');
  checkFormat('a:\n    - &x b: 1\n      c: 2\n    - &y\n      d: 3\n', 'a:\n  - &x b: 1\n    c: 2\n  - &y\n    d: 3\n');
  checkFormat('a:\n    ? b\n    : - 1\n      - 2\n    c: 3\n', 'a:\n  ? b\n  : - 1\n    - 2\n  c: 3\n');
  checkFormat(
    '%YAML 1.2\n---\na:\n    b: 1\n...\n---\n- c\n-   d: 1\n    e: 2\n',
    '%YAML 1.2\n---\na:\n  b: 1\n...\n---\n- c\n- d: 1\n  e: 2\n',
  );
});

test('a text with a fault of YAML is left alone', () => {
  checkUnformatted('a:\n    b: "1\n');
  checkUnformatted('a:\n    b: [1,2\nc:   3\n');
  checkUnformatted('a:\n    b: 1\n  c: 2\n');
  checkUnformatted('a:\n\tb: 1\n');
});

test('what is no fault of YAML is formatted, whatever a plan may say of it', () => {
  checkFormat('a:\n    b: 1\n    b: 2\nno-key:    \n', 'a:\n  b: 1\n  b: 2\nno-key:\n');
});

test('some lines are formatted without the others, or with as few as can be', () => {
  checkFormat('a:\n    b: {c:1,d:2}\n«e»:   {f:"g",h : 1}  \ni: {j : 1}\n', 'a:\n    b: {c:1,d:2}\ne:   {f:"g", h: 1}\ni: {j : 1}\n');
  checkFormat(
    'a:\n    b:\n        c: 1\n        «d: 2»\nx:\n    y: 1\n',
    'a:\n    b:\n        c: 1\n        d: 2\nx:\n    y: 1\n'
      .replace('        c: 1\n        d: 2', '    c: 1\n    d: 2')
      .replace('    b:', '  b:'),
  );
  checkFormat('a: 1  \n«b: 2  \n»c: 3  \n', 'a: 1  \nb: 2\nc: 3  \n');
});
