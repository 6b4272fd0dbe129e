// The files of a starter workspace. They lint clean under their profile in their language; a test holds them to it.
import type { Profile } from '../../plan/vocabulary.ts';
import type { Language } from '../../rules/render.ts';

export interface StarterFile {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export function starterFiles(profile: Profile, language: Language): readonly StarterFile[] {
  return [{ path: 'govplan.config.yaml', text: `profile: ${profile} # ${language}\n` }];
}
