// Lints the files of a workspace, one after the other in path order: whatever else happens, the results come in that order.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { FoundFile } from '../../io/discover.ts';
import { decodeUtf8 } from '../../io/utf8.ts';
import { isPlanFileName } from '../../plan/build.ts';
import { entryOf, entryOfFile, type ReportEntry } from '../../report/report-entry.ts';
import { configFindings } from '../../rules/config-findings.ts';
import { lintOptionsFor, type RunSettings } from '../../rules/lint-options.ts';
import { createMemory } from '../../rules/memory.ts';
import { type DocumentResult, type LintMemory, type LintOptions, lintFile } from '../../rules/run.ts';
import type { ConfigFile } from '../../workspace/config-read.ts';
import { configFileName } from '../../workspace/config-shape.ts';
import type { FileId } from '../../workspace/host.ts';
import { inPathOrder } from '../../workspace/path-order.ts';
import { createOversizedFile, type SourceFile } from '../../workspace/source-file.ts';
import { type Closure, closureOfOne, createStore, type Store } from '../../workspace/store.ts';
import { defaultYamlLimits } from '../../yaml/tree.ts';
import type { UnreadableKind } from '../unreadable.ts';
import type { Workspace } from '../workspace.ts';
import { type Cache, reachedBy } from './cache.ts';
import { type FrozenDocument, freezeDocument } from './frozen.ts';
import { addDuplicates, type PlanFact, planFactsOf } from './plan-facts.ts';
import { type PlainSource, thawDocuments, thawFile } from './thaw.ts';

export interface LintRun {
  readonly asOf: string;
  /** The check dates of the files: several where configurations say different ones. */
  readonly dates: readonly string[];
  readonly entries: readonly ReportEntry[];
  /** The files that were read and linted now; those that a cache knew are not among them. */
  readonly linted: readonly LintedFile[];
  readonly plans: readonly PlanFact[];
  /** How many files a cache knew. */
  readonly kept: number;
  /** Every file that was read or looked for: what was linted, what it imports, what configures it. A lean run does not say what is imported. */
  readonly reached: ReadonlySet<FileId>;
  readonly crashes: readonly { readonly path: string; readonly rule: string; readonly error: string }[];
  /** Files and configurations that could not be read, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly kind: UnreadableKind; readonly isConfig: boolean }[];
  /** Files that were not looked at because time was up. */
  readonly unfinished: readonly string[];
  readonly timing: { readonly reading: number; readonly linting: number };
}

export interface LintedFile {
  readonly file: FoundFile;
  readonly source: SourceFile;
  readonly results: readonly DocumentResult[];
  readonly closure: Closure;
  readonly options: LintOptions;
  /** Lints another text of this file. */
  relint(text: string): Promise<readonly DocumentResult[]>;
}

export interface LintInput {
  readonly workspace: Workspace;
  readonly settings: RunSettings;
  /** The bytes of the only file, where it is not on the disk. */
  readonly stdin?: Uint8Array | undefined;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** The moment, on the clock `now`, after which no further file is begun. */
  readonly deadline?: number | undefined;
  readonly progress?: (done: number, total: number) => void;
  readonly cache?: Cache | undefined;
  /** Leaves plan ids that are used twice to whoever joins the results of all shards. */
  readonly isShard?: boolean;
  /** Asked of each file before anything is done for it, where others take files, too: whether it is this run's to lint. */
  readonly takes?: (file: FoundFile) => boolean;
  /**
   * Keeps of a file what reports say of it, and lets go of what was read and found out for that: however many files there are, few are in memory.
   * Then `linted` stays empty, and there are classifications only where they are asked for.
   */
  readonly lean?: { readonly classifies: boolean } | undefined;
}

export async function lintWorkspace(input: LintInput): Promise<LintRun> {
  const { workspace, settings, stdin, deadline, now, progress, cache, isShard, takes, lean } = input;
  const store = createStore(workspace.host);
  // What follows from the declarations of a library is worked out once, however many plans import it.
  const memory: LintMemory = { facts: createMemory() };
  const start = now();
  const configs = new Map<FileId, ConfigFile>();
  const namedConfigs = new Set<FileId>();
  const unreadable: LintRun['unreadable'][number][] = workspace.failures.map(({ path, kind }) => ({ path, kind, isConfig: false }));
  const unfinished: string[] = [];
  const entries: ReportEntry[] = [];
  const plans: PlanFact[] = [];
  const reached = new Set<FileId>(workspace.files.map(({ id }) => id));
  const linted: LintedFile[] = [];
  const crashes: LintRun['crashes'][number][] = [];
  const dates = new Set<string>();
  const rules = new Map(settings.catalogue.map((rule) => [rule.id, rule]));
  const plain = lean && createLeanness(store, lean);
  let kept = 0;
  let done = 0;
  let linting = 0;

  for (const file of workspace.files) {
    if (takes && !takes(file)) continue;
    if (deadline !== undefined && now() >= deadline) {
      unfinished.push(file.path);
      continue;
    }
    progress?.(done++, workspace.files.length);
    const config = await workspace.configFor(file.id);
    for (const source of config.sources) {
      configs.set(source.id, source);
      for (const id of reachedByConfig(source)) reached.add(id);
    }
    if (config.unreadable) {
      const path = workspace.shown(config.unreadable.file);
      if (!unreadable.some((other) => other.path === path)) unreadable.push({ path, kind: config.unreadable.kind, isConfig: true });
      continue;
    }
    if (file.named && file.id.endsWith(`/${configFileName}`)) {
      namedConfigs.add(file.id);
      continue;
    }
    const options = lintOptionsFor(file.id, config, settings);
    const cached = await cache?.find(file.id, options);
    const thawed = cached && (await thawFile(file, cached, workspace, rules));
    if (thawed) {
      dates.add(options.asOf);
      for (const entry of thawed.entries) entries.push(entry);
      for (const plan of thawed.plans) plans.push(plan);
      for (const id of cached?.reached ?? []) reached.add(id);
      if (!cached?.isFresh) kept++;
      continue;
    }
    const source = stdin ? readBytes(file, stdin, store) : await readSource(file, workspace, store);
    if (typeof source === 'string') {
      unreadable.push({ path: file.path, kind: source, isConfig: false });
      continue;
    }
    if (source.documents.length === 0) continue;

    dates.add(options.asOf);
    const closure = await closureOf(source, store);
    if (!lean) for (const id of reachedBy(closure)) reached.add(id);
    const read = now();
    const results = lintFile(closure, options, memory);
    linting += now() - read;
    for (const result of results) for (const crash of result.crashes) crashes.push({ path: file.path, ...crash });
    const sha256 = stdin ? createHash('sha256').update(stdin).digest('hex') : await workspace.host.digest(file.id);
    const facts = planFactsOf({ file, source, results, closure, options }, settings.catalogue);
    const freeze = (classifies: boolean): readonly FrozenDocument[] => {
      const factOf = ({ document }: DocumentResult): PlanFact | undefined => facts.find((fact) => fact.document === document.yaml);
      return results.map((result) => freezeDocument(result, closure, factOf(result), classifies));
    };
    if (cache?.keep && results.every((result) => result.crashes.length === 0)) {
      await cache.keep(file.id, options, closure, { documents: freeze(cache.classifies ?? true), sha256 });
    }
    const light = plain && thawDocuments(file, { documents: freeze(plain.classifies), sha256 }, plain.sourcesOf(closure), rules);
    // Not all at once: a file may have more documents than a call takes arguments.
    for (const entry of light ? light.entries : results.map((result) => entryOf(file.path, result, closure, sha256))) entries.push(entry);
    for (const fact of light ? light.plans : facts) plans.push(fact);
    if (light) plain.release(closure);
    else {
      const relint = async (text: string): Promise<readonly DocumentResult[]> => {
        store.open(file.id, text, { named: true });
        return lintFile(await store.closure(file.id), options);
      };
      linted.push({ file, source, results, closure, options, relint });
    }
  }
  if (!isShard) addDuplicates(entries, plans);
  for (const source of configs.values()) {
    const findings = configFindings(source, settings.catalogue);
    if (findings.length === 0 && !namedConfigs.has(source.id)) continue;
    const sha256 = await workspace.host.digest(source.id);
    entries.push(entryOfFile(workspace.shown(source.id), source, findings, sha256));
  }
  const [only] = dates;
  const asOf = dates.size === 1 && only !== undefined ? only : (settings.asOf ?? settings.today);
  entries.sort(inPathOrder);
  return {
    asOf,
    dates: [...dates],
    entries,
    linted,
    plans,
    kept,
    reached,
    crashes,
    unreadable,
    unfinished,
    timing: { reading: now() - start - linting, linting },
  };
}

interface Leanness {
  readonly classifies: boolean;
  /** The texts of a file and of all it reaches. */
  sourcesOf(closure: Closure): (origin: FileId) => PlainSource | undefined;
  /** Lets go of a file that was linted, unless others import it. */
  release(closure: Closure): void;
}

function createLeanness(store: Store, { classifies }: { readonly classifies: boolean }): Leanness {
  const imported = new Set<FileId>();
  const sources = new Map<FileId, PlainSource>();
  return {
    classifies,
    sourcesOf: ({ files }) => {
      for (const [id, { text, lines }] of files) if (!sources.has(id)) sources.set(id, { id, text, lines });
      return (origin) => sources.get(origin);
    },
    release: ({ entry, files }) => {
      for (const id of files.keys()) if (id !== entry.id) imported.add(id);
      // What is no plan is a library: others will import it.
      if (!imported.has(entry.id) && entry.documents.every(({ kind }) => kind === 'plan')) store.release(entry);
    },
  };
}

/** A configuration, and the files it asks for that are not there. */
function reachedByConfig({ id, problems }: ConfigFile): readonly FileId[] {
  const absent = problems.flatMap(({ code, data: { path } }) => (code === 'extends-absent' && typeof path === 'string' ? [path] : []));
  return [id, ...absent.map((path) => posix.join(posix.dirname(id), path))];
}

/** The source of a file, or why there is none. A file that was named counts as govplan whatever its name. */
async function readSource(file: FoundFile, workspace: Workspace, store: Store): Promise<SourceFile | UnreadableKind> {
  const content = file.named && !isPlanFileName(file.id) ? await workspace.host.read(file.id) : await store.load(file.id);
  switch (content.kind) {
    case 'file':
      return content.file;
    case 'text':
      return store.open(file.id, content.text, { named: true, invalidAt: content.invalidAt });
    case 'too-large':
      return createOversizedFile(file.id, await workspace.host.firstLine(file.id), content.bytes);
    case 'absent':
    case 'unreadable':
    case 'directory':
      return content.kind;
  }
}

function readBytes(file: FoundFile, bytes: Uint8Array, store: Store): SourceFile {
  const { text, invalidAt } = decodeUtf8(bytes);
  if (bytes.length > defaultYamlLimits.fileBytes) return createOversizedFile(file.id, /^[^\r\n]*/.exec(text)?.[0] ?? '', bytes.length);
  return store.open(file.id, text, { named: true, invalidAt });
}

async function closureOf(source: SourceFile, store: Store): Promise<Closure> {
  const loaded = await store.load(source.id);
  return loaded.kind === 'file' ? store.closure(source.id) : closureOfOne(source);
}
