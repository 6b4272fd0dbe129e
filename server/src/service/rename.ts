// Renaming: an id with everything that refers to it, in every file that sees it. What cannot be renamed is refused with a reason.
import type { Bilingual } from '../plan/field.ts';
import { locate } from '../plan/locate.ts';
import { isId, isPlanPath } from '../plan/scalars.ts';
import { fillText, type Language } from '../rules/render.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { Linked } from '../workspace/link.ts';
import { type Declared, findTarget } from '../workspace/names.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { replaceScalar } from '../yaml/edit.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { aliasesOf, anchorNames } from './anchors.ts';
import type { Analysis } from './session.ts';
import { keyOf, librariesOf, type Occurrence, occurrencesOf, type PlanSymbol, symbolAt } from './symbols.ts';

export interface Refusal {
  /** Why, in the reader's language. */
  readonly refusal: string;
}

export interface Renamable {
  readonly range: Range;
  readonly name: string;
}

export type Renaming = ReadonlyMap<FileId, FileEdits>;

export interface FileEdits {
  readonly file: Pick<SourceFile, 'id' | 'text' | 'lines'>;
  readonly edits: readonly TextEdit[];
}

/** A renaming that looks at one file after another and holds none of their trees: of a thousand plans they would fill the memory. */
export interface RenamePass {
  /** A file that may see the id; the one that it is renamed in has been looked at. */
  readonly visit: (other: Analysis) => void;
  readonly outcome: () => Renaming | Refusal;
}

export interface RenameOptions {
  readonly language: Language;
  /** A path as its readers know it. */
  readonly shown: (file: FileId) => string;
}

export function prepareRename(
  analysis: Analysis,
  offset: number,
  others: readonly Analysis[],
  { language }: Pick<RenameOptions, 'language'>,
): Renamable | Refusal {
  const found = symbolAt(analysis, offset, others);
  if (found === undefined) return refuse('notAnId', {}, language);
  return { range: analysis.file.lines.range(found.span), name: nameOf(found.symbol) };
}

/** Undefined where nothing is to be renamed, or what all files say together decides whether it may be. */
export function beginRename(analysis: Analysis, offset: number, name: string, { language, shown }: RenameOptions): RenamePass | undefined {
  const symbol = symbolAt(analysis, offset)?.symbol;
  if (symbol?.kind !== 'id' || symbol.declared.declaration.space === 'level' || !isId(name)) return undefined;
  const { declared } = symbol;
  const files: FileEdits[] = [];
  const obstacles: Readonly<Record<keyof Obstacles, { readonly file: FileId; readonly place: string }[]>> = {
    shared: [],
    path: [],
    taken: [],
  };
  const visit = (each: Analysis): void => {
    const occurrences = occurrencesOf(symbol, each, []);
    const found = obstaclesTo(declared, name, occurrences, each.links());
    for (const kind of obstacleKinds) {
      const node = found[kind];
      if (node) obstacles[kind].push({ file: each.file.id, place: placeText(node, [each], shown) });
    }
    const edits = occurrences.flatMap((occurrence) => editsFor(symbol, occurrence, name));
    const { id, text, lines } = each.file;
    if (edits.length > 0) files.push({ file: { id, text, lines }, edits });
  };
  visit(analysis);
  return {
    visit: (other) => {
      if (other.file.id !== analysis.file.id) visit(other);
    },
    outcome: () => {
      // Of the places the first is named; of the names, that of the file that was looked at first.
      const [shared] = obstacles.shared.toSorted((a, b) => compare(a.file, b.file));
      const [path] = obstacles.path.toSorted((a, b) => compare(a.file, b.file));
      const [taken] = obstacles.taken;
      if (shared) return refuse('sharedAnchor', { name, place: shared.place }, language);
      if (path) return refuse('path', { name, place: path.place }, language);
      if (taken) return refuse('taken', { name, place: taken.place }, language);
      return new Map(files.toSorted((a, b) => compare(a.file.id, b.file.id)).map((entry) => [entry.file.id, entry]));
    },
  };
}

/** The edits by file; none where the name stays. `others` are the plans of the workspace. */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
  others: readonly Analysis[],
  options: RenameOptions,
): Renaming | Refusal {
  const pass = beginRename(analysis, offset, name, options);
  if (pass) {
    for (const other of others) pass.visit(other);
    return pass.outcome();
  }
  const { language, shown } = options;
  const found = symbolAt(analysis, offset, others);
  if (found === undefined) return refuse('notAnId', {}, language);
  const { symbol } = found;
  const analyses = [analysis, ...others.filter(({ file }) => file.id !== analysis.file.id)];
  const occurrences = occurrencesOf(symbol, analysis, analyses.slice(1));
  const refusal = refusalOf(symbol, name, occurrences, analyses);
  if (refusal) {
    const { at, ...data } = refusal.data;
    return refuse(refusal.reason, { ...data, ...(at && { place: placeText(at, analyses, shown) }) }, language);
  }
  const edits = new Map<FileId, { readonly file: FileEdits['file']; readonly edits: TextEdit[] }>();
  for (const occurrence of occurrences) {
    const { file } = occurrence;
    const entry = edits.get(file.id) ?? { file, edits: [] };
    for (const edit of editsFor(symbol, occurrence, name)) entry.edits.push(edit);
    if (entry.edits.length > 0) edits.set(file.id, entry);
  }
  return edits;
}

function nameOf(symbol: PlanSymbol): string {
  switch (symbol.kind) {
    case 'id':
      return symbol.declared.declaration.id;
    case 'plan-id':
      return symbol.node.text;
    case 'anchor':
      return symbol.anchor.name;
  }
}

function editsFor(symbol: PlanSymbol, { file, role, node, span }: Occurrence, name: string): readonly TextEdit[] {
  const old = file.pieces.slice(span.start, span.end);
  if (symbol.kind === 'anchor') return old === name ? [] : [{ span, newText: name }];
  // An alias goes on meaning what its anchor stands for.
  if (role === 'alias' || node.kind !== 'scalar') return [];
  const id = nameOf(symbol);
  if (id === name) return [];
  const locator = node.text.slice(id.length);
  // Next to a locator the name needs no quotes; alone it may: `null` is an id, and nothing at all without them.
  return locator !== '' && old === id ? [{ span, newText: name }] : replaceScalar(file.text, node, name + locator);
}

interface Reason {
  readonly reason: keyof typeof texts;
  readonly data: { readonly name: string; readonly at?: YamlNode };
}

function refusalOf(
  symbol: PlanSymbol,
  name: string,
  occurrences: readonly Occurrence[],
  analyses: readonly Analysis[],
): Reason | undefined {
  switch (symbol.kind) {
    case 'anchor': {
      if (!/^[^\s,[\]{}]+$/.test(name)) return { reason: 'invalidAnchor', data: { name } };
      const isTaken = name !== nameOf(symbol) && anchorNames(symbol.document.yaml).has(name);
      return isTaken ? { reason: 'takenAnchor', data: { name } } : undefined;
    }
    case 'plan-id': {
      if (!isId(name)) return { reason: 'invalid', data: { name } };
      const plans = analyses.flatMap(({ file }) => file.documents).flatMap(({ outline }) => outline?.plan?.id ?? []);
      const other = plans.find(({ value, node }) => value === name && node !== symbol.node);
      return other && { reason: 'taken', data: { name, at: other.node } };
    }
    case 'id':
      return idRefusal(symbol.declared, name, occurrences, analyses);
  }
}

function idRefusal(
  declared: Declared,
  name: string,
  occurrences: readonly Occurrence[],
  analyses: readonly Analysis[],
): Reason | undefined {
  if (!isId(name)) return { reason: 'invalid', data: { name } };
  const { space, id } = declared.declaration;
  if (name === id) return undefined;
  const viewers = analyses.flatMap((analysis) => analysis.links().map((linked) => ({ analysis, linked })));
  const documents = viewers.map(({ linked }) => linked);
  const { shared, path, taken } = obstaclesTo(declared, name, occurrences, documents);
  if (shared) return { reason: 'sharedAnchor', data: { name, at: shared } };
  if (path) return { reason: 'path', data: { name, at: path } };
  if (taken) return { reason: 'taken', data: { name, at: taken } };
  if (space !== 'level') return undefined;
  const inLibrary = occurrences.find(({ file }) => file.id !== declared.document.yaml.origin);
  const other = inLibrary && viewers.map((viewer) => levelForToo(viewer, declared, inLibrary.file)).find((level) => level !== undefined);
  return other && { reason: 'library', data: { name, at: other.declaration.idNode } };
}

const obstacleKinds = ['shared', 'path', 'taken'] as const;

/** Where a new name would change more than the name: the first place of each kind. */
type Obstacles = Readonly<Record<(typeof obstacleKinds)[number], YamlNode | undefined>>;

function obstaclesTo(declared: Declared, name: string, occurrences: readonly Occurrence[], viewers: readonly Linked[]): Obstacles {
  const { space, id } = declared.declaration;
  if (name === id) return { shared: undefined, path: undefined, taken: undefined };
  const anchored = occurrences.filter(({ node }) => node.anchor !== undefined);
  const taken = viewers
    .filter((linked) => sees(linked, declared))
    .map((linked) => linked.names.find(space, name) ?? viaRival(linked, declared, name))
    .find((found) => found !== undefined);
  return {
    shared: anchored.find(({ node }) => viewers.some((linked) => meansMore(node, linked, declared)))?.node,
    path: isPlanPath(name) ? occurrences.find(({ node, file }) => isParentPlan(node, file))?.node : undefined,
    taken: taken?.declaration.idNode,
  };
}

/** Whether a scalar that an anchor shares is something else too: renaming the one would change the other. */
function meansMore(node: YamlNode, { document, names }: Linked, { declaration }: Declared): boolean {
  if (node.document !== document.yaml) return false;
  const isOther = (target: Declared | undefined): boolean =>
    target === undefined || keyOf(target.declaration.idNode) !== keyOf(declaration.idNode);
  const references = [...document.references, ...document.legalReferences].filter((reference) => reference.node === node);
  return (
    references.some(({ to, id }) => isOther(findTarget(to, id, names))) ||
    document.declarations.some(({ idNode, space }) => idNode === node && space !== declaration.space) ||
    aliasesOf(document.yaml, node).some((alias) => !isIdPlace(alias))
  );
}

/** Whether an id stands at a place of the format, and not a text or a token. */
function isIdPlace(node: YamlNode): boolean {
  const { role, idOf, shape } = locate(node);
  if (role === 'key') return idOf !== undefined;
  const within = shape?.type === 'list' ? shape.item : shape;
  return within?.type === 'reference' || within?.type === 'legal-reference' || within?.type === 'parent-plan';
}

function isParentPlan(node: YamlNode, file: SourceFile): boolean {
  return file.documents.some(({ outline }) => outline?.plan?.parentPlans.some((parent) => parent.node === node));
}

function sees({ document, names }: Linked, { declaration, document: origin }: Declared): boolean {
  const found = names.find(declaration.space, declaration.id);
  const isOwn = document.yaml.origin === origin.yaml.origin && document.yaml.index === origin.yaml.index;
  return isOwn || (found?.declaration.idNode.start === declaration.idNode.start && found.document.yaml.origin === origin.yaml.origin);
}

/** `via` takes bodies, channels and exercises alike: an id that is more than one of these is an error there. */
function viaRival({ document, names }: Linked, { declaration }: Declared, name: string): Declared | undefined {
  const isVia = document.references.some(({ to, id }) => to === 'via' && id === declaration.id);
  if (!isVia) return undefined;
  const fits = (space: 'actor' | 'channel' | 'exercise'): boolean => space !== declaration.space;
  return (['actor', 'channel', 'exercise'] as const)
    .filter(fits)
    .map((space) => names.find(space, name))
    .find((found) => found !== undefined && (found.declaration.space !== 'actor' || found.declaration.body));
}

/** The level of the same id that another plan declares for a library that it imports. */
function levelForToo(
  { analysis, linked }: { readonly analysis: Analysis; readonly linked: Linked },
  { declaration, document }: Declared,
  library: SourceFile,
): Declared | undefined {
  const own = linked.names.find('level', declaration.id);
  if (own === undefined || own.document.yaml.origin === document.yaml.origin) return undefined;
  return librariesOf(linked, analysis).some(({ file }) => file.id === library.id) ? own : undefined;
}

function placeText(node: YamlNode, analyses: readonly Analysis[], shown: (file: FileId) => string): string {
  const { origin } = node.document;
  const file = analyses.map(({ closure }) => closure.files.get(origin)).find((found) => found !== undefined);
  return file ? `${shown(origin)}:${file.lines.position(node.start).line + 1}` : shown(origin);
}

function refuse(reason: keyof typeof texts, data: Readonly<Record<string, string>>, language: Language): Refusal {
  return { refusal: fillText(texts[reason], data, language) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const texts = {
  notAnId: {
    en: 'Only an id that is declared can be renamed, and an anchor.',
    zh: '此处不能重命名：只能重命名已声明的标识或锚点。',
  },
  invalid: {
    en: "'{name}' is no id: an id consists of letters and digits of any script and '_', inside also '.' and '-'.",
    zh: '“{name}”不是有效的标识：标识由任何文字的字母、数字和“_”组成，中间可用“.”和“-”。',
  },
  taken: { en: "The id '{name}' is taken already ({place}).", zh: '标识“{name}”已被使用（{place}）。' },
  sharedAnchor: {
    en: 'The id stands in a YAML anchor that also means something else ({place}). Write it out where the alias stands first.',
    zh: '该标识写在 YAML 锚点中，锚点在别处另有所指（{place}）。请先将别名处改为直接书写。',
  },
  path: {
    en: "Among the parent plans '{name}' would be the path of a file ({place}).",
    zh: '在上级预案中，“{name}”会被当作文件路径（{place}）。',
  },
  library: {
    en: 'A library refers to this level, and another plan that imports it has a level of this id too ({place}).',
    zh: '有库引用了该级别，而导入该库的另一预案也有同一标识的级别（{place}）。',
  },
  invalidAnchor: {
    en: "'{name}' cannot name an anchor: no white space, commas or brackets.",
    zh: '“{name}”不能用作锚点名：不得含空白、逗号或括号。',
  },
  takenAnchor: { en: "There is an anchor '{name}' already.", zh: '已有名为“{name}”的锚点。' },
} satisfies Readonly<Record<string, Bilingual>>;
