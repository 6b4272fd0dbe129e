// One YAML document → one govplan document: its typed content, what it declares, what it refers to, and what is wrong with its shape.
import { append } from '../text/append.ts';
import { late } from '../text/late.ts';
import { nearestWords } from '../text/nearest.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlProblem, YamlStream } from '../yaml/tree.ts';
import { entriesOf, findEntry, followAlias } from '../yaml/view.ts';
import { isEmptyList } from './conditions.ts';
import type { Problem } from './problem.ts';
import { readDocument } from './read.ts';
import type { ReadMemory } from './read-memory.ts';
import { type Declaration, emptyReading, type FoundLegalReference, type FoundReference } from './read-scope.ts';
import { type DocumentContent, documentShape, libraryKeys } from './shape.ts';

export interface PlanDocument {
  readonly yaml: YamlDocument;
  /** A document with the key `plan` is a plan, any other a library (format.md section 2). */
  readonly kind: 'plan' | 'library';
  /** Undefined where the document is no map at all. */
  readonly content: DocumentContent | undefined;
  /** What of the content says which plan it is and which files belong to it: there is no need to read the rest of a faulty text for that. */
  readonly outline: Outline | undefined;
  /** Whether the YAML text itself is faulty: then only `yaml-syntax` and its like speak of this document. */
  readonly faulty: boolean;
  readonly problems: readonly Problem[];
  readonly declarations: readonly Declaration[];
  readonly references: readonly FoundReference[];
  readonly legalReferences: readonly FoundLegalReference[];
}

export type Outline = Pick<DocumentContent, 'plan' | 'imports' | 'broken'>;

/**
 * The govplan documents of a file. An empty document between others is left out; of a file that is named as a plan and holds nothing but
 * these, the first one stands for it.
 * `memory` is given where the text will be read again after edits.
 * A file that is not named `*.plan.yaml` is govplan only where the first key of a document is `govplan`; `named` says whether it is so named.
 */
export function buildDocuments(stream: YamlStream, named: boolean, memory?: ReadMemory): readonly PlanDocument[] {
  const several = stream.documents.length > 1;
  const documents: PlanDocument[] = [];
  const problemsOf = byDocument(stream.problems);
  for (const yaml of stream.documents) {
    const problems = problemsOf.get(yaml.index) ?? [];
    if (yaml.root === undefined && several && problems.length === 0) continue;
    if (!named && !isGovplan(yaml)) continue;
    documents.push(buildDocument(yaml, problems, memory));
  }
  const [first] = stream.documents;
  if (named && first !== undefined && documents.length === 0) documents.push(buildDocument(first, [], memory));
  return documents;
}

/** Whether a document declares itself govplan: `govplan` is its first key. */
export function isGovplan(yaml: YamlDocument): boolean {
  const first = yaml.root?.kind === 'map' ? yaml.root.pairs[0]?.key : undefined;
  return first?.kind === 'scalar' && first.text === 'govplan';
}

export function isPlanFileName(path: string): boolean {
  return /\.plan\.ya?ml$/.test(path);
}

function byDocument(problems: readonly YamlProblem[]): ReadonlyMap<number, readonly YamlProblem[]> {
  const found = new Map<number, YamlProblem[]>();
  for (const problem of problems) append(found, problem.document, problem);
  return found;
}

function buildDocument(yaml: YamlDocument, own: readonly YamlProblem[], memory: ReadMemory | undefined): PlanDocument {
  const fromText = own.map(({ rule, code, span, related, data }) => {
    const place = { kind: 'span', document: yaml, span };
    return { rule, code, data, place, related: related && { ...place, span: related } } as Problem;
  });
  const faulty = fromText.some((problem) => problem.rule === 'yaml-syntax');
  const empty = { declarations: [], references: [], legalReferences: [] };
  const root = yaml.root && followAlias(yaml.root);

  if (root?.kind !== 'map') {
    const problems = fromText.length > 0 ? fromText : [rootProblem(yaml)];
    return { yaml, kind: 'library', content: undefined, outline: undefined, faulty, problems, ...empty };
  }
  const kind = meansPlan(root) ? 'plan' : 'library';
  if (faulty) return new FaultyDocument(yaml, root, kind, fromText, memory);
  const { content, problems, ...found } = readAll(root, kind, memory);
  return { yaml, kind, content, outline: content, faulty, ...found, problems: [...fromText, ...problems] };
}

interface Contents extends Pick<PlanDocument, 'problems' | 'declarations' | 'references' | 'legalReferences'> {
  readonly content: DocumentContent;
}

function readAll(root: YamlMap, kind: PlanDocument['kind'], memory: ReadMemory | undefined): Contents {
  const reading = emptyReading();
  const content = readDocument(root, documentShape, reading, { libraryKeys: keysOf(kind), memory });
  const { problems, declarations, references, legalReferences } = reading;
  for (const found of [declarations, references, legalReferences]) sortByPlace(found);
  return { content, problems, declarations, references, legalReferences };
}

const outlineKeys: ReadonlySet<string> = new Set<Exclude<keyof Outline, 'broken'>>(['plan', 'imports']);

/** A document whose text is being written: nothing but its faults is said of it, and it is read when somebody asks for more. */
class FaultyDocument implements PlanDocument {
  readonly yaml: YamlDocument;
  readonly kind: PlanDocument['kind'];
  readonly faulty = true;
  readonly problems: readonly Problem[];
  private readonly readOutline: () => Outline;
  private readonly read: () => Contents;

  constructor(yaml: YamlDocument, root: YamlMap, kind: PlanDocument['kind'], problems: readonly Problem[], memory: ReadMemory | undefined) {
    this.yaml = yaml;
    this.kind = kind;
    this.problems = problems;
    this.readOutline = late(() =>
      readDocument(root, documentShape, emptyReading(), { libraryKeys: keysOf(kind), onlyKeys: outlineKeys, memory }),
    );
    this.read = late(() => readAll(root, kind, memory));
  }

  get outline(): Outline {
    return this.readOutline();
  }

  get content(): DocumentContent {
    return this.read().content;
  }

  get declarations(): readonly Declaration[] {
    return this.read().declarations;
  }

  get references(): readonly FoundReference[] {
    return this.read().references;
  }

  get legalReferences(): readonly FoundLegalReference[] {
    return this.read().legalReferences;
  }
}

function keysOf(kind: PlanDocument['kind']): ReadonlySet<string> | undefined {
  return kind === 'library' ? libraryKeys : undefined;
}

function rootProblem(yaml: YamlDocument): Problem {
  const { root } = yaml;
  if (root === undefined || (root.kind === 'scalar' && root.value === undefined)) {
    const place =
      root && root.end > root.start ? root : ({ kind: 'span', document: yaml, span: { start: yaml.start, end: yaml.start } } as const);
    return { rule: 'format-version', code: 'missing', place, data: {} };
  }
  return { rule: 'wrong-type', code: 'map', place: root, data: { found: root.kind === 'scalar' ? typeof root.value : root.kind } };
}

interface Found {
  readonly node?: YamlNode;
  readonly site?: YamlNode;
}

/** The shape is read key by key; what comes first is a matter of the text. Nearly always it is in order already. */
function sortByPlace(found: Found[]): void {
  const start = ({ site, node }: Found): number => (site ?? node)?.start ?? 0;
  let last = 0;
  for (const item of found) {
    const at = start(item);
    if (at < last) {
      found.sort((a, b) => start(a) - start(b));
      return;
    }
    last = at;
  }
}

/** A misspelt `plan` still means a plan: one unknown key is enough to say so, and the plan's other keys are in their place. */
function meansPlan(root: YamlMap): boolean {
  const plan = findEntry(root, 'plan');
  if (plan) return !isEmptyList(plan.value);
  return entriesOf(root).some(({ key: { text } }) => {
    return !Object.hasOwn(documentShape.fields, text) && !text.startsWith('x-') && nearestWords(text, ['plan']).length === 1;
  });
}
