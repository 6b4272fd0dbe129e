// Does a text name a vulnerable group of people? The phrases, in Chinese, English and Japanese, are in server/data/vulnerable-groups.json.
import data from '../../../data/vulnerable-groups.json' with { type: 'json' };
import { createPhraseFinder, phrasesWithRole } from '../../text/phrases.ts';

/** True where the text names such people (Emergency Response Law 2024, article 11); "disabled vehicles" are none. */
export const namesVulnerableGroup: (text: string) => boolean = createPhraseFinder(() => ({
  phrases: phrasesWithRole(data.lists, 'names'),
  notWithin: phrasesWithRole(data.lists, 'not-within'),
}));
