// What turns one text into another, as small edits: line by line, and within a changed piece from its first to its last changed character.
import type { TextEdit } from './edit.ts';

/** More changed lines than this are replaced as one piece: to compare them further would take longer than it is worth. */
const mostChangedLines = 400;

/** Edits of the old text, in order; none where both are the same. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const [old, lines] = [linesOf(before), linesOf(after)];
  let from = 0;
  while (from < old.length && from < lines.length && old[from] === lines[from]) from++;
  let behind = 0;
  while (behind < old.length - from && behind < lines.length - from && old.at(-1 - behind) === lines.at(-1 - behind)) behind++;
  const pieces = changedPieces(old.slice(from, old.length - behind), lines.slice(from, lines.length - behind));

  const edits: TextEdit[] = [];
  let line = 0;
  let offset = 0;
  for (const piece of pieces) {
    for (; line < from + piece.oldFrom; line++) offset += (old[line] as string).length;
    const removed = old.slice(line, from + piece.oldTo).join('');
    edits.push(narrowed(offset, removed, lines.slice(from + piece.newFrom, from + piece.newTo).join('')));
  }
  return edits;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Lines `oldFrom` to `oldTo` become lines `newFrom` to `newTo`, ends left out. */
interface Piece {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** By the greedy algorithm of Myers (1986): the fewest lines removed and added. */
function changedPieces(old: readonly string[], lines: readonly string[]): readonly Piece[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let changes = 0; changes <= old.length + lines.length; changes++) {
    if (changes > mostChangedLines) break;
    trace.push(new Map(furthest));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = isDown(furthest, diagonal, changes) ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < lines.length && old[x] === lines[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= old.length && x - diagonal >= lines.length) return joined(stepsBack(trace, old.length, lines.length));
    }
  }
  return [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: lines.length }];
}

function isDown(furthest: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

/** Each line that was removed or added, from the first on. */
function stepsBack(trace: readonly ReadonlyMap<number, number>[], oldLength: number, newLength: number): readonly Piece[] {
  const steps: Piece[] = [];
  let x = oldLength;
  let y = newLength;
  for (let changes = trace.length - 1; changes > 0; changes--) {
    const furthest = trace[changes] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const previous = isDown(furthest, diagonal, changes) ? diagonal + 1 : diagonal - 1;
    const fromX = furthest.get(previous) ?? 0;
    const fromY = fromX - previous;
    steps.push(
      previous > diagonal
        ? { oldFrom: fromX, oldTo: fromX, newFrom: fromY, newTo: fromY + 1 }
        : { oldFrom: fromX, oldTo: fromX + 1, newFrom: fromY, newTo: fromY },
    );
    [x, y] = [fromX, fromY];
  }
  return steps.reverse();
}

/** Steps that touch are one piece. */
function joined(steps: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const step of steps) {
    const last = pieces.at(-1);
    if (last && last.oldTo === step.oldFrom && last.newTo === step.newFrom) {
      pieces[pieces.length - 1] = { ...last, oldTo: step.oldTo, newTo: step.newTo };
    } else pieces.push(step);
  }
  return pieces;
}

/** Without the characters that both have at the beginning and at the end; a pair of surrogates and a line break stay whole. */
function narrowed(offset: number, removed: string, added: string): TextEdit {
  const shorter = Math.min(removed.length, added.length);
  let from = 0;
  while (from < shorter && removed[from] === added[from]) from++;
  while (from > 0 && (splits(removed, from) || splits(added, from))) from--;
  let behind = 0;
  while (behind < shorter - from && removed.at(-1 - behind) === added.at(-1 - behind)) behind++;
  while (behind > 0 && (splits(removed, removed.length - behind) || splits(added, added.length - behind))) behind--;
  return {
    span: { start: offset + from, end: offset + removed.length - behind },
    newText: added.slice(from, added.length - behind),
  };
}

function splits(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));
}
