// What changed in a plan, in words: one line for each change, one for each measure that moved.
import type { StructureClassification } from '../governance/classification.ts';
import { type ChangedSection, type Driver, type GovernanceChange, sectionOf } from '../governance/diff.ts';
import { componentNames, verdictNames } from '../governance/names.ts';
import type { PlainFields, PlainValue } from '../governance/plain-value.ts';
import type { Bilingual } from '../plan/field.ts';

type Language = keyof Bilingual;

const say = (en: string, zh: string): Bilingual => ({ en, zh });

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

/** The changes of each section that has any, in the order of the sections. */
export function changesBySection(changes: readonly GovernanceChange[]): ReadonlyMap<ChangedSection, readonly GovernanceChange[]> {
  const sections = new Map<ChangedSection, GovernanceChange[]>();
  for (const change of changes) {
    const section = sectionOf(change);
    sections.set(section, [...(sections.get(section) ?? []), change]);
  }
  return sections;
}

/** `city-gov → blue-sky: task` of a link, the id of what has one; empty where the section says it all. */
export function nameOfChange(change: Pick<GovernanceChange, 'entity'>): string {
  const [, ...ids] = change.entity.split('/');
  switch (sectionOf(change)) {
    case 'links':
    case 'cultivation':
      return `${ids[0]} → ${ids[2]}: ${ids[1]}`;
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
export function detailsOfChange({ kind, before, after }: GovernanceChange, language: Language): readonly string[] {
  switch (kind) {
    case 'added':
      return summaryOf(after ?? {}, language);
    case 'removed':
      return summaryOf(before ?? {}, language);
    case 'moved':
    case 'changed': {
      const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
      return keys.map((key) => `${key}: ${valueText(before?.[key], language)} → ${valueText(after?.[key], language)}`);
    }
  }
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
  const moved = drivers.map(({ component, axis, before: old, after: now, effect }) => {
    const sign = effect > 0 ? '+' : '−';
    return `${componentNames[component][language]}: ${number(old)} → ${number(now)} (${axis} ${sign}${number(Math.abs(effect))})`;
  });
  return [`${texts.mode[language]} ${old === now ? now : `${old} → ${now}`}`, axes.join(' · '), ...moved];
}

const texts = { mode: say('Mode:', '模式：'), none: say('none', '无') };

/** The first fields that a reader knows an entity by. */
function summaryOf(fields: PlainFields, language: Language): readonly string[] {
  const known = ['holder', 'name', 'title', 'action', 'seat', 'kind', 'sector', 'type', 'object', 'phases', 'with', 'basis'];
  const shown = known.filter((key) => fields[key] !== undefined);
  const keys = shown.length > 0 ? shown : Object.keys(fields);
  return keys.slice(0, 5).map((key) => `${key}: ${valueText(fields[key], language)}`);
}

function valueText(value: PlainValue | undefined, language: Language): string {
  if (value === undefined) return texts.none[language];
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((item) => valueText(item, language)).join(', ');
  const byLanguage = value as PlainFields;
  const own = byLanguage[language];
  if (typeof own === 'string') return own;
  return `{${Object.entries(byLanguage)
    .map(([key, inner]) => `${key}: ${valueText(inner, language)}`)
    .join(', ')}}`;
}

function number(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}
