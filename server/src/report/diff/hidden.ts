// Findings that are gone only because a new fault keeps their rule from looking: nobody mended what they speak of. They are told by linting
// the newer version with its new faults undone; what is found there again was hidden, not fixed.
import type { Finding } from '../../rules/finding.ts';
import { compareFindings } from '../../rules/finding-diff.ts';
import { createMemory } from '../../rules/memory.ts';
import { type DocumentResult, type LintOptions, lintFile } from '../../rules/run.ts';
import { append } from '../../text/append.ts';
import type { FileId, Host } from '../../workspace/host.ts';
import type { SourceFile } from '../../workspace/source-file.ts';
import { type Closure, createStore } from '../../workspace/store.ts';
import type { ComparedDocument } from './compare.ts';
import { undoFaults } from './undone-faults.ts';

/** What it takes to lint a file once more with other texts. */
export interface LintableFile {
  readonly closure: Closure;
  readonly results: readonly DocumentResult[];
  readonly options: LintOptions;
}

/** Takes out of what is fixed what is only hidden. */
export async function tellHidden(
  compared: readonly ComparedDocument[],
  before: readonly Pick<LintableFile, 'closure' | 'results'>[],
  after: readonly LintableFile[],
): Promise<readonly ComparedDocument[]> {
  const undone = undoneTexts(compared);
  const [oldFiles, newFiles] = [byResult(before), byResult(after)];
  const doubts = new Map<ComparedDocument, Doubt>();
  for (const document of compared) {
    const { fixed, fresh } = document.findings;
    const old = document.before?.result && oldFiles.get(document.before.result);
    const now = document.after?.result && newFiles.get(document.after.result);
    if (fixed.length === 0 || old === undefined || now === undefined) continue;
    const candidates = mayBeHidden(fixed, fresh);
    if (candidates.length === 0 || !isConcerned(fresh, now.closure, undone)) continue;
    doubts.set(document, { candidates, old: old.closure, now });
  }
  if (doubts.size === 0) return compared;
  const lintAgain = createLinter(undone, [...doubts.values()]);
  const told: ComparedDocument[] = [];
  // One after the other: there may be thousands, and each holds its whole plan.
  for (const document of compared) {
    const doubt = doubts.get(document);
    told.push(doubt ? separate(document, doubt.candidates, await lintAgain(doubt.now)) : document);
  }
  return told;
}

/** What may be hidden in a document, and what it takes to know. */
interface Doubt {
  readonly candidates: readonly Finding[];
  readonly old: Closure;
  readonly now: LintableFile;
}

function byResult<F extends Pick<LintableFile, 'results'>>(files: readonly F[]): ReadonlyMap<DocumentResult, F> {
  return new Map(files.flatMap((file) => file.results.map((result) => [result, file] as const)));
}

/** Whether there is a new fault in what a document says, or in a file that it imports. */
function isConcerned(fresh: readonly Finding[], { entry, files }: Closure, undone: ReadonlyMap<FileId, string>): boolean {
  return (
    fresh.some(({ rule }) => blinding.has(rule.id)) ||
    (undone.size > 0 && [...files.keys()].some((id) => id !== entry.id && undone.has(id)))
  );
}

/** Rules whose finding means that something cannot be read, or is not known. */
const blinding: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'limit-exceeded',
  'format-version',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-value',
  'bad-id',
  'bad-date',
  'bad-duration',
  'duplicate-id',
  'dangling-reference',
  'wrong-reference-kind',
  'import-failed',
]);

/** A fault of the text itself is told wherever the text can be read, and a rule that speaks of the same thing anew was not kept from looking. */
function mayBeHidden(fixed: readonly Finding[], fresh: readonly Finding[]): readonly Finding[] {
  const subject = ({ rule, entity }: Finding): string => `${rule.id} ${entity}`;
  const told = new Set(fresh.map(subject));
  return fixed.filter((finding) => finding.rule.group !== 'shape' && !told.has(subject(finding)));
}

/** By file the newer text with its new faults undone; of one that cannot be read at all, the older text. */
function undoneTexts(compared: readonly ComparedDocument[]): ReadonlyMap<FileId, string> {
  const faulty = new Map<FileId, { readonly document: ComparedDocument; readonly faults: readonly Finding[] }[]>();
  for (const document of compared) {
    const own = document.after?.result?.document.yaml;
    const faults = document.findings.fresh.filter((finding) => finding.document === own && blinding.has(finding.rule.id));
    if (own && document.before && faults.length > 0) append(faulty, own.origin, { document, faults });
  }
  const texts = new Map<FileId, string>();
  for (const [id, documents] of faulty) {
    const [now, old] = [documents[0]?.document.after?.entry.source.text, documents[0]?.document.before?.entry.source.text];
    if (now === undefined || old === undefined) continue;
    const faults = documents.flatMap((document) => document.faults);
    const isLost = faults.some(({ rule }) => rule.id === 'yaml-syntax' || rule.id === 'limit-exceeded');
    texts.set(id, isLost ? old : undoFaults(now, old, faults));
  }
  return texts;
}

function separate(document: ComparedDocument, candidates: readonly Finding[], results: readonly DocumentResult[]): ComparedDocument {
  const { before, after, findings } = document;
  const planOf = (result: DocumentResult | undefined): string | undefined => result?.document.outline?.plan?.id?.value;
  const plan = planOf(before?.result);
  const again = results.find((result) => planOf(result) === plan) ?? results[after?.result?.document.yaml.index ?? 0];
  if (again === undefined) return document;
  const fixed = new Set(compareFindings(before?.entry.findings ?? [], again.findings, planOf(again) === plan).fixed);
  const hidden = new Set(candidates.filter((finding) => !fixed.has(finding)));
  return { ...document, findings: { ...findings, fixed: findings.fixed.filter((finding) => !hidden.has(finding)) }, hidden: [...hidden] };
}

/** Lints files anew with other texts; what several of them import is read once. */
function createLinter(
  texts: ReadonlyMap<FileId, string>,
  doubts: readonly Doubt[],
): (file: LintableFile) => Promise<readonly DocumentResult[]> {
  const store = createStore(hostOf(texts, doubts));
  const facts = createMemory();
  return async ({ closure: { entry }, options }) => {
    store.open(entry.id, texts.get(entry.id) ?? entry.text, { named: true });
    return lintFile(await store.closure(entry.id), options, { facts });
  };
}

/** The files that either version reaches: the newer ones where they can be read, else those of then. */
function hostOf(texts: ReadonlyMap<FileId, string>, doubts: readonly Doubt[]): Host {
  const places = new Map<string, FileId>();
  const key = (from: FileId, path: string): string => `${from}\n${path}`;
  const [older, newer] = [new Map<FileId, SourceFile>(), new Map<FileId, SourceFile>()];
  // What a plan asked for then it is to find from where it lies now.
  const moved = new Map(doubts.map(({ old, now }) => [old.entry.id, now.closure.entry.id] as const));
  const add = ({ files, edges }: Closure, known: Map<FileId, SourceFile>): void => {
    for (const [id, file] of files) {
      if (known.has(id)) continue;
      known.set(id, file);
      for (const { path, target, attempted, failure } of file.documents.flatMap((document) => edges(document))) {
        const [from, place] = [key(known === older ? (moved.get(id) ?? id) : id, path), target ?? attempted];
        if (place !== undefined && (failure === undefined || !places.has(from))) places.set(from, place);
      }
    }
  };
  for (const { old } of doubts) add(old, older);
  for (const { now } of doubts) add(now.closure, newer);
  return {
    read: async (id) => {
      const file = newer.get(id);
      const readable = file?.documents.some(({ faulty }) => faulty) ? undefined : file;
      const text = texts.get(id) ?? (readable ?? older.get(id) ?? file)?.text;
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
    },
    resolve: async (from, path) => {
      const file = places.get(key(from, path));
      return file === undefined ? { kind: 'outside' } : { kind: 'file', file };
    },
  };
}
