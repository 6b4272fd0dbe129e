// An outage as text: what fails, with names and places; or the ranking of all actors as a table.
import { verdictNames } from '../governance/names.ts';
import type { Consequences, Rank } from '../governance/what-if.ts';
import { impactOf } from '../governance/what-if.ts';
import type { Bilingual, TextValue } from '../plan/field.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import type { Actor } from '../workspace/plan.ts';
import type { Closure } from '../workspace/store.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { displayWidth, fit } from './display-width.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import type { ShowsPaths } from './report-entry.ts';

/** Where something stands, in a file as readers know it. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

export type PlaceOf = (node: YamlNode) => Place;

/** Finds places in a file and in all that it reaches; `shown` says how readers know a file. */
export function placesIn({ entry, files }: Closure, { shown }: ShowsPaths): PlaceOf {
  return (node) => {
    const { origin } = node.document;
    const { lines } = files.get(origin) ?? entry;
    return { path: shown(origin), range: lines.range(node) };
  };
}

export function outageText(
  path: string,
  without: readonly string[],
  consequences: Consequences,
  placeOf: PlaceOf,
  language: Language,
  paint: Paint,
): string {
  const { uncovered, lostRights, leaderless, unreachable } = consequences;
  const row = (id: string, text: TextValue | undefined, node: YamlNode): string => {
    const { path: file, range } = placeOf(node);
    const words = text ? `  ${chooseText(text.byLanguage, language)}` : '';
    return `    ${printable(`${id}${words}`)}${paint.dim(printable(`  ${file}:${range.start.line + 1}`))}`;
  };
  const part = (key: 'uncovered' | 'lost' | 'leaderless' | 'unreachable', rows: readonly string[]): readonly string[] =>
    rows.length === 0 ? [] : [`  ${paint.bold(texts[key][language])}${inBrackets(String(rows.length), language)}`, ...rows];
  const lines = [
    `${paint.bold(printable(path))}  ${texts.without[language]} ${printable(without.join(punctuation.comma[language]))}`,
    `  ${modeText(consequences, language, paint)}`,
    ...part(
      'uncovered',
      uncovered.map(({ id, declaration }) => row(id, declaration.action, declaration.idNode)),
    ),
    ...part(
      'lost',
      lostRights.map(({ id, declaration }) => row(id, declaration.object, declaration.idNode)),
    ),
    ...part(
      'leaderless',
      leaderless.map((body) => row(body.id, body.declaration.name, body.idNode)),
    ),
    ...part(
      'unreachable',
      unreachable.map((organization) => row(organization.id, organization.declaration.name, organization.idNode)),
    ),
    ...(impactOf(consequences) === 0 ? [`  ${texts.nothing[language]}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A longer name is cut: one of a thousand words would push the modes of all actors out of sight. */
const mostColumns = 200;

export function rankingText(path: string, ranks: readonly Rank[], language: Language, paint: Paint): string {
  const columns = ['impact', 'uncovered', 'lost', 'leaderless', 'unreachable'] as const;
  const heads = columns.map((key) => shortTexts[key][language]);
  const nameOf = (actor: Actor): string =>
    printable(`${actor.id}  ${actor.declaration.name ? chooseText(actor.declaration.name.byLanguage, language) : ''}`);
  const widest = ranks.reduce((most, { actor }) => Math.min(mostColumns, Math.max(most, displayWidth(nameOf(actor)))), 0);
  const rows = ranks.map(({ actor, consequences, impact }) => {
    const { uncovered, lostRights, leaderless, unreachable } = consequences;
    const numbers = [impact, uncovered.length, lostRights.length, leaderless.length, unreachable.length];
    const cells = numbers.map((number, index) => String(number).padStart(displayWidth(heads[index] ?? '')));
    const mode = consequences.before === consequences.after ? '' : `  → ${verdictNames[consequences.after][language]}`;
    return `  ${cells.join('  ')}  ${fit(nameOf(actor), widest)}${paint.yellow(mode)}`.trimEnd();
  });
  return `${[paint.bold(printable(path)), `  ${paint.dim(heads.join('  '))}`, ...rows, '', `  ${paint.dim(texts.legend[language])}`].join('\n')}\n`;
}

function modeText({ before, after, measure: { L, X } }: Consequences, language: Language, paint: Paint): string {
  const [old, now] = [verdictNames[before][language], verdictNames[after][language]];
  const [colon, comma] = [punctuation.colon[language], punctuation.clause[language]];
  const mode = before === after ? `${now}${comma}${texts.same[language]}` : paint.yellow(`${old} → ${now}`);
  return `${texts.mode[language]}${colon}${mode}${inBrackets(`L ${L?.toFixed(2) ?? '–'}${comma}X ${X.toFixed(2)}`, language)}`;
}

const texts = {
  without: { en: 'without', zh: '缺少' },
  mode: { en: 'Mode', zh: '模式' },
  same: { en: 'as before', zh: '未变' },
  uncovered: { en: 'Responsibilities that nobody bears any more', zh: '无人承担的职责' },
  lost: { en: 'Rights that nobody holds any more', zh: '无人行使的权利' },
  leaderless: { en: 'Bodies that nobody leads any more', zh: '无人主持的机构' },
  unreachable: { en: 'Organizations that are not reached any more', zh: '失去联系的组织' },
  legend: {
    en: 'How many fail with each actor: responsibilities uncovered, rights lost, bodies without a lead, organizations that cannot be reached. Impact: all of them, and one more where the mode changes.',
    zh: '各主体失效时的影响：无人承担的职责、无人行使的权利、无人主持的机构、失去联系的组织各多少项。影响为合计；治理模式改变的另加一。',
  },
  nothing: { en: 'Nothing else fails.', zh: '没有其他影响。' },
} satisfies Readonly<Record<string, Bilingual>>;

const shortTexts = {
  impact: { en: 'impact', zh: '影响' },
  uncovered: { en: 'uncovered', zh: '职责' },
  lost: { en: 'lost rights', zh: '权利' },
  leaderless: { en: 'leaderless', zh: '机构' },
  unreachable: { en: 'unreachable', zh: '失联' },
} satisfies Readonly<Record<string, Bilingual>>;
