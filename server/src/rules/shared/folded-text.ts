// When two texts say the same: compatibility forms, case, white space and punctuation do not count (转移、安置群众 is 转移安置群众).
import type { TextValue } from '../../plan/field.ts';
import { expressionFor } from '../../text/common-script.ts';

/** The folded form of a text in each of its languages, each once; languages without content are left out. */
export function foldedTexts(text: TextValue | undefined): ReadonlySet<string> {
  const folded = [...(text?.byLanguage.values() ?? [])].map(foldText);
  return new Set(folded.filter((form) => form !== ''));
}

/** Whether a text says anything in any language. */
export function saysSomething(text: TextValue | undefined): boolean {
  return foldedTexts(text).size > 0;
}

export function intersects<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const item of small) if (large.has(item)) return true;
  return false;
}

/** One form for texts that differ in nothing that is read aloud; empty where only punctuation stands. */
function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(expressionFor(plain, /[^a-z0-9$+<=>^`|~ぁ-ゖァ-ヺー一-鿿]/g, /[\s\p{P}\p{Z}\p{Cf}]/gu), '');
}
