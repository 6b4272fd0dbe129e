// What a name in a plan stands for, and every place that says it: the ground of definition, references, highlighting and renaming.
import type { PlanDocument } from '../plan/build.ts';
import type { IdSpace } from '../plan/field.ts';
import type { FoundLegalReference, FoundReference } from '../plan/read-scope.ts';
import { type Span, touches } from '../text/span.ts';
import type { FileId } from '../workspace/host.ts';
import type { Linked } from '../workspace/link.ts';
import { type Declared, findTarget } from '../workspace/names.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { importedFiles } from '../workspace/store.ts';
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import { type Anchor, aliasesOf, anchorAt } from './anchors.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import type { Analysis } from './session.ts';

export type PlanSymbol =
  | { readonly kind: 'id'; readonly declared: Declared }
  /** The id of the plan itself; nothing refers to it. */
  | { readonly kind: 'plan-id'; readonly document: PlanDocument; readonly node: YamlScalar }
  | { readonly kind: 'anchor'; readonly document: PlanDocument; readonly anchor: Anchor };

export interface SymbolAt {
  readonly symbol: PlanSymbol;
  /** The name the cursor is on, without quotes, locator or sign. */
  readonly span: Span;
}

export interface Occurrence {
  readonly file: SourceFile;
  /** `addition`: an entry with `imported: true`. `alias`: a place that means it by the name of an anchor. */
  readonly role: 'declaration' | 'addition' | 'reference' | 'alias';
  readonly node: YamlNode;
  /** The name alone, without quotes, locator or sign. */
  readonly span: Span;
}

/** `others` are the plans of the workspace: what a library leaves open, the plans that import it say. */
export function symbolAt(analysis: Analysis, offset: number, others: readonly Analysis[] = []): SymbolAt | undefined {
  const anchored = anchorSymbolAt(analysis, offset);
  if (anchored) return anchored;
  const cursor = cursorAt(analysis, offset);
  if (cursor === undefined) return undefined;
  const { node, location, reference } = cursor;
  if (node.kind !== 'scalar') return undefined;
  const declared = cursor.target ?? (reference && declaredByImporter(reference, cursor, others));
  if (declared) {
    const span = nameSpan(node, declared.declaration.id);
    // On the locator of a legal reference the cursor is on no name.
    return touches(span, offset) ? { symbol: { kind: 'id', declared }, span } : undefined;
  }
  const isPlanId = location.role === 'value' && location.shape?.type === 'id' && location.route.join('/') === 'plan/id';
  return isPlanId ? { symbol: { kind: 'plan-id', document: cursor.document, node }, span: nameSpan(node, node.text) } : undefined;
}

/** Whether what stands there may be declared by the plans that import the file: a library may refer to a level. */
export function isLeftOpen(analysis: Analysis, offset: number): boolean {
  const cursor = cursorAt(analysis, offset);
  return cursor !== undefined && cursor.target === undefined && cursor.document.kind === 'library' && cursor.reference?.to === 'level';
}

/** The places of a library that refer to what is left open at an offset; none where nothing is. */
export function leftOpenOccurrences(analysis: Analysis, offset: number): readonly Occurrence[] {
  const cursor = isLeftOpen(analysis, offset) ? cursorAt(analysis, offset) : undefined;
  const open = cursor?.reference;
  if (cursor === undefined || open === undefined) return [];
  const same = cursor.document.references.filter(({ to, id }) => to === open.to && id === open.id);
  return same.map(({ id, node }) => ({ file: analysis.file, role: 'reference', node, span: nameSpan(node, id) }));
}

/** Every place that says a symbol, in these analyses, each once and in the order of the text. */
export function occurrencesOf(symbol: PlanSymbol, analysis: Analysis, others: readonly Analysis[]): readonly Occurrence[] {
  switch (symbol.kind) {
    case 'id':
      return idOccurrences(symbol.declared, [analysis, ...others]);
    case 'plan-id':
      return [
        { file: analysis.file, role: 'declaration', node: symbol.node, span: nameSpan(symbol.node, symbol.node.text) },
        ...aliasOccurrences(symbol.node, analysis.file),
      ];
    case 'anchor': {
      const { node, span } = symbol.anchor;
      return [{ file: analysis.file, role: 'declaration', node, span }, ...aliasOccurrences(node, analysis.file)];
    }
  }
}

/** Whether other files can see a symbol: those that import what declares it, or that it leaves something open for. */
export function isShared(symbol: PlanSymbol): boolean {
  if (symbol.kind !== 'id') return false;
  const { space } = symbol.declared.declaration;
  return sharedSpaces.has(space);
}

const sharedSpaces: ReadonlySet<IdSpace> = new Set(['actor', 'right', 'responsibility', 'capability', 'legal-basis', 'agreement', 'level']);

/** The name in a scalar: without its quotes, and without what stands behind the name. What is written with escapes is taken whole. */
function nameSpan(node: YamlScalar, name: string): Span {
  const quote = node.style === 'single-quoted' || node.style === 'double-quoted' ? 1 : 0;
  const isAsWritten = node.end - node.start - 2 * quote === node.text.length && node.style !== 'literal' && node.style !== 'folded';
  if (!isAsWritten) return { start: node.start, end: node.end };
  return { start: node.start + quote, end: node.start + quote + name.length };
}

function anchorSymbolAt(analysis: Analysis, offset: number): SymbolAt | undefined {
  for (const document of analysis.file.documents) {
    const anchor = anchorAt(analysis.file.text, document.yaml, offset);
    if (anchor === undefined) continue;
    const alias = aliasesOf(document.yaml, anchor.node).find((candidate) => touches(candidate, offset));
    return { symbol: { kind: 'anchor', document, anchor }, span: alias ? { start: alias.start + 1, end: alias.end } : anchor.span };
  }
  return undefined;
}

/** A library may refer to a level; the plans that import it declare it. */
function declaredByImporter(
  { to, id }: FoundReference | FoundLegalReference,
  { document }: Cursor,
  others: readonly Analysis[],
): Declared | undefined {
  if (document.kind !== 'library' || to !== 'level') return undefined;
  for (const analysis of others) {
    for (const linked of analysis.links()) {
      const declared = linked.names.find('level', id);
      if (declared && librariesOf(linked, analysis).some((library) => isSameDocument(library.document, document))) return declared;
    }
  }
  return undefined;
}

function idOccurrences(declared: Declared, analyses: readonly Analysis[]): readonly Occurrence[] {
  const { declaration } = declared;
  const origin = declared.document.yaml.origin;
  const key = keyOf(declaration.idNode);
  const found = new Map<string, Occurrence>();
  const add = (file: SourceFile, role: Occurrence['role'], node: YamlScalar): void => {
    const at = keyOf(node);
    if (found.has(at)) return;
    found.set(at, { file, role, node, span: nameSpan(node, declaration.id) });
    for (const occurrence of aliasOccurrences(node, file)) found.set(keyOf(occurrence.node), occurrence);
  };
  for (const analysis of analyses) {
    if (!analysis.closure.files.has(origin)) continue;
    for (const linked of analysis.links()) {
      const { document, names } = linked;
      const isMeant = (target: Declared | undefined): boolean => target !== undefined && keyOf(target.declaration.idNode) === key;
      for (const { space, id, idNode, addition } of document.declarations) {
        if (space !== declaration.space || id !== declaration.id) continue;
        if (!addition && keyOf(idNode) === key) add(analysis.file, 'declaration', idNode);
        if (addition && isMeant(names.find(space, id))) add(analysis.file, 'addition', idNode);
      }
      for (const references of [document.references, document.legalReferences]) {
        for (const { id, to, node } of references) {
          if (id === declaration.id && isMeant(findTarget(to, id, names))) add(analysis.file, 'reference', node);
        }
      }
      if (declaration.space !== 'level' || !isMeant(names.find('level', declaration.id))) continue;
      for (const { file, document: library } of librariesOf(linked, analysis)) {
        for (const { id, to, node } of library.references) if (id === declaration.id && to === 'level') add(file, 'reference', node);
      }
    }
  }
  return [...found.values()].sort((a, b) => compare(a.file.id, b.file.id) || a.span.start - b.span.start);
}

/** The libraries that a document imports, by whatever number of steps. */
export function librariesOf(
  { document }: Linked,
  { closure }: Analysis,
): readonly { readonly file: SourceFile; readonly document: PlanDocument }[] {
  return importedFiles(document, closure).flatMap(({ file }) =>
    file.documents.filter(({ kind }) => kind === 'library').map((library) => ({ file, document: library })),
  );
}

function aliasOccurrences(node: YamlNode, file: SourceFile): readonly Occurrence[] {
  if (node.anchor === undefined) return [];
  return aliasesOf(node.document, node).map((alias) => ({
    file,
    role: 'alias',
    node: alias,
    span: { start: alias.start + 1, end: alias.end },
  }));
}

/** Whichever reading of its file each comes from. */
function isSameDocument({ yaml: a }: PlanDocument, { yaml: b }: PlanDocument): boolean {
  return a.origin === b.origin && a.index === b.index;
}

/** A place, whichever reading of its file it comes from. */
export function keyOf(node: YamlNode): `${FileId}:${number}` {
  return `${node.document.origin}:${node.start}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
