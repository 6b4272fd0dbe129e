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
import { isLeftOpen, isShared, keyOf, librariesOf, type Occurrence, occurrencesOf, type PlanSymbol, symbolAt } from './symbols.ts';
import type { Wanted } from './workspace-files.ts';

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
  /** The other files that have a say in the new name; undefined where none has. */
  readonly wanted: Wanted | undefined;
  /** Looks at one of them; at the file that is renamed in it has looked already. */
  readonly visit: (other: Analysis) => void;
  /** The edits by file; none where the name stays. */
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

export function beginRename(analysis: Analysis, offset: number, name: string, options: RenameOptions): RenamePass {
  const symbol = symbolAt(analysis, offset)?.symbol;
  switch (symbol?.kind) {
    case 'anchor':
      return settled(renameAnchor(symbol, analysis, name, options));
    case 'plan-id':
      return renamePlanId(symbol, analysis, name, options);
    case 'id':
      return renameId(symbol, analysis, name, options);
    case undefined:
      return isLeftOpen(analysis, offset) ? renameLeftOpen(analysis, offset, name, options) : nothingToRename(options);
  }
}

/** What needs no other file. */
function settled(outcome: Renaming | Refusal): RenamePass {
  return { wanted: undefined, visit: () => undefined, outcome: () => outcome };
}

function nothingToRename({ language }: RenameOptions): RenamePass {
  return settled(refuse('notAnId', {}, language));
}

function renameAnchor(symbol: SymbolOf<'anchor'>, analysis: Analysis, name: string, { language }: RenameOptions): Renaming | Refusal {
  if (!/^[^\s,[\]{}]+$/.test(name)) return refuse('invalidAnchor', { name }, language);
  const isTaken = name !== nameOf(symbol) && anchorNames(symbol.document.yaml).has(name);
  return isTaken ? refuse('takenAnchor', { name }, language) : editsBy(symbol, occurrencesOf(symbol, analysis, []), name);
}

function renamePlanId(symbol: SymbolOf<'plan-id'>, analysis: Analysis, name: string, { language, shown }: RenameOptions): RenamePass {
  if (!isId(name)) return settled(refuse('invalid', { name }, language));
  let place: string | undefined;
  const visit = (each: Analysis): void => {
    const ids = each.file.documents.flatMap(({ outline }) => outline?.plan?.id ?? []);
    const other = ids.find(({ value, node }) => value === name && node !== symbol.node);
    if (other) place ??= placeText(other.node, each, shown);
  };
  visit(analysis);
  return {
    wanted: () => true,
    visit: others(analysis, visit),
    outcome: () =>
      place === undefined ? editsBy(symbol, occurrencesOf(symbol, analysis, []), name) : refuse('taken', { name, place }, language),
  };
}

/** `first` is the file that is renamed in; of a level the one that declares it. */
function renameId(symbol: SymbolOf<'id'>, first: Analysis, name: string, { language, shown }: RenameOptions): RenamePass {
  if (!isId(name)) return settled(refuse('invalid', { name }, language));
  const { declaration, document } = symbol.declared;
  if (name === declaration.id) return settled(new Map());
  const files = new Map<FileId, FileEdits>();
  const found = new Map<Obstacle, { readonly file: FileId; readonly place: string }>();
  let library: SourceFile | undefined;
  const visit = (each: Analysis): void => {
    const occurrences = occurrencesOf(symbol, each, []);
    library ??= occurrences.find(({ file }) => file.id !== each.file.id)?.file;
    for (const [obstacle, node] of obstaclesTo(symbol.declared, name, occurrences, each, library)) {
      const known = found.get(obstacle);
      // Of places the first is named; of names, that of the file that was looked at first.
      const isFirst = known === undefined || (places.has(obstacle) && each.file.id < known.file);
      if (isFirst) found.set(obstacle, { file: each.file.id, place: placeText(node, each, shown) });
    }
    for (const [id, edits] of editsBy(symbol, occurrences, name)) files.set(id, edits);
  };
  visit(first);
  const isAnyWanted = declaration.space === 'level';
  return {
    wanted: isShared(symbol) ? (dependencies) => isAnyWanted || dependencies.has(document.yaml.origin) : undefined,
    visit: others(first, visit),
    outcome: () => {
      const obstacle = obstaclesInOrder.find((candidate) => found.has(candidate));
      if (obstacle) return refuse(obstacle, { name, place: found.get(obstacle)?.place ?? '' }, language);
      return new Map([...files].sort(([a], [b]) => compare(a, b)));
    },
  };
}

/** What a library refers to, the first plan that declares it for the library says. */
function renameLeftOpen(analysis: Analysis, offset: number, name: string, options: RenameOptions): RenamePass {
  let pass: RenamePass | undefined;
  return {
    wanted: () => true,
    visit: (other) => {
      const symbol = pass ? undefined : symbolAt(analysis, offset, [other])?.symbol;
      if (symbol?.kind === 'id') pass = renameId(symbol, other, name, options);
      else pass?.visit(other);
    },
    outcome: () => (pass ?? nothingToRename(options)).outcome(),
  };
}

function others(first: Analysis, visit: (each: Analysis) => void): RenamePass['visit'] {
  return (other) => {
    if (other.file.id !== first.file.id) visit(other);
  };
}

/** In the order of the files. */
function editsBy(symbol: PlanSymbol, occurrences: readonly Occurrence[], name: string): Renaming {
  const byFile = new Map<FileId, { readonly file: FileEdits['file']; readonly edits: TextEdit[] }>();
  for (const occurrence of occurrences) {
    const edits = editsFor(symbol, occurrence, name);
    if (edits.length === 0) continue;
    const { id, text, lines } = occurrence.file;
    const entry = byFile.get(id) ?? { file: { id, text, lines }, edits: [] };
    for (const edit of edits) entry.edits.push(edit);
    byFile.set(id, entry);
  }
  return byFile;
}

type SymbolOf<Kind extends PlanSymbol['kind']> = Extract<PlanSymbol, { readonly kind: Kind }>;

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

/** Why a new name would change more than the name, in the order in which it is said. */
const obstaclesInOrder = ['sharedAnchor', 'path', 'taken', 'library'] as const;
type Obstacle = (typeof obstaclesInOrder)[number];
const places: ReadonlySet<Obstacle> = new Set(['sharedAnchor', 'path']);

/** Those that one file shows. `library` is one that refers to the level, where it is a level. */
function* obstaclesTo(
  declared: Declared,
  name: string,
  occurrences: readonly Occurrence[],
  analysis: Analysis,
  library: SourceFile | undefined,
): Iterable<readonly [Obstacle, YamlNode]> {
  const viewers = analysis.links();
  for (const { node, file } of occurrences) {
    // What an anchor in a library stands for besides, the plan does not show.
    const meansOther = (): boolean => file.id !== analysis.file.id || viewers.some((linked) => meansMore(node, linked, declared));
    if (node.anchor !== undefined && meansOther()) yield ['sharedAnchor', node];
    if (isPlanPath(name) && isParentPlan(node, file)) yield ['path', node];
  }
  for (const linked of viewers) {
    const taken = sees(linked, declared)
      ? (linked.names.find(declared.declaration.space, name) ?? viaRival(linked, declared, name))
      : undefined;
    if (taken) yield ['taken', taken.declaration.idNode];
    const level = library && levelForToo(linked, analysis, declared, library);
    if (level) yield ['library', level.declaration.idNode];
  }
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
function levelForToo(linked: Linked, analysis: Analysis, { declaration, document }: Declared, library: SourceFile): Declared | undefined {
  const own = linked.names.find('level', declaration.id);
  if (own === undefined || own.document.yaml.origin === document.yaml.origin) return undefined;
  return librariesOf(linked, analysis).some(({ file }) => file.id === library.id) ? own : undefined;
}

function placeText(node: YamlNode, { closure }: Analysis, shown: (file: FileId) => string): string {
  const { origin } = node.document;
  const file = closure.files.get(origin);
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
