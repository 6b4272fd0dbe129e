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

/** What stands in one section of the text, or in several that are written nowhere. */
interface Stretch {
  readonly elements: Deletable[];
  /** For each element: 0 for one of the plan's own document, then the imported ones in the order of their import. */
  readonly documents: number[];
  readonly starts: number[];
}

type Deletable =
  | { readonly kind: 'right'; readonly right: HeldRight }
  | { readonly kind: 'body'; readonly body: BodyActor }
  | { readonly kind: 'function'; readonly planFunction: LinkedFunction }
  | { readonly kind: 'tie'; readonly tie: DirectedTie }
  | { readonly kind: 'participation'; readonly entry: LinkedParticipation };

/**
 * Of the single deletions of stability – each distinct (from, to, type) of the links, each right, body, function and participation entry, in
 * the plan's document order, imported elements after their section's own – at most so many, evenly spread (classifier.md section 5).
 */
export function sampleDeletions(plan: Plan, elements: Elements, most: number): readonly Deletion[] {
  const stretches = new Map<number, Stretch>();
  const sections = sectionOrder(plan);
  const documents = documentOrder(plan);
  const place = (section: string, document: PlanDocument, start: number, element: Deletable): void => {
    const at = sections.get(section) ?? sections.size;
    let stretch = stretches.get(at);
    if (stretch === undefined) {
      stretch = { elements: [], documents: [], starts: [] };
      stretches.set(at, stretch);
    }
    stretch.elements.push(element);
    stretch.documents.push(documents.get(document) ?? documents.size);
    stretch.starts.push(start);
  };
  for (const right of elements.rights) {
    const section = right.actor.kind === 'body' ? 'bodies' : 'organizations';
    place(section, right.document, right.declaration.node.start, { kind: 'right', right });
  }
  for (const body of elements.bodies) place('bodies', body.document, body.idNode.start, { kind: 'body', body });
  for (const planFunction of elements.functions) {
    place('functions', plan.document, planFunction.declaration.node.start, { kind: 'function', planFunction });
  }
  for (const tie of elements.ties) place('links', plan.document, tie.link.declaration.node.start, { kind: 'tie', tie });
  for (const entry of elements.participation) {
    place('participation', plan.document, entry.declaration.node.start, { kind: 'participation', entry });
  }
  const ordered = [...stretches].sort(([a], [b]) => a - b).flatMap(([, stretch]) => inOrder(stretch));
  const count = Math.min(ordered.length, most);
  const touching = createBodyIndex(elements);
  return Array.from({ length: count }, (_, i) => deletionOf(ordered[Math.floor((i * ordered.length) / count)] as Deletable, touching));
}

/** Elements mostly are in the order of the text already. */
function inOrder({ elements, documents, starts }: Stretch): readonly Deletable[] {
  const compare = (a: number, b: number): number =>
    (documents[a] as number) - (documents[b] as number) || (starts[a] as number) - (starts[b] as number);
  if (elements.every((_, i) => i === 0 || compare(i - 1, i) <= 0)) return elements;
  return Array.from(elements.keys())
    .sort(compare)
    .map((i) => elements[i] as Deletable);
}

function deletionOf(element: Deletable, touching: (body: BodyActor) => Touched): Deletion {
  switch (element.kind) {
    case 'right':
      return (tally, sign) => tally.right(element.right, sign);
    case 'body':
      return (tally, sign) => deleteBody(tally, element.body, touching(element.body), sign);
    case 'function':
      return (tally, sign) => tally.planFunction(element.planFunction, sign);
    case 'tie':
      return (tally, sign) => tally.tie(element.tie, sign);
    case 'participation':
      return (tally, sign) => tally.participation(element.entry, sign);
  }
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
  for (const { document } of plan.actors.values()) if (!order.has(document)) order.set(document, order.size);
  return order;
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

/** The elements that name each body, collected in one pass when the first is asked for. */
function createBodyIndex(elements: Elements): (body: BodyActor) => Touched {
  let index: Map<Actor, Touched> | undefined;
  const of = (known: Map<Actor, Touched>, actor: Actor): Touched => {
    let touched = known.get(actor);
    if (touched === undefined) {
      touched = { rights: [], responsibilities: [], functions: [], ties: [], participation: [], channels: [] };
      known.set(actor, touched);
    }
    return touched;
  };
  const collect = (): Map<Actor, Touched> => {
    const made = new Map<Actor, Touched>();
    for (const right of elements.rights) {
      for (const actor of right.holders) if (actor.kind === 'body') of(made, actor).rights.push(right);
    }
    for (const responsibility of elements.responsibilities) {
      for (const actor of responsibility.bearers) if (actor.kind === 'body') of(made, actor).responsibilities.push(responsibility);
    }
    for (const planFunction of elements.functions) {
      for (const actor of planFunction.actors) if (actor.kind === 'body') of(made, actor).functions.push(planFunction);
    }
    for (const tie of elements.ties) {
      if (tie.from.kind === 'body') of(made, tie.from).ties.push(tie);
      if (tie.to.kind === 'body') of(made, tie.to).ties.push(tie);
    }
    for (const entry of elements.participation) {
      for (const actor of entry.who) if (actor.kind === 'body') of(made, actor).participation.push(entry);
    }
    for (const channel of elements.channels) {
      for (const actor of channel.serves) if (actor.kind === 'body') of(made, actor).channels.push(channel);
    }
    return made;
  };
  return (body) => {
    index ??= collect();
    return of(index, body);
  };
}
