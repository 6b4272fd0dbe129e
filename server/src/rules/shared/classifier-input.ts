// Whether the classifier saw the whole plan: a mode computed from what could be read of a broken document is no ground for a finding.
import { type Axis, indicatorDefinition } from '../../governance/indicators.ts';
import { deciderKeys } from '../../governance/seats.ts';
import type { PlanDocument } from '../../plan/build.ts';
import type { FoundReference } from '../../plan/read-scope.ts';
import type { Body, Context, Indicator, Organization } from '../../plan/shape.ts';
import type { Plan } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import { createHiddenKeys, type HiddenKeys } from './hidden-keys.ts';
import { createMisspeltKeys, type MisspeltKeys } from './misspelt-keys.ts';

/** The keys that L and X are measured by, of what stands in each section; of an actor’s rights and duties, see `isHoldingUnread`. */
const measured = {
  organizations: ['imported', 'sector', 'autonomy', 'external'],
  bodies: ['kind', ...deciderKeys],
  functions: ['coordinator', 'primary'],
  links: ['from', 'to', 'type', 'mutual'],
  participation: ['phases', 'who', 'level'],
  channels: ['serves'],
} as const;
type Section = keyof typeof measured;
const sections = Object.keys(measured) as readonly Section[];

const measuredReferences: ReadonlySet<string | undefined> = new Set([...Object.values(measured).flat(), 'with']);

/**
 * Whether a part of the structure could not be read, imported, or traced to an actor. A fault in what is not measured, such as a deadline or a
 * basis, leaves the mode as it is.
 */
export function structureUnread(plan: Plan, misspelt: MisspeltKeys = createMisspeltKeys([plan.document]), isResolved = false): boolean {
  const { content } = plan;
  if (!plan.complete || sections.some((section) => misspelt.mayMean(content, section))) return true;
  const hidden = createHiddenKeys(plan, misspelt);
  // What is faulty deep within a section makes the section faulty: where none is, nothing need be looked at.
  const imported = importedWithPart(plan);
  const isFaulty = (section: Section): boolean =>
    content.broken.has(section) || imported.some((document) => document.content?.broken.has(section));
  if (sections.some((section) => isFaulty(section) && isUnread(plan, section, hidden))) return true;
  if (imported.some((document) => document.references.some((found) => isOfActor(found) && isMeasured(found) && leadsAstray(found, plan))))
    return true;
  // Where it is known that every reference leads to an actor that was read, none need be looked at.
  if (isResolved) return false;
  // An imported actor takes part wherever it is named, so that any misspelt id may leave one out.
  const counts = content.imports.length > 0 ? (): boolean => true : isMeasured;
  return plan.document.references.some((found) => counts(found) && leadsAstray(found, plan));
}

/** The files from which actors come that take part. */
function importedWithPart({ content, document: own, organizations, bodies }: Plan): readonly PlanDocument[] {
  if (content.imports.length === 0) return [];
  return [...new Set([...organizations, ...bodies].map(({ document }) => document))].filter((document) => document !== own);
}

/** Of another plan's links and functions, nothing counts. */
function isOfActor({ route: [section] }: FoundReference): boolean {
  return section === 'organizations' || section === 'bodies';
}

function isMeasured({ route }: FoundReference): boolean {
  return measuredReferences.has(route.at(-1));
}

/** Of an imported actor that takes no part, nothing counts. */
function leadsAstray(found: FoundReference, { actors }: Plan): boolean {
  const { id, to, route } = found;
  const [section = '', owner = ''] = route;
  if ((to !== 'actor' && to !== 'organization') || !(section in measured)) return false;
  if (isOfActor(found) && actors.get(owner)?.takesPart === false) return false;
  const actor = actors.get(id);
  return actor === undefined || (to === 'organization' && actor.kind === 'body');
}

function isUnread({ content, organizations, bodies }: Plan, section: Section, hidden: HiddenKeys): boolean {
  if (section === 'links' || section === 'participation' ? hidden.inItems(section) : hidden.inEntries(section)) return true;
  if (hidden.inAny(content[section], ...measured[section])) return true;
  switch (section) {
    case 'organizations':
      return organizations.some(({ declaration, additions }) => {
        if (declaration.sector === undefined || hidden.in(declaration, ...measured.organizations)) return true;
        return [declaration, ...additions].some((entry) => isHoldingUnread(entry, hidden));
      });
    case 'bodies':
      return bodies.some(({ declaration }) => {
        if (declaration.kind === undefined || declaration.chair === undefined) return true;
        return hidden.in(declaration, ...measured.bodies) || isHoldingUnread(declaration, hidden);
      });
    case 'links':
      return content.links.some(({ from, to, type }) => from.length === 0 || to.length === 0 || type === undefined);
    case 'participation':
      return content.participation.some(({ phases, who, level }) => phases.length === 0 || who.length === 0 || level === undefined);
    case 'functions':
    case 'channels':
      return false;
  }
}

function isHoldingUnread(actor: Organization | Body, hidden: HiddenKeys): boolean {
  if (hidden.inHoldings(actor, 'rights') || hidden.inHoldings(actor, 'responsibilities')) return true;
  return (
    actor.rights.some((right) => right.kind === undefined || hidden.in(right, 'kind', 'rule', 'with')) ||
    hidden.inAny(actor.responsibilities, 'with')
  );
}

/** Whether what the plan says of an axis could not be read: its declaration, or the indicators where none is declared. */
export function axisUnread(plan: Plan, axis: Axis, { mayMean }: MisspeltKeys = createMisspeltKeys([plan.document])): boolean {
  const { content } = plan;
  const { context } = content;
  if (context === undefined) return content.broken.has('context') || mayMean(content, 'context');
  const declared = axis === 'government-capacity' ? context.governmentCapacity : context.socialDevelopment;
  const isHidden = (key: string): boolean => context.broken.has(key) || mayMean(context, key);
  return isHidden(axis) || (declared === undefined && (mayMean(context, 'indicators') || indicatorsUnread(context, axis)));
}

/** Whether an indicator that may measure the axis could not be read to the end. */
export function indicatorsUnread({ broken, indicators, node }: Context, axis: Axis): boolean {
  if (!broken.has('indicators')) return false;
  const written = findEntry(node, 'indicators')?.value;
  if (indicators.length < (written?.kind === 'list' ? written.items.length : 1)) return true;
  return indicators.some((indicator) => isIncomplete(indicator) && mayMeasure(indicator, axis));
}

function isIncomplete({ broken, id, value, unit, axis, min, max }: Indicator): boolean {
  if (broken.size > 0 || id === undefined || value === undefined || unit === undefined) return true;
  return !indicatorDefinition(id.value) && (axis === undefined || min === undefined || max === undefined);
}

function mayMeasure({ id, axis: own }: Indicator, axis: Axis): boolean {
  const measured = (id && indicatorDefinition(id.value)?.axis) ?? own?.value;
  return measured === undefined || measured === axis;
}

/** Whether the context mode may be another than the one computed. */
export function contextUnread(plan: Plan, misspelt: MisspeltKeys = createMisspeltKeys([plan.document])): boolean {
  return axisUnread(plan, 'government-capacity', misspelt) || axisUnread(plan, 'social-development', misspelt);
}
