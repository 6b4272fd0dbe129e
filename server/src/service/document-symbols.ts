// The outline of a file: its plans and libraries, in each the actors with their rights, responsibilities and capabilities, and everything
// else that has an id or a place of its own.
import type { PlanDocument } from '../plan/build.ts';
import type { EntityBase, IdSpace, Reference } from '../plan/field.ts';
import type { Body, DocumentContent, Organization } from '../plan/shape.ts';
import { cultivationKinds, linkTypes, participationLevels, phases } from '../plan/vocabulary.ts';
import { punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Names } from '../workspace/names.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { entriesOf } from '../yaml/view.ts';
import { createBriefs } from './entity-brief.ts';
import type { Analysis } from './session.ts';

export type OutlineKind =
  | 'plan'
  | 'library'
  | Exclude<IdSpace, 'actor'>
  | 'organization'
  | 'body'
  | 'link'
  | 'procedure'
  | 'participation'
  | 'cultivation';

export interface OutlineItem {
  readonly kind: OutlineKind;
  /** The id; for what has none, whom it is about. */
  readonly name: string;
  /** Its name in the reader's language, or what it is. */
  readonly detail: string;
  /** The whole entry: it holds those of the children. */
  readonly range: Range;
  /** What to go to. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** A plan may have ten thousand actors: between one and the next others have a turn, and what that throws ends the work. */
export async function outlineOf(analysis: Analysis, language: Language, turn: () => Promise<void>): Promise<readonly OutlineItem[]> {
  const { file } = analysis;
  const finish = ({ span, name, ...item }: Draft): Omit<OutlineItem, 'children'> => ({
    ...item,
    name: name.text,
    range: file.lines.range(span),
    selection: file.lines.range(name.span),
  });
  const finishAll = (draft: Draft): OutlineItem => ({ ...finish(draft), children: inOrder(draft.children).map(finishAll) });
  const items: OutlineItem[] = [];
  for (const document of file.documents) {
    if (document.content === undefined) continue;
    const parts: Draft[] = [];
    const names = analysis.links().find((linked) => linked.document === document)?.names;
    for (const part of partsOf(document, document.content, names, language)) {
      await turn();
      parts.push(part);
    }
    const children: OutlineItem[] = [];
    for (const part of inOrder(parts)) {
      await turn();
      children.push(finishAll(part));
    }
    items.push({ ...finish(documentItem(document, document.content, language)), children });
  }
  return items;
}

interface Draft {
  readonly kind: OutlineKind;
  readonly name: { readonly text: string; readonly span: Span };
  readonly detail: string;
  readonly span: Span;
  readonly children: readonly Draft[];
}

function documentItem(document: PlanDocument, content: DocumentContent, language: Language): Draft {
  const { yaml, kind } = document;
  const title = content.plan?.title;
  const head = content.plan?.id?.node ?? content.node.pairs[0]?.key ?? content.node;
  return {
    kind,
    name: { text: content.plan?.id?.value ?? kind, span: within(yaml, head) },
    detail: title ? chooseText(title.byLanguage, language) : '',
    span: { start: yaml.start, end: yaml.end },
    children: [],
  };
}

function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function* partsOf(document: PlanDocument, content: DocumentContent, names: Names | undefined, language: Language): Iterable<Draft> {
  const outer = document.yaml;
  const entity = createEntities(document, names, language);
  const list = punctuation.comma[language];
  const ids = (references: readonly Reference[]): string => references.map(({ id }) => id).join(list);
  const item = (kind: OutlineKind, node: YamlNode, name: string, detail: string): Draft => {
    const span = within(outer, node);
    return { kind, name: { text: name, span }, detail, span, children: [] };
  };
  const actor = (kind: 'organization' | 'body', each: Organization | Body): Draft => {
    const draft = entity(kind, each, outer);
    const held = (inner: OutlineKind, entities: readonly EntityBase[]): readonly Draft[] =>
      entities.map((one) => entity(inner, one, draft.span, draft.name.span));
    const children = [
      ...held('right', each.rights),
      ...held('responsibility', each.responsibilities),
      ...held('capability', each.capabilities),
    ];
    return { ...draft, children };
  };
  const procedures = (content.procedures && entriesOf(content.procedures.node)) ?? [];
  for (const each of content.legalBases) yield entity('legal-basis', each, outer);
  for (const each of content.organizations) yield actor('organization', each);
  for (const each of content.bodies) yield actor('body', each);
  for (const each of content.functions) yield entity('function', each, outer);
  for (const { node, from, to, type, mutual } of content.links) {
    const arrow = mutual?.value === true ? '↔' : '→';
    yield item('link', node, `${ids(from)} ${arrow} ${ids(to)}`.trim(), type ? linkTypes[type.value][language] : '');
  }
  for (const each of content.agreements) yield entity('agreement', each, outer);
  for (const each of content.levels) yield entity('level', each, outer);
  for (const { key, pair } of procedures) {
    const span = within(outer, pair);
    yield { kind: 'procedure', name: { text: key.text, span: within(span, key) }, detail: '', span, children: [] };
  }
  for (const each of content.channels) yield entity('channel', each, outer);
  for (const { node, who, level, phases: when } of content.participation) {
    const words = [level && participationLevels[level.value][language], when.map(({ value }) => phases[value][language]).join(list)];
    yield item('participation', node, ids(who), words.filter((word) => word !== undefined && word !== '').join(' · '));
  }
  for (const { node, kind, provider, recipients } of content.cultivation) {
    const name = `${provider?.id ?? ''} → ${ids(recipients)}`.trim();
    yield item('cultivation', node, name, kind ? cultivationKinds[kind.value][language] : '');
  }
  for (const each of content.exercises) yield entity('exercise', each, outer);
}

/** Entities by their ids, imported ones with their own names. One that an alias or a merge brings in is shown where that stands. */
function createEntities(
  document: PlanDocument,
  names: Names | undefined,
  language: Language,
): (kind: OutlineKind, entity: EntityBase, outer: Span, fallback?: Span) => Draft {
  const brief = createBriefs(language, '');
  const declarations = new Map(document.declarations.map((declaration) => [declaration.idNode, declaration]));
  return (kind, { id, idNode }, outer, fallback = { start: outer.start, end: outer.start }) => {
    const declaration = declarations.get(idNode);
    const imported = declaration?.addition ? names?.find(declaration.space, declaration.id) : undefined;
    const about = declaration && brief(imported ?? { declaration, document, via: undefined });
    const detail = about?.name ?? [about?.kind, about?.about].filter((word) => word !== undefined && word !== '').join(' · ');
    for (const node of [idNode, declaration?.site]) {
      const pair = node?.parent;
      if (node === undefined || pair?.kind !== 'pair') continue;
      const { start, end } = pair;
      const span = { start, end };
      if (encloses(outer, span)) return { kind, name: { text: id, span: within(span, node) }, detail, span, children: [] };
    }
    return { kind, name: { text: id, span: fallback }, detail, span: fallback, children: [] };
  };
}

/** What is not in the outer span, because an alias leads elsewhere, is shown at its beginning. */
function within(outer: Span, { start, end }: Span): Span {
  return encloses(outer, { start, end }) ? { start, end } : { start: outer.start, end: outer.start };
}
