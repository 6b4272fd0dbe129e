// Is an action nothing but words such as 配合 or "assist as needed"? The words are in server/data/vague-actions.json.
import data from '../../../data/vague-actions.json' with { type: 'json' };
import { late } from '../../text/late.ts';
import { BREAK, createGlance, indexPhrases, phraseLengthsAt, phrasesWithRole, wordsOf } from '../../text/phrases.ts';

const vague = late(() => indexPhrases(phrasesWithRole(data.lists, 'vague')));
const filler = late(() => indexPhrases(phrasesWithRole(data.lists, 'filler')));
const mayBeVague = late(() => createGlance(['vague', 'whole'].flatMap((role) => phrasesWithRole(data.lists, role))));
const wholeActions = late(() => new Set(phrasesWithRole(data.lists, 'whole').map((phrase) => wordsOf(phrase).join(' '))));

/**
 * True when the action consists of listed words alone and at least one of them makes it vague: 配合做好相关工作 and "support as
 * required" are, 配合转移群众 and "support shelters" are not. An empty action is missing, not vague.
 */
export function isVague(action: string): boolean {
  if (!mayBeVague()(action)) return false;
  const words = wordsOf(action).filter((word) => word !== BREAK);
  return wholeActions().has(words.join(' ')) || consistsOfListedWords(words);
}

/**
 * Whether the words can be cut into listed phrases with a vague one among them. Chinese has no blanks and the phrases overlap, so every
 * cut is followed at once: for each place, whether it can be reached, and whether by way of a vague phrase.
 */
function consistsOfListedWords(words: readonly string[]): boolean {
  const reached = new Set([0]);
  const reachedVaguely = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    if (!reached.has(at)) continue;
    for (const length of phraseLengthsAt(words, at, filler())) {
      reached.add(at + length);
      if (reachedVaguely.has(at)) reachedVaguely.add(at + length);
    }
    for (const length of phraseLengthsAt(words, at, vague())) {
      reached.add(at + length);
      reachedVaguely.add(at + length);
    }
  }
  return reachedVaguely.has(words.length);
}
