// Findings → text in English or Chinese. The only place where a finding becomes prose.
import type { Bilingual } from '../plan/field.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import type { Datum, Fix, RuleMeta } from './rule.ts';

export type Language = keyof Bilingual;

/** Texts that belong to the engine, not to one rule. */
const engineLabels: Readonly<Record<string, Bilingual>> = {
  definition: { en: 'It is defined here.', zh: '定义在此处。' },
  broken: { en: 'The change broke this place.', zh: '该改动使此处出现问题。' },
  crashed: {
    en: 'This rule failed on this document and checked nothing more ({error}). Please report it; the other rules are not affected.',
    zh: '该规则在检查本文件时出错（{error}），其余检查不受影响。请反馈此问题。',
  },
};

export function renderMessage(finding: Finding, language: Language): string {
  return fillText(finding.rule.messages[finding.message] ?? engineLabels[finding.message], finding.data, language);
}

export function renderRelated(finding: Finding, related: RelatedPlace, language: Language): string {
  return fillText(finding.rule.labels?.[related.label] ?? engineLabels[related.label], related.data, language);
}

export function renderFixTitle(rule: RuleMeta, fix: Fix, language: Language): string {
  return fillText(rule.labels?.[fix.title], fix.data ?? {}, language);
}

/** Why a rule matters, with its source. Most English readers work under another law than the one its articles are of. */
export function reasonOf(rule: RuleMeta, language: Language): string {
  const { why } = rule;
  const source = renderSource(rule, language);
  if (source === '') return why[language];
  return language === 'zh'
    ? `${why.zh}（${source}）`
    : `${why.en} (${source.replace(/(^|; )Art\./, '$1Emergency Response Law of China, Art.')})`;
}

/** Where the requirement comes from: `S` is a section of the source paper, an article without a name one of the Emergency Response Law. */
export function renderSource({ source }: RuleMeta, language: Language): string {
  if (language === 'en') return source;
  return chineseSources.reduce((text, [english, chinese]) => text.replace(english, chinese), source).replace(/[,;] /g, '、');
}

const chineseSources: readonly (readonly [RegExp, string])[] = [
  [/Measures for emergency plans \(cn\)/, '《突发事件应急预案管理办法》'],
  [/Art\. (\d[\d–, ]*)/, '《突发事件应对法》第 $1 条'],
  [/ "ability"/, '“能”'],
  [/ "upper and lower linkage"/, '“上下衔接”'],
  [/ formalism/, '“形式主义”'],
  [/ 条块/, '“条块”'],
];

/** A text of several languages for a reader of one: the tag itself, a tag of that language, the plain text, English, then any. */
export function chooseText(byLanguage: ReadonlyMap<string, string>, language: string): string {
  const exact = byLanguage.get(language);
  if (exact !== undefined) return exact;
  for (const [tag, text] of byLanguage) if (tag.startsWith(`${language}-`)) return text;
  return byLanguage.get('') ?? byLanguage.get('en') ?? byLanguage.values().next().value ?? '';
}

/** A text with its data put in, in one language. */
export function fillText(text: Bilingual | undefined, data: Readonly<Record<string, Datum>>, language: Language): string {
  if (text === undefined) return '';
  return text[language].replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
    const datum = data[name];
    return datum === undefined ? whole : renderDatum(datum, language);
  });
}

/** A text may be as long as a file, and thousands of findings name it: so much of it tells which one is meant. In UTF-16 units. */
const mostShown = 1000;

function renderDatum(datum: Datum, language: Language): string {
  if (typeof datum === 'number') return String(datum);
  const words = typeof datum === 'string' ? datum : datum instanceof Map ? chooseText(datum, language) : (datum as Bilingual)[language];
  return words.length > mostShown ? `${words.slice(0, mostShown).replace(/[\uD800-\uDBFF]$/, '')}…` : words;
}
