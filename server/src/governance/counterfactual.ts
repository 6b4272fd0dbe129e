// What would have to change for the plan to reach the mode its authors aim at, or its context calls for: the smallest set of at most three
// changes, found by search on the model and verified by classifying again (classifier.md section 6).
import type { PlanDocument } from '../plan/build.ts';
import type { DocumentContent } from '../plan/shape.ts';
import { directiveTypes, type GovernanceMode } from '../plan/vocabulary.ts';
import { linkDocument } from '../workspace/link.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Closure } from '../workspace/store.ts';
import { applyChange, type Change } from './change.ts';
import type { Classification } from './classification.ts';
import { method } from './method.ts';
import { createSides, type Sides } from './sides.ts';
import { measureStructure, verdictFrom } from './structure.ts';
import { type Measure, votingSeats } from './tally.ts';

export interface Counterfactual {
  readonly goal: GovernanceMode;
  /** Why this is the goal. */
  readonly from: 'target' | 'context';
  /** Undefined where no set of at most three changes was found; empty is never returned. */
  readonly changes: readonly Change[] | undefined;
}

/** The largest set of changes that is tried. */
const mostChanges = 3;
/** How many of the most promising changes are combined to pairs and triples. */
const combined = { 2: 24, 3: 14 } as const;
/** How many candidates of a kind are tried: the first in document order, which keeps the search short on large plans. */
const candidatesOfAKind = 40;

/** Undefined where the plan is already in its goal, has none, or shows too little to speak of a mode. */
export function findCounterfactual(plan: Plan, closure: Closure, classification: Classification): Counterfactual | undefined {
  const target = plan.head.targetMode?.value;
  const goal = target ?? classification.context.mode;
  const { verdict } = classification.structure;
  if (goal === undefined || verdict === goal || verdict === 'insufficient-evidence') return undefined;
  return { goal, from: target ? 'target' : 'context', changes: searchChanges(plan, closure, goal) };
}

interface Tried {
  readonly changes: readonly Change[];
  readonly distance: number;
  readonly reached: boolean;
  /** Changes of equal effect are equal to the search: only the first of them is combined. */
  readonly effect: string;
}

function searchChanges(plan: Plan, closure: Closure, goal: GovernanceMode): readonly Change[] | undefined {
  const attempt = (changes: readonly Change[]): Tried => {
    const changed = relink(plan, changes, closure);
    if (changed === undefined) return { changes, distance: Number.POSITIVE_INFINITY, reached: false, effect: '' };
    const measure = measureStructure(changed, createSides(changed));
    return { changes, distance: distanceTo(goal, measure), reached: verdictFrom(measure) === goal, effect: effectOf(measure) };
  };
  const singles = candidates(plan, createSides(plan)).map((change) => attempt([change]));
  const distinct = new Map<string, Tried>();
  for (const tried of [...singles].sort((a, b) => a.distance - b.distance)) {
    if (!distinct.has(tried.effect)) distinct.set(tried.effect, tried);
  }
  const promising = [...distinct.values()];
  let best = promising.find((tried) => tried.reached);
  for (let size = 2; best === undefined && size <= mostChanges; size++) {
    const pool = promising.slice(0, combined[size as keyof typeof combined]).map(({ changes }) => changes[0] as Change);
    for (const changes of combinations(pool, size)) {
      const tried = attempt(changes);
      if (tried.reached) {
        best = tried;
        break;
      }
    }
  }
  return best?.changes;
}

/** The plan after changes to its own document, linked anew. */
export function relink(plan: Plan, changes: readonly Change[], closure: Closure): Plan | undefined {
  const content = changes.reduce((current: DocumentContent, change) => applyChange(current, change), plan.content);
  const document: PlanDocument = { ...plan.document, content };
  const edges: Closure['edges'] = (inner) => closure.edges(inner === document ? plan.document : inner);
  return linkDocument(document, { ...closure, edges }).plan;
}

/** The moves that are open: only to the plan's own text, never to what it imports. */
function candidates(plan: Plan, sides: Sides): readonly Change[] {
  const society = [...sides.society];
  const own = plan.bodies.filter((body) => !body.imported);
  const seats = society.flatMap((organization) =>
    own.flatMap((body): readonly Change[] => (votingSeats(body).includes(organization) ? [] : [{ kind: 'seat', organization, body }])),
  );
  const decisions = plan.rights.filter((right) => !right.imported && right.declaration.rule?.value !== 'advisory');
  const joint = decisions.flatMap((right) =>
    society
      .slice(0, 3)
      .flatMap((organization): readonly Change[] =>
        right.holders.includes(organization) ? [] : [{ kind: 'joint-decision', right, organization }],
      ),
  );
  const crossing = plan.links.filter(({ from, to }) => {
    const ends = [...from, ...to];
    return (
      ends.some((actor) => sides.government.has(actor)) && ends.some((actor) => actor.kind === 'organization' && sides.society.has(actor))
    );
  });
  const isDirective = ({ declaration }: (typeof crossing)[number]): boolean =>
    declaration.type !== undefined && directiveTypes.has(declaration.type.value);
  const mutual = crossing.flatMap((link): readonly Change[] =>
    isDirective(link) || link.declaration.mutual?.value === true ? [] : [{ kind: 'mutual', link }],
  );
  const removals = crossing.flatMap((link): readonly Change[] => (isDirective(link) ? [{ kind: 'remove-link', link }] : []));
  const partner = [...sides.government].find((actor) => actor.kind === 'organization' && !actor.external) ?? [...sides.government][0];
  const linked = new Set(crossing.flatMap(({ from, to }) => [...from, ...to]));
  const links = society
    .filter((organization) => !linked.has(organization))
    .concat(society.filter((organization) => linked.has(organization)))
    .flatMap((to): readonly Change[] => (partner ? [{ kind: 'cooperative-link', from: partner, to }] : []));
  const entries = society.map((organization): Change => ({ kind: 'participation-entry', organization, phases: plan.phases }));
  const levels = plan.content.participation.flatMap((entry) =>
    (['collaborate', 'empower'] as const).flatMap((level): readonly Change[] =>
      entry.level === undefined || entry.level.value === level || entry.level.value === 'empower'
        ? []
        : [{ kind: 'participation-level', entry, level }],
    ),
  );
  return [seats, joint, mutual, links, entries, levels, removals].flatMap((kind) => kind.slice(0, candidatesOfAKind));
}

/** How far a measure is from a mode's cell: the gaps in L and X, and a step for each condition that is missing. */
function distanceTo(goal: GovernanceMode, { L = 0.5, X, conditions }: Measure): number {
  const { governmentLocus, societyLocus, interaction } = method.thresholds;
  const missing = (held: boolean): number => (held ? 0 : 0.2);
  const collaborative = missing(conditions.reachesSociety) + missing(conditions.sharesBurden);
  switch (goal) {
    case 'government-control':
      return Math.max(0, governmentLocus - L) + Math.max(0, X - interaction);
    case 'social-autonomy':
      return Math.max(0, L - societyLocus) + Math.max(0, X - interaction);
    case 'collaborative-governance':
      return Math.max(0, governmentLocus - L) + Math.max(0, interaction - X) + collaborative;
    case 'equal-cooperation':
      return Math.max(0, L - governmentLocus, societyLocus - L) + Math.max(0, interaction - X) + missing(conditions.decidesJointly);
  }
}

function effectOf({ L, X, B, conditions }: Measure): string {
  return [L ?? 0, X, B].map((value) => value.toFixed(6)).join(' ') + JSON.stringify(conditions);
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i < items.length; i++) {
    for (const rest of combinations(items, size - 1, i + 1)) yield [items[i] as T, ...rest];
  }
}
