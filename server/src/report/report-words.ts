// The words of a report, whatever it is written in.
import { type Bilingual, say } from '../plan/field.ts';
import { type Phase, phases } from '../plan/vocabulary.ts';
import type { DutyKind } from './duty-matrix.ts';
import type { ExceptionStatus } from './exception-register.ts';
import type { ValidityStatus } from './legal-validity.ts';
import type { FigureSide } from './network-figure.ts';

export const reportWords = {
  report: say('Governance report', '治理报告'),
  asOf: say('as of', '基准日期'),
  contents: say('Contents', '目录'),
  summary: say('Summary', '摘要'),
  mode: say('Governance mode', '治理模式'),
  network: say('Cooperation network', '协作网络'),
  matrix: say('Who does what, and when', '职责分工：各主体在各阶段'),
  holdings: say('Rights and responsibilities', '权利与职责'),
  legalBases: say('Legal bases', '法律依据'),
  findings: say('Findings', '检查结果'),
  exceptions: say('Exception register', '例外登记'),
  structure: say('Mode of the structure: what the plan sets up', '结构模式（预案实际确立的模式）'),
  contextMode: say('Mode the context calls for', '环境模式（所处环境需要的模式）'),
  target: say('Target mode: what the authors aim at', '目标模式（编制者追求的模式）'),
  unstated: say('not stated', '未写明'),
  unknown: say('not known', '未知'),
  confidence: say('confidence', '置信度'),
  borderline: say('borderline', '接近边界'),
  sensitive: say('depends on how government-sponsored organizations count', '取决于官办组织如何计入'),
  sensitiveMeans: say(
    'it would be another verdict if those that count half counted wholly for one side.',
    '折半计入的组织若全部计入某一侧，判定会改变。',
  ),
  nearest: say('nearest modes', '最接近的模式'),
  suppressed: say('excused', '已豁免'),
  organizations: say('Organizations', '组织'),
  bodies: say('Bodies', '机构'),
  size: say('Takes part', '参与规模'),
  rulesFor: say('rules for ', '适用规则：'),
  actor: say('Actor', '主体'),
  phase: say('Phase', '阶段'),
  wholePlan: say('Whole plan', '预案总体'),
  verdict: say('Verdict', '判定'),
  component: say('Component', '指标'),
  value: say('Value', '数值'),
  weight: say('Weight', '权重'),
  madeOf: say('Made of', '构成'),
  more: say('more', '项'),
  locus: say('Locus L: who decides and leads (1 government, 0 society)', '主导度 L：谁决策、谁牵头（1 为政府，0 为社会）'),
  interaction: say('Interaction X: how much government and society work together', '互动度 X：政府与社会互动的程度'),
  burden: say('Burden B: the share of responsibilities borne by society', '责任分担 B：社会承担的职责份额'),
  change: say('The smallest change that would make it ', '只需以下改动即可达到：'),
  noChange: say('No set of up to three small changes makes it ', '三项以内的小改动无法达到：'),
  insufficient: say(
    'Too little to say: it takes two organizations, a link or a body, and a lead role or three decision rights.',
    '证据不足：至少需要两个组织、一项联系或机构，以及一个牵头角色或三项决策权。',
  ),
  modesMean: say('What the modes mean', '各模式的含义'),
  partsOfLocus: say(
    'L is the mean of these parts by their weights. Each part is the mean of its elements: 1 government, 0 society.',
    'L 为下列各项的加权平均值；各项为其构成要素的平均值：1 为政府，0 为社会。',
  ),
  partsOfInteraction: say(
    'X is the sum of these parts, each times its weight. Each part is the mean of its elements: 1 fully, 0 not at all.',
    'X 为下列各项乘以权重之和；各项为其构成要素的平均值：1 为完全具备，0 为完全不具备。',
  ),
  disclaimer: say(
    'The mode is measured on the text of the plan. It does not say that one mode performs better than another in a real emergency.',
    '治理模式依据预案文本测得，并不表示某一模式在实际突发事件中效果更好。',
  ),
  quadrantLegend: say(
    '● is the whole plan, a number one of its phases. Hatched cells are off the model.',
    '● 为预案总体，数字为各阶段；斜线区域不属于四种模式。',
  ),
  dataTable: say('The same as a table', '以表格查看'),
  noActors: say('No actor takes part in this plan.', '本预案没有参与主体。'),
  gap: say('gap', '缺口'),
  gaps: say('Gaps', '缺口'),
  duties: say('A number beside a mark says how many there are.', '标记旁的数字为数量。'),
  noLead: say('no lead', '无牵头'),
  noDuty: say('nobody acts', '无人承担'),
  withoutBearer: say('Nobody bears a responsibility in these phases', '以下阶段没有任何主体承担职责'),
  withoutLead: say('No function has a coordinator or primary agency in these phases', '以下阶段没有任何职能设有协调或牵头单位'),
  idle: say('Without a responsibility or a function', '没有职责，也未牵头或配合任何职能'),
  noGaps: say(
    'Every phase has someone to do and someone to lead, and every actor has a duty.',
    '各阶段均有主体承担和牵头，各主体均有分工。',
  ),
  rights: say('May do (rights)', '权利（可以做什么）'),
  responsibilities: say('Must do (responsibilities)', '职责（必须做什么）'),
  right: say('Right', '权利'),
  responsibility: say('responsibility', '职责'),
  jointly: say('with', '共同方'),
  noRight: say('no right', '无权利'),
  noResponsibility: say('no responsibility', '无职责'),
  decisionRight: say('decision right', '决策权'),
  voiceRight: say('voice: to propose, to be informed, to refuse, to organize itself', '话语权：建议、知情、拒绝、自组织'),
  references: say(
    'Behind each: its id in the plan’s file, then the law it rests on. What follows # is the article or section; the ids are listed under “Legal bases”.',
    '各项之后为其在预案文件中的标识及所依据的法律；# 之后为条、款、项，标识所指文件见“法律依据”。',
  ),
  instrument: say('Instrument', '文件'),
  kind: say('Kind', '类别'),
  validity: say('In force', '有效期'),
  status: say('Status', '状态'),
  citations: say('Times cited', '引用次数'),
  noBases: say('The plan names no legal basis.', '本预案未列法律依据。'),
  from: say('From', '自'),
  until: say('Until', '至'),
  amendments: say('amended', '修正'),
  judgedOn: say('Judged on', '判定日期'),
  undatedLegend: say(
    'Without dates: the plan tells neither the day of issue nor the first day in force, so its validity was not judged.',
    '未写明日期：预案未写明公布日期和施行日期，因此未判断其效力。',
  ),
  timeLegend: say('○ issued, not yet effective; a gap in a bar: amended.', '○ 为公布日期（尚未施行）；条形中的间隙为修正日期。'),
  rule: say('Rule', '规则'),
  severity: say('Level', '级别'),
  place: say('Place', '位置'),
  line: say('line', '行'),
  finding: say('Finding', '问题'),
  findingsHint: say(
    'Each names what to do. More on a rule: govplan explain RULE.',
    '每条均说明应如何处理；规则详情：govplan explain 规则名。',
  ),
  noOtherFindings: say('Nothing was found but what the exceptions below excuse.', '除下列例外所豁免的问题外，未发现其他问题。'),
  noFindings: say('Nothing was found.', '未发现问题。'),
  reason: say('Reason', '理由'),
  approver: say('Approved by', '批准人'),
  end: say('Until', '有效至'),
  excused: say('Excuses', '豁免的问题'),
  noExceptions: say('No exception is written into this plan.', '本预案没有登记例外。'),
  measures: say('Measures of the network', '网络指标'),
  side: say('Side', '所属侧'),
  sector: say('Sector', '类别'),
  ties: say('Ties', '联系'),
  marks: say('Marks', '标记'),
  unlinked: say('tied to nobody', '没有任何联系'),
  single: say('single point: without it others are cut off', '单点：缺少它，其他主体即失去联系'),
  cutOff: say('Single points: who would be cut off without them', '单点：缺少它，以下组织将失去联系'),
  meaning: say('Meaning', '含义'),
  external: say('external', '外部'),
  seat: say('seat in a body', '机构席位'),
  tieTypes: say('Ties', '联系类型'),
  sidesAndSectors: say('Sides and sectors', '所属侧与类别'),
  shownOnly: say('The picture shows the actors with the most ties', '图中仅显示联系最多的主体'),
  tableHasAll: say('the table has all.', '表格列出全部。'),
  chartPart: say(
    'The chart leaves out what a forge would refuse to draw; the HTML report has more.',
    '图中略去了代码托管平台无法绘制的部分，HTML 报告更完整。',
  ),
  chartLegend: say(
    'Square: government; round: society; slanted: half and half; flag: outside the two sides; hexagon: a body. Thick: directive; thin: cooperative; dotted: reporting, funding, training; without an arrow: a seat.',
    '方形：政府侧；圆角：社会侧；斜边：两侧各半；旗形：不计入两侧；六边形：机构。粗线：指令性；细线：合作性；虚线：报告、资助、培训；无箭头：席位。',
  ),
  madeBy: say('Made by govplan', '由 govplan 生成'),
} satisfies Record<string, Bilingual>;

/** What stands behind a number: of one, of any other. */
export const countedWords = {
  error: [say('error', '个错误'), say('errors', '个错误')],
  warning: [say('warning', '个警告'), say('warnings', '个警告')],
  information: [say('information', '个提示'), say('information', '个提示')],
  organization: [say('organization', '个组织'), say('organizations', '个组织')],
  body: [say('body', '个机构'), say('bodies', '个机构')],
  responsibility: [say('responsibility', '项职责'), say('responsibilities', '项职责')],
} as const satisfies Record<string, readonly [Bilingual, Bilingual]>;

export function countedWord(name: keyof typeof countedWords, count: number): Bilingual {
  return countedWords[name][count === 1 ? 0 : 1];
}

export const dutyWords: Readonly<Record<DutyKind, Bilingual>> = {
  leads: say('leads a function', '牵头职能'),
  bears: say('bears a responsibility alone', '独自承担职责'),
  shares: say('shares a responsibility', '共同承担职责'),
  supports: say('supports a function', '配合职能'),
};

/** One column wide in either language. */
export const dutyMarks: Readonly<Record<DutyKind, Bilingual>> = {
  leads: say('L', '牵'),
  bears: say('B', '担'),
  shares: say('S', '共'),
  supports: say('+', '配'),
};

export const statusWords: Readonly<Record<ExceptionStatus, Bilingual>> = {
  'in-force': say('in force', '有效'),
  unused: say('unused', '未使用'),
  expired: say('expired', '已过期'),
  invalid: say('invalid', '无效'),
};

export const validityWords: Readonly<Record<ValidityStatus, Bilingual>> = {
  'in-force': say('in force', '现行有效'),
  'not-yet': say('not yet in force', '尚未施行'),
  repealed: say('repealed', '已废止'),
  superseded: say('superseded', '已被替代'),
  undated: say('without dates', '未写明日期'),
};

export const sideNames: Readonly<Record<FigureSide, Bilingual>> = {
  government: say('government side', '政府侧'),
  society: say('society side', '社会侧'),
  half: say('half and half', '两侧各半'),
  outside: say('outside the two sides', '不计入两侧'),
};

/** The number of a phase in the cycle, from 1. */
export function phaseNumber(phase: Phase): string {
  return String(Object.keys(phases).indexOf(phase) + 1);
}
