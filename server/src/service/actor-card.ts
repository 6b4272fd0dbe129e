// The card of an organization or body: what it is, may do and must do, whom it is tied to, where it sits, what is found about it.
import { type Bilingual, say } from '../plan/field.ts';
import type { Body, Organization } from '../plan/shape.ts';
import { autonomies, bodyKinds, decisionRules, jurisdictionLevels, rightKinds, sectors } from '../plan/vocabulary.ts';
import { inBrackets } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { Declared } from '../workspace/names.ts';
import type { Actor, SeatKind } from '../workspace/plan.ts';
import { createActorTies } from './actor-ties.ts';
import { type CardWriter, createCardWriter, mostListed } from './card-text.ts';
import { code } from './markdown.ts';

const labels = {
  parent: say('Above it', '上级组织'),
  rights: say('Rights', '权利'),
  responsibilities: say('Responsibilities', '职责'),
  capabilities: say('Capabilities', '能力'),
  ties: say('Ties', '联系'),
  seats: say('Seats', '席位'),
  findings: say('Findings', '问题'),
  external: say('outside this plan’s own system', '不属于本预案体系'),
  apart: say('takes no part in this plan', '未参与本预案'),
};

export const seatNames: Readonly<Record<SeatKind, Bilingual>> = {
  chair: say('chair', '主持'),
  'co-chair': say('co-chair', '共同主持'),
  deputy: say('deputy', '副职'),
  office: say('office', '办事机构'),
  member: say('member', '成员'),
  adviser: say('adviser', '顾问'),
  observer: say('observer', '列席'),
};

/** Undefined where the entry could not be read. */
export function actorCard({ declaration: { id }, document }: Declared, result: DocumentResult, language: Language): string | undefined {
  const write = createCardWriter(language);
  const { context } = result;
  const actor = context?.plan.actors.get(id);
  if (context && actor) return linkedCard(actor, result, context, write, language);
  // In a library nobody is linked with anybody: there is only what the entry says.
  const organization = document.content?.organizations.find((candidate) => candidate.id === id);
  const body = document.content?.bodies.find((candidate) => candidate.id === id);
  if (body) return write.card(write.heading(body.name, id, bodyFacts(body, write, language)), []);
  return organization && write.card(write.heading(organization.name, id, organizationFacts(organization, [], write, language)), []);
}

function linkedCard(actor: Actor, result: DocumentResult, context: RuleContext, write: CardWriter, language: Language): string {
  const { holdings } = context;
  const rights = new Set([...actor.rights, ...holdings.rightsOf(actor)]);
  const duties = new Set([...actor.responsibilities, ...holdings.responsibilitiesOf(actor)]);
  const ties = createActorTies(context);
  const entity = `${actor.kind === 'body' ? 'bodies' : 'organizations'}/${actor.id}`;
  const found = result.findings.filter((finding) => finding.suppressed === undefined && finding.entity === entity);
  return write.card(write.heading(actor.declaration.name, actor.id, factsOf(actor, write, language)), [
    actor.kind === 'organization' && actor.parent ? write.row(labels.parent, write.nameOf(actor.parent)) : undefined,
    write.row(
      labels.rights,
      write.several([...rights].map(({ id, declaration: { kind } }) => named(id, kind && rightKinds[kind.value][language]))),
    ),
    write.row(labels.responsibilities, write.several([...duties].map(({ id, declaration: { action } }) => named(id, write.text(action))))),
    actor.capabilities.length > 0 ? write.row(labels.capabilities, write.several(actor.capabilities.map(({ id }) => code(id)))) : undefined,
    write.row(labels.ties, write.several(ties.first(actor, mostListed).map(write.nameOf), ties.count(actor))),
    write.row(labels.seats, write.several(seatsOf(actor, write, language))),
    found.length > 0 ? write.row(labels.findings, write.several([...new Set(found.map(({ rule }) => code(rule.id)))])) : undefined,
  ]);
}

function factsOf(actor: Actor, write: CardWriter, language: Language): string {
  const apart = actor.takesPart ? undefined : labels.apart[language];
  if (actor.kind === 'body') return write.joined([bodyFacts(actor.declaration, write, language), apart]);
  return organizationFacts(actor.declaration, [actor.external ? labels.external[language] : undefined, apart], write, language);
}

function organizationFacts(
  { sector, level, autonomy }: Organization,
  more: readonly (string | undefined)[],
  write: CardWriter,
  language: Language,
): string {
  const facts = [
    sector && sectors[sector.value][language],
    level && jurisdictionLevels[level.value][language],
    autonomy && autonomies[autonomy.value][language],
  ];
  return write.joined([...facts, ...more]);
}

function bodyFacts({ kind, decisionRule }: Body, write: CardWriter, language: Language): string {
  return write.joined([kind && bodyKinds[kind.value][language], decisionRule && decisionRules[decisionRule.value][language]]);
}

/** Each seat with whoever is on the other side of it: the body for an organization, the holder for a body. */
function seatsOf(actor: Actor, write: CardWriter, language: Language): readonly string[] {
  return actor.seats.map(({ body, holder, kind }) => {
    const other = write.nameOf(actor.kind === 'body' ? holder : body);
    return other + inBrackets(seatNames[kind][language], language);
  });
}

function named(id: string, meaning: string | undefined): string {
  return meaning ? `${code(id)} ${meaning}` : code(id);
}
