// The cooperation network of a plan as text: its measures, and every actor by side with its ties and seats. The editor shows it, the command
// line prints it.
import type { Sides } from '../governance/sides.ts';
import type { ActorNetwork } from '../network/actor-network.ts';
import { measureNetwork, type NetworkMetrics } from '../network/metrics.ts';
import type { Ties } from '../network/ties.ts';
import type { Bilingual } from '../plan/field.ts';
import { type LinkType, linkTypes } from '../plan/vocabulary.ts';
import type { Language } from '../rules/render.ts';
import { seatNames } from '../service/actor-card.ts';
import type { Actor, Plan } from '../workspace/plan.ts';
import { actorLabel, inBrackets, planHeading } from './actor-label.ts';
import { displayWidth, fit } from './display-width.ts';

/** What is needed of a plan's context: the parts that rules share. */
export interface NetworkTextInput {
  readonly plan: Plan;
  readonly sides: Sides;
  readonly ties: Ties;
  readonly network: ActorNetwork;
}

const say = (en: string, zh: string): Bilingual => ({ en, zh });
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

/** Name and value of each measure that exists. */
export function measureRows(metrics: NetworkMetrics, language: Language): readonly (readonly [name: string, value: string])[] {
  const t = (key: keyof typeof texts): string => texts[key][language];
  const points = metrics.articulationPoints.join(language === 'zh' ? '、' : ', ');
  const rows: (readonly [string, string])[] = [
    [t('nodes'), String(metrics.nodes)],
    [t('edges'), String(metrics.edges)],
    [t('components'), String(metrics.components)],
    [t('density'), metrics.density.toFixed(2)],
    [t('centralization'), metrics.centralization.toFixed(2)],
    [t('reciprocity'), metrics.reciprocity.toFixed(2)],
  ];
  if (metrics.eiIndex !== undefined) {
    const expected = metrics.eiExpected === undefined ? '' : `${t('expected')} ${metrics.eiExpected.toFixed(2)}`;
    rows.push([t('eiIndex'), metrics.eiIndex.toFixed(2) + inBrackets(expected, language)]);
  }
  if (metrics.societyDensity !== undefined) rows.push([t('societyDensity'), metrics.societyDensity.toFixed(2)]);
  rows.push([t('points'), points === '' ? t('none') : points]);
  return rows;
}

function measureLines(metrics: NetworkMetrics, language: Language): readonly string[] {
  const rows = measureRows(metrics, language);
  const width = Math.max(...rows.map(([name]) => displayWidth(name)));
  return rows.map(([name, value]) => `${fit(name, width)}  ${value}`);
}

function actorLines(actor: Actor, { ties }: NetworkTextInput, language: Language): readonly string[] {
  const isExternal = actor.kind === 'organization' && actor.external;
  const notes = [...(isExternal ? [texts.external[language]] : []), ...(ties.hasTie(actor) ? [] : [texts.unlinked[language]])];
  const note = notes.length === 0 ? '' : `  [${notes.join(language === 'zh' ? '，' : ', ')}]`;
  return [`  ${actorLabel(actor, language)}${note}`, ...linkLines(actor, ties, language), ...seatLines(actor, language)];
}

/** One line for each other end, with all the seats that it gives or takes. */
function seatLines(actor: Actor, language: Language): readonly string[] {
  const kinds = new Map<Actor, string[]>();
  for (const { kind, body, holder } of actor.seats) {
    const other = actor.kind === 'body' ? holder : body;
    const known = kinds.get(other);
    if (known) known.push(seatNames[kind][language]);
    else kinds.set(other, [seatNames[kind][language]]);
  }
  const isChinese = language === 'zh';
  return [...kinds].map(([other, names]) => {
    const seats = `${texts.seat[language]}${isChinese ? '：' : ': '}${names.join(isChinese ? '、' : ', ')}`;
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
    const words = types.map((type) => linkTypes[type][language]).join(language === 'zh' ? '、' : ', ');
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
