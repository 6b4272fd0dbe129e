// What people and programs do to a text, as sequences of edits: typing, deleting, moving lines, pasting, taking it back.
import { changeBetween } from '../../server/src/text/change.ts';
import type { Random } from './random.ts';

/** Where it begins, how many characters it takes away, and what it puts there: as it stands in a regression test. */
export type Edit = readonly [start: number, removed: number, inserted: string];

/** Edits that come one after the other; each counts its place in the text that the one before it left. */
export type Gesture = readonly Edit[];

export function applyEdit(text: string, [start, removed, inserted]: Edit): string {
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

/** The same edits backwards: what gives the first text again. */
export function undone(text: string, gesture: Gesture): Gesture {
  const back: Edit[] = [];
  let before = text;
  for (const edit of gesture) {
    const [start, removed, inserted] = edit;
    back.unshift([start, inserted.length, before.slice(start, start + removed)]);
    before = applyEdit(before, edit);
  }
  return back;
}

/** One gesture; `other` is a text to take pieces from. */
export function gestureIn(text: string, other: string, random: Random): Gesture {
  const gesture = random.pick(gestures)(text, other, random);
  // Editors send an edit as it was made, the session the least that differs.
  return random.percent(70)
    ? leastEdits(text, gesture)
    : gesture.map((edit, index) => widened(textBefore(text, gesture, index), edit, random));
}

/** One that leaves a sound text sound, more often than not: a word becomes another, a letter or digit more. */
export function gentleGestureIn(text: string, random: Random): Gesture {
  const words = [...text.matchAll(/[\p{L}\d][\p{L}\d-]*/gu)];
  if (words.length === 0) return [];
  const place = random.pick(words);
  const [word] = place;
  const end = place.index + word.length;
  switch (random.below(4)) {
    case 0:
      return [...random.pick(['s', 'ed', '-2', '名', '7'])].map((character, index): Edit => [end + index, 0, character]);
    case 1:
      return [[place.index, word.length, random.pick(words)[0]]];
    case 2:
      return duplicateLines(text, text, random);
    default:
      return [[end - 1, 1, /\d$/.test(word) ? String(random.below(10)) : random.pick(['a', 'e', 's'])]];
  }
}

type Making = (text: string, other: string, random: Random) => Gesture;

const tokens = [
  ...['a', 'x: y', 'x:', 'x: ', 'k: v', '名称：', '名称: 值', '👍', 'null', '~', '010', '0x1F', '1e3', '2025-01-01', 'true', '-1', '.inf'],
  ...[' ', '  ', '    ', '\t', '\n', '\n\n', '\n  ', '\n    ', '\n      ', '\n\t', '\r\n', '\r', '\n \n', '  \n'],
  ...[
    '\n- ',
    '\n  - a',
    '\n- - b',
    '\nk: v\n',
    '\nk:\n  a: b\n',
    '\nk:\n- a\n',
    '\n? a\n: b\n',
    '\n  ? c\n',
    '\n: d\n',
    '\n  a: b\n  c: d\n',
  ],
  ...[
    '"',
    "'",
    '""',
    "''",
    '[',
    ']',
    '[]',
    '{',
    '}',
    '{}',
    '[a, b]',
    '{a: b}',
    ', ',
    ',',
    ': ',
    ':',
    '#',
    ' # c',
    '\n# c\n',
    '\n    # c\n',
    '\t# c',
  ],
  ...[
    '- ',
    '-',
    '? ',
    '|',
    '>',
    ' |\n',
    ' >-\n',
    ' |2\n',
    ' |+\n',
    ' |\n    t\n',
    ' >\n  a\n  b\n\n   c\n',
    '&a ',
    '&a',
    '*a',
    ' *a',
    '<<: *a',
    '<<: [*a, *b]\n',
  ],
  ...[
    '%',
    '%YAML 1.2\n',
    '---\n',
    '---',
    '\n---\n',
    '\n--- a\n',
    '\n--- # c\n',
    '...\n',
    '\n...\n',
    '\n...\n---\n',
    '@',
    '`',
    '!',
    '!t ',
    '!!str ',
    '!<x> ',
  ],
  ...[
    '\\',
    '\\n',
    '\\x41',
    '\\',
    '"a\n  b"',
    "'a': b\n",
    '"a" : b\n',
    "'it''s'",
    '"\\u4e2d"',
    '"a\\\n  b"',
    '\ufeff',
    '\0',
    '\ud83d',
    '\udc4d',
    '\u0085',
    '\u2028',
    '\x7f',
  ],
];

/** What is typed with every kind of closing character that editors add. */
const words = [
  ...[
    'name: "a b"',
    "title: 'x'",
    '- {a: b}',
    'list: [a, b]',
    '  key: value',
    '    - item # note',
    'x: |\n  text\n',
    '组织: 红十字会\n',
    '# govplan-disable-next-line x',
  ],
  ...['k:\n  a: 1\n  b: 2\n', '- a\n- b\n', '<<: *base', 'a: &x {b: c}', '---\na: b\n', '"q": \'r\'', 'a: b: c', '? a\n: b\n', '{"a":"b"}'],
];

const closings: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

const gestures: readonly Making[] = [
  insertToken,
  insertToken,
  insertToken,
  deleteSome,
  deleteSome,
  deleteLines,
  replaceSome,
  typeWord,
  typeWord,
]
  .concat([moveLine, duplicateLines, indentLines, indentLines, commentLines, breakLine, joinLines, paste, paste, pasteLines])
  .concat([renameWord, changeLineEnd, replaceAll, quoteWord, backspaces]);

function insertToken(text: string, _: string, random: Random): Gesture {
  return [[placeIn(text, random), 0, random.pick(tokens)]];
}

function deleteSome(text: string, _: string, random: Random): Gesture {
  const start = placeIn(text, random);
  const length = random.percent(60) ? 1 + random.below(3) : random.below(60);
  return [[start, Math.min(length, text.length - start), '']];
}

function replaceSome(text: string, _: string, random: Random): Gesture {
  const start = placeIn(text, random);
  return [[start, Math.min(random.below(12), text.length - start), random.pick(tokens)]];
}

function deleteLines(text: string, _: string, random: Random): Gesture {
  const [start, end] = linesIn(text, random);
  return [[start, end - start, '']];
}

/** Character by character; an opening quote or bracket brings its closing one along, and typing that one goes over it. */
function typeWord(text: string, _: string, random: Random): Gesture {
  let at = placeIn(text, random);
  const isClosing = random.percent(60);
  const open: string[] = [];
  const gesture: Edit[] = [];
  for (const character of random.percent(60) ? random.pick(words) : random.pick(tokens)) {
    if (isClosing && open.at(-1) === character) {
      open.pop();
      at++;
      continue;
    }
    const closing = isClosing ? closings[character] : undefined;
    gesture.push([at, 0, character + (closing ?? '')]);
    if (closing !== undefined) open.push(closing);
    at += character.length;
  }
  return gesture;
}

function backspaces(text: string, _: string, random: Random): Gesture {
  const end = placeIn(text, random);
  const count = Math.min(end, 1 + random.below(12));
  return Array.from({ length: count }, (_each, index): Edit => [end - 1 - index, 1, '']);
}

function moveLine(text: string, _: string, random: Random): Gesture {
  const [start, end] = linesIn(text, random);
  const moved = text.slice(start, end);
  const rest = text.slice(0, start) + text.slice(end);
  return [
    [start, end - start, ''],
    [lineStartIn(rest, random), 0, moved],
  ];
}

function duplicateLines(text: string, _: string, random: Random): Gesture {
  const [start, end] = linesIn(text, random);
  return [[random.percent(70) ? end : lineStartIn(text, random), 0, text.slice(start, end)]];
}

/** Each line by one edit, as editors do it, or all of them at once. */
function indentLines(text: string, _: string, random: Random): Gesture {
  const [start, end] = linesIn(text, random);
  const lines = text.slice(start, end);
  const by = random.pick([-8, -4, -2, -2, -1, 1, 2, 2, 4]);
  const unit = random.percent(5) ? '\t' : ' '.repeat(Math.max(by, 0));
  const shifted = by > 0 ? lines.replace(/^(?=[^\r\n])/gm, unit) : lines.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
  return [[start, end - start, shifted]];
}

function commentLines(text: string, _: string, random: Random): Gesture {
  const [start, end] = linesIn(text, random);
  const lines = text.slice(start, end);
  const isOut = random.percent(30);
  return [[start, end - start, isOut ? lines.replace(/^( *)# ?/gm, '$1') : lines.replace(/^(?=[^\r\n])/gm, '# ')]];
}

function breakLine(text: string, _: string, random: Random): Gesture {
  const at = placeIn(text, random);
  return [[at, 0, `${lineBreakOf(text)}${' '.repeat(random.pick([0, 0, 1, 2, 2, 4, 6]))}`]];
}

function joinLines(text: string, _: string, random: Random): Gesture {
  const at = text.indexOf('\n', placeIn(text, random));
  if (at < 0) return [];
  const blanks = /^ */.exec(text.slice(at + 1))?.[0].length ?? 0;
  return [[at, 1 + (random.percent(50) ? blanks : 0), random.pick(['', ' '])]];
}

function paste(text: string, other: string, random: Random): Gesture {
  const from = placeIn(other, random);
  const start = placeIn(text, random);
  const removed = random.percent(60) ? 0 : Math.min(random.below(40), text.length - start);
  return [[start, removed, other.slice(from, from + random.below(80))]];
}

function pasteLines(text: string, other: string, random: Random): Gesture {
  const [start, end] = linesIn(other, random);
  const lines = other.slice(start, end);
  const by = ' '.repeat(random.pick([0, 0, 0, 2, 4]));
  return [[lineStartIn(text, random), 0, lines.replace(/^(?=[^\r\n])/gm, by)]];
}

function renameWord(text: string, _: string, random: Random): Gesture {
  const found = [...text.matchAll(/[\p{L}\d-]+/gu)];
  if (found.length === 0) return [];
  const [word] = random.pick(found);
  const name = random.pick(['x', 'new-name', '新名', `${word}2`, '"q"', '1']);
  const gesture: Edit[] = [];
  for (const place of found.filter(([same]) => same === word).reverse()) gesture.push([place.index, word.length, name]);
  return gesture;
}

function quoteWord(text: string, _: string, random: Random): Gesture {
  const found = [...text.matchAll(/[\p{L}\d-]+/gu)];
  if (found.length === 0) return [];
  const place = random.pick(found);
  const quote = random.pick(['"', "'"]);
  return [
    [place.index + place[0].length, 0, quote],
    [place.index, 0, quote],
  ];
}

function changeLineEnd(text: string, _: string, random: Random): Gesture {
  if (random.percent(30)) {
    const changed = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
    return [[0, text.length, changed]];
  }
  const at = text.indexOf('\n', placeIn(text, random));
  if (at < 0) return [];
  return text[at - 1] === '\r' ? [[at - 1, 1, '']] : [[at, random.below(2), random.pick(['\r', '\r\n'])]];
}

/** Another text in place of this one, or none: what a formatter, a checkout or a hurried author does. */
function replaceAll(text: string, other: string, random: Random): Gesture {
  if (random.percent(60)) return [];
  return [[0, text.length, random.percent(30) ? '' : other]];
}

/** Somewhere in a text; most often where something begins or ends. */
function placeIn(text: string, random: Random): number {
  const at = random.below(text.length + 1);
  if (random.percent(50)) return at;
  const next = /[\s:"'[\]{},#-]/.exec(text.slice(at, at + 40));
  return Math.min(text.length, at + (next?.index ?? 0) + random.below(2));
}

function lineStartIn(text: string, random: Random): number {
  return text.lastIndexOf('\n', random.below(text.length + 1) - 1) + 1;
}

/** Some lines: mostly one, or an entry with what is indented below it. */
function linesIn(text: string, random: Random): readonly [start: number, end: number] {
  const start = lineStartIn(text, random);
  let end = start;
  const isEntry = random.percent(40);
  const indent = /^ */.exec(text.slice(start))?.[0].length ?? 0;
  for (let count = isEntry ? 30 : random.pick([1, 1, 1, 2, 3, 8]); count > 0 && end < text.length; count--) {
    const lineFeed = text.indexOf('\n', end);
    end = lineFeed < 0 ? text.length : lineFeed + 1;
    if (isEntry && (/^ */.exec(text.slice(end))?.[0].length ?? 0) <= indent) break;
  }
  return [start, end];
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function textBefore(text: string, gesture: Gesture, index: number): string {
  return gesture.slice(0, index).reduce(applyEdit, text);
}

function leastEdits(text: string, gesture: Gesture): Gesture {
  const least: Edit[] = [];
  let before = text;
  for (const edit of gesture) {
    const after = applyEdit(before, edit);
    const change = changeBetween(before, after);
    if (change) least.push([change.start, change.oldEnd - change.start, after.slice(change.start, change.newEnd)]);
    before = after;
  }
  return least;
}

/** The same edit, said with some of what stands around it. */
function widened(text: string, [start, removed, inserted]: Edit, random: Random): Edit {
  if (random.percent(60)) return [start, removed, inserted];
  const from = Math.max(0, start - random.below(20));
  const to = Math.min(text.length, start + removed + random.below(20));
  return [from, to - from, text.slice(from, start) + inserted + text.slice(start + removed, to)];
}
