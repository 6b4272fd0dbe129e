// Phases as a message lists them: the words of the format, which the author edits, with what they mean in Chinese.
import type { Bilingual } from '../../plan/field.ts';
import { type Phase, phases } from '../../plan/vocabulary.ts';
import { valueName } from './value-name.ts';

export function phaseNames(listed: readonly Phase[]): Bilingual {
  return { en: listed.join(', '), zh: listed.map((phase) => valueName(phases, phase).zh).join('、') };
}
