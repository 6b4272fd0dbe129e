// The small grammars of the format: ids, language tags, durations, legal references (format.md section 1).
import { late } from '../text/late.ts';
import type { DurationValue } from './field.ts';

const idPattern = String.raw`^[\p{L}\p{N}_][\p{L}\p{N}._-]*$`;
/** What nearly every id matches. The other expression takes a while to make. */
const plainIdPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const languageTagPattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const durationPattern = /^([0-9]+(?:\.[0-9]+)?)(min|h|d|mo|y)$/;
const anyId = late(() => new RegExp(idPattern, 'u'));

/** The same grammars for the JSON Schema and the format reference. */
export const patterns = { id: idPattern, languageTag: languageTagPattern.source, duration: durationPattern.source } as const;

export function isId(text: string): boolean {
  return plainIdPattern.test(text) || anyId().test(text);
}

/** A BCP 47 tag of the common form: `zh`, `zh-Hans`, `en-GB`. */
export function isLanguageTag(text: string): boolean {
  return languageTagPattern.test(text);
}

export function parseDuration(text: string): DurationValue | undefined {
  const match = durationPattern.exec(text);
  return match ? { amount: Number(match[1]), unit: match[2] as DurationValue['unit'] } : undefined;
}

/** `erl-2024#72.3` → id and locator; undefined where the id is no id or the locator is empty or has white space. */
export function parseLegalReference(text: string): { readonly id: string; readonly locator: string | undefined } | undefined {
  const hash = text.indexOf('#');
  const id = hash < 0 ? text : text.slice(0, hash);
  if (!isId(id)) return undefined;
  if (hash < 0) return { id, locator: undefined };
  const locator = text.slice(hash + 1);
  return locator === '' || /[\s#]/.test(locator) ? undefined : { id, locator };
}

/** The article a locator names: 72 for `72.3`; undefined for a token such as `esf-6`. */
export function articleOf(locator: string): number | undefined {
  const match = /^(\d+)(?:\.\d+){0,2}$/.exec(locator);
  return match ? Number(match[1]) : undefined;
}

/** `parent-plans` holds paths and ids side by side; a path ends in `.yaml` or `.yml`. */
export function isPlanPath(text: string): boolean {
  return /\.ya?ml$/.test(text);
}
