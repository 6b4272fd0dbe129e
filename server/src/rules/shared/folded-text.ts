// When two texts say the same: compatibility forms, case, white space and punctuation do not count (转移、安置群众 is 转移安置群众).
import { isCommon } from '../../text/common-script.ts';

/** The folded form of a text in each of its languages, each once; languages without content are left out. */
export function foldTexts(words: ReadonlyMap<string, string> | undefined): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const written of words?.values() ?? []) forms.add(foldText(written));
  forms.delete('');
  return forms;
}

/** Whether a text says anything in any language. */
export function saysAnything(words: ReadonlyMap<string, string> | undefined): boolean {
  for (const written of words?.values() ?? []) if (beginsWithWord.test(written) || foldText(written) !== '') return true;
  return false;
}

/** So nearly every text that says anything begins. */
const beginsWithWord = /^[A-Za-z0-9\u4e00-\u9fff]/;

/** One form for texts that differ in nothing that is read aloud; empty where only punctuation stands. */
function foldText(text: string): string {
  if (isCommon(text)) return text.replace(/[^A-Za-z0-9$+<=>^`|~ぁ-ゖァ-ヺー一-鿿]/g, '').toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Z}\p{Cf}]/gu, '');
}
