// What the structure of a plan is measured on, overall or in one phase, and what stability takes away, one at a time.
import type { PlanDocument } from '../plan/build.ts';
import type { Phase } from '../plan/vocabulary.ts';
import { late } from '../text/late.ts';
import { expandLinks } from '../workspace/expand-links.ts';
import {
  type BodyActor,
  type BorneResponsibility,
  type DirectedTie,
  type HeldRight,
  inPhase,
  type LinkedFunction,
  type Plan,
} from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Sign } from './dyads.ts';
import { type LinkedChannel, type LinkedParticipation, linkedChannels, linkedParticipation } from './participation.ts';
import type { Tally } from './tally.ts';
import { collectTouched, countTouched, type Touched } from './touched.ts';

/** The elements of a phase; an element without `phases` is in all. Bodies and channels are whole. */
export interface Elements {
  readonly rights: readonly HeldRight[];
  readonly responsibilities: readonly BorneResponsibility[];
  readonly bodies: readonly BodyActor[];
  readonly functions: readonly LinkedFunction[];
  readonly ties: readonly DirectedTie[];
  readonly participation: readonly LinkedParticipation[];
  readonly channels: readonly LinkedChannel[];
}

export function elementsOf(plan: Plan, phase?: Phase): Elements {
  const participation = linkedParticipation(plan);
  const channels = linkedChannels(plan);
  const { rights, responsibilities, bodies, functions, ties } = plan;
  if (phase === undefined) return { rights, responsibilities, bodies, functions, ties, participation, channels };
  const belongs = ({ declaration }: { readonly declaration: { readonly phases: readonly { readonly value: Phase }[] } }): boolean =>
    inPhase(declaration, phase);
  return {
    rights: rights.filter(belongs),
    responsibilities: responsibilities.filter(belongs),
    bodies,
    functions: functions.filter(belongs),
    ties: expandLinks(plan.links, (link) => inPhase(link, phase)),
    participation: participation.filter(belongs),
    channels,
  };
}

export function fillTally(tally: Tally, elements: Elements): void {
  for (const right of elements.rights) tally.right(right, 1);
  for (const responsibility of elements.responsibilities) tally.responsibility(responsibility, 1);
  for (const body of elements.bodies) tally.body(body, 1);
  for (const planFunction of elements.functions) tally.planFunction(planFunction, 1);
  for (const tie of elements.ties) tally.tie(tie, 1);
  for (const entry of elements.participation) tally.participation(entry, 1);
  for (const channel of elements.channels) tally.channel(channel, 1);
}

/** Takes one element out of a tally (-1) or puts it back (1). */
export type Deletion = (tally: Tally, sign: Sign) => void;

/** An element that can be deleted, and its place. */
interface Deletable {
  /** In which section, and of which document: a number that grows with the text. */
  readonly group: number;
  readonly start: number;
  readonly deletion: Deletion;
}

/**
 * Of the single deletions of stability – each distinct (from, to, type) of the links, each right, body, function and participation entry, in
 * the plan's document order, imported elements after their section's own – at most so many, evenly spread (classifier.md section 5).
 */
export function sampleDeletions(plan: Plan, elements: Elements, most: number): readonly Deletion[] {
  const all = deletablesOf(plan, elements).toSorted((a, b) => a.group - b.group || a.start - b.start);
  const count = Math.min(all.length, most);
  return Array.from({ length: count }, (_, i) => (all[Math.floor((i * all.length) / count)] as Deletable).deletion);
}

function deletablesOf(plan: Plan, elements: Elements): readonly Deletable[] {
  const groupOf = createGroups(plan);
  const touching = late(() => collectTouched(elements, ({ kind }) => kind === 'body'));
  const own = (section: string, { start }: YamlNode, deletion: Deletion): Deletable => {
    return { group: groupOf(section, plan.document), start, deletion };
  };
  return [
    ...elements.rights.map((right): Deletable => {
      const section = right.actor.kind === 'body' ? 'bodies' : 'organizations';
      const deletion: Deletion = (tally, sign) => tally.right(right, sign);
      return { group: groupOf(section, right.document), start: right.declaration.node.start, deletion };
    }),
    ...elements.bodies.map((body): Deletable => {
      const deletion: Deletion = (tally, sign) => deleteBody(tally, body, touching()(body), sign);
      return { group: groupOf('bodies', body.document), start: body.idNode.start, deletion };
    }),
    ...elements.functions.map((planFunction) =>
      own('functions', planFunction.declaration.node, (tally, sign) => tally.planFunction(planFunction, sign)),
    ),
    ...elements.ties.map((tie) => own('links', tie.link.declaration.node, (tally, sign) => tally.tie(tie, sign))),
    ...elements.participation.map((entry) =>
      own('participation', entry.declaration.node, (tally, sign) => tally.participation(entry, sign)),
    ),
  ];
}

function createGroups(plan: Plan): (section: string, document: PlanDocument) => number {
  const sections = sectionOrder(plan);
  const documents = documentOrder(plan);
  return (section, document) =>
    (sections.get(section) ?? sections.size) * (documents.size + 1) + (documents.get(document) ?? documents.size);
}

/** The sections in the order in which the document writes them; those that only an import has come last. */
function sectionOrder(plan: Plan): ReadonlyMap<string, number> {
  const root = plan.document.yaml.root;
  const pairs = root?.kind === 'map' ? root.pairs : [];
  const keys = pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key.text] : []));
  return new Map([...new Set([...keys, 'organizations', 'bodies'])].map((key, index) => [key, index]));
}

function documentOrder(plan: Plan): ReadonlyMap<PlanDocument, number> {
  const order = new Map([[plan.document, 0]]);
  for (const { document } of [...plan.actors.values()].filter(({ imported }) => imported)) {
    if (!order.has(document)) order.set(document, order.size);
  }
  return order;
}

/** A deleted body takes along its seats, links, rights and responsibilities, and leaves every `with`, role, `who` and `serves`. */
function deleteBody(tally: Tally, body: BodyActor, touched: Touched, sign: Sign): void {
  tally.body(body, sign);
  countTouched(tally, touched, sign);
  const isKept = ({ actor }: HeldRight | BorneResponsibility): boolean => actor !== body;
  const kept = { ...touched, rights: touched.rights.filter(isKept), responsibilities: touched.responsibilities.filter(isKept) };
  countTouched(tally, kept, sign === 1 ? -1 : 1, body);
}
