// The cooperation network of a plan as text: its measures, and every actor by side with its ties and seats. The editor shows it, the command
// line prints it.

import type { Sides } from '../governance/sides.ts';
import type { ActorNetwork } from '../network/actor-network.ts';
import { measureNetwork, type NetworkMetrics } from '../network/metrics.ts';
import type { Ties } from '../network/ties.ts';
import { type Bilingual, say } from '../plan/field.ts';
import { type LinkType, linkTypes } from '../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import { seatNames } from '../service/actor-card.ts';
import { append } from '../text/append.ts';
import type { Actor, Plan } from '../workspace/plan.ts';
import { actorLabel, planHeading } from './actor-label.ts';
import { displayWidth, fit } from './display-width.ts';

/** What is needed of a plan's context: the parts that rules share. */
export interface NetworkTextInput {
  readonly plan: Plan;
  readonly sides: Sides;
  readonly ties: Ties;
  readonly network: ActorNetwork;
}

const texts = {
  government: say('Government side', '政府侧'),
  society: say('Society side', '社会侧'),
  outside: say('Outside the two sides', '不计入两侧'),
  external: say('external', '外部'),
  unlinked: say('tied to nobody', '与其他主体没有联系'),
  seat: say('seat', '席位'),
  nodes: say('Actors', '主体'),
  edges: say('Ties between them', '相互联系'),
  density: say('Density', '密度'),
  centralization: say('Centralization (Freeman)', '中心化程度（Freeman）'),
  components: say('Components', '连通分量'),
  reciprocity: say('Reciprocity of links', '联系的互惠程度'),
  eiIndex: say('E-I index', 'E-I 指数'),
  expected: say('expected for these group sizes', '按两侧规模的期望值'),
  societyDensity: say('Density within society', '社会侧内部密度'),
  points: say('Without one of these, the network falls apart', '缺少其中之一，网络即断开'),
  none: say('none', '无'),
};

/** What each measure says, in a few words; the names are those of the literature. */
const meanings: Readonly<Record<Exclude<MeasureKey, 'points'>, Bilingual>> = {
  nodes: say('organizations and bodies; external ones are not counted', '组织和机构；不含外部主体'),
  edges: say('pairs with a link or a seat between them', '之间有联系或席位的主体对'),
  components: say('parts without a tie to one another; with 1, everyone can be reached', '互不相连的部分；为 1 时各主体均可联系到'),
  density: say('share of all pairs that are tied', '有联系的主体对所占比例'),
  centralization: say('1: all runs through one actor; 0: all have equally many ties', '1 为全部经由同一主体；0 为各主体联系数相同'),
  reciprocity: say('share of directed links that are answered', '得到对方回应的单向联系所占比例'),
  eiIndex: say(
    'ties between the two sides against those within: −1 all within, 1 all between',
    '政府侧与社会侧之间的联系与各自内部联系之比较：−1 为全在内部，1 为全在两侧之间',
  ),
  societyDensity: say('share of the pairs of society organizations that are linked', '社会侧组织之间有联系的比例'),
};

/** Lines without line breaks. External actors are shown with their ties, and counted in no measure. */
export function networkText(input: NetworkTextInput, language: Language): readonly string[] {
  const { plan, sides } = input;
  const t = (key: keyof typeof texts): string => texts[key][language];
  const actors: readonly Actor[] = [...plan.organizations, ...plan.bodies];
  const groups = (['government', 'society', 'outside'] as const).flatMap((side) => {
    const members = actors.filter((actor) => sideOf(actor, sides) === side);
    return members.length === 0 ? [] : ['', t(side), ...members.flatMap((actor) => actorLines(actor, input, language))];
  });
  return [planHeading(plan, language), '', ...measureLines(measureNetwork(input.network, sides), language), ...groups];
}

/** Half-and-half organizations stand with society, as they do in S. */
function sideOf(actor: Actor, sides: Sides): 'government' | 'society' | 'outside' {
  if (sides.weight(actor) === undefined) return 'outside';
  return sides.government.has(actor) ? 'government' : 'society';
}

/** Name, value and meaning of each measure that exists; of the single points only how many there are, for whom they cut off says more. */
export function explainedMeasures(
  metrics: NetworkMetrics,
  language: Language,
): readonly { readonly name: string; readonly value: string; readonly meaning: string }[] {
  return measureRows(metrics, language).flatMap(({ key, name, value }) => {
    return key === 'points' ? [] : [{ name, value, meaning: meanings[key][language] }];
  });
}

type MeasureKey = 'nodes' | 'edges' | 'components' | 'density' | 'centralization' | 'reciprocity' | 'eiIndex' | 'societyDensity' | 'points';

interface MeasureRow {
  readonly key: MeasureKey;
  readonly name: string;
  readonly value: string;
}

function measureRows(metrics: NetworkMetrics, language: Language): readonly MeasureRow[] {
  const t = (key: keyof typeof texts): string => texts[key][language];
  const points = metrics.articulationPoints.join(punctuation.comma[language]);
  const row = (key: MeasureKey, value: string): MeasureRow => ({ key, name: t(key), value });
  const rows = [
    row('nodes', String(metrics.nodes)),
    row('edges', String(metrics.edges)),
    row('components', String(metrics.components)),
    row('density', metrics.density.toFixed(2)),
    row('centralization', metrics.centralization.toFixed(2)),
    row('reciprocity', metrics.reciprocity.toFixed(2)),
  ];
  if (metrics.eiIndex !== undefined) {
    const expected = metrics.eiExpected === undefined ? '' : `${t('expected')} ${metrics.eiExpected.toFixed(2)}`;
    rows.push(row('eiIndex', metrics.eiIndex.toFixed(2) + inBrackets(expected, language)));
  }
  if (metrics.societyDensity !== undefined) rows.push(row('societyDensity', metrics.societyDensity.toFixed(2)));
  rows.push(row('points', points === '' ? t('none') : points));
  return rows;
}

function measureLines(metrics: NetworkMetrics, language: Language): readonly string[] {
  const rows = measureRows(metrics, language);
  const width = Math.max(...rows.map(({ name }) => displayWidth(name)));
  return rows.map(({ name, value }) => `${fit(name, width)}  ${value}`);
}

function actorLines(actor: Actor, { ties }: NetworkTextInput, language: Language): readonly string[] {
  const isExternal = actor.kind === 'organization' && actor.external;
  const notes = [...(isExternal ? [texts.external[language]] : []), ...(ties.hasTie(actor) ? [] : [texts.unlinked[language]])];
  const note = notes.length === 0 ? '' : `  [${notes.join(punctuation.clause[language])}]`;
  return [`  ${actorLabel(actor, language)}${note}`, ...linkLines(actor, ties, language), ...seatLines(actor, language)];
}

/** One line for each other end, with all the seats that it gives or takes. */
function seatLines(actor: Actor, language: Language): readonly string[] {
  const kinds = new Map<Actor, string[]>();
  for (const { kind, body, holder } of actor.seats) {
    append(kinds, actor.kind === 'body' ? holder : body, seatNames[kind][language]);
  }
  return [...kinds].map(([other, names]) => {
    const seats = `${texts.seat[language]}${punctuation.colon[language]}${names.join(punctuation.comma[language])}`;
    return `    ▪ ${actorLabel(other, language)}  ${seats}`;
  });
}

/** One line for each other end and direction: `→` goes out, `←` comes in, `↔` both. */
function linkLines(actor: Actor, ties: Ties, language: Language): readonly string[] {
  const others = new Map<Actor, { readonly out: Set<LinkType>; readonly into: Set<LinkType> }>();
  for (const { from, to, type } of ties.linksOf(actor)) {
    const other = from === actor ? to : from;
    const known = others.get(other) ?? { out: new Set(), into: new Set() };
    (from === actor ? known.out : known.into).add(type);
    others.set(other, known);
  }
  const line = (arrow: string, other: Actor, types: readonly LinkType[]): readonly string[] => {
    const words = types.map((type) => linkTypes[type][language]).join(punctuation.comma[language]);
    return types.length === 0 ? [] : [`    ${arrow} ${actorLabel(other, language)}  ${words}`];
  };
  return [...others].flatMap(([other, { out, into }]) => [
    ...line(
      '↔',
      other,
      [...out].filter((type) => into.has(type)),
    ),
    ...line(
      '→',
      other,
      [...out].filter((type) => !into.has(type)),
    ),
    ...line(
      '←',
      other,
      [...into].filter((type) => !out.has(type)),
    ),
  ]);
}
