// What each actor may do beside what it must do, with the law that each rests on; who has the one without the other is set off.
import type { LegalReference, TextValue } from '../../plan/field.ts';
import { decisionKinds, phases, rightKinds, rightRules, sectors } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import type { Actor, BorneResponsibility, HeldRight, Plan } from '../../workspace/plan.ts';
import { actorLabel, actorName } from '../actor-label.ts';
import { byActor } from '../by-actor.ts';
import { reportWords } from '../report-words.ts';
import { anchorOf, type Content, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';

export function holdingsSection(plan: Plan, language: Language, medium: Medium): Markup {
  const actors: readonly Actor[] = [...plan.organizations, ...plan.bodies];
  if (actors.length === 0) return markup`<p>${reportWords.noActors[language]}</p>`;
  const rightsOf = byActor(plan.rights, ({ holders }) => holders);
  const responsibilitiesOf = byActor(plan.responsibilities, ({ bearers }) => bearers);
  const rows = actors.map((actor) => ({ actor, rights: rightsOf(actor), responsibilities: responsibilitiesOf(actor) }));
  const most = Math.max(1, ...rows.map(({ rights, responsibilities }) => Math.max(rights.length, responsibilities.length)));
  return markup`<ul class="legend"><li><span class="swatch decision"></span> ${reportWords.decisionRight[language]}</li><li><span class="swatch voice"></span> ${reportWords.voiceRight[language]}</li><li><span class="swatch duty-bar"></span> ${reportWords.responsibility[language]}</li></ul>
<p class="faint">${reportWords.references[language]}</p>
<div class="scroll"><table class="holdings">
<thead><tr><th scope="col">${reportWords.rights[language]}</th><th scope="col">${reportWords.actor[language]}</th><th scope="col">${reportWords.responsibilities[language]}</th></tr></thead>
<tbody>
${rows.map(({ actor, rights, responsibilities }) => {
  const isExternal = actor.kind === 'organization' && actor.external;
  const nothing = (text: string, other: number): Markup =>
    other > 0 && !isExternal ? markup`<span class="gap-mark">– ${text}</span>` : markup`<span class="faint">–</span>`;
  return markup`<tr id="${anchorOf('actor', actor.id)}"><td data-label="${reportWords.rights[language]}">${
    rights.length > 0
      ? markup`<ul>${rights.map((right) => rightMarkup(right, actor, plan, language, medium))}</ul>`
      : nothing(reportWords.noRight[language], responsibilities.length)
  }</td><th scope="row">${textLink(medium, `holdings-${actor.id}`, actor.idNode, actorLabel(actor, language))}${sectorLine(actor, language)}${bars(rights, responsibilities, most)}</th><td data-label="${reportWords.responsibilities[language]}">${
    responsibilities.length > 0
      ? markup`<ul>${responsibilities.map((one) => responsibilityMarkup(one, actor, plan, language, medium))}</ul>`
      : nothing(reportWords.noResponsibility[language], rights.length)
  }</td></tr>
`;
})}
</tbody>
</table></div>`;
}

function sectorLine(actor: Actor, language: Language): Markup | undefined {
  const sector = actor.kind === 'organization' ? actor.declaration.sector?.value : undefined;
  return sector && markup`<small class="sector">${sectors[sector][language]}</small>`;
}

/** Rights to the left of the middle, those to decide next to it; responsibilities to the right. All rows have one scale. */
function bars(rights: readonly HeldRight[], responsibilities: readonly BorneResponsibility[], most: number): Markup {
  const unit = Math.min(12, 70 / most);
  const decisions = rights.filter(({ declaration: { kind } }) => kind !== undefined && decisionKinds.has(kind.value)).length;
  const bar = (className: string, x: number, count: number): Markup | undefined =>
    count === 0 ? undefined : markup`<rect class="${className}" x="${px(x)}" y="1" width="${px(count * unit)}" height="8"/>`;
  return markup`<svg class="balance" viewBox="0 0 150 10" aria-hidden="true">${bar('decision', 74 - decisions * unit, decisions)}${bar('voice', 74 - rights.length * unit, rights.length - decisions)}${bar('duty-bar', 76, responsibilities.length)}<line class="tick" x1="75" y1="0" x2="75" y2="10"/></svg>`;
}

function rightMarkup({ id, holders, declaration }: HeldRight, actor: Actor, plan: Plan, language: Language, medium: Medium): Markup {
  const { kind, rule, object, basis } = declaration;
  const facts: readonly (string | undefined)[] = [
    object && chosen(object, language),
    rule && rule.value !== 'sole' ? rightRules[rule.value][language] : undefined,
    together(holders, actor, language),
  ];
  const isDecision = kind !== undefined && decisionKinds.has(kind.value);
  return markup`<li><span class="swatch ${isDecision ? 'decision' : 'voice'}"></span>${textLink(medium, `right-${actor.id}-${id}`, declaration.idNode, markup`<strong>${kind ? rightKinds[kind.value][language] : id}</strong>`)}${tail(facts)} <code>${id}</code>${basisMarkup(basis, plan)}</li>`;
}

function responsibilityMarkup(
  { id, bearers, declaration }: BorneResponsibility,
  actor: Actor,
  plan: Plan,
  language: Language,
  medium: Medium,
): Markup {
  const { action, object, phases: when, basis } = declaration;
  const inPhases = when.map(({ value }) => phases[value][language]).join(punctuation.comma[language]);
  const everywhere = when.length === 0 || plan.phases.every((phase) => when.some(({ value }) => value === phase));
  const facts = [object && chosen(object, language), everywhere ? undefined : inPhases, together(bearers, actor, language)];
  const name = textLink(medium, `responsibility-${actor.id}-${id}`, declaration.idNode, action ? chosen(action, language) : id);
  return markup`<li>${name}${tail(facts)} <code>${id}</code>${basisMarkup(basis, plan)}</li>`;
}

/** How many of those who share something are named: each of hundreds has them all beside each of hundreds of duties. */
const mostNamed = 30;

function together(all: readonly Actor[], actor: Actor, language: Language): string | undefined {
  const others = all.filter((other) => other !== actor);
  if (others.length === 0) return undefined;
  const names = others.slice(0, mostNamed).map((other) => actorName(other, language));
  const rest = others.length > mostNamed ? ` +${others.length - mostNamed} ${reportWords.more[language]}` : '';
  return `${reportWords.jointly[language]} ${names.join(punctuation.comma[language])}${rest}`;
}

function tail(facts: readonly (string | undefined)[]): Content {
  const present = facts.filter((fact) => fact !== undefined && fact !== '');
  return present.length === 0 ? undefined : ` · ${present.join(' · ')}`;
}

/** What the plan does not know stands in no table of legal bases, so nothing leads there. */
function basisMarkup(basis: readonly LegalReference[], { legalBases }: Plan): Content {
  return basis.map(({ id, locator }) => {
    const text = locator === undefined ? id : `${id}#${locator}`;
    return legalBases.has(id)
      ? markup` <a class="basis" href="#${anchorOf('basis', id)}">${text}</a>`
      : markup` <span class="basis">${text}</span>`;
  });
}

function chosen(text: TextValue, language: Language): string {
  return chooseText(text.byLanguage, language).replace(/\s+/gu, ' ').trim();
}
