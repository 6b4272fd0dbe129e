// The card of an entity as Markdown: what a reader wants to know of an id without going where it is declared.
import type { Bilingual, LegalReference, TextValue } from '../plan/field.ts';
import type { LegalBasis } from '../plan/shape.ts';
import {
  agreementKinds,
  bodyKinds,
  channelKinds,
  exerciseTypes,
  legalBasisKinds,
  levelSchemes,
  phases,
  rightKinds,
  rightRules,
  sectors,
} from '../plan/vocabulary.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { replacementOn } from '../rules/shared/instruments.ts';
import type { Declared } from '../workspace/names.ts';
import type { Actor, BodyActor, OrganizationActor, Plan } from '../workspace/plan.ts';

const say = (en: string, zh: string): Bilingual => ({ en, zh });
const labels = {
  rights: say('Rights', '权利'),
  responsibilities: say('Responsibilities', '职责'),
  ties: say('Ties', '联系'),
  seats: say('Seats', '席位'),
  findings: say('Findings', '问题'),
  holders: say('Held by', '持有者'),
  bearers: say('Borne by', '承担者'),
  basis: say('Basis', '依据'),
  none: say('none', '无'),
  external: say('outside this plan’s own system', '不属于本预案体系'),
  inForce: say('In force on {date}.', '在 {date} 有效。'),
  notYet: say('Not yet in force on {date}.', '在 {date} 尚未施行。'),
  replaced: say('No longer in force since {date}.', '自 {date} 起不再有效。'),
  parties: say('Parties', '签约方'),
  and: say('and {count} more', '等另外 {count} 项'),
};

/** How many names a line of a card lists before it counts. */
const listed = 6;

/** Undefined where nothing more than the id is known. */
export function entityCard(declared: Declared, result: DocumentResult, language: Language): string | undefined {
  const { declaration } = declared;
  const plan = result.linked.plan;
  const content = declared.document.content;
  switch (declaration.space) {
    case 'actor': {
      const actor = plan?.actors.get(declaration.id);
      if (actor) return actorCard(actor, result, language);
      const organization = content?.organizations.find(({ id }) => id === declaration.id);
      return (
        organization &&
        heading(organization.name, organization.id, language, organization.sector && sectors[organization.sector.value][language])
      );
    }
    case 'right':
      return plan && rightCard(plan, declaration.id, language);
    case 'responsibility':
      return plan && responsibilityCard(plan, declaration.id, language);
    case 'capability': {
      const capability = plan?.capabilities.find(({ id }) => id === declaration.id)?.declaration;
      const amount = [capability?.quantity?.value, capability?.unit && textOf(capability.unit, language)]
        .filter((part) => part !== undefined)
        .join(' ');
      return capability && lines(heading(undefined, declaration.id, language, capability.kind?.value), amount);
    }
    case 'legal-basis': {
      const basis = content?.legalBases.find(({ id }) => id === declaration.id);
      return basis && legalBasisCard(basis, result, language);
    }
    case 'function': {
      const found = plan?.functions.find(({ id }) => id === declaration.id);
      return found && lines(heading(found.declaration.name, found.id, language), names(found.actors, language));
    }
    case 'agreement': {
      const agreement = content?.agreements.find(({ id }) => id === declaration.id);
      const linked = plan?.agreements.get(declaration.id)?.value;
      const kind = agreement?.kind && agreementKinds[agreement.kind.value][language];
      return (
        agreement &&
        lines(heading(agreement.title, agreement.id, language, kind), linked && row('parties', names(linked.parties, language), language))
      );
    }
    case 'level': {
      const level = content?.levels.find(({ id }) => id === declaration.id);
      const scheme = level?.scheme && `${levelSchemes[level.scheme.value][language]} ${level.order?.value ?? ''}`;
      return level && lines(heading(undefined, level.id, language, scheme), level.criteria && textOf(level.criteria, language));
    }
    case 'channel': {
      const channel = content?.channels.find(({ id }) => id === declaration.id);
      return channel && heading(channel.name, channel.id, language, channel.kind && channelKinds[channel.kind.value][language]);
    }
    case 'exercise': {
      const exercise = content?.exercises.find(({ id }) => id === declaration.id);
      return (
        exercise &&
        lines(heading(undefined, exercise.id, language, exercise.type && exerciseTypes[exercise.type.value][language]), exercise.on?.value)
      );
    }
  }
}

/** The card of an instrument: what it is, and whether it is in force on the check date. */
export function legalBasisCard(basis: LegalBasis, result: DocumentResult, language: Language): string {
  const date = result.context?.asOf;
  const kind = basis.kind && legalBasisKinds[basis.kind.value][language];
  const facts = [basis.number?.value, basis.issuer && textOf(basis.issuer, language), kind].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return lines(heading(basis.title, basis.id, language), facts.join(' · '), date && validity(basis, date, result.linked.plan, language));
}

function validity(basis: LegalBasis, date: string, plan: Plan | undefined, language: Language): string {
  const replaced = replacementOn(date, basis, plan?.legalBases ?? new Map());
  if (replaced) return labels.replaced[language].replace('{date}', replaced.since);
  const key = basis.effective !== undefined && basis.effective.value > date ? 'notYet' : 'inForce';
  return labels[key][language].replace('{date}', date);
}

function actorCard(actor: Actor, result: DocumentResult, language: Language): string {
  const { context } = result;
  const rights = actor.rights.map(
    ({ id, declaration }) => `\`${id}\` ${declaration.kind ? rightKinds[declaration.kind.value][language] : ''}`,
  );
  const duties = actor.responsibilities.map(
    ({ id, declaration }) => `\`${id}\` ${declaration.action ? textOf(declaration.action, language) : ''}`,
  );
  const ties = context ? [...context.ties.neighbours(actor)] : [];
  const findings = result.findings.filter(
    (finding) => finding.suppressed === undefined && finding.entity === `${actor.kind === 'body' ? 'bodies' : 'organizations'}/${actor.id}`,
  );
  return lines(
    heading(actor.declaration.name, actor.id, language, actor.kind === 'body' ? bodyKind(actor, language) : side(actor, language)),
    row('rights', several(rights, language), language),
    row('responsibilities', several(duties, language), language),
    row('ties', names(ties, language), language),
    row(
      'seats',
      several(
        actor.seats.map((seat) => seatText(seat.kind, actor.kind === 'body' ? seat.holder : seat.body, language)),
        language,
      ),
      language,
    ),
    findings.length > 0
      ? row(
          'findings',
          several(
            findings.map(({ rule }) => `\`${rule.id}\``),
            language,
          ),
          language,
        )
      : undefined,
  );
}

function bodyKind(body: BodyActor, language: Language): string | undefined {
  return body.declaration.kind && bodyKinds[body.declaration.kind.value][language];
}

function side(organization: OrganizationActor, language: Language): string {
  const { sector } = organization.declaration;
  const words = [sector && sectors[sector.value][language], organization.external ? labels.external[language] : undefined];
  return words.filter((word) => word !== undefined).join(' · ');
}

const seatNames: Readonly<Record<Actor['seats'][number]['kind'], Bilingual>> = {
  chair: say('chair', '主持'),
  'co-chair': say('co-chair', '共同主持'),
  deputy: say('deputy', '副职'),
  office: say('office', '办事机构'),
  member: say('member', '成员'),
  adviser: say('adviser', '顾问'),
  observer: say('observer', '列席'),
};

function seatText(kind: Actor['seats'][number]['kind'], other: Actor, language: Language): string {
  return `${nameOf(other, language)} (${seatNames[kind][language]})`;
}

function rightCard(plan: Plan, id: string, language: Language): string | undefined {
  const right = plan.rights.find((candidate) => candidate.id === id);
  if (right === undefined) return undefined;
  const { kind, object, rule, basis } = right.declaration;
  const facts = [kind && rightKinds[kind.value][language], object && textOf(object, language), rule && rightRules[rule.value][language]];
  return lines(
    heading(undefined, id, language, facts.filter((fact) => fact !== undefined).join(' · ')),
    row('holders', names(right.holders, language), language),
    row('basis', basisText(basis, plan, language), language),
  );
}

function responsibilityCard(plan: Plan, id: string, language: Language): string | undefined {
  const responsibility = plan.responsibilities.find((candidate) => candidate.id === id);
  if (responsibility === undefined) return undefined;
  const { action, object, phases: when, basis } = responsibility.declaration;
  const facts = [
    action && textOf(action, language),
    object && textOf(object, language),
    when.map(({ value }) => phases[value][language]).join(', '),
  ];
  return lines(
    heading(undefined, id, language, facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')),
    row('bearers', names(responsibility.bearers, language), language),
    row('basis', basisText(basis, plan, language), language),
  );
}

function basisText(basis: readonly LegalReference[], plan: Plan, language: Language): string {
  const cited = basis.map(({ id, locator }) => {
    const title = plan.legalBases.get(id)?.value.title;
    return `${title ? textOf(title, language) : id}${locator === undefined ? '' : ` #${locator}`}`;
  });
  return several(cited, language);
}

function heading(name: TextValue | undefined, id: string, language: Language, kind?: string | undefined): string {
  const title = name ? `**${escape(textOf(name, language))}** \`${id}\`` : `**\`${id}\`**`;
  return kind ? `${title}  \n${kind}` : title;
}

function row(label: keyof typeof labels, text: string, language: Language): string {
  return `- ${labels[label][language]}: ${text}`;
}

function names(actors: readonly Actor[], language: Language): string {
  return several(
    actors.map((actor) => nameOf(actor, language)),
    language,
  );
}

function several(texts: readonly string[], language: Language): string {
  if (texts.length === 0) return labels.none[language];
  const shown = texts.slice(0, listed).join(language === 'zh' ? '、' : ', ');
  return texts.length > listed ? `${shown} ${labels.and[language].replace('{count}', String(texts.length - listed))}` : shown;
}

export function nameOf(actor: Actor, language: Language): string {
  return actor.declaration.name ? escape(textOf(actor.declaration.name, language)) : actor.id;
}

function textOf(text: TextValue, language: Language): string {
  return chooseText(text.byLanguage, language);
}

/** Texts of a plan are shown as they are written: nothing in them is Markdown, a link or HTML. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&').replace(/\r\n?|\n/g, ' ');
}

function lines(...parts: readonly (string | undefined)[]): string {
  const filled = parts.filter((part): part is string => part !== undefined && part !== '');
  const items = filled.filter((part) => part.startsWith('- '));
  return [...filled.filter((part) => !part.startsWith('- ')), ...(items.length > 0 ? [items.join('\n')] : [])].join('\n\n');
}
