// The cause side of a finding: where an edit at one place breaks another, the finding belongs to the edit, with the broken place beside it
// (cli.md, `diff`). The cause is told by ids: of all changes, the one that shares most with the finding and is of a kind the rule looks at.
import type { Components } from '../governance/classification.ts';
import { type ChangedSection, type Driver, type GovernanceChange, sectionOf } from '../governance/diff.ts';
import { append } from '../text/append.ts';
import { firstFrom } from '../text/halving.ts';
import { contains } from '../text/span.ts';
import type { YamlDocument, YamlNode } from '../yaml/tree.ts';
import type { Finding } from './finding.ts';
import type { RuleGroup, RuleMeta } from './rule.ts';

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

/**
 * Gives a finding at its cause; the finding itself where that is its own place, or where no change can be named. Both may be thousands: what is
 * asked of the changes is looked up.
 */
export function createPlacing(causes: Causes): (finding: Finding) => Finding {
  const isWritten = createWritten(causes.changes.flatMap(({ written }) => written));
  const causeOf = createKinship(causes);
  return (finding) => {
    if (isWritten(finding)) return finding;
    const isLost = lostReference.has(finding.rule.id);
    if (finding.rule.group === 'shape' && !isLost && !causes.oldLines.has(causes.lineAt(finding.span.start).trim())) return finding;
    const site = causeOf(finding)?.site;
    return site === undefined || holds(site, finding) ? finding : moved(finding, site);
  };
}

function moved(finding: Finding, site: YamlNode): Finding {
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

/** Whether one of some nodes holds a finding. */
function createWritten(nodes: readonly YamlNode[]): (finding: Finding) => boolean {
  const stretches = new Map<YamlDocument, { readonly start: number; end: number }[]>();
  for (const { document, start, end } of nodes.toSorted((a, b) => a.start - b.start)) {
    const known = stretches.get(document) ?? [];
    stretches.set(document, known);
    // Each reaches as far as any before it: the last that begins before an offset tells of all.
    known.push({ start, end: Math.max(end, known.at(-1)?.end ?? 0) });
  }
  return ({ document, span }) => {
    const known = stretches.get(document) ?? [];
    const last = known[firstFrom(known, ({ start }) => start > span.start) - 1];
    return last !== undefined && (last.start === span.start || span.start < last.end);
  };
}

/** A change with what is asked of it again and again. */
interface Candidate {
  readonly change: GovernanceChange;
  readonly place: number;
  /** The id that it declares. */
  readonly declared: string | undefined;
  /** The words of its entity and of its fields. */
  readonly named: ReadonlySet<string>;
  /** Undefined where nothing but names changed. */
  readonly section: ChangedSection | undefined;
}

interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/** Finds the change that is nearest to a finding, the first among equals. */
function createKinship({ changes, drivers }: Causes): (finding: Finding) => GovernanceChange | undefined {
  const candidates = changes.map(candidateOf);
  const byId = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { ids, entity } = candidate.change;
    for (const id of new Set([...ids, candidate.declared, entity])) if (id !== undefined) append(byId, id, candidate);
  }
  const nearer = (best: Scored | undefined, next: Scored): Scored | undefined => {
    if (next.score === 0 || (best && best.score > next.score)) return best;
    return best && best.score === next.score && best.candidate.place < next.candidate.place ? best : next;
  };
  const nearest = (some: readonly Candidate[], scoreOf: (candidate: Candidate) => number): Scored | undefined =>
    some.reduce<Scored | undefined>((best, candidate) => nearer(best, { candidate, score: scoreOf(candidate) }), undefined);
  /** By rule, of those changes that have nothing but their kind in common with a finding. */
  const nearestToRule = new Map<string, Scored | undefined>();

  return (finding) => {
    if (changes.length === 1) return changes[0];
    const { rule, entity, data } = finding;
    const wanted = sectionsOf(finding, drivers);
    if (!nearestToRule.has(rule.id)) {
      nearestToRule.set(
        rule.id,
        nearest(candidates, (candidate) => kinshipToRule(rule, wanted, candidate)),
      );
    }
    const ids = idsOf(finding);
    const names = new Set([...ids, entity, typeof data.id === 'string' ? data.id : undefined]);
    const akin = new Set([...names].flatMap((name) => (name === undefined ? [] : (byId.get(name) ?? []))));
    const best = nearest([...akin], (candidate) => kinship(finding, ids, wanted, candidate));
    const general = nearestToRule.get(rule.id);
    return (general ? nearer(best, general) : best)?.candidate.change;
  };
}

function candidateOf(change: GovernanceChange, place: number): Candidate {
  const words = change.entity.split('/');
  const fields = Object.keys({ ...change.before, ...change.after });
  const isNaming = change.kind === 'changed' && fields.every((field) => field === 'name' || field === 'title');
  return {
    change,
    place,
    declared: words.length === 2 ? words[1] : undefined,
    named: new Set([...words, ...fields].flatMap((word) => word.split('-'))),
    section: isNaming ? undefined : sectionOf(change),
  };
}

/**
 * How near a change is to a finding: 32 where what a reference names was taken away; 8 where the rule looks at things of this kind; 4 for
 * each id they share; 2 for the same entity; 1 for each word that the rule's name and the change have in common; 0 where nothing of it holds.
 * Among equals what was taken away comes before what was altered, and that before what was added: more is broken by a loss.
 */
function kinship(finding: Finding, ids: ReadonlySet<string>, wanted: readonly ChangedSection[], candidate: Candidate): number {
  const { change, declared } = candidate;
  const declares = declared !== undefined && finding.data.id === declared;
  const taken = declares && lostReference.has(finding.rule.id) && change.kind !== 'changed';
  const shared = [...ids].filter((id) => change.ids.has(id)).length;
  const own = (taken ? 32 : 0) + Math.min(shared, 3) * 4 + (finding.entity === change.entity ? 2 : 0);
  return own === 0 ? kinshipToRule(finding.rule, wanted, candidate) : own + nearness(finding.rule, wanted, candidate) + losses[change.kind];
}

function kinshipToRule(rule: RuleMeta, wanted: readonly ChangedSection[], candidate: Candidate): number {
  const near = nearness(rule, wanted, candidate);
  return near === 0 ? 0 : near + losses[candidate.change.kind];
}

function nearness({ id }: RuleMeta, wanted: readonly ChangedSection[], { named, section }: Candidate): number {
  const common = id.split('-').filter((word) => named.has(word)).length;
  return common + (section !== undefined && wanted.includes(section) ? 8 : 0);
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
