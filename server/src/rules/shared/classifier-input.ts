// Whether the classifier saw the whole plan: a mode computed from what could be read of a broken document is no ground for a finding.
import type { Axis } from '../../governance/indicators.ts';
import type { Plan } from '../../workspace/plan.ts';

/** The sections in which L and X are measured. */
const measuredSections = ['organizations', 'bodies', 'functions', 'links', 'participation', 'channels'] as const;

/** Whether a part of the structure could not be read, imported, or traced to an actor. */
export function structureUnread(plan: Plan): boolean {
  if (!plan.complete || measuredSections.some((section) => plan.content.broken.has(section))) return true;
  const measured: ReadonlySet<string> = new Set(measuredSections);
  return plan.document.references.some(({ id, to, route }) => {
    if ((to !== 'actor' && to !== 'organization') || !measured.has(route[0] ?? '')) return false;
    const actor = plan.actors.get(id);
    return actor === undefined || (to === 'organization' && actor.kind === 'body');
  });
}

/** Whether what the plan says of an axis could not be read: its declaration, or the indicators where none is declared. */
export function axisUnread({ content }: Plan, axis: Axis): boolean {
  const { context } = content;
  if (context === undefined) return content.broken.has('context');
  const declared = axis === 'government-capacity' ? context.governmentCapacity : context.socialDevelopment;
  return context.broken.has(axis) || (declared === undefined && context.broken.has('indicators'));
}

/** Whether the context mode may be another than the one computed. */
export function contextUnread(plan: Plan): boolean {
  return axisUnread(plan, 'government-capacity') || axisUnread(plan, 'social-development');
}
