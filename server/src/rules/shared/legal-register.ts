// The register of legal instruments that have been replaced (server/data/legal-instruments.json): which edition does a citation mean?
import data from '../../../data/legal-instruments.json' with { type: 'json' };
import type { Bilingual } from '../../plan/field.ts';
import { expressionFor } from '../../text/common-script.ts';
import { late } from '../../text/late.ts';

/** What stands in the place of a replaced instrument. `since` is the first day on which it does. */
export interface SuccessorInstrument {
  readonly title: Bilingual;
  readonly numbers: readonly string[];
  readonly issued?: string;
  readonly effective?: string;
  readonly since: string;
  readonly articles?: number;
}

/** A replaced instrument; dates are `YYYY-MM-DD`, and what nobody could confirm is left out. */
export interface KnownInstrument {
  readonly id: string;
  readonly title: Bilingual;
  readonly titles: readonly string[];
  /** True when no later instrument bears one of the titles, so that the title alone tells. */
  readonly titleIsUnique: boolean;
  readonly kind: string;
  readonly numbers: readonly string[];
  /** True when no other document can bear the number; orders of the President begin at 1 again with every term. */
  readonly numberIsUnique: boolean;
  readonly issued?: string;
  readonly effective?: string;
  readonly repealed: string;
  readonly articles?: number;
  readonly replacedBy: SuccessorInstrument;
  readonly articleMap: Readonly<Record<string, { readonly to: readonly number[]; readonly single: boolean }>>;
}

/** What a plan says of an instrument: its title in every language, and the rest where given. */
export interface InstrumentCitation {
  readonly titles: readonly string[];
  readonly number?: string | undefined;
  readonly issued?: string | undefined;
  readonly effective?: string | undefined;
  readonly amended?: readonly string[] | undefined;
  readonly articles?: number | undefined;
}

export function knownInstruments(): readonly KnownInstrument[] {
  return data.instruments as readonly KnownInstrument[];
}

/**
 * The replaced instrument that a citation means. Its own number tells; a title tells together with a number, a date or an article count,
 * alone only where no later instrument bears it. A citation with any trait of the successor means nothing here: what contradicts
 * itself cannot be determined.
 */
export function identifyInstrument(citation: InstrumentCitation): KnownInstrument | undefined {
  const traits = traitsOf(citation);
  return knownInstruments().find((instrument) => means(traits, instrument));
}

/**
 * Whether a citation can mean what stands in the place of a replaced instrument: it bears the successor's number or a title of it, and no
 * date or article count speaks against it.
 */
export function citesSuccessor(citation: InstrumentCitation, instrument: KnownInstrument): boolean {
  const { titles, titleIsUnique, replacedBy } = instrument;
  const traits = traitsOf(citation);
  const names = [...(titleIsUnique ? [] : titles), replacedBy.title.zh, replacedBy.title.en].map((title) =>
    normalizeTitle(splitTitle(title).title),
  );
  const named =
    names.some((title) => traits.titles.has(title)) || replacedBy.numbers.some((number) => traits.numbers.has(normalizeNumber(number)));
  const articlesFit = traits.articles === undefined || replacedBy.articles === undefined || traits.articles === replacedBy.articles;
  return (
    named && articlesFit && traits.dates.every((date) => date >= (replacedBy.issued ?? replacedBy.since)) && !means(traits, instrument)
  );
}

/** The article of the successor that takes the place of an article; undefined where there is none or more than one. */
export function successorArticle(instrument: KnownInstrument, article: number): number | undefined {
  const entry = instrument.articleMap[String(article)];
  return entry?.single ? entry.to[0] : undefined;
}

interface Traits {
  readonly titles: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly dates: readonly string[];
  readonly years: readonly number[];
  readonly articles: number | undefined;
  readonly ownNumber: boolean;
}

/** A title often carries number or year in brackets behind it: 突发事件应急预案管理办法（国办发〔2013〕101号）. */
function traitsOf(citation: InstrumentCitation): Traits {
  const parts = citation.titles.map(splitTitle);
  const remarks = parts.flatMap((part) => part.remarks);
  return {
    titles: new Set(parts.map((part) => normalizeTitle(part.title)).filter((title) => title !== '')),
    numbers: new Set([citation.number ?? '', ...remarks].map(normalizeNumber).filter((number) => number !== '')),
    dates: [citation.issued, citation.effective, ...(citation.amended ?? [])].filter((date) => date !== undefined),
    years: remarks.map(editionYear).filter((year) => year !== undefined),
    articles: citation.articles,
    ownNumber: citation.number !== undefined,
  };
}

/** The one form of the titles in the register, of its numbers, and of the numbers of what stands in the place of its instruments. */
const titleForms = late(() => formsOf(({ titles }) => titles.map(normalizeTitle)));
const numberForms = late(() => formsOf(({ numbers }) => numbers.map(normalizeNumber)));
const successorForms = late(() => formsOf(({ replacedBy }) => replacedBy.numbers.map(normalizeNumber)));

function formsOf(pick: (instrument: KnownInstrument) => readonly string[]): ReadonlyMap<KnownInstrument, readonly string[]> {
  return new Map(knownInstruments().map((instrument) => [instrument, pick(instrument)]));
}

/** Most citations have no number: then the numbers of the register are not even looked at. */
function isAmong(cited: ReadonlySet<string>, forms: () => ReadonlyMap<KnownInstrument, readonly string[]>, one: KnownInstrument): boolean {
  return (
    cited.size > 0 &&
    forms()
      .get(one)
      ?.some((form) => cited.has(form)) === true
  );
}

function means(traits: Traits, instrument: KnownInstrument): boolean {
  if (pointsAtSuccessor(traits, instrument)) return false;
  const numberFits = isAmong(traits.numbers, numberForms, instrument);
  if (numberFits && instrument.numberIsUnique) return true;
  if (!isAmong(traits.titles, titleForms, instrument)) return false;
  // A document that has a unique number is another one when the citation gives a different number.
  if (instrument.numberIsUnique && traits.ownNumber) return false;
  const dates = [instrument.issued, instrument.effective];
  return (
    instrument.titleIsUnique ||
    numberFits ||
    traits.dates.some((date) => dates.includes(date)) ||
    traits.years.some((year) => dates.some((date) => date !== undefined && Number(date.slice(0, 4)) === year)) ||
    (traits.articles !== undefined && traits.articles === instrument.articles)
  );
}

function pointsAtSuccessor(traits: Traits, instrument: KnownInstrument): boolean {
  const { replacedBy, articles } = instrument;
  const from = replacedBy.issued ?? replacedBy.since;
  return (
    traits.dates.some((date) => date >= from) ||
    traits.years.some((year) => year >= Number(from.slice(0, 4))) ||
    (traits.articles !== undefined && traits.articles !== articles && traits.articles === replacedBy.articles) ||
    isAmong(traits.numbers, successorForms, instrument)
  );
}

// An expression takes longer to compile than it takes to see that most titles, and a small plan has three, have nothing that it looks for.

/** A title in 《》 ends with them; any other at a bracket that the text ends with. What follows is the remark. */
function splitTitle(text: string): { readonly title: string; readonly remarks: readonly string[] } {
  const plain = text.normalize('NFKC').trim();
  if (!plain.startsWith('《') && ![')', ']', '】', '〕'].some((bracket) => plain.endsWith(bracket))) return { title: plain, remarks: [] };
  const match = /^《(.+)》(.+)$/u.exec(plain) ?? /^(.+?)[([【〔](.+)[)\]】〕]$/u.exec(plain);
  return match ? { title: match[1] ?? '', remarks: [match[2] ?? ''] } : { title: plain, remarks: [] };
}

/** One form for titles: brackets, quotation marks, blanks, the name of the country and the English article do not count. */
function normalizeTitle(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const english = /\bof the people['’]?s republic of china\b|\bpeople['’]?s republic of china\b|^prc\b|^the\b/g;
  const plain = (/[a-z]/.test(folded) ? folded.replace(english, '') : folded).replaceAll('中华人民共和国', '');
  return plain.replace(
    expressionFor(plain, /[^a-z0-9ぁ-ゖァ-ヺー一-鿿]/g, () => /[^\p{L}\p{N}]/gu),
    '',
  );
}

/** One form for document numbers: 国办发〔2013〕101号, 国办发[2013]101号 and 国办发2013年第101号 are one number. */
function normalizeNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/中华人民共和国|第|号|\bno\b\.?|《|》/gu, '')
    .replace(/[\s/]+/gu, '');
  const gaps = expressionFor(
    plain,
    /[^a-z0-9ぁ-ゖァ-ヺー一-鿿]+|年|(?<=[a-zぁ-ゖァ-ヺー一-鿿])(?=[0-9])/g,
    () => /[^\p{L}\p{N}]+|年|(?<=\p{L})(?=\p{N})/gu,
  );
  return plain
    .replace(gaps, '.')
    .replace(/^\.+|\.+$/gu, '')
    .replace(/\.{2,}/gu, '.');
}

/** The year of an edition in a remark behind a title: 2007, 2007年版, 2024修订, "2007 edition", "revised 2024". */
function editionYear(remark: string): number | undefined {
  const plain = remark.replace(/[()[\]【】〔〕]/gu, '').trim();
  const match = /^(?:revised )?(\d{4}) ?年?(?:版|修订|修订版|修订本|修正|修正版|edition|revision|version|text|revised)?$/i.exec(plain);
  return match ? Number(match[1]) : undefined;
}
