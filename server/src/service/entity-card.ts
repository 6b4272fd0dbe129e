// The card of an entity as Markdown: what a reader wants to know of an id without going where it is declared.
import { withDeciders } from '../governance/holdings.ts';
import { type LegalReference, say, type TextValue } from '../plan/field.ts';
import type { DocumentContent } from '../plan/shape.ts';
import { agreementKinds, channelKinds, colours, exerciseTypes, levelSchemes, phases, rightKinds, rightRules } from '../plan/vocabulary.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { Declared } from '../workspace/names.ts';
import type { Actor } from '../workspace/plan.ts';
import { actorCard } from './actor-card.ts';
import { createCardWriter } from './card-text.ts';
import { legalBasisCard } from './legal-basis-card.ts';
import { code, escapeMarkdown } from './markdown.ts';

const labels = {
  holders: say('Held by', '持有者'),
  bearers: say('Borne by', '承担者'),
  basis: say('Basis', '依据'),
  entails: say('Entails', '随之产生的职责'),
  deadline: say('Deadline', '时限'),
  parties: say('Parties', '签约方'),
  signed: say('Signed', '签署日期'),
  expires: say('Expires', '失效日期'),
  actors: say('Actors', '参与主体'),
  owner: say('Owned by', '拥有者'),
  operator: say('Operated by', '运营主体'),
  serves: say('Serves', '服务对象'),
  activatedBy: say('Activated by', '启动权利'),
  participants: say('Participants', '参演主体'),
};

/** Undefined where nothing is known but the id. `asOf` is the check date. */
export function entityCard(declared: Declared, result: DocumentResult, asOf: string, language: Language): string | undefined {
  const { declaration } = declared;
  const { content } = declared.document;
  const { id, space } = declaration;
  if (content === undefined) return undefined;
  const write = createCardWriter(language);
  const plan = result.linked.plan;
  const names = (actors: readonly Actor[]): string => write.several(actors.map(write.nameOf));
  const referred = (references: readonly { readonly id: string }[]): string =>
    write.several(references.map((reference) => nameOfActor(reference.id, result, language)));

  switch (space) {
    case 'actor':
      return actorCard(declared, result, language);
    case 'right': {
      const right = holdingsIn(content).rights.find((candidate) => candidate.id === id);
      const held = plan?.rights.find(({ declaration: { idNode } }) => idNode === declaration.idNode);
      if (right === undefined) return undefined;
      const { kind, object, rule, basis, entails } = right;
      const facts = [kind && rightKinds[kind.value][language], write.text(object), rule && rightRules[rule.value][language]];
      return write.card(write.heading(undefined, id, write.joined(facts)), [
        held && write.row(labels.holders, names(withDeciders(held.holders))),
        write.row(labels.basis, basisText(basis, result, language)),
        entails.length > 0 ? write.row(labels.entails, write.several(entails.map((entailed) => code(entailed.id)))) : undefined,
      ]);
    }
    case 'responsibility': {
      const responsibility = holdingsIn(content).responsibilities.find((candidate) => candidate.id === id);
      const borne = plan?.responsibilities.find(({ declaration: { idNode } }) => idNode === declaration.idNode);
      if (responsibility === undefined) return undefined;
      const { action, object, phases: when, deadline, basis } = responsibility;
      const facts = [write.text(action), write.text(object), write.list(when.map(({ value }) => phases[value][language]))];
      return write.card(write.heading(undefined, id, write.joined(facts)), [
        borne && write.row(labels.bearers, names(withDeciders(borne.bearers))),
        deadline && write.row(labels.deadline, `${deadline.value.amount}${deadline.value.unit}`),
        write.row(labels.basis, basisText(basis, result, language)),
      ]);
    }
    case 'capability': {
      const found = holdingsIn(content).capabilities.find((candidate) => candidate.id === id);
      const owner = plan?.capabilities.find(({ declaration: { idNode } }) => idNode === declaration.idNode)?.actor;
      if (found === undefined) return undefined;
      const amount = [found.quantity && String(found.quantity.value), write.text(found.unit)].filter(Boolean).join(' ');
      const facts = [found.kind && escapeMarkdown(found.kind.value), amount, write.text(found.certified)];
      return write.card(write.heading(undefined, id, write.joined(facts)), [owner && write.row(labels.owner, write.nameOf(owner))]);
    }
    case 'legal-basis': {
      const basis = content.legalBases.find((candidate) => candidate.id === id);
      return basis && legalBasisCard(basis, result, asOf, language);
    }
    case 'function': {
      const found = content.functions.find((candidate) => candidate.id === id);
      const linked = plan?.functions.find(({ declaration: { idNode } }) => idNode === declaration.idNode);
      return found && write.card(write.heading(found.name, id), [linked && write.row(labels.actors, names(linked.actors))]);
    }
    case 'agreement': {
      const agreement = content.agreements.find((candidate) => candidate.id === id);
      if (agreement === undefined) return undefined;
      const { title, kind, parties, signed, expires } = agreement;
      return write.card(write.heading(title, id, kind && agreementKinds[kind.value][language]), [
        write.row(labels.parties, referred(parties)),
        signed && write.row(labels.signed, signed.value),
        expires && write.row(labels.expires, expires.value),
      ]);
    }
    case 'level': {
      const level = content.levels.find((candidate) => candidate.id === id);
      if (level === undefined) return undefined;
      const { scheme, order, colour, criteria, activatedBy } = level;
      const facts = [
        scheme && levelSchemes[scheme.value][language],
        order && String(order.value),
        colour && colours[colour.value][language],
      ];
      return write.card(
        write.heading(undefined, id, write.joined(facts)),
        [activatedBy && write.row(labels.activatedBy, code(activatedBy.id))],
        write.text(criteria),
      );
    }
    case 'channel': {
      const channel = content.channels.find((candidate) => candidate.id === id);
      if (channel === undefined) return undefined;
      const { name, kind, operatedBy, serves } = channel;
      return write.card(write.heading(name, id, kind && channelKinds[kind.value][language]), [
        operatedBy && write.row(labels.operator, referred([operatedBy])),
        serves.length > 0 ? write.row(labels.serves, referred(serves)) : undefined,
      ]);
    }
    case 'exercise': {
      const exercise = content.exercises.find((candidate) => candidate.id === id);
      if (exercise === undefined) return undefined;
      const facts = [exercise.type && exerciseTypes[exercise.type.value][language], exercise.on?.value];
      return write.card(write.heading(undefined, id, write.joined(facts)), [
        write.row(labels.participants, referred(exercise.participants)),
      ]);
    }
  }
}

/** All that is declared under the actors of a document, whether they take part in a plan or not. */
function holdingsIn({
  organizations,
  bodies,
}: DocumentContent): Pick<DocumentContent['organizations'][number], 'rights' | 'responsibilities' | 'capabilities'> {
  const actors = [...organizations, ...bodies];
  return {
    rights: actors.flatMap(({ rights }) => rights),
    responsibilities: actors.flatMap(({ responsibilities }) => responsibilities),
    capabilities: actors.flatMap(({ capabilities }) => capabilities),
  };
}

function basisText(basis: readonly LegalReference[], { linked: { names } }: DocumentResult, language: Language): string {
  const cited = basis.map(({ id, locator }) => {
    const instruments = names.find('legal-basis', id)?.document.content?.legalBases;
    const title = instruments?.find((candidate) => candidate.id === id)?.title;
    return `${title ? escapeMarkdown(chooseText(title.byLanguage, language)) : code(id)}${locator === undefined ? '' : ` ${code(`#${locator}`)}`}`;
  });
  return createCardWriter(language).several(cited);
}

function nameOfActor(id: string, { linked: { names } }: DocumentResult, language: Language): string {
  const content = names.find('actor', id)?.document.content;
  const name: TextValue | undefined = [...(content?.organizations ?? []), ...(content?.bodies ?? [])].find(
    (candidate) => candidate.id === id && candidate.name,
  )?.name;
  return name ? escapeMarkdown(chooseText(name.byLanguage, language)) : code(id);
}
