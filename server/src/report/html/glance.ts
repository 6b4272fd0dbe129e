// What a reader wants first, in one look: the mode, why it is that one, whether it is the one that context and target ask for, how much was found;
// and what moves the plan most.
import { isMode, type StructureClassification, type Verdict } from '../../governance/classification.ts';
import { type Contribution, explain, strongestDrivers } from '../../governance/explanation.ts';
import { method } from '../../governance/method.ts';
import { componentNames, modeNames, verdictNames } from '../../governance/names.ts';
import { atLeast, atMost } from '../../governance/verdict.ts';
import type { Bilingual } from '../../plan/field.ts';
import type { GovernanceMode } from '../../plan/vocabulary.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { inBrackets } from '../actor-label.ts';
import { countOf, type PlanReport } from '../plan-report.ts';
import { reportWords } from '../report-words.ts';
import { type Content, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';

const { governmentLocus, societyLocus, interaction } = method.thresholds;

/** How many drivers are named, and how many elements of each. */
const listed = { drivers: 3, elements: 4 };

const say = (en: string, zh: string): Bilingual => ({ en, zh });
const texts = {
  government: say('Government decides and leads', '政府决策并主导'),
  society: say('Society decides and leads', '社会力量决策并主导'),
  shared: say('Neither side decides and leads alone', '任何一方均未单独决策和主导'),
  nobody: say('The plan does not say who decides and leads', '预案未写明由谁决策和主导'),
  together: say('government and society work closely together', '政府与社会互动密切'),
  apart: say('government and society have little to do with each other', '政府与社会互动较少'),
  atLeast: say('at least', '不低于'),
  atMost: say('at most', '不高于'),
  below: say('below', '低于'),
  unheard: say(
    'Close contact is not enough for collaborative governance here: either society is reached by no participation entry or channel, or it bears no responsibility.',
    '互动虽密切，但尚不构成协同治理：没有覆盖社会侧的参与条目或渠道，或社会侧未承担职责。',
  ),
  unshared: say(
    'They work together, but no decision is made jointly, so it is no equal cooperation.',
    '双方虽有合作，但没有共同决策，因此不构成平等合作。',
  ),
  leaning: say('No decision is made jointly, and government leads more than society does.', '没有共同决策，且政府的主导程度高于社会。'),
  drivers: say('What moves it most', '最主要的因素'),
  toGovernment: say('towards government', '偏向政府'),
  toSociety: say('towards society', '偏向社会'),
  moreInteraction: say('more interaction', '增强互动'),
  lessInteraction: say('less interaction', '减弱互动'),
  agrees: say('the structure is this mode', '与结构模式一致'),
  differs: say('the structure is another mode', '与结构模式不一致'),
};

export function glance(report: PlanReport, language: Language, medium: Medium): Markup {
  const { plan, classification } = report.context;
  const { structure, context } = classification;
  const { title, id, targetMode, node } = plan.head;
  const heading = (title && chooseText(title.byLanguage, language)) || (id?.value ?? report.path);
  const targetName = targetMode
    ? textLink(medium, 'glance-target', targetMode.node, capital(modeNames[targetMode.value][language]))
    : reportWords.unstated[language];
  const contextName = context.mode ? capital(modeNames[context.mode][language]) : reportWords.unknown[language];
  const confidence = structure.certainty && `${reportWords.confidence[language]} ${fixed(structure.certainty.confidence)}`;
  return markup`<p class="kicker">${reportWords.structure[language]} · ${reportWords.asOf[language]} ${report.context.asOf}</p>
<h1>${textLink(medium, 'glance-title', title?.node ?? id?.node ?? node, heading)}</h1>
<div class="verdict ${isMode(structure.verdict) ? structure.verdict : 'off-model'}" role="status"><p class="mode">${capital(verdictNames[structure.verdict][language])}${confidence && markup` <small>${confidence}${structure.certainty?.borderline ? ` · ${reportWords.borderline[language]}` : undefined}</small>`}</p>
<p class="why">${whyText(report, language)}</p></div>
<dl class="summary">
${modeCard(reportWords.target[language], targetMode?.value, structure.verdict, targetName, language)}
${modeCard(reportWords.contextMode[language], context.mode, structure.verdict, contextName, language)}
${findingsCard(report, language)}
</dl>`;
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

/** The measures against their thresholds, in words; and the condition that decided where they alone did not. */
function whyText({ context: { classification } }: PlanReport, language: Language): string {
  const { L, X, certainty } = classification.structure;
  if (certainty === undefined) return reportWords.insufficient[language];
  const interacts = atLeast(X, interaction);
  const contact = interacts
    ? measured(texts.together, 'X', X, texts.atLeast, interaction, language)
    : measured(texts.apart, 'X', X, texts.below, interaction, language);
  const more = conditionText(classification.structure);
  const [and, end] = language === 'zh' ? ['，', '。'] : [', and ', '. '];
  return `${leadText(L, language)}${and}${contact}${end}${more?.[language] ?? ''}`.trim();
}

function leadText(L: number | undefined, language: Language): string {
  if (L === undefined) return texts.nobody[language];
  if (atLeast(L, governmentLocus)) return measured(texts.government, 'L', L, texts.atLeast, governmentLocus, language);
  if (atMost(L, societyLocus)) return measured(texts.society, 'L', L, texts.atMost, societyLocus, language);
  const between = {
    en: `between ${fixed(societyLocus)} and ${fixed(governmentLocus)}`,
    zh: `介于 ${fixed(societyLocus)} 与 ${fixed(governmentLocus)} 之间`,
  };
  return measured(texts.shared, 'L', L, between, undefined, language);
}

/** What was said, with the measure that says it and the threshold behind it in brackets. */
function measured(
  words: Bilingual,
  name: string,
  value: number,
  relation: Bilingual,
  threshold: number | undefined,
  language: Language,
): string {
  const bound = threshold === undefined ? relation[language] : `${relation[language]} ${fixed(threshold)}`;
  const text = `${name} ${fixed(value)}${language === 'zh' ? '，' : ', '}${bound}`;
  return words[language] + inBrackets(text, language);
}

function conditionText({ verdict, L, X }: StructureClassification): Bilingual | undefined {
  if (!atLeast(X, interaction)) return undefined;
  if (verdict === 'government-control') return texts.unheard;
  if (verdict === 'unshared-partnership') return texts.unshared;
  return verdict === 'collaborative-governance' && L !== undefined && !atLeast(L, governmentLocus) ? texts.leaning : undefined;
}

function modeCard(label: string, mode: GovernanceMode | undefined, verdict: Verdict, value: Content, language: Language): Markup {
  const isKnown = mode !== undefined && verdict !== 'insufficient-evidence';
  const isOther = isKnown && mode !== verdict;
  const note = isOther ? `≠ ${texts.differs[language]}` : `✓ ${texts.agrees[language]}`;
  return markup`<div class="card${isOther ? ' differs' : ''}"><dt>${label}</dt><dd>${value}${isKnown ? markup`<small>${note}</small>` : undefined}</dd></div>`;
}

function findingsCard(report: PlanReport, language: Language): Markup {
  const count = (severity: 'error' | 'warning' | 'information', word: Bilingual): Markup => {
    const number = countOf(report, severity);
    return markup`<span class="count ${number === 0 ? 'zero' : severity}">${number} <small>${word[language]}</small></span> `;
  };
  return markup`<div class="card"><dt><a href="#findings">${reportWords.findings[language]}</a></dt><dd>${count('error', reportWords.errors)}${count('warning', reportWords.warnings)}${count('information', reportWords.informations)}</dd></div>`;
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
