// The chain of command and reporting: whom an actor directs and reports to, and who directs it and reports to it. What is "called" here are
// the other ends of directive and report links; a hierarchy belongs to one plan, and every place in it is a place of that plan.
import { directiveTypes, type LinkType, linkTypes } from '../plan/vocabulary.ts';
import { punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Actor, LinkedLink, Plan } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { cursorAt } from './cursor.ts';
import type { Analysis } from './session.ts';

/** An actor of one of the plans in a file. */
export interface ActorKey {
  /** Which document of the file, from 0. */
  readonly document: number;
  readonly actor: string;
}

export interface HierarchyItem {
  readonly key: ActorKey;
  readonly kind: Actor['kind'];
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
}

export interface HierarchyCall {
  /** The other end. */
  readonly item: HierarchyItem;
  /** Where the links name the end that is called, in the order of the text. */
  readonly places: readonly Range[];
}

/** The actor at an offset, at its declaration or where it is referred to; undefined outside of plans. */
export function hierarchyAt(analysis: Analysis, offset: number, language: Language): HierarchyItem | undefined {
  const cursor = cursorAt(analysis, offset);
  if (cursor?.target?.declaration.space !== 'actor') return undefined;
  const actor = cursor.linked.plan?.actors.get(cursor.target.declaration.id);
  return actor && cursor.linked.plan && itemOf(actor, cursor.linked.plan, analysis, language, []);
}

/** `outgoing`: whom it directs and reports to; `incoming`: who directs it and reports to it. */
export function callsOf(
  analysis: Analysis,
  { document, actor: id }: ActorKey,
  direction: 'outgoing' | 'incoming',
  language: Language,
): readonly HierarchyCall[] {
  const plan = analysis.links().find(({ document: candidate }) => candidate.yaml.index === document)?.plan;
  const subject = plan?.actors.get(id);
  if (plan === undefined || subject === undefined) return [];
  const calls = new Map<Actor, { readonly types: Set<LinkType>; readonly places: Set<YamlNode> }>();
  for (const { caller, called, type, place } of plan.links.flatMap(chainsOf)) {
    const [own, other] = direction === 'outgoing' ? [caller, called] : [called, caller];
    if (own !== subject || other === subject) continue;
    const known = calls.get(other) ?? { types: new Set(), places: new Set() };
    known.types.add(type);
    known.places.add(place);
    calls.set(other, known);
  }
  return [...calls].map(([actor, { types, places }]) => ({
    item: itemOf(actor, plan, analysis, language, [...types]),
    places: [...places].sort((a, b) => a.start - b.start).map((node) => analysis.file.lines.range(node)),
  }));
}

interface Chain {
  readonly caller: Actor;
  readonly called: Actor;
  readonly type: LinkType;
  /** Where the link names the one that is called. */
  readonly place: YamlNode;
}

/** The pairs of a directive or report link; those of a mutual one in both directions. */
function chainsOf({ declaration, from, to }: LinkedLink): readonly Chain[] {
  const type = declaration.type?.value;
  if (type === undefined || !(directiveTypes.has(type) || type === 'report')) return [];
  const fromPlaces = placesOf(declaration.from);
  const toPlaces = placesOf(declaration.to);
  const chain = (caller: Actor, called: Actor, place: YamlNode | undefined): readonly Chain[] =>
    place ? [{ caller, called, type, place }] : [];
  return from.flatMap((start) =>
    to.flatMap((end) => [
      ...chain(start, end, toPlaces.get(end.id)),
      ...(declaration.mutual?.value === true ? chain(end, start, fromPlaces.get(start.id)) : []),
    ]),
  );
}

/** By actor, where an end of a link names it first. */
function placesOf(references: readonly { readonly id: string; readonly node: YamlNode }[]): ReadonlyMap<string, YamlNode> {
  return new Map(references.toReversed().map(({ id, node }) => [id, node]));
}

function itemOf(actor: Actor, plan: Plan, analysis: Analysis, language: Language, types: readonly LinkType[]): HierarchyItem {
  const { name } = actor.declaration;
  const { lines } = analysis.file;
  const { whole, selection } = placeOf(actor, plan);
  const words = types.map((type) => linkTypes[type][language]).join(punctuation.comma[language]);
  return {
    key: { document: plan.document.yaml.index, actor: actor.id },
    kind: actor.kind,
    name: name ? chooseText(name.byLanguage, language) : actor.id,
    detail: [name ? actor.id : '', words].filter((word) => word !== '').join(' · '),
    range: lines.range(whole),
    selection: lines.range(selection),
  };
}

/** Its own entry in the plan; for an imported actor without one, where the plan names it first. */
function placeOf(actor: Actor, plan: Plan): { readonly whole: Span; readonly selection: Span } {
  const { document } = plan;
  const { idNode } = actor;
  if (idNode.document === document.yaml) {
    const { parent } = idNode;
    return { whole: parent?.kind === 'pair' && encloses(parent, idNode) ? parent : idNode, selection: idNode };
  }
  const named = document.references.find(({ id, to }) => id === actor.id && (to === 'actor' || to === 'organization' || to === 'via'));
  const place = named?.node ?? { start: document.yaml.start, end: document.yaml.start };
  return { whole: place, selection: place };
}
