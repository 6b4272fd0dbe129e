// What changed between two versions of a plan in terms of governance: who takes part, what each may and must do, how they are tied together,
// on which law; and how far that moved the mode. How a text is written makes no difference (cli.md, `diff`).
import type { PlanDocument } from '../plan/build.ts';
import type { Plan } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { type Components, interactionParts, locusParts, type StructureClassification } from './classification.ts';
import { type EntityTable, libraryTable, planTable, type TableEntry } from './entity-table.ts';
import { method } from './method.ts';
import { isSame, type PlainFields } from './plain-value.ts';

export interface GovernanceChange {
  /** `moved`: a right, a responsibility or a capability that another actor holds now; what else changed about it is said with it. */
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  /** As findings name it: `rights/activate-high`, `links/city-gov/task/blue-sky`; seats are `seats/<body>/<organization>`. */
  readonly entity: string;
  /** All that was said of what is removed; of what changed the fields that differ; for what moved the `holder` too. */
  readonly before: PlainFields | undefined;
  readonly after: PlainFields | undefined;
  /** Where it stands: what was removed in the old text, everything else in the new one. The narrowest place that shows the change. */
  readonly at: YamlNode;
  /** What of the new text is new or different. */
  readonly written: readonly YamlNode[];
  /** Where in the new text the change shows: for what was removed, what is left of where it was; undefined where all of it is gone. */
  readonly site: YamlNode | undefined;
  /** The ids it names, before and after. */
  readonly ids: ReadonlySet<string>;
}

/** One version of a document: a plan with all it sees, or a library; undefined where it did not exist or does not any more. */
export interface Version {
  readonly document: PlanDocument;
  readonly plan: Plan | undefined;
}

/** By section in the order of the format, what stands in the new text in its order. Nothing is said where one of the texts is faulty. */
export function compareVersions(before: Version | undefined, after: Version | undefined): readonly GovernanceChange[] {
  if (before?.document.faulty || after?.document.faulty) return [];
  const [old, now] = [tableOf(before), tableOf(after)];
  const changes: GovernanceChange[] = [];
  for (const entry of now.values()) {
    const earlier = old.get(entry.entity);
    const change = earlier === undefined ? addition(entry) : difference(earlier, entry);
    if (change) changes.push(change);
  }
  for (const entry of old.values()) if (!now.has(entry.entity)) changes.push(removal(entry, now, after));
  return changes.sort(
    (a, b) => rank(a) - rank(b) || Number(a.kind === 'removed') - Number(b.kind === 'removed') || a.at.start - b.at.start,
  );
}

/** How far each part of L and X moved, weighted as it counts there: the parts that moved most come first. */
export interface Driver {
  readonly component: keyof Components;
  readonly axis: 'L' | 'X';
  /** Undefined where the part did not exist. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** What it did to the axis. */
  readonly effect: number;
}

export function driversOf(before: StructureClassification, after: StructureClassification): readonly Driver[] {
  const locus = locusParts.map((component): Driver => {
    const [a, b] = [before.components[component], after.components[component]];
    const weight = method.weights.locus[component];
    const share = (value: number | undefined, { evidence }: StructureClassification): number =>
      value === undefined || evidence === 0 ? 0 : (weight * value) / evidence;
    return { component, axis: 'L', before: a, after: b, effect: share(b, after) - share(a, before) };
  });
  const interaction = interactionParts.map((component): Driver => {
    const [a, b] = [before.components[component], after.components[component]];
    return { component, axis: 'X', before: a, after: b, effect: method.weights.interaction[component] * (b - a) };
  });
  const moved = [...locus, ...interaction].filter(({ effect }) => Math.abs(effect) > method.tolerance);
  return moved.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

function tableOf(version: Version | undefined): EntityTable {
  if (version === undefined) return new Map();
  return version.plan ? planTable(version.plan) : libraryTable(version.document);
}

function addition(entry: TableEntry): GovernanceChange {
  const at = entry.site ?? entry.at;
  const written = entry.site ? [entry.site] : [entry.at, entry.whole];
  const after = { ...holderOf(entry), ...entry.fields };
  return { kind: 'added', entity: entry.entity, before: undefined, after, at, written, site: at, ids: entry.ids };
}

function removal(entry: TableEntry, now: EntityTable, after: Version | undefined): GovernanceChange {
  const before = { ...holderOf(entry), ...entry.fields };
  const site = remainsOf(entry, now, after);
  return { kind: 'removed', entity: entry.entity, before, after: undefined, at: entry.site ?? entry.at, written: [], site, ids: entry.ids };
}

function difference(old: TableEntry, now: TableEntry): GovernanceChange | undefined {
  const keys = [...new Set([...Object.keys(now.fields), ...Object.keys(old.fields)])].filter(
    (key) => !isSame(old.fields[key], now.fields[key]),
  );
  const hasMoved = old.holder !== now.holder;
  if (keys.length === 0 && !hasMoved) return undefined;
  const pick = (entry: TableEntry): PlainFields => ({
    ...(hasMoved && holderOf(entry)),
    ...Object.fromEntries(keys.flatMap((key) => (entry.fields[key] === undefined ? [] : [[key, entry.fields[key]]]))),
  });
  const fields = keys.flatMap((key) => now.fieldAt(key) ?? []);
  const [only] = fields;
  const at = !hasMoved && keys.length === 1 && only ? only : now.at;
  return {
    kind: hasMoved ? 'moved' : 'changed',
    entity: now.entity,
    before: pick(old),
    after: pick(now),
    at,
    written: hasMoved ? [now.at, now.whole] : fields,
    site: at,
    ids: new Set([...old.ids, ...now.ids]),
  };
}

function holderOf({ holder }: TableEntry): PlainFields {
  return holder === undefined ? {} : { holder };
}

/** What is left where something was removed: its holder or body, an end of its tie, its section, else the head of the document. */
function remainsOf(entry: TableEntry, now: EntityTable, after: Version | undefined): YamlNode | undefined {
  const [section = '', ...ids] = entry.entity.split('/');
  const near = entry.holder === undefined ? ids : [entry.holder];
  const root = after?.document.yaml.root;
  const pairs = root?.kind === 'map' ? root.pairs : [];
  const inDocument = (found: TableEntry | undefined): YamlNode | undefined => {
    const node = found?.site ?? found?.at;
    return node && node.document === after?.document.yaml ? node : undefined;
  };
  if (['rights', 'responsibilities', 'capabilities', 'seats', 'links', 'participation', 'cultivation'].includes(section)) {
    for (const id of near) {
      const left = inDocument(now.get(`bodies/${id}`)) ?? inDocument(now.get(`organizations/${id}`));
      if (left) return left;
    }
  }
  return (
    pairs.find(({ key }) => key.kind === 'scalar' && key.text === section) ??
    pairs.find(({ key }) => key.kind === 'scalar' && key.text === 'plan') ??
    pairs[0]
  )?.key;
}

/** The sections in the order in which a reader asks: the plan itself, who, what, how tied, on which law, then the procedures. */
const sections = [
  'plan',
  'context',
  'organizations',
  'bodies',
  'seats',
  'rights',
  'responsibilities',
  'capabilities',
  'functions',
  'links',
  'participation',
  'agreements',
  'legal-bases',
  'levels',
  'procedures',
  'channels',
  'cultivation',
  'exercises',
] as const;

export type ChangedSection = (typeof sections)[number];

export function sectionOf({ entity }: Pick<GovernanceChange, 'entity'>): ChangedSection {
  return (entity.split('/')[0] ?? 'plan') as ChangedSection;
}

function rank(change: GovernanceChange): number {
  return sections.indexOf(sectionOf(change));
}
