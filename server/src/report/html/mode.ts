// The governance mode: the quadrant, the verdicts behind it, what L and X are made of, what would have to change.
import { describeChange } from '../../governance/change-text.ts';
import type { StructureClassification } from '../../governance/classification.ts';
import { type Contribution, explain } from '../../governance/explanation.ts';
import { componentNames, modeNames, verdictNames } from '../../governance/names.ts';
import { allPhases, phases } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { PlanReport } from '../plan-report.ts';
import { phaseNumber, reportWords } from '../report-words.ts';
import { conditionText, type Meaning, measureMeanings, modeMeanings } from '../verdict-words.ts';
import { type Content, type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';
import { quadrantPicture } from './quadrant.ts';

/** How many elements of a component are named. */
const listedElements = 6;

/** `summary` stands between the picture and the tables behind it. */
export function modeSection(report: PlanReport, language: Language, medium: Medium, summary?: Markup): Markup {
  const { plan, sides, classification } = report.context;
  const { structure } = classification;
  const contributions = explain(plan, sides, structure);
  const colon = punctuation.colon[language];
  const isSensitive = [structure, ...classification.phases.values()].some(({ sensitive }) => sensitive);
  const sensitivity = { name: reportWords.sensitive[language], meaning: reportWords.sensitiveMeans[language] };
  return markup`<figure>${quadrantPicture(classification, plan.head, language, medium)}<figcaption>${reportWords.quadrantLegend[language]}</figcaption></figure>${summary}
${structure.certainty ? undefined : markup`<p class="warn">${reportWords.insufficient[language]}</p>`}
${verdictTable(report, language)}
${meanings([...measureMeanings(language), ...(isSensitive ? [sensitivity] : [])], language)}
${changeMarkup(report, language)}
<h3>${reportWords.locus[language]}${colon}${number(structure.L)}</h3>
<p class="faint">${reportWords.partsOfLocus[language]}</p>
${contributionTable(contributions, 'L', language, medium)}
<h3>${reportWords.interaction[language]}${colon}${number(structure.X)}</h3>
<p class="faint">${reportWords.partsOfInteraction[language]}</p>
${contributionTable(contributions, 'X', language, medium)}
<p>${reportWords.burden[language]}${colon}<strong>${number(structure.B)}</strong></p>
<h3>${reportWords.modesMean[language]}</h3>
${meanings(modeMeanings(language), language)}
<p class="faint">${reportWords.disclaimer[language]}</p>`;
}

function verdictTable({ context: { classification } }: PlanReport, language: Language): Markup {
  const row = (name: Content, measured: StructureClassification): Markup =>
    markup`<tr><th scope="row">${name}</th><td>${verdictNames[measured.verdict][language]}${notes(measured, language)}</td><td class="number">${number(measured.L)}</td><td class="number">${number(measured.X)}</td><td class="number">${number(measured.B)}</td><td class="number">${number(measured.certainty?.confidence)}</td></tr>
`;
  return markup`<div class="scroll"><table class="verdicts"><thead><tr><th scope="col">${reportWords.phase[language]}</th><th scope="col">${reportWords.verdict[language]}</th><th scope="col" class="number">L</th><th scope="col" class="number">X</th><th scope="col" class="number">B</th><th scope="col" class="number">${reportWords.confidence[language]}</th></tr></thead><tbody>
${row(markup`● ${reportWords.wholePlan[language]}`, classification.structure)}${[...classification.phases].map(([phase, measured]) => row(`${phaseNumber(phase)} ${phases[phase][language]}`, measured))}</tbody></table></div>`;
}

function meanings(list: readonly Meaning[], language: Language): Markup {
  const colon = punctuation.colon[language];
  return markup`<dl class="meanings">${list.map(({ name, meaning }) => markup`<div><dt>${name}${colon}</dt><dd>${meaning}</dd></div>`)}</dl>`;
}

function notes(structure: StructureClassification, language: Language): Markup | undefined {
  const { certainty, nearest, sensitive } = structure;
  const separator = punctuation.comma[language];
  const colon = punctuation.colon[language];
  const others = certainty?.borderline ? certainty.alternatives.map((other) => verdictNames[other][language]).join(separator) : '';
  const found = [
    conditionText(structure, language),
    certainty?.borderline ? `${reportWords.borderline[language]}${others === '' ? '' : colon + others}` : undefined,
    nearest.length > 0
      ? `${reportWords.nearest[language]}${colon}${nearest.map((mode) => modeNames[mode][language]).join(separator)}`
      : undefined,
    sensitive ? reportWords.sensitive[language] : undefined,
  ].filter((note) => note !== undefined);
  return found.length === 0 ? undefined : markup`<small class="note">${found.join(punctuation.semicolon[language])}</small>`;
}

function changeMarkup({ counterfactual }: PlanReport, language: Language): Markup | undefined {
  if (counterfactual === undefined) return undefined;
  const goal = modeNames[counterfactual.goal][language];
  if (counterfactual.changes === undefined) return markup`<p>${reportWords.noChange[language]}${goal}</p>`;
  return markup`<p>${reportWords.change[language]}<strong>${goal}</strong></p>
<ul>${counterfactual.changes.map((change) => markup`<li>${describeChange(change, language)}</li>`)}</ul>`;
}

function contributionTable(contributions: readonly Contribution[], axis: 'L' | 'X', language: Language, medium: Medium): Markup {
  return markup`<div class="scroll"><table class="components"><thead><tr><th scope="col">${reportWords.component[language]}</th><th scope="col" class="number">${reportWords.value[language]}</th><th scope="col" class="number">${reportWords.weight[language]}</th><td></td><th scope="col">${reportWords.madeOf[language]}</th></tr></thead><tbody>
${contributions
  .filter((contribution) => contribution.axis === axis)
  .map(
    ({ component, value, weight, elements }) =>
      markup`<tr><th scope="row">${componentNames[component][language]}</th><td class="number">${number(value)}</td><td class="number">${number(weight)}</td><td><svg class="meter" viewBox="0 0 100 10" aria-hidden="true"><rect class="meter-back" x="0" y="0" width="100" height="10"/><rect class="meter-value" x="0" y="0" width="${px(value * 100)}" height="10"/></svg></td><td class="elements">${elements
        .slice(0, listedElements)
        .map(
          (element, index) =>
            markup`${index > 0 ? ', ' : undefined}<span>${textLink(medium, `element-${component}-${index}-${element.name}`, element.node, elementName(component, element.name, language))} ${number(element.value)}</span>`,
        )}${elements.length > listedElements ? ` +${elements.length - listedElements} ${reportWords.more[language]}` : undefined}</td></tr>
`,
  )}</tbody></table></div>`;
}

/** Phases by their names; everything else by its id, as it stands in the plan's file. */
function elementName(component: Contribution['component'], name: string, language: Language): Content {
  const phase = component === 'openness' ? allPhases.find((known) => known === name) : undefined;
  return phase ? phases[phase][language] : markup`<code>${name}</code>`;
}

function number(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}
