// Findings that are gone only because a new fault keeps their rule from looking: nobody mended what they speak of. They are told by linting
// the newer version with its new faults undone; what is found there again was hidden, not fixed.
import type { Finding } from '../../rules/finding.ts';
import { compareFindings } from '../../rules/finding-diff.ts';
import { type DocumentResult, type LintOptions, lintFile } from '../../rules/run.ts';
import { append } from '../../text/append.ts';
import type { FileId, Host } from '../../workspace/host.ts';
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
  const holding = <F extends Pick<LintableFile, 'results'>>(files: readonly F[], result: DocumentResult | undefined): F | undefined =>
    result && files.find(({ results }) => results.includes(result));
  return Promise.all(
    compared.map(async (document) => {
      const candidates = document.findings.fixed.filter((finding) => mayBeHidden(finding, document.findings.fresh));
      const now = holding(after, document.after?.result);
      const old = holding(before, document.before?.result);
      if (candidates.length === 0 || now === undefined || old === undefined) return document;
      const isBlind = document.findings.fresh.some(({ rule }) => blinding.has(rule.id));
      const isConcerned = isBlind || [...now.closure.files.keys()].some((id) => id !== now.closure.entry.id && undone.has(id));
      return isConcerned ? separate(document, candidates, await lintAgain(undone, old.closure, now)) : document;
    }),
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
function mayBeHidden({ rule, entity }: Finding, fresh: readonly Finding[]): boolean {
  return rule.group !== 'shape' && !fresh.some((other) => other.rule.id === rule.id && other.entity === entity);
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
  const hidden = candidates.filter((finding) => !fixed.has(finding));
  return { ...document, findings: { ...findings, fixed: findings.fixed.filter((finding) => !hidden.includes(finding)) }, hidden };
}

async function lintAgain(
  texts: ReadonlyMap<FileId, string>,
  old: Closure,
  { closure, options }: LintableFile,
): Promise<readonly DocumentResult[]> {
  const { id, text } = closure.entry;
  const store = createStore(hostOf(texts, old, closure));
  store.open(id, texts.get(id) ?? text, { named: true });
  return lintFile(await store.closure(id), options);
}

/** The files that one of two versions reaches: the newer ones where they can be read, else those of then. */
function hostOf(texts: ReadonlyMap<FileId, string>, old: Closure, now: Closure): Host {
  const places = new Map<string, FileId>();
  const key = (from: FileId, path: string): string => `${from}\n${path}`;
  for (const closure of [old, now]) {
    for (const { id, documents } of closure.files.values()) {
      // What the plan asked for then it is to find from where it lies now.
      const from = id === old.entry.id ? now.entry.id : id;
      for (const { path, target, attempted, failure } of documents.flatMap((document) => closure.edges(document))) {
        const place = target ?? attempted;
        if (place !== undefined && (failure === undefined || !places.has(key(from, path)))) places.set(key(from, path), place);
      }
    }
  }
  return {
    read: async (id) => {
      const file = now.files.get(id);
      const readable = file?.documents.some(({ faulty }) => faulty) ? undefined : file;
      const text = texts.get(id) ?? (readable ?? old.files.get(id) ?? file)?.text;
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
    },
    resolve: async (from, path) => {
      const file = places.get(key(from, path));
      return file === undefined ? { kind: 'outside' } : { kind: 'file', file };
    },
  };
}
