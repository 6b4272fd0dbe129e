// The card of a legal instrument: what it is, and whether it is in force on the check date.
import { say } from '../plan/field.ts';
import { articleOf } from '../plan/scalars.ts';
import type { LegalBasis } from '../plan/shape.ts';
import { legalBasisKinds, type Profile } from '../plan/vocabulary.ts';
import { chooseText, fillText, type Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { beginOf, citationOf, replacementOn } from '../rules/shared/instruments.ts';
import { identifyInstrument } from '../rules/shared/legal-register.ts';
import type { Visible } from '../workspace/plan.ts';
import { createCardWriter } from './card-text.ts';
import { code, escapeMarkdown } from './markdown.ts';

const texts = {
  inForce: say('In force on {date}.', '在 {date} 有效。'),
  notYet: say('Not yet in force on {date}: effective from {since}.', '在 {date} 尚未施行，自 {since} 起施行。'),
  repealed: say('Not in force on {date}: repealed on {since}.', '在 {date} 已失效，于 {since} 废止。'),
  superseded: say('Not in force on {date}: replaced by {successor} since {since}.', '在 {date} 已失效，自 {since} 起由{successor}替代。'),
  register: say(
    'Not in force on {date}: as far as govplan knows, {successor} took its place on {since}.',
    '在 {date} 已失效：据 govplan 所知，自 {since} 起由{successor}替代。',
  ),
  article: say('Article {number}', '第 {number} 条'),
  paragraph: say(', paragraph {number}', '第 {number} 款'),
  item: say(', item {number}', '第 {number} 项'),
  provision: say('Provision {number}', '条款 {number}'),
  place: say('At {locator}', '位置：{locator}'),
  articleCount: say(' (of {count})', '（共 {count} 条）'),
};

/** `asOf` is the check date. */
export function legalBasisCard(basis: LegalBasis, result: DocumentResult, asOf: string, language: Language): string {
  const write = createCardWriter(language);
  const { kind, number, issuer, area } = basis;
  const facts = [
    number && escapeMarkdown(number.value),
    write.text(issuer),
    kind && legalBasisKinds[kind.value][language],
    write.text(area),
  ];
  return write.card(write.heading(basis.title, basis.id, write.joined(facts)), [], validity(basis, asOf, result, language));
}

/** Where statutes have sections, titles and chapters, and a number with points in it (RCW 38.52.070) may be that of one of them. */
const withoutArticles: ReadonlySet<Profile> = new Set<Profile>(['us', 'uk', 'nz']);

/** What the locator of a legal reference says: an article with its paragraph and item (format.md section 1), or a word. */
export function locatorText(locator: string, basis: LegalBasis | undefined, profile: Profile, language: Language): string {
  if (articleOf(locator) === undefined) return fillText(texts.place, { locator: code(locator) }, language);
  const numbers = withoutArticles.has(profile) ? [locator] : locator.split('.');
  const parts = numbers.map((number, index) => {
    const first = withoutArticles.has(profile) ? texts.provision : texts.article;
    const part = index === 0 ? first : index === 1 ? texts.paragraph : texts.item;
    return fillText(part, { number }, language);
  });
  const count = basis?.articles?.value;
  return parts.join('') + (count === undefined ? '' : fillText(texts.articleCount, { count }, language));
}

function validity(basis: LegalBasis, date: string, { linked: { names } }: DocumentResult, language: Language): string {
  const replaced = replacementOn(date, basis, visibleBases());
  if (replaced) {
    const { kind, since, successor } = replaced;
    if (kind === 'repealed') return fillText(texts.repealed, { date, since }, language);
    return fillText(texts.superseded, { date, since, successor: titleOf(successor) }, language);
  }
  const begin = beginOf(basis);
  if (begin !== undefined && begin > date) return fillText(texts.notYet, { date, since: begin }, language);
  const known = identifyInstrument(citationOf(basis))?.replacedBy;
  if (known === undefined || known.since > date) return fillText(texts.inForce, { date }, language);
  return fillText(texts.register, { date, since: known.since, successor: quoted(known.title[language]) }, language);

  function titleOf({ title, id }: LegalBasis): string {
    return title ? quoted(chooseText(title.byLanguage, language)) : code(id);
  }
  /** 《》 around a Chinese title that has none. */
  function quoted(title: string): string {
    return escapeMarkdown(language === 'zh' && !title.startsWith('《') ? `《${title}》` : title);
  }
  function visibleBases(): ReadonlyMap<string, Visible<LegalBasis>> {
    const successor = basis.supersededBy && names.find('legal-basis', basis.supersededBy.id);
    const value = successor?.document.content?.legalBases.find(({ id }) => id === basis.supersededBy?.id);
    return new Map(value && successor ? [[value.id, { value, document: successor.document, imported: successor.via !== undefined }]] : []);
  }
}
