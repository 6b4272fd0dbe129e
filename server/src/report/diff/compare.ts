// Two runs beside each other: which document of the one is which of the other, what changed in each, and which findings are new, each at
// the change that caused it.

import type { StructureClassification } from '../../governance/classification.ts';
import { compareVersions, type Driver, driversOf, type GovernanceChange } from '../../governance/diff.ts';
import { type Causes, createPlacing } from '../../rules/cause.ts';
import type { Finding } from '../../rules/finding.ts';
import { compareFindings, type FindingDiff } from '../../rules/finding-diff.ts';
import type { DocumentResult } from '../../rules/run.ts';
import { append } from '../../text/append.ts';
import { bySpan } from '../../text/span.ts';
import type { FileId } from '../../workspace/host.ts';
import { inPathOrder } from '../../workspace/path-order.ts';
import type { SourceFile } from '../../workspace/source-file.ts';
import { entryOfFile, type ReportEntry } from '../report-entry.ts';

export interface ComparedDocument {
  /** Of the newer version, where there is one. */
  readonly path: string;
  readonly before: ComparedSide | undefined;
  readonly after: ComparedSide | undefined;
  readonly changes: readonly GovernanceChange[];
  /** What moved the mode, the strongest first; empty where there are no two plans to compare. */
  readonly drivers: readonly Driver[];
  /** The new ones where they stand, not yet at their causes. */
  readonly findings: FindingDiff;
  /** Gone, but not mended: new faults keep their rules from looking. Empty until `tellHidden` has looked. */
  readonly hidden: readonly Finding[];
  /** Whether a text is so faulty that what it says could not be compared. */
  readonly isUnreadable: boolean;
}

export interface ComparedSide {
  readonly entry: ReportEntry;
  /** Undefined for a configuration. */
  readonly result: DocumentResult | undefined;
  /** Undefined for what is no plan. */
  readonly structure: StructureClassification | undefined;
}

/** One version: what was linted of it, and what was found. */
interface LintedVersion {
  readonly entries: readonly ReportEntry[];
  readonly linted: readonly { readonly source: SourceFile; readonly results: readonly DocumentResult[] }[];
}

/** The folder, or the file, that one side was asked for: documents belong together that have the same path from there. */
export interface ComparedRoots {
  readonly before: FileId;
  readonly after: FileId;
}

/** In path order. */
export function compareRuns(before: LintedVersion, after: LintedVersion, roots: ComparedRoots): readonly ComparedDocument[] {
  const pairs = pairSides(sidesOf(before, roots.before), sidesOf(after, roots.after));
  const compared = pairs.map(({ old, now }) => compareSides(old, now));
  return compared.sort(inPathOrder);
}

/** The entries of the newer run with the new findings alone, each at its cause: also in a file that has no entry of its own. */
export function entriesOfNew(compared: readonly ComparedDocument[], shown: (file: FileId) => string): readonly ReportEntry[] {
  const entries = new Map<string, Home>();
  const keyOf = (origin: FileId, document: number): string => `${origin}\n${document}`;
  for (const { after } of compared) {
    if (after) entries.set(keyOf(idOf(after.entry), after.entry.document ?? 0), homeOf(after.entry));
  }
  for (const document of compared) {
    const { after, findings, drivers, before } = document;
    if (after === undefined) continue;
    const atCause = createPlacing(causesOf(editsBehind(document, compared), drivers, before, after));
    for (const fresh of findings.fresh) {
      const finding = atCause(fresh);
      const { origin, index } = finding.document;
      const key = keyOf(origin, index);
      const source = after.entry.sourceOf(origin);
      const home = entries.get(key) ?? (source ? homeOf(entryOfFile(shown(origin), source, [])) : undefined);
      if (home === undefined) continue;
      home.guests.add(after.entry);
      home.findings.push(finding);
      entries.set(key, home);
    }
  }
  const filled = [...entries.values()].map(({ entry, findings, guests }): ReportEntry => {
    const knowing = [...guests];
    return {
      ...entry,
      sourceOf: (file) => entry.sourceOf(file) ?? firstOf(knowing, (guest) => guest.sourceOf(file)),
      findings: findings.sort(bySpan),
    };
  });
  return filled.sort(inPathOrder);
}

/** The changes of a document; of one whose text is the same as before, those of the files that it imports: nothing was edited in itself. */
function editsBehind({ before, after, changes }: ComparedDocument, compared: readonly ComparedDocument[]): readonly GovernanceChange[] {
  const own = after?.entry;
  if (own?.sha256 === undefined || own.sha256 !== before?.entry.sha256) return changes;
  const isOwn = ({ site }: GovernanceChange): boolean => site !== undefined && site.document.origin === idOf(own);
  const imported = compared.filter((other) => other.after && other.after.entry !== own && own.sourceOf(idOf(other.after.entry)));
  const edits = imported.flatMap((other) => other.changes);
  return edits.length === 0 ? changes : [...changes.filter((change) => !isOwn(change)), ...edits];
}

/** An entry with what is found there, and the entries of those whose findings have their cause there: they know the files that these name. */
interface Home {
  readonly entry: ReportEntry;
  readonly findings: Finding[];
  readonly guests: Set<ReportEntry>;
}

function homeOf(entry: ReportEntry): Home {
  return { entry, findings: [], guests: new Set() };
}

function firstOf<T, U>(items: readonly T[], look: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function causesOf(
  changes: readonly GovernanceChange[],
  drivers: readonly Driver[],
  before: ComparedSide | undefined,
  after: ComparedSide,
): Causes {
  const { text, lines } = after.entry.source;
  return {
    changes,
    drivers,
    oldLines: new Set(before?.entry.source.text.split(/\r\n?|\n/).map((line) => line.trim())),
    lineAt: (offset) => {
      const { line } = lines.position(offset);
      return text.slice(lines.lineStart(line), lines.lineEnd(line));
    },
  };
}

interface Side extends ComparedSide {
  /** The path from the root of its side. */
  readonly key: string;
  readonly planId: string | undefined;
}

function sidesOf({ entries, linted }: LintedVersion, root: FileId): readonly Side[] {
  const results = new Map(
    linted.flatMap(({ source, results }) => results.map((result) => [`${source.id}\n${result.document.yaml.index}`, result] as const)),
  );
  return entries.map((entry) => {
    const result = results.get(`${idOf(entry)}\n${entry.document ?? 0}`);
    return {
      entry,
      result,
      structure: result?.context?.classification.structure,
      key: wayFrom(root, idOf(entry)),
      planId: result?.document.content?.plan?.id?.value,
    };
  });
}

interface Pair {
  readonly old: Side | undefined;
  readonly now: Side | undefined;
}

/** By path and plan id, then by path alone, then by plan id alone (the file got another name), then by content (so did a library). */
function pairSides(old: readonly Side[], now: readonly Side[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let rest = { old, now };
  const keys: readonly ((side: Side) => string | undefined)[] = [
    ({ key, planId }) => `${key}\n${planId ?? ''}`,
    ({ key }) => key,
    ({ planId }) => planId,
    ({ entry }) => entry.sha256,
  ];
  for (const keyOf of keys) {
    const waiting = new Map<string, Side[]>();
    for (const side of rest.old) {
      const key = keyOf(side);
      if (key !== undefined) append(waiting, key, side);
    }
    const taken = new Set<Side>();
    for (const side of rest.now) {
      const key = keyOf(side);
      const match = key === undefined ? undefined : waiting.get(key)?.shift();
      if (match === undefined) continue;
      pairs.push({ old: match, now: side });
      taken.add(match);
      taken.add(side);
    }
    rest = { old: rest.old.filter((side) => !taken.has(side)), now: rest.now.filter((side) => !taken.has(side)) };
  }
  return [...pairs, ...rest.old.map((side) => ({ old: side, now: undefined })), ...rest.now.map((side) => ({ old: undefined, now: side }))];
}

function compareSides(old: Side | undefined, now: Side | undefined): ComparedDocument {
  const [before, after] = [versionOf(old), versionOf(now)];
  const structures = [old?.structure, now?.structure] as const;
  return {
    path: (now ?? old)?.entry.path ?? '',
    before: old,
    after: now,
    changes: compareVersions(before, after),
    drivers: structures[0] && structures[1] ? driversOf(structures[0], structures[1]) : [],
    findings: compareFindings(old?.entry.findings ?? [], now?.entry.findings ?? [], old?.planId === now?.planId),
    hidden: [],
    isUnreadable: before?.document.faulty === true || after?.document.faulty === true,
  };
}

function versionOf(side: Side | undefined): Parameters<typeof compareVersions>[0] {
  const { result } = side ?? {};
  return result && { document: result.document, plan: result.linked.plan };
}

/** What lies outside of the root, as a configuration above it, is known by itself. */
function wayFrom(root: FileId, file: FileId): string {
  if (file === root) return '';
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}

function idOf({ source }: ReportEntry): FileId {
  return (source as SourceFile).id;
}
