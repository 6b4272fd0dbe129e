// The plans above a plan: what `parent-plans` leads to, and whether the chain of parents comes back.
import type { PlanDocument } from '../plan/build.ts';
import type { LegalBasis, PlanHead } from '../plan/shape.ts';
import { firstPlan } from './import-graph.ts';
import type { ParentPlan, ResolvedParent, Visible } from './plan.ts';
import { type Closure, type ImportEdge, sightOf } from './store.ts';

/** The parents that resolve, in the order of the plan: plans by their path, and legal bases of kind `plan`. */
export function resolveParents(
  document: PlanDocument,
  head: PlanHead,
  legalBases: ReadonlyMap<string, Visible<LegalBasis>>,
  closure: Closure,
): readonly ParentPlan[] {
  const edges = new Map(closure.edges(document).flatMap((edge) => (edge.kind === 'parent' ? [[edge.node, edge] as const] : [])));
  const standings = new Map<PlanDocument, Standing>();
  const standingOf = (plan: PlanDocument): Standing => {
    const standing = standings.get(plan) ?? findStanding(plan, document, closure);
    standings.set(plan, standing);
    return standing;
  };
  return head.parentPlans.flatMap((parent): readonly ParentPlan[] => {
    if (parent.kind === 'legal-basis') {
      const basis = legalBases.get(parent.reference.id);
      return basis?.value.kind?.value === 'plan' ? [{ kind: 'legal-basis', node: parent.node, basis }] : [];
    }
    const plan = documentAt(edges.get(parent.node), closure);
    if (plan?.content?.plan === undefined) return [];
    return [{ kind: 'plan', node: parent.node, plan, head: plan.content.plan, ...standingOf(plan) }];
  });
}

/** The heads of the plans above a plan that resolve, by whatever number of steps, each once. */
export function headsAbove(document: PlanDocument, closure: Closure): readonly PlanHead[] {
  const plans = new Set([document]);
  for (const plan of plans) {
    for (const edge of closure.edges(plan)) {
      const parent = edge.kind === 'parent' ? documentAt(edge, closure) : undefined;
      if (parent) plans.add(parent);
    }
  }
  plans.delete(document);
  return [...plans].flatMap(({ content }) => content?.plan ?? []);
}

type Standing = Pick<ResolvedParent, 'imports' | 'complete' | 'leadsBack'>;

/** What a parent plan is to a plan, however often that names it. */
function findStanding(parent: PlanDocument, document: PlanDocument, closure: Closure): Standing {
  return { ...sightOf(parent, closure), leadsBack: leadsTo(parent, document, closure) };
}

/** The plan that a path in `parent-plans` leads to: the first plan of the file. A file with a fault that was reported leads to none. */
function documentAt(edge: ImportEdge | undefined, closure: Closure): PlanDocument | undefined {
  const file = edge?.target === undefined || edge.failure !== undefined ? undefined : closure.files.get(edge.target);
  return file && firstPlan(file);
}

/** Whether a parent of a plan is that plan, or has it among the plans above it: then the two are in one circle. */
function leadsTo(parent: PlanDocument, plan: PlanDocument, { entry, graph }: Closure): boolean {
  const circles = graph?.parentCircles(plan.yaml.origin);
  return circles !== undefined && plan === firstPlan(entry) && circles.get(parent.yaml.origin) === circles.get(plan.yaml.origin);
}
