// Whether the classifier saw the whole plan: a mode computed from what could be read of a broken document is no ground for a finding.
import type { Axis } from '../../governance/indicators.ts';
import type { Plan } from '../../workspace/plan.ts';
import { createMisspeltKeys } from './misspelt-keys.ts';

/** The sections in which L and X are measured. */
const measuredSections = ['organizations', 'bodies', 'functions', 'links', 'participation', 'channels'] as const;

/** Whether a part of the structure could not be read, imported, or traced to an actor. */
export function structureUnread(plan: Plan): boolean {
  const { mayMean } = createMisspeltKeys([plan.document]);
  const isFaulty = (section: string): boolean => plan.content.broken.has(section) || mayMean(plan.content, section);
  if (!plan.complete || measuredSections.some(isFaulty)) return true;
  const measured: ReadonlySet<string> = new Set(measuredSections);
  return plan.document.references.some(({ id, to, route }) => {
    if ((to !== 'actor' && to !== 'organization') || !measured.has(route[0] ?? '')) return false;
    const actor = plan.actors.get(id);
    return actor === undefined || (to === 'organization' && actor.kind === 'body');
  });
}

/** Whether what the plan says of an axis could not be read: its declaration, or the indicators where none is declared. */
export function axisUnread({ content, document }: Plan, axis: Axis): boolean {
  const { context } = content;
  const { mayMean } = createMisspeltKeys([document]);
  if (context === undefined) return content.broken.has('context') || mayMean(content, 'context');
  const declared = axis === 'government-capacity' ? context.governmentCapacity : context.socialDevelopment;
  const isHidden = (key: string): boolean => context.broken.has(key) || mayMean(context, key);
  return isHidden(axis) || (declared === undefined && isHidden('indicators'));
}

/** Whether the context mode may be another than the one computed. */
export function contextUnread(plan: Plan): boolean {
  return axisUnread(plan, 'government-capacity') || axisUnread(plan, 'social-development');
}
