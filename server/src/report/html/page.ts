// A report on one plan as one HTML file: nothing is loaded from anywhere, no script runs, what the plan says is text and never markup.
import type { Bilingual } from '../../plan/field.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { legalValidities } from '../legal-validity.ts';
import { planFacts } from '../plan-facts.ts';
import type { PlanReport } from '../plan-report.ts';
import { countedWord, reportWords } from '../report-words.ts';
import { version } from '../version.ts';
import { exceptionsSection, findingsSection } from './findings.ts';
import { findingsCard, modeCards, verdictBox } from './glance.ts';
import { holdingsSection } from './holdings.ts';
import { legalBasesSection } from './legal-bases.ts';
import { type Content, type Markup, markup, trusted } from './markup.ts';
import { matrixSection } from './matrix.ts';
import { standalonePage } from './medium.ts';
import { modeSection } from './mode.ts';
import { networkSection } from './network.ts';
import { style, styleDigest } from './style.ts';

/** A plan may have ten thousand actors: between one section and the next others have a turn, and what that throws ends the writing. */
export async function htmlReport(report: PlanReport, language: Language, turn: () => Promise<void>): Promise<string> {
  const { plan } = report.context;
  const title = plan.head.title ? chooseText(plan.head.title.byLanguage, language) : (plan.head.id?.value ?? report.path);
  const sections: (readonly [id: string, name: Bilingual, content: Markup])[] = [];
  const section = async (id: string, name: Bilingual, draw: () => Markup): Promise<void> => {
    await turn();
    sections.push([id, name, draw()]);
  };
  const legalBases = (): Markup => legalBasesSection(legalValidities(report.context, language), language, standalonePage);
  await section('mode', reportWords.mode, () => modeSection(report, language, standalonePage));
  await section('network', reportWords.network, () => networkSection(report.context, language, standalonePage));
  await section('matrix', reportWords.matrix, () => matrixSection(plan, language, standalonePage));
  await section('holdings', reportWords.holdings, () => holdingsSection(plan, language, standalonePage));
  await section('legal-bases', reportWords.legalBases, legalBases);
  await section('findings', reportWords.findings, () => findingsSection(report, language, standalonePage));
  await section('exceptions', reportWords.exceptions, () => exceptionsSection(report, language));
  await turn();
  return `<!DOCTYPE html>
${
  markup`<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="govplan ${version}"/>
<title>${title} – ${reportWords.report[language]}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>
<p class="kicker">${reportWords.report[language]} · ${reportWords.asOf[language]} ${report.context.asOf}</p>
<h1>${title}</h1>
<p class="facts">${facts(report, language)}</p>
${summary(report, language)}
<nav aria-label="${reportWords.contents[language]}"><ul>${sections.map(([id, name]) => markup`<li><a href="#${id}">${name[language]}</a></li>`)}</ul></nav>
</header>
<main>
${sections.map(
  ([id, name, content]) => markup`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${name[language]}</h2>
${content}
</section>
`,
)}</main>
<footer>${reportWords.madeBy[language]} ${version}</footer>
</body>
</html>
`.markup
}`;
}

function facts({ context, path }: PlanReport, language: Language): Content {
  const { id } = context.plan.head;
  const all: readonly Content[] = [
    ...(id ? [markup`<code>${id.value}</code>`] : []),
    ...planFacts(context, language),
    markup`<code>${path}</code>`,
  ];
  return all.map((fact, index) => [index > 0 ? ' · ' : undefined, fact]);
}

function summary(report: PlanReport, language: Language): Markup {
  const { plan } = report.context;
  const counts = [
    ['organization', plan.organizations.length],
    ['body', plan.bodies.length],
    ['responsibility', plan.responsibilities.length],
  ] as const;
  return markup`${verdictBox(report, language, reportWords.structure[language])}
<dl class="summary">
${modeCards(report, language, standalonePage)}
<div class="card"><dt>${reportWords.size[language]}</dt><dd>${counts.map(([name, count]) => markup`<span class="count">${count} <small>${countedWord(name, count)[language]}</small></span> `)}</dd></div>
${findingsCard(report, language)}
</dl>`;
}
