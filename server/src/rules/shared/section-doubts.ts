// Whether a section can be trusted to show everything: what seems to be missing in it may stand where nothing could be read.
import type { Plan } from '../../workspace/plan.ts';
import { createMisspeltKeys } from './misspelt-keys.ts';

type Section = 'cultivation' | 'exercises' | 'links' | 'procedures' | 'levels';

/** Whether the section, its key, or an actor that it names is faulty, or an import failed. */
export function sectionInDoubt(plan: Plan, section: Section): boolean {
  const { content, document, actors } = plan;
  if (!plan.complete || content.broken.has(section) || createMisspeltKeys([document]).mayMean(content, section)) return true;
  return document.references.some(({ id, to, route }) => route[0] === section && to === 'actor' && !actors.has(id));
}
