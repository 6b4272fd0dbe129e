// A report on one plan as Markdown, for a forge or any other reader: the same as the HTML page, the quadrant as text, the network as Mermaid.
import { describeChange } from '../../governance/change-text.ts';
import type { StructureClassification } from '../../governance/classification.ts';
import { modeNames, verdictNames } from '../../governance/names.ts';
import { legalBasisKinds, phases, rightKinds } from '../../plan/vocabulary.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { groupNames, severityNames } from '../../rules/rule-names.ts';
import type { Plan } from '../../workspace/plan.ts';
import { actorLabel, planHeading } from '../actor-label.ts';
import { dutyKinds, dutyMatrix } from '../duty-matrix.ts';
import { legalValidities } from '../legal-validity.ts';
import { networkFigure } from '../network-figure.ts';
import { measureRows } from '../network-text.ts';
import { countOf, type PlanReport } from '../plan-report.ts';
import { type QuadrantPoint, quadrantText } from '../quadrant-text.ts';
import { dutyMarks, dutyWords, phaseNumber, reportWords, statusWords, validityWords } from '../report-words.ts';
import { mermaidChart } from './mermaid.ts';
import { idCode, plain, table } from './text.ts';

export function markdownReport(report: PlanReport, language: Language): string {
  const { plan, asOf } = report.context;
  const lines = [
    `# ${plain(planHeading(plan, language) || report.path)}`,
    '',
    `${reportWords.report[language]} · ${reportWords.asOf[language]} ${asOf} · ${idCode(report.path)} · govplan ${report.version}`,
    '',
    ...summaryLines(report, language),
    ...section(reportWords.mode[language], modeLines(report, language)),
    ...section(reportWords.network[language], networkLines(report, language)),
    ...section(reportWords.matrix[language], matrixLines(plan, language)),
    ...section(reportWords.holdings[language], holdingLines(plan, language)),
    ...section(reportWords.legalBases[language], legalLines(report, language)),
    ...section(reportWords.findings[language], findingLines(report, language)),
    ...section(reportWords.exceptions[language], exceptionLines(report, language)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`## ${title}`, '', ...lines, ''];
}

function summaryLines(report: PlanReport, language: Language): readonly string[] {
  const { plan, classification } = report.context;
  const target = plan.head.targetMode?.value;
  const { mode } = classification.context;
  const counts = [countOf(report, 'error'), countOf(report, 'warning'), countOf(report, 'information')];
  return table(
    [reportWords.summary[language], ''],
    [
      [reportWords.structure[language], `**${verdictNames[classification.structure.verdict][language]}**`],
      [reportWords.target[language], target ? modeNames[target][language] : reportWords.unstated[language]],
      [reportWords.contextMode[language], mode ? modeNames[mode][language] : reportWords.unknown[language]],
      [`${reportWords.organizations[language]} · ${reportWords.bodies[language]}`, `${plan.organizations.length} · ${plan.bodies.length}`],
      [
        `${reportWords.errors[language]} · ${reportWords.warnings[language]} · ${reportWords.informations[language]}`,
        counts.map(String).join(' · '),
      ],
    ],
  );
}

function modeLines({ context: { classification }, counterfactual }: PlanReport, language: Language): readonly string[] {
  const { structure } = classification;
  const measured: readonly (readonly [mark: string, name: string, StructureClassification])[] = [
    ...[...classification.phases].map(([phase, own]) => [phaseNumber(phase), phases[phase][language], own] as const),
    ['●', reportWords.wholePlan[language], structure],
  ];
  const points = measured.flatMap(([mark, , { L, X }]): readonly QuadrantPoint[] => (L === undefined ? [] : [{ mark, L, X }]));
  const rows = [...measured.slice(-1), ...measured.slice(0, -1)].map(([mark, name, { verdict, L, X, B, certainty }]) => [
    `${mark} ${name}`,
    verdictNames[verdict][language],
    ...[L, X, B, certainty?.confidence].map(number),
  ]);
  const goal = counterfactual && modeNames[counterfactual.goal][language];
  const changes = counterfactual?.changes?.map((change) => `* ${plain(describeChange(change, language))}`);
  return [
    ...(points.length > 0 ? ['```text', ...quadrantText(points, language), '```', ''] : []),
    ...(structure.certainty ? [] : [reportWords.insufficient[language], '']),
    ...table([reportWords.phase[language], reportWords.verdict[language], 'L', 'X', 'B', reportWords.confidence[language]], rows),
    ...(goal === undefined
      ? []
      : [`${(changes ? reportWords.change : reportWords.noChange)[language]} **${goal}**`, '', ...(changes ?? []), '']),
    `_${reportWords.disclaimer[language]}_`,
  ];
}

function networkLines({ context }: PlanReport, language: Language): readonly string[] {
  const figure = networkFigure(context);
  if (figure.nodes.length === 0) return [reportWords.noActors[language]];
  const { lines, isPart } = mermaidChart(figure, language);
  const names = (holds: (node: (typeof figure.nodes)[number]) => boolean): string =>
    figure.nodes
      .filter(holds)
      .map(({ actor }) => plain(actorLabel(actor, language)))
      .join(language === 'zh' ? '、' : ', ');
  const single = names(({ isSinglePoint }) => isSinglePoint);
  const unlinked = names(({ isUnlinked }) => isUnlinked);
  return [
    '```mermaid',
    ...lines,
    '```',
    '',
    ...(isPart ? [reportWords.chartPart[language], ''] : []),
    reportWords.chartLegend[language],
    '',
    ...(single === '' ? [] : [`* ⚠ ${reportWords.single[language]}: ${single}`]),
    ...(unlinked === '' ? [] : [`* ${reportWords.unlinked[language]}: ${unlinked}`]),
    '',
    ...table(
      [reportWords.measures[language], ''],
      measureRows(figure.metrics, language).map(([name, value]) => [name, plain(value)]),
    ),
  ];
}

function matrixLines(plan: Plan, language: Language): readonly string[] {
  const { rows, phases: shown, withoutBearer, withoutLead } = dutyMatrix(plan);
  if (rows.length === 0) return [reportWords.noActors[language]];
  const head = [reportWords.actor[language], ...shown.map((phase) => phases[phase][language])];
  const body = rows.map(({ actor, cells, isIdle }) => [
    `${plain(actorLabel(actor, language))}${isIdle ? ` **${reportWords.gap[language]}**` : ''}`,
    ...shown.map((phase) =>
      [...(cells.get(phase) ?? [])].map(([kind, ids]) => `${dutyMarks[kind][language]}${ids.length > 1 ? ids.length : ''}`).join(' '),
    ),
  ]);
  const gaps = (label: string, lacking: ReadonlySet<keyof typeof phases>): readonly string[] =>
    lacking.size === 0
      ? []
      : [`* **${label}**: ${[...lacking].map((phase) => phases[phase][language]).join(language === 'zh' ? '、' : ', ')}`];
  return [
    ...table(head, body),
    dutyKinds.map((kind) => `${dutyMarks[kind][language]} ${dutyWords[kind][language]}`).join(' · '),
    '',
    ...gaps(reportWords.withoutBearer[language], withoutBearer),
    ...gaps(reportWords.withoutLead[language], withoutLead),
  ];
}

function holdingLines(plan: Plan, language: Language): readonly string[] {
  const rows = [...plan.organizations, ...plan.bodies].map((actor) => {
    const rights = plan.rights.filter(({ holders }) => holders.includes(actor));
    const responsibilities = plan.responsibilities.filter(({ bearers }) => bearers.includes(actor));
    return [
      rights.map(({ id, declaration: { kind } }) => `${kind ? rightKinds[kind.value][language] : ''} ${idCode(id)}`.trim()).join('<br>'),
      plain(actorLabel(actor, language)),
      responsibilities
        .map(({ id, declaration: { action } }) => `${action ? plain(chooseText(action.byLanguage, language)) : ''} ${idCode(id)}`.trim())
        .join('<br>'),
    ];
  });
  if (rows.length === 0) return [reportWords.noActors[language]];
  return table([reportWords.rights[language], reportWords.actor[language], reportWords.responsibilities[language]], rows);
}

function legalLines({ context }: PlanReport, language: Language): readonly string[] {
  const { rows, judgedOn } = legalValidities(context, language);
  if (rows.length === 0) return [reportWords.noBases[language]];
  const heads = ['instrument', 'kind', 'from', 'until', 'status', 'citations'] as const;
  return [
    ...table(
      heads.map((head) => reportWords[head][language]),
      rows.map(({ basis, title, status, begin, end, citations }) => [
        `${plain(title)} ${idCode(basis.id)}`,
        basis.kind ? legalBasisKinds[basis.kind.value][language] : '',
        begin ?? '',
        end ?? '',
        validityWords[status][language],
        String(citations),
      ]),
    ),
    `${reportWords.judgedOn[language]} ${judgedOn}`,
  ];
}

function findingLines({ families }: PlanReport, language: Language): readonly string[] {
  if (families.length === 0) return [reportWords.noFindings[language]];
  return families.flatMap(({ group, findings }) => [
    `### ${groupNames[group][language]} (${findings.length})`,
    '',
    ...findings.map(
      ({ rule, severity, message, range }) =>
        `* **${severityNames[severity][language]}** ${plain(message)} (${idCode(rule)}, ${lineText(range.start.line + 1, language)})`,
    ),
    '',
  ]);
}

function exceptionLines({ exceptions }: PlanReport, language: Language): readonly string[] {
  if (exceptions.length === 0) return [reportWords.noExceptions[language]];
  const heads = ['rule', 'reason', 'approver', 'end', 'status', 'excused', 'place'] as const;
  return table(
    heads.map((head) => reportWords[head][language]),
    exceptions.map(({ rules, reason, approver, until, status, excused, line }) => [
      rules.map(idCode).join(' '),
      plain(reason ?? ''),
      plain(approver ?? ''),
      plain(until ?? ''),
      statusWords[status][language],
      String(excused),
      lineText(line, language),
    ]),
  );
}

function lineText(line: number, language: Language): string {
  return language === 'zh' ? `第 ${line} 行` : `line ${line}`;
}

function number(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2);
}
