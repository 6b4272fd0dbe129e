// The stable JSON of a comparison (cli.md, version 1): keys in the order of its description, optional ones left out.
import type { StructureClassification } from '../../governance/classification.ts';
import { structureJson } from '../../report/classification-json.ts';
import type { ComparedDocument } from '../../report/diff/compare.ts';
import {
  comparedPlans,
  createChangeLister,
  type Difference,
  fixedFindings,
  hiddenFindings,
  newFindings,
  remainingCount,
} from '../../report/diff/difference.ts';
import type { DiffFormat } from './formats.ts';

export const diffJson: DiffFormat = (difference, { language }) => {
  const changesOf = createChangeLister(difference);
  const changes = difference.compared.flatMap(changesOf).map(({ change: { kind, entity, before, after }, path, range }) => ({
    kind,
    entity,
    path,
    range,
    ...(before && { before }),
    ...(after && { after }),
  }));
  const hidden = hiddenFindings(difference, language);
  const findings = {
    new: newFindings(difference, language),
    fixed: fixedFindings(difference, language),
    remaining: remainingCount(difference),
    ...(hidden.length > 0 && { hidden }),
  };
  return `${JSON.stringify({ version: 1, changes, ...modesOf(difference), findings }, undefined, 2)}\n`;
};

/** `mode` is that of the plan. Of several, it is that of the first whose measures moved, and `plans` has all of them. */
function modesOf(difference: Difference): object {
  const plans = comparedPlans(difference);
  const shown = plans.find(({ drivers, before, after }) => drivers.length > 0 || !before || !after) ?? plans[0];
  if (shown === undefined) return {};
  return { mode: modeOf(shown), ...(plans.length > 1 && { plans: plans.map((plan) => ({ path: plan.path, mode: modeOf(plan) })) }) };
}

function modeOf({ before, after }: ComparedDocument): object {
  const side = (name: 'before' | 'after', structure: StructureClassification | undefined): object =>
    structure ? { [name]: structureJson(structure) } : {};
  return { ...side('before', before?.structure), ...side('after', after?.structure) };
}
