// What sets of small changes would do to a plan's measures. A search tries tens of thousands of sets, so only a seat, which may change who counts as
// government, links the plan anew; every other change is put into the sums of the tally, and taken out again.
import type { PlanDocument } from '../plan/build.ts';
import type { DocumentContent } from '../plan/shape.ts';
import { linkDocument } from '../workspace/link.ts';
import type { Actor, DirectedTie, HeldRight, LinkedLink, OrganizationActor, Plan } from '../workspace/plan.ts';
import type { Closure } from '../workspace/store.ts';
import { applyChange, type Change, jointRight, newEntry, newLinkType, raisedEntry } from './change.ts';
import type { Sign } from './dyads.ts';
import { elementsOf } from './elements.ts';
import type { LinkedParticipation } from './participation.ts';
import { createSides } from './sides.ts';
import { tallyOf } from './structure.ts';
import type { Measure, Tally } from './tally.ts';

export interface Trials {
  /** Starts from a set of changes; no two of them of the same link, entry or seat. Undefined where the plan could not be linked anew. */
  from(changes: readonly Change[]): Trial | undefined;
  /** Whether starting from a set costs no linking: it seats nobody, or as an earlier one did. */
  isCheap(changes: readonly Change[]): boolean;
}

/** One at a time: to be ended before the next is started. */
export interface Trial {
  /** The measures with the set alone. */
  measure(): Measure;
  /** The measures with one change more, which seats nobody. */
  measureWith(change: Change): Measure;
  end(): void;
}

export function createTrials(plan: Plan, closure: Closure): Trials {
  const bases = new Map<string, Base | undefined>();
  const baseOf = (changes: readonly Change[]): Base | undefined => {
    const key = seatsKey(changes);
    if (!bases.has(key)) {
      const seats = changes.filter(({ kind }) => kind === 'seat');
      const base = seats.length === 0 ? plan : relink(plan, seats, closure);
      bases.set(key, base && createBase(base));
    }
    return bases.get(key);
  };
  return {
    from: (changes) => {
      const base = baseOf(changes);
      return base && startTrial(base, changes);
    },
    isCheap: (changes) => bases.has(seatsKey(changes)),
  };
}

function seatsKey(changes: readonly Change[]): string {
  if (!changes.some(({ kind }) => kind === 'seat')) return '';
  return changes
    .flatMap((change) => (change.kind === 'seat' ? [`${change.body.id}\n${change.organization.id}\n${change.seat}`] : []))
    .sort()
    .join('\n\n');
}

/** The plan after changes to its own document, linked anew. */
export function relink(plan: Plan, changes: readonly Change[], closure: Closure): Plan | undefined {
  const content = changes.reduce((current: DocumentContent, change) => applyChange(current, change), plan.content);
  const document: PlanDocument = Object.create(plan.document, { content: { value: content } });
  const edges: Closure['edges'] = (inner) => closure.edges(inner === document ? plan.document : inner);
  return linkDocument(document, { ...closure, edges }).plan;
}

type Pair = Pick<DirectedTie, 'from' | 'to' | 'type'> & { readonly key: string };
/** Puts a change into the sums (1), or takes it out again (-1). */
type Step = (sign: Sign) => void;

/** A plan, measured, with what the changes look up in it. */
interface Base {
  readonly plan: Plan;
  readonly tally: Tally;
  readonly rights: ReadonlyMap<unknown, HeldRight>;
  readonly links: ReadonlyMap<unknown, LinkedLink>;
  readonly participation: readonly LinkedParticipation[];
  /** How many links say a pair of this type. */
  readonly sayings: Map<string, number>;
  /** What each change does alone. */
  readonly steps: Map<Change, Step>;
}

function createBase(plan: Plan): Base {
  const elements = elementsOf(plan);
  const sayings = new Map<string, number>();
  for (const link of plan.links) for (const { key } of pairsOf(link)) sayings.set(key, (sayings.get(key) ?? 0) + 1);
  return {
    plan,
    tally: tallyOf(plan, elements, createSides(plan)),
    rights: new Map(plan.rights.map((right) => [right.declaration.idNode, right])),
    links: new Map(plan.links.map((link) => [link.declaration, link])),
    participation: elements.participation,
    sayings,
    steps: new Map(),
  };
}

function startTrial(base: Base, changes: readonly Change[]): Trial {
  const steps = changes.map((change, place) => stepOf(base, change, changes.slice(0, place)));
  for (const step of steps) step(1);
  return {
    measure: () => base.tally.measure(),
    measureWith: (change) => {
      const step = stepOf(base, change, changes);
      step(1);
      const measure = base.tally.measure();
      step(-1);
      return measure;
    },
    end: () => {
      for (const step of steps.reverse()) step(-1);
    },
  };
}

/** What a change does after others. Only of one right made joint with several organizations does it depend on them. */
function stepOf(base: Base, change: Change, earlier: readonly Change[]): Step {
  if (change.kind === 'joint-decision') {
    const joined = earlier.flatMap((other) =>
      other.kind === 'joint-decision' && other.right === change.right ? [other.organization] : [],
    );
    if (joined.length > 0) return createStep(base, change, joined);
  }
  const step = base.steps.get(change) ?? createStep(base, change, []);
  base.steps.set(change, step);
  return step;
}

/** `joined` are the organizations with which the set has already made the same right joint. */
function createStep(base: Base, change: Change, joined: readonly OrganizationActor[]): Step {
  const { plan, tally } = base;
  const here = (actor: Actor): Actor => plan.actors.get(actor.id) ?? actor;
  switch (change.kind) {
    case 'seat':
      return () => undefined;
    case 'joint-decision': {
      const right = base.rights.get(change.right.declaration.idNode);
      if (right === undefined) return () => undefined;
      const old = joined.reduce((held, organization) => madeJoint(held, here(organization)), right);
      const fresh = madeJoint(old, here(change.organization));
      return (sign) => {
        tally.right(old, opposite(sign));
        tally.right(fresh, sign);
      };
    }
    case 'mutual': {
      const link = base.links.get(change.link.declaration);
      const back = (link ? pairsOf(link) : []).map(({ from, to, type }) => pairOf(to, from, type));
      return (sign) => sayPairs(base, back, sign);
    }
    case 'remove-link': {
      const link = base.links.get(change.link.declaration);
      const pairs = link ? pairsOf(link) : [];
      return (sign) => sayPairs(base, pairs, opposite(sign));
    }
    case 'cooperative-link': {
      const from = here(change.from);
      const pairs = change.to.map(here).flatMap((to) => [pairOf(from, to, newLinkType), pairOf(to, from, newLinkType)]);
      return (sign) => sayPairs(base, pairs, sign);
    }
    case 'participation-entry': {
      const entry = { declaration: newEntry(plan.content, change), who: change.organizations.map(here) };
      return (sign) => tally.participation(entry, sign);
    }
    case 'participation-level': {
      // What several entries share through an anchor is raised in all of them.
      const shared = base.participation.filter(({ declaration }) => declaration.node === change.entry.node);
      const raised = shared.map((entry) => ({ ...entry, declaration: raisedEntry({ ...change, entry: entry.declaration }) }));
      return (sign) => {
        for (const entry of shared) tally.participation(entry, opposite(sign));
        for (const entry of raised) tally.participation(entry, sign);
      };
    }
  }
}

function madeJoint(right: HeldRight, organization: Actor): HeldRight {
  return { ...right, declaration: jointRight(right.declaration, organization), holders: [...new Set([...right.holders, organization])] };
}

function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : 1;
}

/** Counts one saying more, or less, of each pair: the pair is a tie while there is one. */
function sayPairs({ sayings, tally }: Base, pairs: readonly Pair[], sign: Sign): void {
  for (const pair of pairs) {
    const before = sayings.get(pair.key) ?? 0;
    sayings.set(pair.key, before + sign);
    if (before === (sign === 1 ? 0 : 1)) tally.tie(pair, sign);
  }
}

/** The pairs a link says, each once. */
function pairsOf({ from, to, declaration }: LinkedLink): readonly Pair[] {
  const { type, mutual } = declaration;
  if (type === undefined) return [];
  const pairs = new Map<string, Pair>();
  const add = (one: Actor, other: Actor): void => {
    const pair = pairOf(one, other, type.value);
    if (one !== other) pairs.set(pair.key, pair);
  };
  for (const one of from) {
    for (const other of to) {
      add(one, other);
      if (mutual?.value === true) add(other, one);
    }
  }
  return [...pairs.values()];
}

function pairOf(from: Actor, to: Actor, type: DirectedTie['type']): Pair {
  return { from, to, type, key: `${from.id}\n${to.id}\n${type}` };
}
