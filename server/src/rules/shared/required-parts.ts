// The parts that every plan must have (Emergency Response Law, article 28), and which of them a plan lacks.
import type { Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import { createMisspeltKeys, type MisspeltKeys } from './misspelt-keys.ts';
import { phasesWithResponsibility, statedHoldings } from './stated-holdings.ts';
import { entriesUnread } from './unread.ts';

type RequiredPart = 'command' | 'warning' | 'activation' | 'support' | 'recovery';

/** The phase that must be in scope for a part to be required. */
const phaseOf: Readonly<Record<RequiredPart, Phase>> = {
  command: 'response',
  warning: 'warning',
  activation: 'response',
  support: 'preparedness',
  recovery: 'recovery',
};

/** The required parts that are nowhere in a plan, in the order of the law; none that may stand in what could not be read. */
export function missingParts(plan: Plan): readonly RequiredPart[] {
  const misspelt = createMisspeltKeys([plan.document]);
  if (plan.head.broken.has('phases') || misspelt.mayMean(plan.head, 'phases')) return [];
  const covered = phasesWithResponsibility(plan);
  const isThere: Readonly<Record<RequiredPart, boolean>> = {
    command: mayHaveCommandBody(plan, misspelt),
    warning: covered.has('prevention') || covered.has('preparedness') || covered.has('warning'),
    activation: mayActivate(plan),
    support: covered.has('preparedness') || mayHaveSupport(plan, misspelt),
    recovery: covered.has('recovery'),
  };
  return (Object.keys(isThere) as RequiredPart[]).filter((part) => !isThere[part] && plan.phases.includes(phaseOf[part]));
}

function mayHaveCommandBody({ complete, bodies, content }: Plan, misspelt: MisspeltKeys): boolean {
  if (!complete || entriesUnread(content, 'bodies') || misspelt.mayMean(content, 'bodies')) return true;
  const kinds = [...content.bodies, ...bodies.map(({ declaration }) => declaration)].map(({ kind }) => kind?.value);
  return kinds.some((kind) => kind === undefined || kind === 'command-headquarters' || kind === 'on-scene-command');
}

function mayActivate(plan: Plan): boolean {
  const { entries, complete } = statedHoldings(plan, 'rights');
  return !complete || entries.some(({ kind }) => kind === undefined || kind.value === 'activate');
}

function mayHaveSupport(plan: Plan, misspelt: MisspeltKeys): boolean {
  const { entries, complete } = statedHoldings(plan, 'capabilities');
  return !complete || entries.length > 0 || maySupply(plan, misspelt);
}

function maySupply({ content }: Plan, misspelt: MisspeltKeys): boolean {
  const written = findEntry(content.node, 'links')?.value;
  const count = written?.kind === 'list' ? written.items.length : 1;
  if (misspelt.mayMean(content, 'links') || (content.broken.has('links') && content.links.length < count)) return true;
  return content.links.some(({ type }) => type === undefined || type.value === 'supply');
}
