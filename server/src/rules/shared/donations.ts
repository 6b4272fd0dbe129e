// Does a text name donations for an emergency? The phrases, in Chinese, English and Japanese, are in server/data/donation-words.json.
import data from '../../../data/donation-words.json' with { type: 'json' };
import { createPhraseFinder, phrasesWithRole } from '../../text/phrases.ts';

/** True where the text names donations (Emergency Response Law 2024, article 52); a blood donation is none. */
export const namesDonations: (text: string) => boolean = createPhraseFinder(() => ({
  phrases: phrasesWithRole(data.lists, 'names'),
  notWithin: phrasesWithRole(data.lists, 'not-within'),
}));
