// The governance layer of the plan at the cursor as a tree: actors by side, and under each its rights, responsibilities, ties and seats.

import { say, type TextValue } from '../plan/field.ts';
import { bodyKinds, linkTypes, phases, rightKinds, rightRules, sectors } from '../plan/vocabulary.ts';
import type { Finding } from '../rules/finding.ts';
import { punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Severity } from '../rules/rule.ts';
import type { DocumentResult } from '../rules/run.ts';
import { append } from '../text/append.ts';
import { firstFrom } from '../text/halving.ts';
import type { Range } from '../text/line-index.ts';
import { encloses } from '../text/span.ts';
import type { FileId } from '../workspace/host.ts';
import type { Actor, BorneResponsibility, DirectedTie, HeldRight, Seat } from '../workspace/plan.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { seatNames } from './actor-card.ts';
import { documentAt } from './plan-at.ts';
import type { Analysis } from './session.ts';

export interface GovernanceTree {
  /** The document the cursor stands in: an answer holds for every place in it. */
  readonly range: Range;
  readonly roots: readonly GovernanceNode[];
}

export type GovernanceNodeKind =
  | 'side'
  | 'organization'
  | 'body'
  | 'rights'
  | 'responsibilities'
  | 'ties'
  | 'seats'
  | 'right'
  | 'responsibility'
  | 'tie'
  | 'seat';

export interface GovernanceNode {
  /** Unique in the tree, and the same as long as the ids are. */
  readonly key: string;
  readonly kind: GovernanceNodeKind;
  readonly label: string;
  readonly detail: string | undefined;
  /** Where it stands in the text; undefined for what only groups others. */
  readonly place: { readonly file: FileId; readonly range: Range } | undefined;
  /** How many findings there are about it and everything below it. */
  readonly findings: FindingCounts;
  readonly children: readonly GovernanceNode[];
}

export type FindingCounts = Readonly<Record<Severity, number>>;

const texts = {
  government: say('Government side', '政府侧'),
  society: say('Society side', '社会侧'),
  outside: say('Outside the two sides', '不计入两侧'),
  rights: say('Rights', '权利'),
  responsibilities: say('Responsibilities', '职责'),
  ties: say('Ties', '联系'),
  seats: say('Seats', '席位'),
  external: say('external', '外部'),
};

type Context = NonNullable<DocumentResult['context']>;

type Side = 'government' | 'society' | 'outside';

/** A node with its findings themselves: one that is about two of a node's children is one of the node's own. */
interface Draft extends Omit<GovernanceNode, 'findings' | 'children'> {
  readonly findings: ReadonlySet<Finding>;
  readonly children: readonly Draft[];
}

/**
 * Undefined where no plan stands at the offset. A plan may have ten thousand actors: between one and the next others have a turn, and what that
 * throws ends the work.
 */
export async function governanceTree(
  analysis: Analysis,
  offset: number,
  language: Language,
  turn: () => Promise<void>,
): Promise<GovernanceTree | undefined> {
  const found = documentAt(analysis, offset);
  const context = found?.result.context;
  if (found === undefined || context === undefined) return undefined;
  const toNode = createNodes(analysis, found.result, context, language);
  const members: Readonly<Record<Side, Draft[]>> = { government: [], society: [], outside: [] };
  for (const actor of [...context.plan.organizations, ...context.plan.bodies]) {
    await turn();
    members[sideOf(actor, context)].push(toNode(actor));
  }
  const roots = (['government', 'society', 'outside'] as const).flatMap((side) => {
    return members[side].length === 0 ? [] : [group(side, 'side', texts[side][language], members[side])];
  });
  return { range: analysis.file.lines.range(found.span), roots: roots.map(finish) };
}

/** The side an actor is shown on: G, or the other one, to which half-and-half organizations belong as they do to S. */
function sideOf(actor: Actor, { sides }: Context): Side {
  if (sides.weight(actor) === undefined) return 'outside';
  return sides.government.has(actor) ? 'government' : 'society';
}

/** How an actor becomes a node. */
function createNodes(analysis: Analysis, result: DocumentResult, { plan, ties }: Context, language: Language): (actor: Actor) => Draft {
  const findings = result.findings.filter(({ suppressed }) => suppressed === undefined);
  const byEntity = collect(findings, ({ entity }) => entity);
  const about = (entity: string): readonly Finding[] => byEntity.get(entity) ?? [];
  const text = (value: TextValue | undefined): string | undefined => value && chooseText(value.byLanguage, language);
  const nameOf = (actor: Actor): string => text(actor.declaration.name) || actor.id;
  const links = plan.links.map(({ declaration }) => declaration.node).filter(({ document }) => document === result.document.yaml);
  const inLinks = collect(findings, createFinder(links));
  const place = (node: YamlNode): GovernanceNode['place'] => {
    const lines = analysis.closure.files.get(node.document.origin)?.lines;
    return lines && { file: node.document.origin, range: lines.range(node) };
  };

  const right = (key: string, { id, declaration }: HeldRight): Draft => {
    const label = joined([declaration.kind && rightKinds[declaration.kind.value][language], text(declaration.object)]) ?? id;
    const detail = joined([id, declaration.rule && rightRules[declaration.rule.value][language]]);
    return { key: `${key}/${id}`, kind: 'right', label, detail, place: place(declaration.idNode), ...leaf(about(`rights/${id}`)) };
  };
  const responsibility = (key: string, { id, declaration }: BorneResponsibility): Draft => {
    const label = joined([text(declaration.action), text(declaration.object)]) ?? id;
    const when = declaration.phases.map(({ value }) => phases[value][language]).join(punctuation.comma[language]);
    const found = about(`responsibilities/${id}`);
    return {
      key: `${key}/${id}`,
      kind: 'responsibility',
      label,
      detail: joined([id, when]),
      place: place(declaration.idNode),
      ...leaf(found),
    };
  };
  const tie = (key: string, subject: Actor, { from, to, type, link }: DirectedTie): Draft => {
    const { node } = link.declaration;
    const label = from === subject ? `→ ${nameOf(to)}` : `← ${nameOf(from)}`;
    const found = inLinks.get(node) ?? [];
    return {
      key: `${key}/${from.id}/${type}/${to.id}`,
      kind: 'tie',
      label,
      detail: linkTypes[type][language],
      place: place(node),
      ...leaf(found),
    };
  };
  const seat = (key: string, subject: Actor, { body, holder, kind, node }: Seat): Draft => {
    const label = nameOf(subject.kind === 'body' ? holder : body);
    return {
      key: `${key}/${body.id}/${kind}/${holder.id}`,
      kind: 'seat',
      label,
      detail: seatNames[kind][language],
      place: place(node),
      ...leaf([]),
    };
  };

  return (subject) => {
    const key = `${subject.kind === 'body' ? 'bodies' : 'organizations'}/${subject.id}`;
    const collection = (kind: 'rights' | 'responsibilities' | 'ties' | 'seats', children: readonly Draft[]): readonly Draft[] =>
      children.length === 0 ? [] : [group(`${key}/${kind}`, kind, texts[kind][language], children)];
    const children = [
      ...collection(
        'rights',
        subject.rights.map((each) => right(`${key}/rights`, each)),
      ),
      ...collection(
        'responsibilities',
        subject.responsibilities.map((each) => responsibility(`${key}/responsibilities`, each)),
      ),
      ...collection(
        'ties',
        ties.linksOf(subject).map((each) => tie(`${key}/ties`, subject, each)),
      ),
      ...collection(
        'seats',
        subject.seats.map((each) => seat(`${key}/seats`, subject, each)),
      ),
    ];
    const own = [...about(key), ...subject.capabilities.flatMap(({ id }) => about(`capabilities/${id}`))];
    const label = nameOf(subject);
    const detail = joined([label === subject.id ? undefined : subject.id, kindOf(subject, language)]);
    return { key, kind: subject.kind, label, detail, place: place(subject.idNode), findings: union(own, children), children };
  };
}

function collect<K>(findings: readonly Finding[], keyOf: (finding: Finding) => K | undefined): ReadonlyMap<K, readonly Finding[]> {
  const collected = new Map<K, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (key !== undefined) append(collected, key, finding);
  }
  return collected;
}

/** Finds the link that a finding stands in. Links never overlap, and there may be thousands of both. */
function createFinder(links: readonly YamlNode[]): (finding: Finding) => YamlNode | undefined {
  const sorted = [...links].sort((a, b) => a.start - b.start);
  return ({ span }) => {
    const link = sorted[firstFrom(sorted, ({ start }) => start > span.start) - 1];
    return link && encloses(link, span) ? link : undefined;
  };
}

function group(key: string, kind: GovernanceNodeKind, label: string, children: readonly Draft[]): Draft {
  return { key, kind, label, detail: undefined, place: undefined, findings: union([], children), children };
}

function leaf(findings: readonly Finding[]): Pick<Draft, 'findings' | 'children'> {
  return { findings: findings.length === 0 ? nothing : new Set(findings), children: [] };
}

/** Most nodes have no finding, and there may be a hundred thousand of them. */
const nothing: ReadonlySet<Finding> = new Set();

function union(own: readonly Finding[], children: readonly Draft[]): ReadonlySet<Finding> {
  if (own.length === 0 && children.every(({ findings }) => findings.size === 0)) return nothing;
  return new Set([...own, ...children.flatMap(({ findings }) => [...findings])]);
}

function finish({ findings, children, ...node }: Draft): GovernanceNode {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { ...node, findings: counts, children: children.map(finish) };
}

function kindOf(actor: Actor, language: Language): string | undefined {
  if (actor.kind === 'body') return actor.declaration.kind && bodyKinds[actor.declaration.kind.value][language];
  const { sector } = actor.declaration;
  return joined([sector && sectors[sector.value][language], actor.external ? texts.external[language] : undefined]);
}

function joined(words: readonly (string | undefined)[]): string | undefined {
  return words.filter(Boolean).join(' · ') || undefined;
}
