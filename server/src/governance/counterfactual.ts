// What would have to change for the plan to reach the mode its authors aim at, or its context calls for: the smallest set of at most three
// changes, found by search on the model and verified by classifying again (classifier.md section 6).
import type { GovernanceMode } from '../plan/vocabulary.ts';
import type { Plan } from '../workspace/plan.ts';
import type { Closure } from '../workspace/store.ts';
import type { Change } from './change.ts';
import type { Classification } from './classification.ts';
import { method } from './method.ts';
import { openChanges } from './open-changes.ts';
import { createSides } from './sides.ts';
import { measureStructure, verdictFrom } from './structure.ts';
import type { Measure } from './tally.ts';
import { createTrials, relink, type Trials } from './trials.ts';

export interface Counterfactual {
  readonly goal: GovernanceMode;
  /** Why this is the goal. */
  readonly from: 'target' | 'context';
  /** Undefined where no set of at most three changes was found; empty is never returned. */
  readonly changes: readonly Change[] | undefined;
}

/** The largest set of changes that is tried. */
const mostChanges = 3;
/** How many sets of one size are tried: all there are on a small plan, on a large one those that build on the most promising smaller sets. */
const mostSets = 15_000;
/** How many elements are linked anew in all, for the sets that seat somebody. */
const mostRelinked = 15_000;
/** Up to this many open changes, every set is tried. */
const triedWhole = 45;
/** A goal at most this far away, in L and X, is searched for without regard to the gains so far. */
const nearby = 0.15;

/** Undefined where the plan is already in its goal or has none, and where it shows too little to speak of a mode, which no small set mends. */
export function findCounterfactual(plan: Plan, closure: Closure, classification: Classification): Counterfactual | undefined {
  const target = plan.head.targetMode?.value;
  const goal = target ?? classification.context.mode;
  const { verdict } = classification.structure;
  if (goal === undefined || verdict === goal) return undefined;
  const changes = searchChanges(plan, closure, goal);
  if (changes === undefined && verdict === 'insufficient-evidence') return undefined;
  return { goal, from: target ? 'target' : 'context', changes };
}

/** A set of changes by their places in the list of open ones, ascending, and how far from the goal it leaves the plan. */
interface Tried {
  readonly set: readonly number[];
  readonly distance: number;
}

function searchChanges(plan: Plan, closure: Closure, goal: GovernanceMode): readonly Change[] | undefined {
  const trials = createTrials(plan, closure);
  const open = openChanges(plan, createSides(plan));
  const start = trials.from([])?.measure();
  if (start === undefined) return undefined;
  const search: Search = { plan, closure, goal, trials, open, mayStart: createLinkingBudget(plan, trials) };

  let front: readonly Tried[] = [{ set: [], distance: distanceTo(goal, start) }];
  let isWhole = true;
  for (let size = 1; size <= mostChanges; size++) {
    const kept = Math.max(1, Math.floor(mostSets / Math.max(1, open.length)));
    isWhole &&= front.length <= kept;
    const { reached, tried } = enlarge(search, front.slice(0, kept), isWhole, size < mostChanges);
    if (reached) return reached;
    front = tried.sort((a, b) => a.distance - b.distance);
    if (isHopeless(distanceTo(goal, start), front[0]?.distance, size, open.length)) return undefined;
  }
  return undefined;
}

interface Search {
  readonly plan: Plan;
  readonly closure: Closure;
  readonly goal: GovernanceMode;
  readonly trials: Trials;
  readonly open: readonly Change[];
  /** Whether a set may be started from. */
  readonly mayStart: (changes: readonly Change[]) => boolean;
}

/**
 * Tries every set of the front with one change more. Where the front is whole, each larger set is met once by adding later changes only; else it is
 * met from whichever of its parts is in the front. The changes of the first set that reaches the goal, or all that were tried.
 */
function enlarge(
  { plan, closure, goal, trials, open, mayStart }: Search,
  front: readonly Tried[],
  isWhole: boolean,
  isKept: boolean,
): { readonly reached?: readonly Change[]; readonly tried: Tried[] } {
  const tried: Tried[] = [];
  const met = new Set<number>();
  for (const { set } of front) {
    const changes = set.map((place) => open[place] as Change);
    const trial = mayStart(changes) ? trials.from(changes) : undefined;
    const seats: number[] = [];
    const judge = (place: number, measure: Measure): readonly Change[] | undefined => {
      const larger = [...changes, open[place] as Change];
      if (verdictFrom(measure) === goal && isVerified(plan, closure, larger, goal)) return larger;
      if (isKept) tried.push({ set: [...set, place].sort((a, b) => a - b), distance: distanceTo(goal, measure) });
      return undefined;
    };
    for (let place = isWhole ? (set.at(-1) ?? -1) + 1 : 0; place < open.length; place++) {
      const change = open[place] as Change;
      if (changes.some((other) => excludes(other, change)) || (!isWhole && isMet(met, [...set, place], open.length))) continue;
      if (change.kind === 'seat') seats.push(place);
      else {
        const reached = trial && judge(place, trial.measureWith(change));
        if (reached) {
          trial.end();
          return { reached, tried };
        }
      }
    }
    trial?.end();
    for (const place of seats) {
      const larger = [...changes, open[place] as Change];
      const seated = mayStart(larger) ? trials.from(larger) : undefined;
      const reached = seated && judge(place, seated.measure());
      seated?.end();
      if (reached) return { reached, tried };
    }
  }
  return { tried };
}

/** Whether a set was met before, in whatever order. */
function isMet(met: Set<number>, set: number[], open: number): boolean {
  const key = set.sort((a, b) => a - b).reduce((sum, place) => sum * open + place, 0);
  if (met.has(key)) return true;
  met.add(key);
  return false;
}

function isVerified(plan: Plan, closure: Closure, changes: readonly Change[], goal: GovernanceMode): boolean {
  const changed = relink(plan, changes, closure);
  return changed !== undefined && verdictFrom(measureStructure(changed, createSides(changed))) === goal;
}

/** Linking anew is paid by the size of the plan until nothing is left. */
function createLinkingBudget(plan: Plan, trials: Trials): (changes: readonly Change[]) => boolean {
  const price = plan.actors.size + plan.rights.length + plan.ties.length;
  let left = mostRelinked;
  return (changes) => {
    if (trials.isCheap(changes)) return true;
    left -= price;
    return left >= 0;
  };
}

/**
 * Whether the goal is out of reach, by a rule of thumb where trying all sets would take long: even with twice the best gain so far for each change
 * still to come, the plan stays short of it. One organization of thousands moves no mean far, and the search need not show it set by set.
 */
function isHopeless(distance: number, best: number | undefined, size: number, open: number): boolean {
  if (best === undefined) return true;
  if (open <= triedWhole || best <= nearby) return false;
  return best > 2 * (mostChanges - size) * ((distance - best) / size);
}

/** Two changes of one place that cannot both be made, or of which one makes the other idle. */
function excludes(one: Change, other: Change): boolean {
  switch (one.kind) {
    case 'mutual':
    case 'remove-link':
      return (other.kind === 'mutual' || other.kind === 'remove-link') && one.link === other.link;
    case 'participation-level':
      return other.kind === 'participation-level' && one.entry === other.entry;
    case 'seat':
      return other.kind === 'seat' && one.body === other.body && one.organization === other.organization;
    case 'joint-decision':
      return other.kind === 'joint-decision' && one.right === other.right && one.organization === other.organization;
    case 'cooperative-link':
    case 'participation-entry':
      return false;
  }
}

/** How far a measure is from a mode's cell: the gaps in L and X, and a step for each condition that is missing. */
function distanceTo(goal: GovernanceMode, { L = 0.5, X, conditions }: Measure): number {
  const { governmentLocus, societyLocus, fallbackLocus, interaction } = method.thresholds;
  const missing = (held: boolean): number => (held ? 0 : 0.2);
  const collaborates = conditions.reachesSociety && conditions.sharesBurden;
  switch (goal) {
    case 'government-control':
      return Math.max(0, governmentLocus - L) + (collaborates ? Math.max(0, X - interaction) : 0);
    case 'social-autonomy':
      return Math.max(0, L - societyLocus) + Math.max(0, X - interaction);
    case 'collaborative-governance': {
      const locus = conditions.decidesJointly ? governmentLocus : fallbackLocus;
      return Math.max(0, locus - L) + Math.max(0, interaction - X) + missing(conditions.reachesSociety) + missing(conditions.sharesBurden);
    }
    case 'equal-cooperation':
      return Math.max(0, L - governmentLocus, societyLocus - L) + Math.max(0, interaction - X) + missing(conditions.decidesJointly);
  }
}
