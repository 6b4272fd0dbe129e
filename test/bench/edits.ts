// What is typed into a plan: each edit with what takes it back, so that a document is the same again after every pair.
import type { Bilingual } from '../../server/src/plan/field.ts';
import type { Change, Position } from './language-server.ts';

/** The changes of one notification, and the changes that take them back. */
export interface Edit {
  readonly name: Bilingual;
  readonly steps: readonly (readonly Change[])[];
}

/** One character at the end of a text value in the middle of the plan. */
export function typing(text: string): Edit {
  const lines = text.split('\n');
  const line = middle(lines, /^ {4}name: \S*$/);
  const at = { line, character: length(lines, line) };
  return { name: { en: 'a character in a text value', zh: '在文本值中键入一个字符' }, steps: insertion(at, '水') };
}

/** The edits that touch more than the line they stand in. */
export function worstEdits(text: string): readonly Edit[] {
  const lines = text.split('\n');
  const line = middle(lines, /^ {4}name: \S*$/);
  const value = { line, character: '    name: '.length };
  const end = { line, character: length(lines, line) };
  const oneOn = { line, character: end.character + 1 };
  return [
    {
      name: { en: 'a dedent to column 0', zh: '缩进退到第 0 列' },
      steps: [
        [{ range: { start: { line, character: 0 }, end: { line, character: 4 } }, text: '' }],
        [insert({ line, character: 0 }, '    ')],
      ],
    },
    {
      name: { en: 'a quote opened, then closed', zh: '输入左引号，再补上右引号' },
      steps: [[insert(value, '"')], [insert(oneOn, '"')], [remove(oneOn)], [remove(value)]],
    },
    { name: { en: 'a much used id changed where it is declared', zh: '改动被大量引用的标识的声明' }, steps: declaration(lines) },
    { name: { en: 'a much used id renamed everywhere', zh: '重命名被大量引用的标识' }, steps: renaming(lines) },
    { name: { en: 'Enter in the middle', zh: '在中间换行' }, steps: insertion(end, '\n    ', { line: line + 1, character: 4 }) },
  ];
}

/** Everything in a generated plan hangs on it. */
const usedId = 'emergency-bureau';

function declaration(lines: readonly string[]): Edit['steps'] {
  const line = lines.indexOf(`  ${usedId}:`);
  return insertion({ line, character: 2 + usedId.length }, '2');
}

/** Every place at once, as an editor applies a rename; and back. */
function renaming(lines: readonly string[]): Edit['steps'] {
  const other = usedId.toUpperCase();
  const places = lines.flatMap((text, line) =>
    [...text.matchAll(new RegExp(`(?<![\\w-])${usedId}(?![\\w-])`, 'g'))].map(({ index }) => ({
      start: { line, character: index },
      end: { line, character: index + usedId.length },
    })),
  );
  return [places.map((range) => ({ range, text: other })), places.map((range) => ({ range, text: usedId }))];
}

function insertion(at: Position, text: string, end: Position = { ...at, character: at.character + text.length }): Edit['steps'] {
  return [[insert(at, text)], [{ range: { start: at, end }, text: '' }]];
}

function insert(at: Position, text: string): Change {
  return { range: { start: at, end: at }, text };
}

function remove(at: Position): Change {
  return { range: { start: at, end: { ...at, character: at.character + 1 } }, text: '' };
}

/** The first line from the middle on that looks like this. */
function middle(lines: readonly string[], form: RegExp): number {
  const line = lines.findIndex((text, index) => index >= lines.length * middleOfOrganizations && form.test(text));
  if (line < 0) throw new Error(`no line of the plan looks like ${form}`);
  return line;
}

/** Behind two fifths of the lines a generated plan is in the middle of its longest section. */
const middleOfOrganizations = 0.4;

function length(lines: readonly string[], line: number): number {
  return lines[line]?.length ?? 0;
}
