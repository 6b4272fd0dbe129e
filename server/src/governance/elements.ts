// What the structure of a plan is measured on, overall or in one phase, and what stability takes away, one at a time.
import type { PlanDocument } from '../plan/build.ts';
import type { Phase } from '../plan/vocabulary.ts';
import { expandLinks } from '../workspace/link.ts';
import {
  type Actor,
  type BodyActor,
  type BorneResponsibility,
  type DirectedTie,
  type HeldRight,
  inPhase,
  type LinkedFunction,
  type Plan,
} from '../workspace/plan.ts';
import type { Sign } from './dyads.ts';
import { type LinkedChannel, type LinkedParticipation, linkedChannels, linkedParticipation } from './participation.ts';
import type { Tally } from './tally.ts';

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

interface PlacedDeletion {
  readonly section: number;
  /** 0 for the plan's own document, then the imported ones in the order of their import. */
  readonly document: number;
  readonly start: number;
  readonly apply: Deletion;
}

/**
 * The single deletions of stability: each distinct (from, to, type) of the links, each right, body, function and participation entry,
 * in the plan's document order, imported elements after their section's own (classifier.md section 5).
 */
export function deletionsOf(plan: Plan, elements: Elements): readonly Deletion[] {
  const placed: PlacedDeletion[] = [];
  const sections = sectionOrder(plan);
  const documents = documentOrder(plan);
  const place = (section: string, document: PlanDocument, start: number, apply: Deletion): void => {
    placed.push({ section: sections.get(section) ?? sections.size, document: documents.get(document) ?? documents.size, start, apply });
  };
  const touching = createBodyIndex(elements);
  for (const right of elements.rights) {
    const section = right.actor.kind === 'body' ? 'bodies' : 'organizations';
    place(section, right.document, right.declaration.node.start, (tally, sign) => tally.right(right, sign));
  }
  for (const body of elements.bodies) {
    place('bodies', body.document, body.idNode.start, (tally, sign) => deleteBody(tally, body, touching(body), sign));
  }
  for (const planFunction of elements.functions) {
    place('functions', plan.document, planFunction.declaration.node.start, (tally, sign) => tally.planFunction(planFunction, sign));
  }
  for (const tie of elements.ties) place('links', plan.document, tie.link.declaration.node.start, (tally, sign) => tally.tie(tie, sign));
  for (const entry of elements.participation) {
    place('participation', plan.document, entry.declaration.node.start, (tally, sign) => tally.participation(entry, sign));
  }
  placed.sort((a, b) => a.section - b.section || a.document - b.document || a.start - b.start);
  return placed.map(({ apply }) => apply);
}

/** The sections in the order in which the document writes them; those that only an import has come last. */
function sectionOrder(plan: Plan): ReadonlyMap<string, number> {
  const root = plan.document.yaml.root;
  const pairs = root?.kind === 'map' ? root.pairs : [];
  const keys = pairs.flatMap(({ key }) => (key.kind === 'scalar' ? [key.text] : []));
  return new Map([...new Set([...keys, 'organizations', 'bodies'])].map((key, index) => [key, index]));
}

function documentOrder(plan: Plan): ReadonlyMap<PlanDocument, number> {
  const documents = new Set([plan.document, ...[...plan.actors.values()].map(({ document }) => document)]);
  return new Map([...documents].map((document, index) => [document, index]));
}

/** A deleted body takes along its seats, links, rights and responsibilities, and leaves every `with`, role, `who` and `serves`. */
function deleteBody(tally: Tally, body: BodyActor, touched: Touched, sign: Sign): void {
  const back: Sign = sign === 1 ? -1 : 1;
  tally.body(body, sign);
  for (const right of touched.rights) {
    tally.right(right, sign);
    if (right.actor !== body) tally.right(right, back, body);
  }
  for (const responsibility of touched.responsibilities) {
    tally.responsibility(responsibility, sign);
    if (responsibility.actor !== body) tally.responsibility(responsibility, back, body);
  }
  for (const tie of touched.ties) tally.tie(tie, sign);
  for (const planFunction of touched.functions) {
    tally.planFunction(planFunction, sign);
    tally.planFunction(planFunction, back, body);
  }
  for (const entry of touched.participation) {
    tally.participation(entry, sign);
    tally.participation(entry, back, body);
  }
  for (const channel of touched.channels) {
    tally.channel(channel, sign);
    tally.channel(channel, back, body);
  }
}

type Touched = { -readonly [K in Exclude<keyof Elements, 'bodies'>]: Elements[K][number][] };

/** The elements that name each body, collected in one pass. */
function createBodyIndex(elements: Elements): (body: BodyActor) => Touched {
  const index = new Map<Actor, Touched>();
  const of = (actor: Actor): Touched => {
    let touched = index.get(actor);
    if (touched === undefined) {
      touched = { rights: [], responsibilities: [], functions: [], ties: [], participation: [], channels: [] };
      index.set(actor, touched);
    }
    return touched;
  };
  const bodiesAmong = (actors: readonly Actor[]): readonly Actor[] => actors.filter((actor) => actor.kind === 'body');
  for (const right of elements.rights) for (const body of bodiesAmong(right.holders)) of(body).rights.push(right);
  for (const responsibility of elements.responsibilities)
    for (const body of bodiesAmong(responsibility.bearers)) of(body).responsibilities.push(responsibility);
  for (const planFunction of elements.functions) for (const body of bodiesAmong(planFunction.actors)) of(body).functions.push(planFunction);
  for (const tie of elements.ties) for (const body of bodiesAmong([tie.from, tie.to])) of(body).ties.push(tie);
  for (const entry of elements.participation) for (const body of bodiesAmong(entry.who)) of(body).participation.push(entry);
  for (const channel of elements.channels) for (const body of bodiesAmong(channel.serves)) of(body).channels.push(channel);
  return of;
}
