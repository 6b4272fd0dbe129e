// `--fix` and `--fix-dry-run`: the safe fixes of each file, written back or shown as a unified diff.
import { readFile } from 'node:fs/promises';
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';
import { decodeUtf8 } from '../../io/utf8.ts';
import { writeAtomically } from '../../io/write-file.ts';
import { applyFixes, safelyFixable } from '../../rules/fix.ts';
import type { LintedFile } from './run.ts';

export interface FixedFile {
  readonly linted: LintedFile;
  readonly text: string;
  /** How many findings were mended. */
  readonly applied: number;
}

/** What the safe fixes make of the files; those that stay as they are are left out. */
export async function fixFiles(linted: readonly LintedFile[]): Promise<readonly FixedFile[]> {
  const fixed: FixedFile[] = [];
  for (const file of linted) {
    const findings = file.results.flatMap((result) => result.findings);
    if (safelyFixable(file.source, findings).length === 0) continue;
    const relint = async (text: string) => (await file.relint(text)).flatMap((result) => result.findings);
    const { text, applied } = await applyFixes(file.source.text, findings, relint);
    if (text !== file.source.text) fixed.push({ linted: file, text, applied: applied.length });
  }
  return fixed;
}

/** What stands before the text of a document where it comes from: a byte order mark, or nothing. */
export async function markBefore({ linted: { source } }: FixedFile, stdin: Uint8Array | undefined): Promise<string> {
  const bytes = stdin ?? (await readFile(source.id).catch(() => undefined));
  return bytes && decodeUtf8(bytes).hasByteOrderMark ? byteOrderMark : '';
}

const byteOrderMark = '\ufeff';

/** Writes the fixed text of a file; false where the file is no longer what was linted, and was left alone. */
export async function writeFixed({ linted: { source }, text }: FixedFile): Promise<boolean> {
  const { text: current, hasByteOrderMark } = decodeUtf8(await readFile(source.id));
  if (current !== source.text) return false;
  await writeAtomically(source.id, `${hasByteOrderMark ? byteOrderMark : ''}${text}`);
  return true;
}

/** A unified diff that `patch -p1` and `git apply` take. */
export function unifiedDiff({ linted: { file, source }, text }: FixedFile, mark: string): string {
  const names = [`a/${file.path}`, `b/${file.path}`] as const;
  const [before, after] = [mark + source.text, mark + text];
  const options = { context: 3, maxEditLength: mostChangedLines };
  const patch = structuredPatch(...names, before, after, undefined, undefined, options);
  return formatPatch(patch ?? structuredPatchOfAll(names, before, after), FILE_HEADERS_ONLY);
}

/** To compare texts with more lines removed and added would take longer than anyone waits: these are shown one after the other. */
const mostChangedLines = 4000;

function structuredPatchOfAll([oldFileName, newFileName]: readonly [string, string], before: string, after: string): StructuredPatch {
  const [old, lines] = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  const marked = (sign: string, of: readonly string[]): readonly string[] =>
    of.flatMap((line) => (line.endsWith('\n') ? [`${sign}${line.slice(0, -1)}`] : [`${sign}${line}`, '\\ No newline at end of file']));
  const hunk = {
    oldStart: 1,
    oldLines: old.length,
    newStart: 1,
    newLines: lines.length,
    lines: [...marked('-', old), ...marked('+', lines)],
  };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}
