// The cause side of a finding: where an edit at one place breaks another, the finding belongs to the edit, with the broken place beside it
// (cli.md, `diff`). The cause is told by ids: of all changes, the one that shares most with the finding and is of a kind the rule looks at.
import type { Components } from '../governance/classification.ts';
import { type ChangedSection, type Driver, type GovernanceChange, sectionOf } from '../governance/diff.ts';
import { contains } from '../text/span.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Finding } from './finding.ts';
import type { RuleGroup } from './rule.ts';

export interface Causes {
  /** Of the document and of what it imports. */
  readonly changes: readonly GovernanceChange[];
  /** What moved the mode, the strongest first. */
  readonly drivers: readonly Driver[];
  /** The lines of the old text, without the blanks around them: a line that is among them was not written now. */
  readonly oldLines: ReadonlySet<string>;
  /** The line of the new text at an offset of the finding's document. */
  lineAt(offset: number): string;
}

/** The finding at its cause; the finding itself where that is its own place, or where no change can be named. */
export function placeAtCause(finding: Finding, causes: Causes): Finding {
  const { changes } = causes;
  if (changes.some(({ written }) => written.some((node) => holds(node, finding)))) return finding;
  const isLost = lostReference.has(finding.rule.id);
  if (finding.rule.group === 'shape' && !isLost && !causes.oldLines.has(causes.lineAt(finding.span.start).trim())) return finding;
  const cause = causeOf(finding, causes);
  const site = cause?.site;
  if (site === undefined || holds(site, finding)) return finding;
  const broken = { document: finding.document, span: finding.span, label: 'broken', data: {} };
  return {
    ...finding,
    document: site.document,
    span: { start: site.start, end: site.end },
    related: [broken, ...finding.related],
    // Edits speak of the text in which the finding was found.
    fixes: site.document.origin === finding.document.origin ? finding.fixes : [],
  };
}

/** Rules whose place is a name, while the fault is that what it names has gone. */
const lostReference: ReadonlySet<string> = new Set(['dangling-reference', 'wrong-reference-kind', 'duplicate-id']);

function causeOf(finding: Finding, { changes, drivers }: Causes): GovernanceChange | undefined {
  if (changes.length === 1) return changes[0];
  let best: { readonly change: GovernanceChange; readonly score: number } | undefined;
  const ids = idsOf(finding);
  const wanted = sectionsOf(finding, drivers);
  for (const change of changes) {
    const score = kinship(finding, ids, wanted, change);
    if (score > 0 && (best === undefined || score > best.score)) best = { change, score };
  }
  return best?.change;
}

/**
 * How near a change is to a finding: 32 where what a reference names was taken away; 8 where the rule looks at things of this kind; 4 for
 * each id they share; 2 for the same entity; 1 for each word that the rule's name and the change have in common; 0 where nothing of it holds.
 * Among equals what was taken away comes before what was altered, and that before what was added: more is broken by a loss.
 */
function kinship(finding: Finding, ids: ReadonlySet<string>, wanted: readonly ChangedSection[], change: GovernanceChange): number {
  const words = change.entity.split('/');
  const declares = words.length === 2 && finding.data.id === words[1];
  const taken = declares && lostReference.has(finding.rule.id) && change.kind !== 'changed';
  const shared = [...ids].filter((id) => change.ids.has(id)).length;
  const fields = Object.keys({ ...change.before, ...change.after });
  const isNaming = change.kind === 'changed' && fields.every((field) => field === 'name' || field === 'title');
  const named = new Set([...words, ...fields].flatMap((word) => word.split('-')));
  const common = finding.rule.id.split('-').filter((word) => named.has(word)).length;
  const looks = !isNaming && wanted.includes(sectionOf(change));
  const near = (taken ? 32 : 0) + (looks ? 8 : 0) + Math.min(shared, 3) * 4 + (finding.entity === change.entity ? 2 : 0) + common;
  return near === 0 ? 0 : near + losses[change.kind];
}

/** Less than anything that tells kinship. */
const losses: Readonly<Record<GovernanceChange['kind'], number>> = { removed: 0.75, moved: 0.5, changed: 0.25, added: 0 };

/** The ids a finding speaks of: its entity's, and those in its data. */
function idsOf({ entity, data }: Finding): ReadonlySet<string> {
  const named = Object.values(data).flatMap((datum) => (typeof datum === 'string' ? datum.split(/[\s,、+]+/) : []));
  const own = entity?.split('/').slice(1) ?? [];
  return new Set([...own, ...named].filter((id) => id !== ''));
}

function sectionsOf({ rule }: Finding, drivers: readonly Driver[]): readonly ChangedSection[] {
  if (rule.group !== 'mode' || drivers.length === 0) return sectionsOfGroup[rule.group];
  const [strongest] = drivers;
  return strongest ? sectionsOfComponent[strongest.component] : [];
}

/** What the rules of a family look at. */
const sectionsOfGroup: Readonly<Record<RuleGroup, readonly ChangedSection[]>> = {
  shape: [],
  content: ['responsibilities', 'rights', 'capabilities', 'bodies', 'levels', 'plan', 'links'],
  rights: ['rights', 'responsibilities', 'capabilities', 'functions', 'agreements', 'seats', 'organizations'],
  network: ['links', 'seats', 'functions', 'bodies', 'agreements', 'participation', 'organizations'],
  legal: ['legal-bases', 'rights', 'responsibilities', 'plan'],
  mode: ['context', 'plan', 'organizations'],
  cultivation: ['cultivation', 'exercises', 'links', 'procedures', 'rights', 'responsibilities'],
  response: ['levels', 'procedures', 'rights', 'links'],
  'life-cycle': ['plan', 'exercises', 'organizations'],
};

/** What each component of L and X is measured on. */
const sectionsOfComponent: Readonly<Record<keyof Components, readonly ChangedSection[]>> = {
  decision: ['rights'],
  lead: ['bodies', 'seats', 'functions'],
  command: ['links'],
  coverage: ['links', 'seats', 'organizations'],
  cooperativeness: ['links', 'seats'],
  reciprocity: ['links', 'seats'],
  participation: ['participation'],
  openness: ['participation'],
};

function holds(node: YamlNode, { document, span }: Finding): boolean {
  return node.document === document && (contains(node, span.start) || node.start === span.start);
}
