// Applies safe fixes until none is left: what `--fix` and "fix all" do. Works on a text and its findings, so any host can use it.
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { firstFrom } from '../text/halving.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Finding } from './finding.ts';

/** One fix may bring up the next, as a mended key shows a misspelt value; nothing in the format goes deeper than this. */
const MOST_ROUNDS = 10;

export interface Fixed {
  readonly text: string;
  /** The findings whose fixes were applied, in the order of application; their places are those of the text they were found in. */
  readonly applied: readonly Finding[];
  /** What is found in the text as it is now. */
  readonly remaining: readonly Finding[];
}

/**
 * Applies the safe fixes of all findings that are not suppressed. Fixes whose edits touch are not applied together: the later one in the
 * text waits for the next round, for which `relint` finds anew what is wrong. A fix is applied with all its edits or not at all.
 */
export async function applyFixes(
  text: string,
  findings: readonly Finding[],
  relint: (text: string) => Promise<readonly Finding[]>,
): Promise<Fixed> {
  const applied: Finding[] = [];
  const seen = new Set([text]);
  let current = text;
  let remaining = findings;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = chooseFixes(current, remaining);
    const next = applyEdits(current, chosen.edits).text;
    // A text that was there before would come round again: two fixes disagree, and neither is to win by chance.
    if (seen.has(next)) break;
    seen.add(next);
    for (const finding of chosen.findings) applied.push(finding);
    current = next;
    remaining = await relint(current);
  }
  return { text: current, applied, remaining };
}

/** Whether a finding has a fix that needs nobody's judgement. */
export function isSafelyFixable(finding: Finding): boolean {
  return finding.suppressed === undefined && finding.fixes.some(({ safe }) => safe);
}

/** The findings of a file that have such a fix. None where the file was no UTF-8: written back, what was replaced when it was read would stay. */
export function safelyFixable({ stream }: Pick<SourceFile, 'stream'>, findings: readonly Finding[]): readonly Finding[] {
  const isDamaged = stream.problems.some(({ code }) => code === 'not-utf8');
  return isDamaged ? [] : findings.filter(isSafelyFixable);
}

interface Chosen {
  readonly findings: readonly Finding[];
  readonly edits: readonly TextEdit[];
}

/** The fixes that can be applied together, first come, first served in the order of the text. */
function chooseFixes(text: string, findings: readonly Finding[]): Chosen {
  const chosen: Finding[] = [];
  /** Ordered by place; no two of different fixes touch. */
  const accepted: TextEdit[] = [];
  for (const finding of findings) {
    if (!isSafelyFixable(finding)) continue;
    const edits = finding.fixes.find(({ safe }) => safe)?.edits(text) ?? [];
    // What several findings ask for alike, as those about one shared node do, is done once for all of them.
    const fresh = edits.filter((edit) => !neighbours(accepted, edit).some((other) => isSame(edit, other)));
    if (edits.length === 0 || fresh.some((edit) => neighbours(accepted, edit).some((other) => touch(edit, other)))) continue;
    chosen.push(finding);
    for (const edit of fresh) accepted.splice(placeOf(accepted, edit), 0, edit);
  }
  return { findings: chosen, edits: accepted };
}

/** The accepted edits before and behind another: if any touches it, one of these does. */
function neighbours(accepted: readonly TextEdit[], edit: TextEdit): readonly TextEdit[] {
  const place = placeOf(accepted, edit);
  return accepted.slice(Math.max(0, place - 1), place + 1);
}

/** The index of the first accepted edit that does not begin before another. */
function placeOf(accepted: readonly TextEdit[], edit: TextEdit): number {
  return firstFrom(accepted, ({ span }) => span.start >= edit.span.start);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Whether two edits overlap, or one inserts where the other begins or ends, so that their order would decide what comes out. */
function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  const isInsertion = a.start === a.end || b.start === b.end;
  return isInsertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
