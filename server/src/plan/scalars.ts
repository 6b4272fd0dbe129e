// The small grammars of the format: ids, language tags, durations, legal references (format.md section 1).
import { isRealDate } from '../text/calendar.ts';
import { late } from '../text/late.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { DateShape, DurationShape, DurationValue, NumberShape, StringShape } from './field.ts';

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

/** The shapes of what a single scalar says, and nothing refers to. */
export type ScalarShape = StringShape | NumberShape | DateShape | DurationShape;

/** What a scalar says; undefined where that is not what its shape asks for. */
export function scalarValue({ text, value }: YamlScalar, shape: ScalarShape): string | number | DurationValue | undefined {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' && (shape.role === 'string' || text.trim() !== '') ? value : undefined;
    case 'number': {
      const { integer, minimum = Number.NEGATIVE_INFINITY } = shape;
      const fits = typeof value === 'number' && Number.isFinite(value) && value >= minimum && !(integer && !Number.isInteger(value));
      return fits ? value : undefined;
    }
    case 'date':
      return typeof value === 'string' && isRealDate(text) ? value : undefined;
    case 'duration':
      return value === undefined || typeof value === 'boolean' ? undefined : parseDuration(text);
  }
}

/** The date that another way of writing it stands for: `2025年6月3日`, `2025/6/3`, `2025.6.3`. Undefined where it cannot be told, or is none. */
export function dateMeant(text: string): string | undefined {
  const match = /^(\d{4}) ?[年./-] ?(\d{1,2}) ?[月./-] ?(\d{1,2}) ?日?$/.exec(text.normalize('NFKC').trim());
  const date = match
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return date !== undefined && isRealDate(date) ? date : undefined;
}

const unitWords: readonly (readonly [RegExp, DurationValue['unit'], number])[] = [
  [/^(?:分钟|分|minutes?|mins?)$/, 'min', 1],
  [/^(?:个?小时|hours?|hrs?|h)$/, 'h', 1],
  [/^(?:天|日|days?|d)$/, 'd', 1],
  [/^(?:周|星期|weeks?|w)$/, 'd', 7],
  [/^(?:个月|月|months?|mo)$/, 'mo', 1],
  [/^(?:年|years?|yrs?|y)$/, 'y', 1],
];

/** The duration that another way of writing it stands for: `30分钟`, `2 weeks`. Undefined where it cannot be told, as of `6m`. */
export function durationMeant(text: string): string | undefined {
  const [, amount, word = ''] = /^(\d{1,6}(?:\.\d{1,6})?)\s?([^\d\s]{1,7})$/.exec(text.normalize('NFKC').trim().toLowerCase()) ?? [];
  const found = unitWords.find(([words]) => words.test(word));
  return amount === undefined || found === undefined ? undefined : `${Number(amount) * found[2]}${found[1]}`;
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
