// The steps by which a government plan comes into being, and which of them a plan does not show.
import type { PlanHead } from '../../plan/shape.ts';
import type { YamlMap, YamlNode } from '../../yaml/tree.ts';
import { entriesOf, findEntry, isNull } from '../../yaml/view.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';

const approvalSteps = ['consultation', 'approval', 'filing', 'publication'] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

interface MissingStep {
  readonly step: ApprovalStep;
  /** The key that is there and says nothing, or the value that denies it; undefined where there is no key. */
  readonly node: YamlNode | undefined;
}

/** The steps that a plan lacks; none that may stand in what could not be read. */
export function missingSteps(head: PlanHead, misspelt: MisspeltKeys): readonly MissingStep[] {
  return approvalSteps.flatMap((step): readonly MissingStep[] => {
    if (head.broken.has(step) || misspelt.mayMean(head, step)) return [];
    const denied = step === 'publication' && head.publication?.public?.value === false ? head.publication.public.node : undefined;
    if (denied) return [{ step, node: denied }];
    const said = step === 'consultation' ? head.consultation : [head[step]];
    return said.some((entry) => entry && saysSomething(entry.node)) ? [] : [{ step, node: findEntry(head.node, step)?.key }];
  });
}

/** Whether a map has a key with content: `{}` and `{with: []}` say nothing. */
function saysSomething(map: YamlMap): boolean {
  return entriesOf(map).some(({ key, value }) => {
    if (value === undefined || key.text.startsWith('x-')) return false;
    return value.kind === 'scalar' ? !isNull(value) : value.kind === 'map' || value.items.length > 0;
  });
}
