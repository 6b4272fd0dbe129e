// The mode quadrant for a terminal: L from left (society) to right (government), X upwards, the cells of the method, and points in them.

import { method } from '../governance/method.ts';
import type { Bilingual } from '../plan/field.ts';
import { displayWidth, fit } from './display-width.ts';

export interface QuadrantPoint {
  /** One column wide. */
  readonly mark: string;
  /** 0 … 1 on both axes. */
  readonly L: number;
  readonly X: number;
}

const cell = (en: string, zh: string): Bilingual => ({ en, zh });
const upperCells = [cell('society-led', '社会主导的合作'), cell('equal cooperation', '平等合作'), cell('collaborative', '协同治理')];
const lowerCells = [cell('social autonomy', '社会自治'), cell('parallel', '并行（碎片化）'), cell('government control', '政府管控')];

/** Inner width and height of the picture, in characters. */
const width = 66;
const height = 10;

/**
 * Lines of equal structure in both languages. Of points close together the last stays where it is, the others stand beside it with a blank
 * between them, so that all are seen and no two digits are read as one number.
 */
export function quadrantText(points: readonly QuadrantPoint[], language: keyof Bilingual): readonly string[] {
  const { societyLocus, governmentLocus, interaction } = method.thresholds;
  const left = Math.round(societyLocus * width);
  const right = Math.round(governmentLocus * width);
  const split = Math.round((1 - interaction) * height);
  const rows = Array.from({ length: height }, (_, row): string[] =>
    backgroundRow(row === split - 1 ? upperCells : row === height - 1 ? lowerCells : undefined, left, right, language),
  );
  const taken = new Set<string>();
  for (const { mark, L, X } of [...points].reverse()) {
    const row = Math.min(height - 1, Math.floor((1 - clamp(X)) * height));
    const exact = Math.min(width - 1, Math.floor(clamp(L) * width));
    const isFree = (candidate: number): boolean => [-1, 0, 1].every((step) => !taken.has(`${row} ${candidate + step}`));
    const column = beside(exact).find(isFree) ?? exact;
    taken.add(`${row} ${column}`);
    put(rows[row] as string[], column, mark);
  }
  const border = (start: string, cross: string, end: string): string =>
    start + '─'.repeat(left) + cross + '─'.repeat(right - left - 1) + cross + '─'.repeat(width - right - 1) + end;
  const axis = (label: string): string => label.padStart(6);
  const body = rows.map((row) => `${axis('')}│${row.join('')}│`);
  body.splice(split, 0, `${axis(interaction.toFixed(2))}${border('├', '┼', '┤')}`);
  const scale = place(place(place('0'.padEnd(width + 1), left, societyLocus.toFixed(2)), right, governmentLocus.toFixed(2)), width, '1');
  return [`${axis('X 1')}${border('┌', '┬', '┐')}`, ...body, `${axis('0')}${border('└', '┴', '┘')}`, `${axis('')} ${scale} L`];
}

/** A row of single columns, the cells' names in it; a wide character stands in its first column and leaves the second empty. */
function backgroundRow(names: readonly Bilingual[] | undefined, left: number, right: number, language: keyof Bilingual): string[] {
  const columns: string[] = Array.from({ length: width }, (_, column) => (column === left || column === right ? '│' : ' '));
  if (names === undefined) return columns;
  const starts = [0, left + 1, right + 1];
  const ends = [left, right, width];
  names.forEach((name, index) => {
    const [start, end] = [starts[index] as number, ends[index] as number];
    let column = start + 1;
    for (const character of fit(name[language], end - start - 1).trimEnd()) {
      columns[column] = character;
      const wide = displayWidth(character);
      if (wide === 2) columns[column + 1] = '';
      column += wide;
    }
  });
  return columns;
}

/** A column, then those around it, from the nearest outwards. */
function beside(column: number): readonly number[] {
  const steps = Array.from({ length: 25 }, (_, index) => (index % 2 === 0 ? index / 2 : -(index + 1) / 2));
  return steps.map((step) => column + step).filter((candidate) => candidate >= 0 && candidate < width);
}

/** Puts a mark on a column without shifting what stands behind it, also where half of a wide character is hit. */
function put(columns: string[], column: number, mark: string): void {
  if (columns[column] === '') columns[column - 1] = ' ';
  if (columns[column + 1] === '') columns[column + 1] = ' ';
  columns[column] = mark;
}

function place(line: string, column: number, text: string): string {
  const start = Math.max(0, column - Math.floor(text.length / 2));
  return line.slice(0, start) + text + line.slice(start + text.length);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
