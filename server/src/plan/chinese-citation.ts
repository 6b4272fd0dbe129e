// Citations as Chinese documents write them: 《防洪法》第四十五条第二款 is what the format calls `防洪法#45.2`.
import { isId } from './scalars.ts';

const number = '([\\d零〇一二三四五六七八九十百]{1,9})';
const citation = new RegExp(`^《?([^《》\\s]{1,100}?)》?第${number}条(?:第${number}款)?(?:第?[（(]?${number}[)）]?项)?$`, 'u');

/** Undefined where a text is no such citation, or what it names could be no id. */
export function citationMeant(text: string): { readonly id: string; readonly locator: string } | undefined {
  const [, id = '', ...written] = citation.exec(text.replace(/\s/g, '')) ?? [];
  if (!isId(id)) return undefined;
  const [article, paragraph, item] = written.map((part) => (part === undefined ? undefined : numberOf(part)));
  // An article of one paragraph is not counted in paragraphs.
  const parts = item === undefined ? [article, paragraph] : [article, paragraph ?? 1, item];
  return { id, locator: parts.filter((part) => part !== undefined).join('.') };
}

const digits = '零一二三四五六七八九';

/** Of a number below a thousand, in figures or in characters: 一百零六, 十二. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  let sum = 0;
  let digit = 0;
  for (const character of written.replaceAll('〇', '零')) {
    if (character === '百' || character === '十') {
      sum += (digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10);
      digit = 0;
    } else digit = /\d/.test(character) ? Number(character) : digits.indexOf(character);
  }
  return sum + digit;
}
