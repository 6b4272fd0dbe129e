// A report on one plan as Markdown, for a forge or any other reader: the same as the HTML page, the quadrant as text, the network as Mermaid.
import { describeChange } from '../../governance/change-text.ts';
import type { StructureClassification } from '../../governance/classification.ts';
import { modeNames, verdictNames } from '../../governance/names.ts';
import type { LegalReference } from '../../plan/field.ts';
import { legalBasisKinds, phases, rightKinds, rightRules } from '../../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../../rules/punctuation.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import { groupNames, severityNames } from '../../rules/rule-names.ts';
import type { Actor, HeldRight, Plan } from '../../workspace/plan.ts';
import { actorLabel, actorName, planHeading } from '../actor-label.ts';
import { byActor } from '../by-actor.ts';
import { dutyKinds, dutyMatrix } from '../duty-matrix.ts';
import { legalValidities } from '../legal-validity.ts';
import { type NetworkFigure, networkFigure } from '../network-figure.ts';
import { explainedMeasures } from '../network-text.ts';
import { planFacts } from '../plan-facts.ts';
import { countOf, type PlanReport } from '../plan-report.ts';
import { type QuadrantPoint, quadrantText } from '../quadrant-text.ts';
import {
  countedWord,
  type countedWords,
  dutyMarks,
  dutyWords,
  phaseNumber,
  reportWords,
  statusWords,
  validityWords,
} from '../report-words.ts';
import { conditionText, contextReason, type Meaning, measureMeanings, modeMeanings, whyText } from '../verdict-words.ts';
import { version } from '../version.ts';
import { mermaidChart } from './mermaid.ts';
import { idCode, plain, table } from './text.ts';

export function markdownReport(report: PlanReport, language: Language): string {
  const { plan, asOf } = report.context;
  const lines = [
    `# ${plain(planHeading(plan, language) || report.path)}`,
    '',
    `${reportWords.report[language]} · ${reportWords.asOf[language]} ${asOf} · ${idCode(report.path)} · govplan ${version}`,
    '',
    plain(planFacts(report.context, language).join(' · ')),
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
  const comma = punctuation.clause[language];
  const count = (name: keyof typeof countedWords, number: number): string => `${number} ${countedWord(name, number)[language]}`;
  const sizes = [
    count('organization', plan.organizations.length),
    count('body', plan.bodies.length),
    count('responsibility', plan.responsibilities.length),
  ];
  const counts = (['error', 'warning', 'information'] as const).map((severity) => count(severity, countOf(report, severity)));
  const reason = contextReason(classification.context, language);
  return table(
    [reportWords.summary[language], ''],
    [
      [
        reportWords.structure[language],
        `**${verdictNames[classification.structure.verdict][language]}**<br>${plain(whyText(classification.structure, language))}`,
      ],
      [reportWords.target[language], target ? modeNames[target][language] : reportWords.unstated[language]],
      [
        reportWords.contextMode[language],
        [mode ? modeNames[mode][language] : reportWords.unknown[language], ...(reason ? [reason] : [])].join('<br>'),
      ],
      [reportWords.size[language], sizes.join(comma)],
      [reportWords.findings[language], counts.join(comma)],
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
  const rows = [...measured.slice(-1), ...measured.slice(0, -1)].map(([mark, name, measured]) => {
    const { verdict, L, X, B, certainty } = measured;
    return [
      `${mark} ${name}`,
      [verdictNames[verdict][language], conditionText(measured, language)].filter(Boolean).join('<br>'),
      ...[L, X, B, certainty?.confidence].map(number),
    ];
  });
  const goal = counterfactual && modeNames[counterfactual.goal][language];
  const changes = counterfactual?.changes?.map((change) => `* ${plain(describeChange(change, language))}`);
  return [
    ...(points.length > 0 ? ['```text', ...quadrantText(points, language), '```', ''] : []),
    ...(structure.certainty ? [] : [reportWords.insufficient[language], '']),
    ...table([reportWords.phase[language], reportWords.verdict[language], 'L', 'X', 'B', reportWords.confidence[language]], rows),
    ...meaningLines(measureMeanings(language), language),
    ...(goal === undefined
      ? []
      : [`${(changes ? reportWords.change : reportWords.noChange)[language]}**${goal}**`, '', ...(changes ?? []), '']),
    `**${reportWords.modesMean[language]}**`,
    '',
    ...meaningLines(modeMeanings(language), language),
    `_${reportWords.disclaimer[language]}_`,
  ];
}

function meaningLines(meanings: readonly Meaning[], language: Language): readonly string[] {
  return [...meanings.map(({ name, meaning }) => `* **${name}**${punctuation.colon[language]}${meaning}`), ''];
}

function networkLines({ context }: PlanReport, language: Language): readonly string[] {
  const figure = networkFigure(context);
  if (figure.nodes.length === 0) return [reportWords.noActors[language]];
  const { lines, isPart } = mermaidChart(figure, language);
  const names = (holds: (node: (typeof figure.nodes)[number]) => boolean): string =>
    figure.nodes
      .filter(holds)
      .map(({ actor }) => plain(actorLabel(actor, language)))
      .join(punctuation.comma[language]);
  const unlinked = names(({ isUnlinked }) => isUnlinked);
  return [
    '```mermaid',
    ...lines,
    '```',
    '',
    ...(isPart ? [reportWords.chartPart[language], ''] : []),
    reportWords.chartLegend[language],
    '',
    ...cutLines(figure, language),
    ...(unlinked === '' ? [] : [`* ${reportWords.unlinked[language]}${punctuation.colon[language]}${unlinked}`]),
    '',
    ...table(
      [reportWords.measures[language], reportWords.value[language], reportWords.meaning[language]],
      explainedMeasures(figure.metrics, language).map(({ name, value, meaning }) => [name, plain(value), meaning]),
    ),
  ];
}

/** The single points, each with whom it cuts off. */
function cutLines({ cuts }: NetworkFigure, language: Language): readonly string[] {
  if (cuts.length === 0) return [];
  const [comma, colon] = language === 'zh' ? ['、', '：'] : [', ', ': '];
  const line = ({ actor, cutOff }: NetworkFigure['cuts'][number]): string =>
    `  * ${plain(actorName(actor, language))}${colon}${cutOff.map((other) => plain(actorName(other, language))).join(comma) || '–'}`;
  return [`* ⚠ ${reportWords.cutOff[language]}`, ...cuts.map(line)];
}

function matrixLines(plan: Plan, language: Language): readonly string[] {
  const { rows, phases: shown, withoutBearer, withoutLead } = dutyMatrix(plan);
  if (rows.length === 0) return [reportWords.noActors[language]];
  const head = [reportWords.actor[language], ...shown.map((phase) => phases[phase][language])];
  const body = rows.map(({ actor, cells, isIdle }) => [
    `${plain(actorLabel(actor, language))}${isIdle ? ` **${reportWords.gap[language]}**` : ''}${actor.kind === 'organization' && actor.external ? ` _${reportWords.external[language]}_` : ''}`,
    ...shown.map((phase) =>
      [...(cells.get(phase) ?? [])].map(([kind, ids]) => `${dutyMarks[kind][language]}${ids.length > 1 ? ids.length : ''}`).join(' '),
    ),
  ]);
  const gaps = (label: string, lacking: ReadonlySet<keyof typeof phases>): readonly string[] =>
    lacking.size === 0
      ? []
      : [
          `* **${label}**${punctuation.colon[language]}${[...lacking].map((phase) => phases[phase][language]).join(punctuation.comma[language])}`,
        ];
  return [
    ...table(head, body),
    [...dutyKinds.map((kind) => `${dutyMarks[kind][language]} ${dutyWords[kind][language]}`), reportWords.duties[language]].join(' · '),
    '',
    ...gaps(reportWords.withoutBearer[language], withoutBearer),
    ...gaps(reportWords.withoutLead[language], withoutLead),
  ];
}

function holdingLines(plan: Plan, language: Language): readonly string[] {
  const rightsOf = byActor(plan.rights, ({ holders }) => holders);
  const responsibilitiesOf = byActor(plan.responsibilities, ({ bearers }) => bearers);
  const rows = [...plan.organizations, ...plan.bodies].map((actor) => {
    const rights = rightsOf(actor).map((right) => rightText(right, actor, language));
    return [
      rights.join('<br>'),
      plain(actorLabel(actor, language)),
      responsibilitiesOf(actor)
        .map(({ id, declaration: { action, basis } }) => {
          const words = action ? plain(chooseText(action.byLanguage, language)) : '';
          return [words, idCode(id), ...basisCodes(basis)].filter(Boolean).join(' ');
        })
        .join('<br>'),
    ];
  });
  if (rows.length === 0) return [reportWords.noActors[language]];
  return [
    ...table([reportWords.rights[language], reportWords.actor[language], reportWords.responsibilities[language]], rows),
    reportWords.references[language],
  ];
}

function rightText({ id, holders, declaration: { kind, object, rule, basis } }: HeldRight, actor: Actor, language: Language): string {
  const others = holders.filter((other) => other !== actor).map((other) => actorName(other, language));
  const facts = [
    kind ? `**${rightKinds[kind.value][language]}**` : '',
    object ? plain(chooseText(object.byLanguage, language)) : '',
    rule && rule.value !== 'sole' ? rightRules[rule.value][language] : '',
    others.length > 0 ? `${reportWords.jointly[language]} ${plain(others.join(punctuation.comma[language]))}` : '',
  ];
  return [facts.filter(Boolean).join(' · '), idCode(id), ...basisCodes(basis)].filter(Boolean).join(' ');
}

function basisCodes(basis: readonly LegalReference[]): readonly string[] {
  return basis.map(({ id, locator }) => idCode(locator === undefined ? id : `${id}#${locator}`));
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
    ...(rows.some(({ status }) => status === 'undated') ? ['', reportWords.undatedLegend[language]] : []),
  ];
}

function findingLines({ families, exceptions }: PlanReport, language: Language): readonly string[] {
  const isExcused = exceptions.some(({ excused }) => excused.length > 0);
  if (families.length === 0) return [reportWords[isExcused ? 'noOtherFindings' : 'noFindings'][language]];
  return families.flatMap(({ group, findings }) => [
    `### ${groupNames[group][language]}${inBrackets(String(findings.length), language)}`,
    '',
    ...findings.map(
      ({ rule, severity, message, range }) =>
        `* **${severityNames[severity][language]}** ${plain(message)}${inBrackets(`${idCode(rule)}${punctuation.clause[language]}${lineText(range.start.line + 1, language)}`, language)}`,
    ),
    '',
  ]);
}

function exceptionLines({ exceptions }: PlanReport, language: Language): readonly string[] {
  if (exceptions.length === 0) return [reportWords.noExceptions[language]];
  const heads = ['rule', 'excused', 'reason', 'approver', 'end', 'status', 'place'] as const;
  return table(
    heads.map((head) => reportWords[head][language]),
    exceptions.map(({ rules, reason, approver, until, status, excused, line }) => [
      rules.map(idCode).join(' '),
      excused.map(plain).join('<br>'),
      plain(reason ?? ''),
      plain(approver ?? ''),
      plain(until ?? ''),
      statusWords[status][language],
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
