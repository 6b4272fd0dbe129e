// The governance mode of one plan as text: quadrant, drivers with their places, what would change it (cli.md, `classify`). The editor shows it,
// the command line prints it.

import { describeChange } from '../governance/change-text.ts';
import type { AxisScore, Classification, StructureClassification } from '../governance/classification.ts';
import { findCounterfactual } from '../governance/counterfactual.ts';
import { type Contribution, explain, strongestDrivers } from '../governance/explanation.ts';
import { componentNames, verdictNames } from '../governance/names.ts';
import { say } from '../plan/field.ts';
import { phases } from '../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Closure } from '../workspace/store.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { displayWidth, fit } from './display-width.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { type QuadrantPoint, quadrantText } from './quadrant-text.ts';
import { nearMiddle } from './verdict-words.ts';

const texts = {
  structure: say('Structure', '结构模式'),
  context: say('Context', '环境模式'),
  target: say('Target', '目标模式'),
  confidence: say('confidence', '置信度'),
  borderline: say('borderline with ', '接近边界：'),
  nearest: say('nearest modes ', '最接近的模式：'),
  sensitive: say('depends on how government-sponsored organizations count', '取决于官办组织如何计入'),
  unknown: say('not known: an axis has neither a declaration nor a scored indicator', '未知：有一个维度既无声明也无可计分的指标'),
  insufficient: say(
    'too little to say: it takes two organizations, a link or a body, and a lead role or three decision rights',
    '证据不足：至少需要两个组织、一项联系或机构，以及一个牵头角色或三项决策权',
  ),
  capacity: say('government capacity', '政府治理能力'),
  development: say('social development', '社会发展程度'),
  declared: say('declared', '声明'),
  measured: say('measured', '测量'),
  locus: say('Locus L: who decides and leads (1 government, 0 society)', '主导度 L：谁决策、谁牵头（1 为政府，0 为社会）'),
  interaction: say('Interaction X: how much both sides work together', '互动度 X：双方互动的程度'),
  burden: say('Burden B borne by society', '社会承担的责任 B'),
  drivers: say('Strongest drivers', '最主要的因素'),
  change: say('What would bring it to', '只需以下改动即可达到'),
  noChange: say('no set of up to three small changes brings it to ', '三项以内的小改动无法达到：'),
  none: say('none', '无'),
  more: say('more', '项'),
  plan: say('plan', '总体'),
};

/** How many elements of a component are listed. */
const listedElements = 3;

/** `path` is the plan's file as readers know it. */
export function classificationText(path: string, context: RuleContext, closure: Closure, language: Language, paint: Paint): string {
  const { plan, sides, classification, file } = context;
  const { structure } = classification;
  const contributions = explain(plan, sides, structure);
  const counterfactual = findCounterfactual(plan, closure, classification);
  const title = plan.head.title ? chooseText(plan.head.title.byLanguage, language) : '';
  const t = (key: keyof typeof texts): string => texts[key][language];
  const name = (verdict: keyof typeof verdictNames): string => verdictNames[verdict][language];
  const lines = [`${paint.bold(printable(path))}  ${printable(title)}`, ...headLines(context, language, paint)];
  if (structure.L !== undefined) {
    lines.push(
      '',
      ...quadrantText(pointsOf(classification), language).map((line) => `  ${line}`),
      `  ${paint.dim(legend(classification, language))}`,
    );
  }
  lines.push('', ...componentLines(contributions, file, 'L', structure.L, language, paint));
  lines.push(
    '',
    ...componentLines(contributions, file, 'X', structure.X, language, paint),
    '',
    `  ${t('burden')}${punctuation.colon[language]}${number(structure.B)}`,
  );
  if (contributions.length > 0) {
    const drivers = strongestDrivers(contributions, 2).map(
      ({ component, value }) => componentNames[component][language] + inBrackets(number(value), language),
    );
    lines.push('', `  ${paint.bold(t('drivers'))}${punctuation.colon[language]}${drivers.join(punctuation.semicolon[language])}`);
  }
  if (counterfactual?.changes) {
    lines.push('', `  ${paint.bold(t('change'))}${language === 'zh' ? '：' : ' '}${name(counterfactual.goal)}`);
    for (const change of counterfactual.changes) lines.push(`    • ${describeChange(change, language)}`);
  } else if (counterfactual) lines.push('', `  ${t('noChange')}${name(counterfactual.goal)}`);
  return `${lines.join('\n')}\n`;
}

function headLines({ plan, classification }: RuleContext, language: Language, paint: Paint): readonly string[] {
  const { structure, context } = classification;
  const target = plan.head.targetMode?.value;
  const t = (key: keyof typeof texts): string => texts[key][language];
  const name = (verdict: keyof typeof verdictNames): string => verdictNames[verdict][language];
  const label = (key: 'structure' | 'context' | 'target'): string => `  ${fit(t(key), 10)} `;
  const differs = (verdict: string | undefined): boolean => verdict !== undefined && verdict !== structure.verdict;
  const mark = (text: string, other: string | undefined): string => (differs(other) ? paint.yellow(text) : text);
  const { certainty } = structure;
  const notes: string[] = [];
  if (certainty) notes.push(`${t('confidence')} ${number(certainty.confidence)}`);
  if (certainty?.borderline)
    notes.push(t('borderline') + (certainty.alternatives.map(name).join(punctuation.comma[language]) || t('none')));
  if (structure.nearest.length > 0) notes.push(t('nearest') + structure.nearest.map(name).join(punctuation.comma[language]));
  if (structure.sensitive) notes.push(t('sensitive'));
  if (certainty === undefined) notes.push(t('insufficient'));
  const axis = (key: 'capacity' | 'development', score: AxisScore | undefined): string => {
    if (score === undefined) return `${t(key)} –`;
    return `${t(key)} ${number(score.score)} ${t(score.declared === undefined ? 'measured' : 'declared')}${nearMiddle(score, language)}`;
  };
  const axes = [axis('capacity', context.governmentCapacity), axis('development', context.socialDevelopment)].join(
    punctuation.semicolon[language],
  );
  const aside = (text: string): string => ` ${inBrackets(text, language)}`;
  return [
    `${label('structure')}${paint.bold(name(structure.verdict))}${notes.length > 0 ? aside(notes.join(punctuation.semicolon[language])) : ''}`,
    `${label('context')}${context.mode ? mark(name(context.mode), context.mode) : t('unknown')}${aside(axes)}`,
    ...(target ? [`${label('target')}${mark(name(target), target)}`] : []),
  ];
}

function componentLines(
  contributions: readonly Contribution[],
  file: SourceFile,
  axis: 'L' | 'X',
  value: number | undefined,
  language: Language,
  paint: Paint,
): readonly string[] {
  const heading = `  ${paint.bold(`${texts[axis === 'L' ? 'locus' : 'interaction'][language]}${punctuation.colon[language]}${value === undefined ? '–' : number(value)}`)}`;
  const nameWidth = Math.max(...Object.values(componentNames).map((name) => displayWidth(name[language])));
  const rows = contributions
    .filter((contribution) => contribution.axis === axis)
    .map(({ component, value: own, weight, elements }) => {
      const nameOf = (own: string): string => (language === 'zh' && component === 'openness' && isPhase(own) ? phases[own].zh : own);
      const listed = elements
        .slice(0, listedElements)
        .map((element) => `${nameOf(element.name)} ${number(element.value)}${paint.dim(placeOf(element.node, file))}`);
      if (elements.length > listedElements) listed.push(`+${elements.length - listedElements} ${texts.more[language]}`);
      return `    ${fit(componentNames[component][language], nameWidth)} ${number(own)} × ${number(weight)}  ${listed.join(punctuation.comma[language])}`;
    });
  return [heading, ...rows];
}

/** Elements of other files are named without a place. */
function placeOf(node: YamlNode | undefined, { id, lines }: SourceFile): string {
  return node === undefined || node.document.origin !== id ? '' : ` :${lines.position(node.start).line + 1}`;
}

/** The plan as a dot, its phases as the digits 1 to 5; the plan is drawn last, so that no phase hides it. */
function pointsOf(classification: Classification): readonly QuadrantPoint[] {
  const numbered = Object.keys(phases);
  const points: QuadrantPoint[] = [];
  for (const [phase, structure] of classification.phases) {
    if (structure.L !== undefined) points.push({ mark: String(numbered.indexOf(phase) + 1), L: structure.L, X: structure.X });
  }
  return [...points, ...whole(classification.structure)];
}

function whole({ L, X }: StructureClassification): readonly QuadrantPoint[] {
  return L === undefined ? [] : [{ mark: '●', L, X }];
}

function legend(classification: Classification, language: Language): string {
  const numbered = Object.keys(phases);
  const entries = [...classification.phases].map(
    ([phase, { verdict }]) =>
      `${numbered.indexOf(phase) + 1} ${phases[phase][language]}${punctuation.colon[language]}${verdictNames[verdict][language]}`,
  );
  return [`● ${texts.plan[language]}`, ...entries].join(' · ');
}

function isPhase(name: string): name is keyof typeof phases {
  return Object.hasOwn(phases, name);
}

function number(value: number): string {
  return value.toFixed(2);
}
