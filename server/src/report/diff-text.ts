// What changed in a plan, in words: one line for each change, one for each measure that moved.
import type { StructureClassification } from '../governance/classification.ts';
import { type ChangedSection, type Driver, type GovernanceChange, sectionOf } from '../governance/diff.ts';
import { componentNames, verdictNames } from '../governance/names.ts';
import type { PlainFields, PlainValue } from '../governance/plain-value.ts';
import { type Bilingual, say } from '../plan/field.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import type { PlacedChange } from './diff/difference.ts';
import { keyWords, listWords, sortedKeys, valueWords } from './diff/field-words.ts';

type Language = keyof Bilingual;

export const sectionNames: Readonly<Record<ChangedSection, Bilingual>> = {
  plan: say('Plan', '预案'),
  context: say('Context', '所处环境'),
  organizations: say('Organizations', '组织'),
  bodies: say('Bodies', '机构'),
  seats: say('Seats', '席位'),
  rights: say('Rights', '权利'),
  responsibilities: say('Responsibilities', '职责'),
  capabilities: say('Capabilities', '能力'),
  functions: say('Functions', '职能'),
  links: say('Links', '联系'),
  participation: say('Participation', '参与'),
  agreements: say('Agreements', '协议'),
  'legal-bases': say('Legal bases', '法律依据'),
  levels: say('Levels', '级别'),
  procedures: say('Procedures', '程序'),
  channels: say('Channels', '渠道'),
  cultivation: say('Cultivation', '培育'),
  exercises: say('Exercises', '演练'),
};

export const changeWords: Readonly<Record<GovernanceChange['kind'], Bilingual>> = {
  added: say('added', '新增'),
  removed: say('removed', '删除'),
  moved: say('moved', '转移'),
  changed: say('changed', '变更'),
};

export const changeSigns: Readonly<Record<GovernanceChange['kind'], string>> = { added: '+', removed: '-', moved: '>', changed: '~' };

/** What the signs mean, for whoever sees them for the first time. */
export function signLegend(language: Language): string {
  const signs = Object.entries(changeSigns).map(([kind, sign]) => `${sign} ${changeWords[kind as GovernanceChange['kind']][language]}`);
  return signs.join(punctuation.clause[language]);
}

/** One line of a comparison: a change, or a body that came or went with all its seats. */
export interface ChangeRow {
  readonly kind: GovernanceChange['kind'];
  readonly section: ChangedSection;
  /** `city-gov → blue-sky: task` of a link, the id of what has one; empty where the section says it all. */
  readonly name: string;
  /** What it is called, where neither the name nor the details say so. */
  readonly title: string | undefined;
  readonly details: readonly string[];
  readonly place: PlacedChange;
}

/** In the order of the sections. `titles` are those of the document that changed. */
export function changeRows(
  changes: readonly PlacedChange[],
  titles: ReadonlyMap<string, string>,
  language: Language,
): readonly ChangeRow[] {
  const wholeBodies = new Set(
    changes.flatMap(({ change: { kind, entity } }) => (kind !== 'changed' && entity.startsWith('bodies/') ? [entity.slice(7)] : [])),
  );
  const rows: ChangeRow[] = [];
  const seatsOf = new Map<string, string[]>();
  for (const place of changes) {
    const { change } = place;
    const section = sectionOf(change);
    const [, body = ''] = change.entity.split('/');
    const details = detailsOfChange(change, language);
    if (section !== 'seats' || !wholeBodies.has(body)) {
      const title = titleOf(change, titles);
      rows.push({ kind: change.kind, section, name: nameOfChange(change, language), title, details, place });
      continue;
    }
    // A body that came or went says its seats in one line: each for itself they would hide what else changed.
    const seat = change.entity.slice(`seats/${body}/`.length);
    const kinds = valueWords('seats', 'seat', (change.after ?? change.before)?.seat, language);
    const said = language === 'zh' ? `${seat}：${kinds}` : `${seat} (${kinds})`;
    const known = seatsOf.get(body);
    if (known) known.push(said);
    else {
      const seats = [said];
      seatsOf.set(body, seats);
      rows.push({ kind: change.kind, section, name: body, title: titles.get(`bodies/${body}`), details: seats, place });
    }
  }
  return rows;
}

function titleOf({ entity, before, after }: GovernanceChange, titles: ReadonlyMap<string, string>): string | undefined {
  const said = { ...before, ...after };
  return ['name', 'title', 'action', 'object'].some((key) => key in said) ? undefined : titles.get(entity);
}

function nameOfChange(change: Pick<GovernanceChange, 'entity'>, language: Language): string {
  const [, ...ids] = change.entity.split('/');
  const section = sectionOf(change);
  switch (section) {
    case 'links':
    case 'cultivation': {
      const type = valueWords(section, section === 'links' ? 'type' : 'kind', ids[1], language);
      return `${ids[0]} → ${ids[2]}${punctuation.colon[language]}${type}`;
    }
    case 'seats':
      return `${ids[0]}: ${ids[1]}`;
    case 'plan':
    case 'context':
      return '';
    case 'organizations':
    case 'bodies':
    case 'rights':
    case 'responsibilities':
    case 'capabilities':
    case 'functions':
    case 'participation':
    case 'agreements':
    case 'legal-bases':
    case 'levels':
    case 'procedures':
    case 'channels':
    case 'exercises':
      return ids.join('/');
  }
}

/** What was, what is: `basis: erl#71 → erl#72`; of what was added or removed what tells a reader what it is. */
function detailsOfChange(change: GovernanceChange, language: Language): readonly string[] {
  const { kind, before, after } = change;
  const section = sectionOf(change);
  switch (kind) {
    case 'added':
      return summaryOf(section, after ?? {}, language);
    case 'removed':
      return summaryOf(section, before ?? {}, language);
    case 'moved':
    case 'changed': {
      const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
      return sortedKeys(section, [...keys]).map((key) => stepText(section, key, before?.[key], after?.[key], language));
    }
  }
}

function stepText(
  section: ChangedSection,
  key: string,
  before: PlainValue | undefined,
  after: PlainValue | undefined,
  language: Language,
): string {
  const label = keyWords(section, key, language);
  const list = listWords(section, key, before, after, language);
  if (list !== undefined) return `${label}${punctuation.colon[language]}${list}`;
  const [old, now] = [before, after].map((value) => valueWords(section, key, value, language));
  if (old !== now) return `${label}${punctuation.colon[language]}${old} → ${now}`;
  // A text that reads the same in this language has changed in another one: that one is shown.
  const [oldTexts, nowTexts] = [before, after].map((value): PlainFields => (typeof value === 'object' ? (value as PlainFields) : {}));
  const tags = [...new Set([...Object.keys(oldTexts ?? {}), ...Object.keys(nowTexts ?? {})])];
  return tags
    .filter((tag) => JSON.stringify(oldTexts?.[tag]) !== JSON.stringify(nowTexts?.[tag]))
    .map((tag) => {
      const [was, is] = [oldTexts, nowTexts].map((texts) => valueWords(section, key, texts?.[tag], language));
      return `${label}${inBrackets(tag, language)}${punctuation.colon[language]}${was} → ${is}`;
    })
    .join(punctuation.semicolon[language]);
}

/** The measures of a plan, before and after; those that stayed are said once. A plan that came or went had or has no mode. */
export function measureLines(
  before: StructureClassification | undefined,
  after: StructureClassification | undefined,
  drivers: readonly Driver[],
  language: Language,
): readonly string[] {
  const step = (show: (structure: StructureClassification) => string): string => {
    const [old, now] = [before && show(before), after && show(after)];
    return old === now || old === undefined || now === undefined ? (now ?? old ?? '') : `${old} → ${now}`;
  };
  const nameOf = (structure: StructureClassification | undefined): string => (structure ? verdictNames[structure.verdict][language] : '–');
  const [old, now] = [nameOf(before), nameOf(after)];
  const axes = (['L', 'X', 'B'] as const).map((axis) => `${axis} ${step((structure) => number(structure[axis]))}`);
  const moved = drivers.filter(({ effect }) => Math.abs(effect) >= shownEffect);
  const lines = moved.map(({ component, axis, before: old, after: now, effect }) => {
    const step = `${axis} ${effect > 0 ? '+' : '−'}${number(Math.abs(effect))}`;
    return `${componentNames[component][language]}${punctuation.colon[language]}${number(old)} → ${number(now)}${inBrackets(step, language)}`;
  });
  const small = drivers.filter((driver) => !moved.includes(driver)).map(({ component }) => componentNames[component][language]);
  const rest =
    small.length === 0 ? [] : [`${texts.small[language]}${punctuation.colon[language]}${small.join(punctuation.comma[language])}`];
  const mode = old === now ? `${now}${punctuation.clause[language]}${texts.same[language]}` : `${old} → ${now}`;
  return [`${texts.mode[language]}${punctuation.colon[language]}${mode}`, axes.join(' · '), ...lines, ...rest];
}

/** What the letters of the measures stand for; a comparison is read by people who never saw a report. */
export function measureLegend(language: Language): string {
  return texts.legend[language];
}

/** What moves an axis by less would be shown as nothing at all. */
const shownEffect = 0.005;

const texts = {
  mode: say('Mode', '模式'),
  same: say('as before', '未变'),
  small: say('less than 0.01 each', '变化均小于 0.01'),
  legend: say(
    'L: who decides and leads (1 government, 0 society). X: how much government and society work together (0 to 1). B: the share of responsibilities that society bears. Behind each part: what it did to L or X.',
    'L：谁决策、谁牵头（1 为政府，0 为社会）。X：政府与社会互动的程度（0 至 1）。B：社会承担的职责份额。各分项后的括号内为其对 L 或 X 的影响。',
  ),
};

/** The first fields that a reader knows an entity by. */
function summaryOf(section: ChangedSection, fields: PlainFields, language: Language): readonly string[] {
  const known = ['holder', 'name', 'title', 'action', 'seat', 'kind', 'sector', 'type', 'object', 'phases', 'with', 'basis'];
  const shown = known.filter((key) => fields[key] !== undefined);
  const keys = shown.length > 0 ? shown : sortedKeys(section, Object.keys(fields));
  return keys
    .slice(0, 5)
    .map((key) => `${keyWords(section, key, language)}${punctuation.colon[language]}${valueWords(section, key, fields[key], language)}`);
}

function number(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}
