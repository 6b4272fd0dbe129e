// The baseline: findings that were there when a team began, known and not reported again. A finding is recognised by its fingerprint, so by
// rule and ids: moving, reformatting or renaming changes nothing.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { toFileId } from '../../io/disk-host.ts';
import { writeAtomically } from '../../io/write-file.ts';
import type { ReportEntry } from '../../report/report-entry.ts';
import type { Finding } from '../../rules/finding.ts';
import { renderMessage } from '../../rules/render.ts';
import { append } from '../../text/append.ts';
import type { FileId } from '../../workspace/host.ts';
import type { SourceFile } from '../../workspace/source-file.ts';
import { type UsageFault, usageFault } from '../arguments.ts';

export interface Baseline {
  /** Absolute. */
  readonly file: string;
  readonly findings: readonly KnownFinding[];
}

/** What stands in the file for a finding; what it says is for people who look into it. */
export interface KnownFinding {
  /** From the folder of the baseline, with `/`: for people, and to tell alike findings of two files apart. */
  readonly path: string;
  readonly rule: string;
  readonly entity?: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** A baseline that is about to be written for the first time is empty. */
export async function readBaseline(cwd: string, path: string, mayBeAbsent: boolean): Promise<Baseline | UsageFault> {
  const file = resolve(cwd, path);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && mayBeAbsent) return { file, findings: [] };
    return usageFault(
      `the baseline '${path}' cannot be read (${code}); --update-baseline writes it.`,
      `无法读取基线“${path}”（${code}）；可用 --update-baseline 写入。`,
    );
  }
  const findings = parseBaseline(text);
  if (findings) return { file, findings };
  return usageFault(`'${path}' is no baseline of govplan.`, `“${path}”不是 govplan 的基线文件。`);
}

function parseBaseline(text: string): readonly KnownFinding[] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { readonly version?: unknown; readonly findings?: unknown };
    if (version !== 1 || !Array.isArray(findings)) return undefined;
    const isKnown = (entry: Partial<Record<string, unknown>> | null): boolean =>
      entry !== null && ['path', 'rule', 'fingerprint'].every((key) => typeof entry[key] === 'string');
    return findings.every(isKnown) ? (findings as KnownFinding[]) : undefined;
  } catch {
    return undefined;
  }
}

export interface Baselined {
  /** Their findings are those that the baseline does not know; `known` are the others. */
  readonly entries: readonly ReportEntry[];
  /** What the baseline knows and nobody finds any more, of the files that could be read or are gone. */
  readonly stale: readonly KnownFinding[];
  /** All that nobody found here; of a part of the files, another part may have it. */
  readonly unused: readonly KnownFinding[];
}

/** `isOfPart`, where only a part of the files was linted, says what of the baseline belongs to that part; nothing is looked for elsewhere. */
export function applyBaseline(
  entries: readonly ReportEntry[],
  { file, findings: all }: Baseline,
  isOfPart?: (known: KnownFinding) => boolean,
): Baselined {
  const findings = isOfPart ? all.filter(isOfPart) : all;
  const linted = entries.map((entry) => ({ path: pathOf(entry, file), findings: entry.findings.filter(isBaselinable) }));
  const { recognised, unused } = recognise(linted, findings, isOfPart === undefined ? ['same', 'any'] : ['same']);
  const paths = new Set(linted.map(({ path }) => path));
  const blind = unreadIn(entries, file);
  return {
    entries: entries.map((entry) => ({
      ...entry,
      findings: entry.findings.filter((finding) => !recognised.has(finding)),
      known: entry.findings.filter((finding) => recognised.has(finding)),
    })),
    stale: unused.filter(createGoneness(paths, file)).filter((known) => !isHidden(known, blind)),
    unused,
  };
}

/** The paths of files whose text is so faulty that nothing else is said of it. */
function unreadIn(entries: readonly ReportEntry[], baseline: string): ReadonlySet<string> {
  const faulty = entries.filter(({ findings }) => findings.some(({ rule }) => rule.id === 'yaml-syntax'));
  return new Set(faulty.map((entry) => pathOf(entry, baseline)));
}

/** Whether a known finding may be there still, in a text that could not be read. */
function isHidden({ path, rule }: KnownFinding, unread: ReadonlySet<string>): boolean {
  return rule !== 'yaml-syntax' && unread.has(path);
}

/** A configuration with faults is told in every part of the files that it holds for, and so looked for in each. */
export function isOfConfiguration({ rule }: Pick<KnownFinding, 'rule'>): boolean {
  return rule === 'invalid-config';
}

/** Whether what is known belongs to a file that was linted, or is not there. A file may have a million entries, and is looked for once. */
function createGoneness(linted: ReadonlySet<string>, baseline: string): (known: KnownFinding) => boolean {
  const gone = new Map<string, boolean>();
  return (known) => {
    const isGone = gone.get(known.path) ?? (linted.has(known.path) || !existsSync(placeOf(known, baseline)));
    gone.set(known.path, isGone);
    return isGone;
  };
}

/** Each entry of the baseline stands for one finding: first for one of the same file, then for one of any. */
export function recognise<F extends { readonly fingerprint: string }, K extends Pick<KnownFinding, 'path' | 'fingerprint'>>(
  files: readonly { readonly path: string; readonly findings: readonly F[] }[],
  known: readonly K[],
  rounds: readonly ('same' | 'any')[],
): { readonly recognised: ReadonlySet<F>; readonly unused: readonly K[] } {
  const unused = new Set(known);
  const byFingerprint = new Map<string, K[]>();
  for (const entry of known) append(byFingerprint, entry.fingerprint, entry);
  const recognised = new Set<F>();
  for (const round of rounds) {
    for (const { path, findings } of files) {
      for (const finding of findings) {
        if (recognised.has(finding)) continue;
        const candidates = byFingerprint.get(finding.fingerprint) ?? [];
        const match = candidates.find((candidate) => unused.has(candidate) && (round === 'any' || candidate.path === path));
        if (match === undefined) continue;
        unused.delete(match);
        recognised.add(finding);
      }
    }
  }
  return { recognised, unused: [...unused] };
}

/** Where the file of a finding lies, or lay. */
export function placeOf({ path }: KnownFinding, baseline: string): FileId {
  return toFileId(resolve(dirname(baseline), path));
}

/** Writes what is found now; what the baseline knows of files that were not linted, or could not be read, stays in it. */
export async function updateBaseline(entries: readonly ReportEntry[], { file, findings }: Baseline): Promise<number> {
  const linted = new Set(entries.map((entry) => pathOf(entry, file)));
  const unread = unreadIn(entries, file);
  const found = entries.flatMap((entry) =>
    entry.findings.filter(isBaselinable).map((finding): KnownFinding => {
      const { rule, entity, fingerprint } = finding;
      const message = renderMessage(finding, 'en');
      return { path: pathOf(entry, file), rule: rule.id, ...(entity !== undefined && { entity }), message, fingerprint };
    }),
  );
  const key = ({ path, rule, fingerprint }: KnownFinding): string => `${path}\n${rule}\n${fingerprint}`;
  const again = new Set(found.map(key));
  const others = findings.filter((known) =>
    linted.has(known.path) ? isHidden(known, unread) && !again.has(key(known)) : existsSync(placeOf(known, file)),
  );
  const all = [...others, ...found].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  await writeAtomically(file, `${JSON.stringify({ version: 1, findings: all }, undefined, 2)}\n`);
  return found.length;
}

/** What an exception excuses needs no baseline, and a rule that failed is nothing that was there before. */
function isBaselinable({ suppressed, message }: Finding): boolean {
  return suppressed === undefined && message !== 'crashed';
}

function pathOf({ source }: ReportEntry, baseline: string): string {
  return relative(dirname(baseline), (source as SourceFile).id)
    .split(sep)
    .join('/');
}
