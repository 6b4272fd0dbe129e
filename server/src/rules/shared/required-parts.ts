// The parts that every plan must have (Emergency Response Law, article 28), and which of them a plan lacks.
import type { Body } from '../../plan/shape.ts';
import type { Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';
import type { StatedHoldings } from './stated-holdings.ts';
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

/**
 * The required parts that are nowhere in a plan, in the order of the law; none that may stand in what could not be read. `misspelt` are the
 * keys of the plan's own document.
 */
export function missingParts(plan: Plan, stated: StatedHoldings, misspelt: MisspeltKeys): readonly RequiredPart[] {
  if (plan.head.broken.has('phases') || misspelt.mayMean(plan.head, 'phases')) return [];
  const covered = stated.phases();
  const isThere: Readonly<Record<RequiredPart, boolean>> = {
    command: mayHaveCommandBody(plan, misspelt),
    warning: covered.has('prevention') || covered.has('preparedness') || covered.has('warning'),
    activation: !stated.isComplete('rights') || stated.mayHold('activate'),
    support: covered.has('preparedness') || mayHaveSupport(plan, stated, misspelt),
    recovery: covered.has('recovery'),
  };
  return (Object.keys(isThere) as RequiredPart[]).filter((part) => !isThere[part] && plan.phases.includes(phaseOf[part]));
}

function mayHaveCommandBody({ complete, bodies, content }: Plan, misspelt: MisspeltKeys): boolean {
  if (!complete || entriesUnread(content, 'bodies') || misspelt.mayMean(content, 'bodies')) return true;
  const mayCommand = ({ kind }: Body): boolean =>
    kind === undefined || kind.value === 'command-headquarters' || kind.value === 'on-scene-command';
  return content.bodies.some(mayCommand) || bodies.some(({ declaration }) => mayCommand(declaration));
}

function mayHaveSupport(plan: Plan, stated: StatedHoldings, misspelt: MisspeltKeys): boolean {
  return !stated.isComplete('capabilities') || stated.hasCapabilities || maySupply(plan, misspelt);
}

function maySupply({ content }: Plan, misspelt: MisspeltKeys): boolean {
  const written = findEntry(content.node, 'links')?.value;
  const count = written?.kind === 'list' ? written.items.length : 1;
  if (misspelt.mayMean(content, 'links') || (content.broken.has('links') && content.links.length < count)) return true;
  return content.links.some(({ type }) => type === undefined || type.value === 'supply');
}
