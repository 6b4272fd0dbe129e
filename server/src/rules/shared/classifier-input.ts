// Whether the classifier saw the whole plan: a mode computed from what could be read of a broken document is no ground for a finding.
import type { Axis } from '../../governance/indicators.ts';
import type { Plan } from '../../workspace/plan.ts';
import { createMisspeltKeys, type MisspeltKeys } from './misspelt-keys.ts';

/** The sections in which L and X are measured. */
const measuredSections: ReadonlySet<string> = new Set(['organizations', 'bodies', 'functions', 'links', 'participation', 'channels']);

/** Whether a part of the structure could not be read, imported, or traced to an actor. */
export function structureUnread(plan: Plan, { mayMean }: MisspeltKeys = createMisspeltKeys([plan.document]), isResolved = false): boolean {
  const isFaulty = (section: string): boolean => plan.content.broken.has(section) || mayMean(plan.content, section);
  if (!plan.complete || [...measuredSections].some(isFaulty)) return true;
  // Where it is known that every reference leads to an actor that was read, none need be looked at.
  if (isResolved) return false;
  return plan.document.references.some(({ id, to, route }) => {
    if ((to !== 'actor' && to !== 'organization') || !measuredSections.has(route[0] ?? '')) return false;
    const actor = plan.actors.get(id);
    return actor === undefined || (to === 'organization' && actor.kind === 'body');
  });
}

/** Whether what the plan says of an axis could not be read: its declaration, or the indicators where none is declared. */
export function axisUnread(plan: Plan, axis: Axis, { mayMean }: MisspeltKeys = createMisspeltKeys([plan.document])): boolean {
  const { content } = plan;
  const { context } = content;
  if (context === undefined) return content.broken.has('context') || mayMean(content, 'context');
  const declared = axis === 'government-capacity' ? context.governmentCapacity : context.socialDevelopment;
  const isHidden = (key: string): boolean => context.broken.has(key) || mayMean(context, key);
  return isHidden(axis) || (declared === undefined && isHidden('indicators'));
}

/** Whether the context mode may be another than the one computed. */
export function contextUnread(plan: Plan, misspelt: MisspeltKeys = createMisspeltKeys([plan.document])): boolean {
  return axisUnread(plan, 'government-capacity', misspelt) || axisUnread(plan, 'social-development', misspelt);
}
