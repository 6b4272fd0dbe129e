// What a reader wants first, in one look: the mode, why it is that one, whether it is the one that context and target ask for, how much was found;
// and what moves the plan most.
import { isMode, type Verdict } from '../../governance/classification.ts';
import { type Contribution, explain, strongestDrivers } from '../../governance/explanation.ts';
import { componentNames, modeNames, verdictNames } from '../../governance/names.ts';
import { say } from '../../plan/field.ts';
import type { GovernanceMode } from '../../plan/vocabulary.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { countOf, type PlanReport } from '../plan-report.ts';
import { countedWord, reportWords } from '../report-words.ts';
import { contextReason, whyText } from '../verdict-words.ts';
import { type Content, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';

/** How many drivers are named, and how many elements of each. */
const listed = { drivers: 3, elements: 4 };

const texts = {
  drivers: say('What moves it most', '最主要的因素'),
  toGovernment: say('towards government', '偏向政府'),
  toSociety: say('towards society', '偏向社会'),
  moreInteraction: say('more interaction', '增强互动'),
  lessInteraction: say('less interaction', '减弱互动'),
  agrees: say('the structure is this mode', '与结构模式一致'),
  differs: say('the structure is another mode', '与结构模式不一致'),
};

export function glance(report: PlanReport, language: Language, medium: Medium): Markup {
  const { plan } = report.context;
  const { title, id, node } = plan.head;
  const heading = (title && chooseText(title.byLanguage, language)) || (id?.value ?? report.path);
  return markup`<p class="kicker">${reportWords.structure[language]} · ${reportWords.asOf[language]} ${report.context.asOf}</p>
<h1>${textLink(medium, 'glance-title', title?.node ?? id?.node ?? node, heading)}</h1>
${verdictBox(report, language)}
<dl class="summary">
${modeCards(report, language, medium)}
${findingsCard(report, language)}
</dl>`;
}

/** The mode and, in a sentence, why it is that one. `label` stands above it where nothing else says what it is. */
export function verdictBox({ context: { classification } }: PlanReport, language: Language, label?: string): Markup {
  const { verdict, certainty } = classification.structure;
  const confidence = certainty && `${reportWords.confidence[language]} ${fixed(certainty.confidence)}`;
  return markup`<div class="verdict ${isMode(verdict) ? verdict : 'off-model'}" role="status">${label && markup`<p class="label">${label}</p>`}<p class="mode">${capital(verdictNames[verdict][language])}${confidence && markup` <small>${confidence}${certainty?.borderline ? ` · ${reportWords.borderline[language]}` : undefined}</small>`}</p>
<p class="why">${whyText(classification.structure, language)}</p></div>`;
}

/** The mode that the authors aim at, and the one that the context calls for, each beside the one that was found. */
export function modeCards({ context: { plan, classification } }: PlanReport, language: Language, medium: Medium): Markup {
  const { structure, context } = classification;
  const { targetMode } = plan.head;
  const target = targetMode
    ? textLink(medium, 'glance-target', targetMode.node, capital(modeNames[targetMode.value][language]))
    : reportWords.unstated[language];
  const called = context.mode ? capital(modeNames[context.mode][language]) : reportWords.unknown[language];
  const reason = contextReason(context, language);
  return markup`${modeCard(reportWords.target[language], targetMode?.value, structure.verdict, target, language)}
${modeCard(reportWords.contextMode[language], context.mode, structure.verdict, called, language, reason)}`;
}

/** What moves the plan most on either axis; undefined where there is too little to say. */
export function driversMarkup(
  { context: { plan, sides, classification } }: PlanReport,
  language: Language,
  medium: Medium,
): Markup | undefined {
  const { structure } = classification;
  if (structure.certainty === undefined) return undefined;
  const drivers = strongestDrivers(explain(plan, sides, structure), listed.drivers);
  return markup`<h3>${texts.drivers[language]}</h3>
<ul class="drivers">${drivers.map((driver) => driverMarkup(driver, language, medium))}</ul>`;
}

function modeCard(
  label: string,
  mode: GovernanceMode | undefined,
  verdict: Verdict,
  value: Content,
  language: Language,
  reason?: string,
): Markup {
  const isKnown = mode !== undefined && verdict !== 'insufficient-evidence';
  const isOther = isKnown && mode !== verdict;
  const note = isOther ? `≠ ${texts.differs[language]}` : `✓ ${texts.agrees[language]}`;
  return markup`<div class="card${isOther ? ' differs' : ''}"><dt>${label}</dt><dd>${value}${isKnown ? markup`<small class="note">${note}</small>` : undefined}${reason && markup`<small>${reason}</small>`}</dd></div>`;
}

/** How much was found, and how much of what was found is excused. */
export function findingsCard(report: PlanReport, language: Language): Markup {
  const count = (severity: 'error' | 'warning' | 'information'): Markup => {
    const number = countOf(report, severity);
    return markup`<span class="count ${number === 0 ? 'zero' : severity}">${number} <small>${countedWord(severity, number)[language]}</small></span> `;
  };
  const excused = report.exceptions.reduce((sum, exception) => sum + exception.excused.length, 0);
  return markup`<div class="card"><dt><a href="#findings">${reportWords.findings[language]}</a></dt><dd>${count('error')}${count('warning')}${count('information')}${
    excused > 0 ? markup`<small><a href="#exceptions">${reportWords.suppressed[language]} ${excused}</a></small>` : undefined
  }</dd></div>`;
}

function driverMarkup({ component, axis, value, pull, elements }: Contribution, language: Language, medium: Medium): Markup {
  const { arrow, words } = directions[axis][pull >= 0 ? 'up' : 'down'];
  const rest = elements.length - listed.elements;
  return markup`<li><p><strong>${capital(componentNames[component][language])}</strong> <span class="number">${fixed(value)}</span><small>${arrow} ${words[language]}</small></p><svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="meter-back" x="0" y="0" width="100" height="6"/><rect class="meter-value" x="0" y="0" width="${px(value * 100)}" height="6"/></svg><p class="elements">${elements
    .slice(0, listed.elements)
    .map(
      (element, index) =>
        markup`<span>${textLink(medium, `driver-${component}-${index}-${element.name}`, element.node, markup`<code>${element.name}</code>`)} ${element.value.toFixed(2)}</span> `,
    )}${rest > 0 ? `+${rest} ${reportWords.more[language]}` : undefined}</p></li>`;
}

/** Arrows as the axes of the quadrant run. */
const directions = {
  L: { up: { arrow: '→', words: texts.toGovernment }, down: { arrow: '←', words: texts.toSociety } },
  X: { up: { arrow: '↑', words: texts.moreInteraction }, down: { arrow: '↓', words: texts.lessInteraction } },
};

function fixed(value: number): string {
  return value.toFixed(2);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
