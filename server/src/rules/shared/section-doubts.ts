// Whether a section can be trusted to show everything: what seems to be missing in it may stand where nothing could be read.
import type { Plan } from '../../workspace/plan.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';

type Section = 'cultivation' | 'exercises' | 'links' | 'procedures' | 'levels';

export type SectionDoubts = (section: Section) => boolean;

/**
 * Answers whether the section, its key, or an actor that it names is faulty, or an import failed. `misspelt` are the keys of the plan's own
 * document; `isResolved` says that every reference leads to an actor that was read.
 */
export function createSectionDoubts(
  { content, document, actors, complete }: Plan,
  misspelt: MisspeltKeys,
  isResolved: boolean,
): SectionDoubts {
  const answers = new Map<Section, boolean>();
  const isInDoubt = (section: Section): boolean =>
    !complete ||
    content.broken.has(section) ||
    misspelt.mayMean(content, section) ||
    (!isResolved && document.references.some(({ id, to, route }) => route[0] === section && to === 'actor' && !actors.has(id)));
  return (section) => {
    const known = answers.get(section) ?? isInDoubt(section);
    answers.set(section, known);
    return known;
  };
}
