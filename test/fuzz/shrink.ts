// Makes a text with edits that show a fault as small as it can: what is left is what a regression test needs.
import { applyEdit, type Edit } from './edits.ts';

/** A text, and the edits it is given one after the other. */
export interface EditedCase {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** `shows` says whether a case still shows the fault. */
export function shrink(found: EditedCase, shows: (each: EditedCase) => boolean): EditedCase {
  let best = found;
  for (let tries = mostTries, isSmaller = true; isSmaller && tries > 0; ) {
    isSmaller = false;
    for (const smaller of candidates(best)) {
      if (tries-- <= 0) break;
      if (!shows(smaller)) continue;
      best = smaller;
      isSmaller = true;
      break;
    }
  }
  return best;
}

const mostTries = 20_000;

function* candidates({ text, edits }: EditedCase): Generator<EditedCase> {
  for (let count = edits.length - 1; count > 0; count--)
    yield { text: edits.slice(0, count).reduce(applyEdit, text), edits: edits.slice(count) };
  for (let at = 0; at < edits.length; at++) {
    yield { text, edits: edits.toSpliced(at, 1) };
    const [one, next] = [edits[at], edits[at + 1]];
    if (one && next && one[0] + one[2].length === next[0])
      yield { text, edits: edits.toSpliced(at, 2, [one[0], one[1] + next[1], one[2] + next[2]]) };
  }
  for (let length = 1 << 14; length >= 1; length >>= 1) {
    if (length > text.length) continue;
    for (let at = 0; at + length <= text.length; at += length) {
      const smaller = without(text, edits, at, at + length);
      if (smaller) yield smaller;
    }
  }
  for (const [index, [start, removed, inserted]] of edits.entries()) {
    for (let length = inserted.length; length >= 1; length >>= 1) {
      for (let at = 0; at + length <= inserted.length; at += length) {
        const less = inserted.slice(0, at) + inserted.slice(at + length);
        const before = edits.slice(0, index).reduce(applyEdit, text);
        const rest = without(applyEdit(before, edits[index] as Edit), edits.slice(index + 1), start + at, start + at + length);
        if (rest) yield { text, edits: [...edits.slice(0, index), [start, removed, less], ...rest.edits] };
      }
    }
    if (removed > 0) yield { text, edits: edits.with(index, [start, removed - 1, inserted]) };
  }
  for (const simpler of ['a', ' ']) {
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string;
      if (simpler === 'a' ? /[b-zA-Z0-9\u0080-\uffff]/.test(character) : character === '\t')
        yield { text: text.slice(0, at) + simpler + text.slice(at + 1), edits };
    }
  }
}

/** A case whose text lacks a stretch that no edit touches, or takes away in whole. */
function without(text: string, edits: readonly Edit[], from: number, to: number): EditedCase | undefined {
  let [start, end] = [from, to];
  const moved: Edit[] = [];
  for (const [at, removed, inserted] of edits) {
    const delta = inserted.length - removed;
    if (at + removed <= start) {
      moved.push([at, removed, inserted]);
      start += delta;
      end += delta;
    } else if (at >= end) moved.push([at - (end - start), removed, inserted]);
    else if (at <= start && at + removed >= end) {
      moved.push([at, removed - (end - start), inserted]);
      start = at;
      end = at;
    } else return undefined;
  }
  return { text: text.slice(0, from) + text.slice(to), edits: moved };
}
