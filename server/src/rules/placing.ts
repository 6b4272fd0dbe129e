// Where a finding is shown that is about something imported, or about a document as a whole.
import type { PlanDocument } from '../plan/build.ts';
import type { IdSpace } from '../plan/field.ts';
import { late } from '../text/late.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import { targetSpaces } from '../workspace/names.ts';
import type { OrganizationActor, Plan } from '../workspace/plan.ts';
import { stepsTo } from '../yaml/route.ts';
import type { YamlDocument, YamlNode } from '../yaml/tree.ts';
import { type Place, placeDocument } from '../yaml/view.ts';

/** Where a finding about an imported entity is shown, and what defines it. */
interface Moved {
  readonly at: Place;
  readonly definition: Place;
}

/**
 * A finding about an imported entity is at the plan's first reference to it, else at the import through which it came (rules.md, "Places"),
 * also where the plan adds to that entity. Undefined where it stays.
 */
export function createPlacing(document: PlanDocument, linked: Pick<Linked, 'plan'> | undefined): (place: Place) => Moved | undefined {
  const mentions = late(() => firstMentions(document));
  const imports = late(() => importsWithActors(linked?.plan));
  const added = late(() => definitionsOfAdded(linked?.plan));
  return (place) => {
    const plan = linked?.plan;
    if (plan === undefined) return undefined;
    if (placeDocument(place) === document.yaml) {
      const organization = place.kind === 'scalar' ? added().get(place) : undefined;
      return organization && { at: mentions().get(nameIn('actor', organization.id)) ?? place, definition: organization.idNode };
    }
    const node = place.kind === 'part' ? place.node : place;
    for (const name of node.kind === 'span' ? [] : namesAbove(node)) {
      const first = mentions().get(name);
      if (first) return { at: first, definition: place };
    }
    const imported = imports().get(placeDocument(place));
    const via = imported && plan.importOf(imported);
    return { at: via ?? { kind: 'span', document: document.yaml, span: headSpan(document) }, definition: place };
  };
}

/** The imported organizations that a plan adds to, by the key under which it does. */
function definitionsOfAdded(plan: Plan | undefined): ReadonlyMap<YamlNode, OrganizationActor['declaration']> {
  return new Map(plan?.organizations.flatMap(({ addition, declaration }) => (addition ? [[addition.idNode, declaration]] : [])));
}

/** By space and id, where a document first names or adds to what it may have imported. */
function firstMentions({ declarations, references, legalReferences }: PlanDocument): ReadonlyMap<string, YamlNode> {
  const mentions = new Map<string, YamlNode>();
  const note = (space: IdSpace, id: string, node: YamlNode): void => {
    const name = nameIn(space, id);
    const earlier = mentions.get(name);
    if (earlier === undefined || node.start < earlier.start) mentions.set(name, node);
  };
  for (const { addition, space, id, idNode } of declarations) if (addition) note(space, id, idNode);
  for (const { to, id, node } of references) for (const space of targetSpaces(to)) note(space, id, node);
  for (const { id, node } of legalReferences) note('legal-basis', id, node);
  return mentions;
}

function importsWithActors(plan: Plan | undefined): ReadonlyMap<YamlDocument, PlanDocument> {
  const imports = new Map<YamlDocument, PlanDocument>();
  for (const { document } of plan?.actors.values() ?? []) if (!imports.has(document.yaml)) imports.set(document.yaml, document);
  return imports;
}

/** What the entities are called that a node stands in, the innermost first. */
function namesAbove(node: YamlNode): readonly string[] {
  const [section = '', owner, part = '', id] = stepsTo(node);
  return [nameOf(part, id), nameOf(section, owner)].filter((name) => name !== undefined);
}

function nameOf(section: string | number, id: string | number | undefined): string | undefined {
  const space = spaces.get(section);
  return space && id !== undefined ? nameIn(space, String(id)) : undefined;
}

/** One id may stand in several spaces. */
function nameIn(space: IdSpace, id: string): string {
  return `${space}/${id}`;
}

/** The spaces of what a document can bring in for others. */
const spaces: ReadonlyMap<string | number, IdSpace> = new Map([
  ['organizations', 'actor'],
  ['bodies', 'actor'],
  ['legal-bases', 'legal-basis'],
  ['agreements', 'agreement'],
  ['rights', 'right'],
  ['responsibilities', 'responsibility'],
  ['capabilities', 'capability'],
]);

/** The first key of the document, or its start: where a fault of the whole document is shown. */
export function headSpan(document: PlanDocument): Span {
  const { root } = document.yaml;
  const key = root?.kind === 'map' ? root.pairs[0]?.key : undefined;
  return key ? { start: key.start, end: key.end } : { start: document.yaml.start, end: document.yaml.start };
}
