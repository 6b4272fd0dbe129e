// A report on one plan as one HTML file: nothing is loaded from anywhere, no script runs, what the plan says is text and never markup.
import { modeNames, verdictNames } from '../../governance/names.ts';
import type { Bilingual } from '../../plan/field.ts';
import { jurisdictionLevels, planStatuses, planTypes } from '../../plan/vocabulary.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { legalValidities } from '../legal-validity.ts';
import { countOf, type PlanReport } from '../plan-report.ts';
import { reportWords } from '../report-words.ts';
import { exceptionsSection, findingsSection } from './findings.ts';
import { holdingsSection } from './holdings.ts';
import { legalBasesSection } from './legal-bases.ts';
import { type Content, type Markup, markup, trusted } from './markup.ts';
import { matrixSection } from './matrix.ts';
import { standalonePage } from './medium.ts';
import { modeSection } from './mode.ts';
import { networkSection } from './network.ts';
import { style, styleDigest } from './style.ts';

export function htmlReport(report: PlanReport, language: Language): string {
  const { plan } = report.context;
  const title = plan.head.title ? chooseText(plan.head.title.byLanguage, language) : (plan.head.id?.value ?? report.path);
  const sections: readonly (readonly [id: string, name: Bilingual, content: Markup])[] = [
    ['mode', reportWords.mode, modeSection(report, language, standalonePage)],
    ['network', reportWords.network, networkSection(report.context, language, standalonePage)],
    ['matrix', reportWords.matrix, matrixSection(plan, language, standalonePage)],
    ['holdings', reportWords.holdings, holdingsSection(plan, language, standalonePage)],
    ['legal-bases', reportWords.legalBases, legalBasesSection(legalValidities(report.context, language), language, standalonePage)],
    ['findings', reportWords.findings, findingsSection(report, language, standalonePage)],
    ['exceptions', reportWords.exceptions, exceptionsSection(report, language)],
  ];
  return `<!DOCTYPE html>
${
  markup`<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="referrer" content="no-referrer"/>
<meta name="generator" content="govplan ${report.version}"/>
<title>${title} – ${reportWords.report[language]}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>
<p class="kicker">${reportWords.report[language]} · ${reportWords.asOf[language]} ${report.context.asOf}</p>
<h1>${title}</h1>
<p class="facts">${planFacts(report, language)}</p>
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
<footer>${reportWords.madeBy[language]} ${report.version}</footer>
</body>
</html>
`.markup
}`;
}

function planFacts({ context: { plan, profile }, path }: PlanReport, language: Language): Content {
  const { id, version, type, jurisdiction, status } = plan.head;
  const level = jurisdiction?.level && jurisdictionLevels[jurisdiction.level.value][language];
  const place = jurisdiction?.name && chooseText(jurisdiction.name.byLanguage, language);
  const facts: readonly Content[] = [
    id && markup`<code>${id.value}</code>`,
    version && `v${version.value}`,
    type && planTypes[type.value][language],
    place && (level ? `${place}${language === 'zh' ? `（${level}）` : ` (${level})`}` : place),
    status && planStatuses[status.value][language],
    profile === 'generic' ? undefined : profile,
    markup`<code>${path}</code>`,
  ].filter((fact) => fact !== undefined);
  return facts.map((fact, index) => [index > 0 ? ' · ' : undefined, fact]);
}

function summary(report: PlanReport, language: Language): Markup {
  const { plan, classification } = report.context;
  const { structure, context } = classification;
  const target = plan.head.targetMode?.value;
  const card = (label: string, value: Content, note: Content, className = ''): Markup =>
    markup`<div class="card ${className}"><dt>${label}</dt><dd>${value}${note === undefined ? undefined : markup`<small>${note}</small>`}</dd></div>`;
  const differs = (mode: string | undefined): string => (mode !== undefined && mode !== structure.verdict ? 'differs' : '');
  const confidence = structure.certainty && `${reportWords.confidence[language]} ${structure.certainty.confidence.toFixed(2)}`;
  const place = structure.L === undefined ? `X ${structure.X.toFixed(2)}` : `L ${structure.L.toFixed(2)} · X ${structure.X.toFixed(2)}`;
  const findings = (['error', 'warning', 'information'] as const).map((severity) => countOf(report, severity));
  const words = [reportWords.errors, reportWords.warnings, reportWords.informations];
  const excused = report.exceptions.reduce((sum, { excused }) => sum + excused, 0);
  return markup`<dl class="summary">
${card(reportWords.structure[language], verdictNames[structure.verdict][language], [place, confidence && ` · ${confidence}`], 'main')}
${card(reportWords.target[language], target ? modeNames[target][language] : reportWords.unstated[language], undefined, differs(target))}
${card(reportWords.contextMode[language], context.mode ? modeNames[context.mode][language] : reportWords.unknown[language], undefined, differs(context.mode))}
${card(`${reportWords.organizations[language]} · ${reportWords.bodies[language]}`, `${plan.organizations.length} · ${plan.bodies.length}`, undefined)}
${card(
  reportWords.findings[language],
  markup`<span class="${findings[0] === 0 ? 'zero' : 'error'}">${findings[0] ?? 0}</span> <span class="${findings[1] === 0 ? 'zero' : 'warning'}">${findings[1] ?? 0}</span> <span class="zero">${findings[2] ?? 0}</span>`,
  [words.map((word) => word[language]).join(' · '), excused > 0 ? ` · ${reportWords.suppressed[language]} ${excused}` : undefined],
)}
</dl>`;
}
