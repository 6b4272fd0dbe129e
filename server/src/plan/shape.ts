// The ONE declaration of the govplan format, version "1": every key with its type, requiredness, meaning and source.
// Validation, the typed model, the JSON Schema, the format reference, completion and hover all come from it (format.md).

import {
  atLeast,
  boolean,
  date,
  duration,
  type EntityBase,
  id,
  idMap,
  integer,
  legalReference,
  list,
  map,
  number,
  oneOf,
  optional,
  parentPlan,
  path,
  reference,
  required,
  string,
  text,
  token,
  url,
  type ValueOf,
  version,
} from './field.ts';
import { indicatorIds } from './indicator-ids.ts';
import * as words from './vocabulary.ts';

const phases = list(oneOf(words.phases));
const actors = list(reference('actor'));
const organizations = list(reference('organization'));
const basis = optional(
  list(legalReference),
  'The law it rests on: `<legal basis>` or `<legal basis>#<article[.paragraph[.item]]>`.',
  '依据：所依据的法律，写作 `<法律依据>` 或 `<法律依据>#<条[.款[.项]]>`。',
  'S5.1(a)',
);

const jurisdiction = map({
  level: required(oneOf(words.jurisdictionLevels), 'Level of government, or `organization`.', '行政层级；单位预案用 `organization`。'),
  name: required(text, 'Name of the jurisdiction.', '辖区名称。'),
  areas: optional(list(text), 'The areas the plan covers.', '预案覆盖的区域。'),
  within: optional(list(text), 'The enclosing areas, from the nearest outwards.', '所属的上级区域，由近及远。'),
});

const consultation = map({
  with: optional(actors, 'Who was consulted.', '征求意见的对象。'),
  on: optional(date, 'When.', '日期。'),
  adopted: optional(integer(0), 'How many opinions were adopted.', '采纳意见数。'),
  rejected: optional(integer(0), 'How many opinions were not adopted.', '未采纳意见数。'),
});

export const planHead = map({
  id: required(id, 'Id of the plan, unique in the workspace.', '预案标识，在工作区内唯一。'),
  title: required(text, 'Title of the plan.', '预案名称。'),
  profile: optional(
    oneOf(words.profiles),
    'Which country’s rule packs apply; default `generic`.',
    '适用规则：适用哪国的规则；默认 `generic`。',
  ),
  type: required(oneOf(words.planTypes), 'Type of plan.', '预案类型。', 'Art. 26–28'),
  jurisdiction: required(jurisdiction, 'The jurisdiction the plan is made for.', '预案所属辖区。'),
  categories: optional(list(oneOf(words.categories)), 'Categories of emergencies covered.', '适用的突发事件类别。', 'Art. 2'),
  hazards: optional(list(token), 'Hazards covered, as free words (`river-flood`).', '适用的灾种，自由词（如 `river-flood`）。', 'Art. 28'),
  phases: optional(phases, 'Phases in scope; default all five.', '适用阶段；默认全部五个阶段。', 'S5.3'),
  status: required(oneOf(words.planStatuses), 'Status of the plan.', '预案状态。'),
  version: optional(string, 'Version, as a string.', '版本号（字符串）。'),
  issued: optional(date, 'Date of issue.', '印发日期。'),
  effective: optional(date, 'First day in force.', '施行日期。'),
  expires: optional(date, 'Last day in force.', '失效日期。'),
  'parent-plans': optional(
    list(parentPlan),
    'The plans above this one: relative paths, or ids of legal bases of kind `plan`.',
    '上级预案：相对路径，或类型为 `plan` 的法律依据标识。',
    'Art. 26–27; S1',
  ),
  review: optional(
    map({
      cycle: optional(duration, 'How often the plan is reviewed.', '评估周期。'),
      last: optional(date, 'When it was last reviewed.', '最近一次评估日期。'),
    }),
    'Review of the plan.',
    '预案评估。',
    'Art. 28',
  ),
  approval: optional(
    map({ by: optional(reference('actor'), 'Who approved it.', '批准机关。'), on: optional(date, 'When.', '日期。') }),
    'Approval of the plan.',
    '预案批准。',
    'Art. 26',
  ),
  filing: optional(
    map({ with: optional(reference('actor'), 'With whom it is filed.', '备案机关。'), on: optional(date, 'When.', '日期。') }),
    'Filing of the plan.',
    '预案备案。',
    'Art. 28',
  ),
  publication: optional(
    map({ public: optional(boolean, 'Whether the public can read it.', '是否向社会公布。'), on: optional(date, 'When.', '日期。') }),
    'Publication of the plan.',
    '预案公布。',
    'Art. 28',
  ),
  consultation: optional(list(consultation), 'Consultations held on the draft.', '征求意见情况。', 'Art. 28'),
  'target-mode': optional(
    oneOf(words.governanceModes),
    'The governance mode the authors aim at.',
    '目标模式：编制者期望的治理模式。',
    'S3',
  ),
});

const indicator = map(
  {
    id: required(id, 'Id of the indicator; the registry knows some.', '指标标识；部分指标已登记。', 'S4.2'),
    value: required(number, 'Its value, in the unit.', '指标值，按所给单位。'),
    unit: required(string, 'Its unit.', '单位。'),
    year: optional(integer(), 'The year it speaks of.', '数据年份。'),
    source: optional(text, 'Where the figure comes from.', '数据来源。'),
    axis: optional(
      oneOf(words.axes),
      'The axis it measures; only for an indicator the registry does not know.',
      '所测维度；仅用于未登记的指标。',
    ),
    min: optional(number, 'The value that counts as 0.', '计为 0 的值。'),
    max: optional(number, 'The value that counts as 1.', '计为 1 的值。'),
  },
  [{ kind: 'unregistered', key: 'id', known: indicatorIds, required: ['axis', 'min', 'max'] }],
);

export const context = map({
  'government-capacity': optional(oneOf(words.highLow), 'Government governance capacity, declared.', '政府治理能力（声明）。', 'S4.2'),
  'social-development': optional(oneOf(words.highLow), 'Social development level, declared.', '社会发展程度（声明）。', 'S4.2'),
  indicators: optional(list(indicator), 'Measured indicators of the two axes.', '两个维度的测量指标。', 'S4.2'),
});

export const legalBasis = map({
  title: required(text, 'Title of the instrument.', '名称。'),
  number: optional(string, 'Its number.', '文号。'),
  issuer: optional(text, 'Who issued it.', '发布机关。'),
  kind: required(oneOf(words.legalBasisKinds), 'Kind of instrument.', '类别。', 'S5.1(a)'),
  area: optional(text, 'Where a local instrument applies.', '地方性文件的适用区域。'),
  issued: optional(date, 'Date of issue.', '发布日期。'),
  effective: optional(date, 'First day in force.', '施行日期。', 'S5.1(b)'),
  repealed: optional(date, 'Day of repeal.', '废止日期。', 'S5.1(b)'),
  amended: optional(list(date), 'Days of amendment.', '修正日期。'),
  'superseded-by': optional(reference('legal-basis'), 'The instrument that replaced it.', '替代它的文件。', 'S5.1(b)'),
  articles: optional(integer(1), 'Number of articles.', '条文总数。', 'S5.1(c)'),
  url: optional(url, 'Where its text can be read.', '全文网址。'),
});

export const right = map({
  kind: required(oneOf(words.rightKinds), 'Kind of right.', '权利类型。', 'S5.2'),
  object: optional(text, 'What the right is about.', '权利的对象。'),
  phases: optional(phases, 'The phases it applies in; default all.', '适用阶段；默认全部。'),
  rule: optional(oneOf(words.rightRules), 'How it is exercised; default `sole`.', '行使方式；默认 `sole`。'),
  with: optional(actors, 'Co-holders: they hold the right too.', '共同权利人。'),
  condition: optional(text, 'When it may be exercised.', '行使条件。', 'S5.1(c)'),
  procedure: optional(text, 'How it is exercised.', '行使程序。', 'S5.1(c)'),
  basis,
  entails: optional(list(reference('responsibility')), 'The responsibilities that come with it.', '随之产生的职责。', 'S5.2'),
});

export const responsibility = map({
  action: required(text, 'What must be done.', '职责内容。', 'S5.2'),
  object: optional(text, 'To whom or what.', '职责对象。'),
  phases: required(phases, 'In which phases.', '所在阶段。', 'S5.3'),
  levels: optional(list(reference('level')), 'At which levels; default all.', '适用级别；默认全部。'),
  with: optional(actors, 'Co-bearers: they bear it too.', '共同责任人。'),
  'needs-rights': optional(list(oneOf(words.rightKinds)), 'Kinds of rights its bearer needs.', '履行职责所需的权利类型。', 'S5.2'),
  'needs-capabilities': optional(list(token), 'Kinds of capabilities its bearer needs.', '履行职责所需的能力类型。', 'S5.2'),
  deadline: optional(duration, 'Within what time.', '完成时限。'),
  output: optional(text, 'What it produces.', '产出。'),
  basis,
});

export const capability = map({
  kind: required(token, 'Kind of capability, as a free word.', '能力类型，自由词。', 'S5.2'),
  quantity: optional(atLeast(0), 'How much.', '数量。'),
  unit: optional(text, 'Unit of the quantity.', '数量单位。'),
  certified: optional(text, 'Certificate or grade.', '资质等级。'),
});

const holdings = {
  rights: optional(idMap('right', right), 'What it may do, by id.', '权利，按标识列出。', 'S5.1(d); S5.2'),
  responsibilities: optional(idMap('responsibility', responsibility), 'What it must do, by id.', '职责，按标识列出。', 'S5.2'),
  capabilities: optional(idMap('capability', capability), 'What it is able to do, by id.', '能力，按标识列出。', 'S5.2'),
};

export const organization = map(
  {
    imported: optional(
      boolean,
      '`true`: adds to the organization of that id that an import declares.',
      '`true`：补充导入文件中同一标识的组织。',
    ),
    name: optional(text, 'Name of the organization.', '组织名称。'),
    sector: optional(oneOf(words.sectors), 'Sector: on which side it counts.', '部门类别：决定计入哪一侧。', 'S3'),
    level: optional(oneOf(words.jurisdictionLevels), 'Level of the organization.', '组织层级。'),
    parent: optional(reference('organization'), 'The organization above it.', '上级组织。'),
    autonomy: optional(oneOf(words.autonomies), 'Whether it is affiliated to an agency.', '独立性：是否挂靠政府部门。', 'S4.2'),
    registered: optional(boolean, 'Whether it is registered.', '是否登记注册。', 'S4.2'),
    external: optional(boolean, 'Outside this plan’s own system: a superior, a neighbour.', '不属于本预案体系：上级或邻近政府。'),
    ...holdings,
  },
  [
    {
      kind: 'with',
      key: 'imported',
      allowed: ['external', 'rights', 'responsibilities', 'capabilities'],
      required: ['name', 'sector'],
    },
  ],
);

export const body = map({
  name: required(text, 'Name of the body.', '机构名称。'),
  kind: required(oneOf(words.bodyKinds), 'Kind of body.', '机构类型。', 'Art. 19–20'),
  'established-by': optional(reference('organization'), 'Who set it up.', '设立单位。', 'Art. 19–20'),
  chair: required(reference('organization'), 'Who chairs it.', '主持单位（指挥长单位）。'),
  'co-chairs': optional(organizations, 'Who chairs it together with the chair.', '共同主持单位。'),
  deputies: optional(organizations, 'Who stands in for the chair.', '副职单位。'),
  office: optional(reference('organization'), 'Who runs its office.', '办事机构所在单位。'),
  'decision-rule': optional(
    oneOf(words.decisionRules),
    'How it decides; default `chair-decides`.',
    '决策规则；默认 `chair-decides`。',
    'S3',
  ),
  members: optional(organizations, 'Its members.', '成员单位。'),
  advisers: optional(organizations, 'Its advisers.', '顾问单位。'),
  observers: optional(organizations, 'Its observers.', '列席单位。'),
  basis,
  ...holdings,
});

const planFunction = map({
  name: required(text, 'Name of the function.', '职能名称：职能（工作组）的名称。'),
  phases: optional(phases, 'The phases it works in; default all.', '运行阶段；默认全部。'),
  coordinator: optional(actors, 'Who coordinates it.', '协调单位。', 'S5.2'),
  primary: optional(actors, 'Who leads it.', '牵头单位。', 'S5.2'),
  support: optional(actors, 'Who supports it.', '配合单位。'),
  'co-lead-rule': optional(text, 'How two leads share the lead.', '多家牵头时的分工规则。', 'ISO 22320'),
  basis,
});

const link = map({
  from: required(actors, 'Where the link starts.', '起点主体。'),
  to: required(actors, 'Where it leads; lists expand to every pair.', '终点主体；列表展开为所有组合。'),
  type: required(oneOf(words.linkTypes), 'Type of link.', '联系类型。', 'S2 P3; S5.3'),
  mutual: optional(boolean, 'Whether it holds both ways.', '是否双向。'),
  phases: optional(phases, 'The phases it applies in; default all.', '适用阶段；默认全部。'),
  agreement: optional(reference('agreement'), 'The agreement behind it.', '所依据的协议。', 'Art. 46'),
  basis,
});

const agreement = map({
  kind: required(oneOf(words.agreementKinds), 'Kind of agreement.', '协议类型。', 'Art. 46'),
  title: optional(text, 'Title of the agreement.', '协议名称。'),
  parties: required(list(reference('actor'), 2), 'Its parties, two or more.', '签约方，至少两方。'),
  signed: optional(date, 'Day of signature.', '签署日期。'),
  expires: optional(date, 'Last day in force.', '失效日期。'),
});

const level = map({
  scheme: required(oneOf(words.levelSchemes), 'What is graded.', '分级对象。', 'Art. 63, 71'),
  order: required(integer(1), 'Its order; 1 is the gravest.', '级别序号；1 为最高。'),
  colour: optional(oneOf(words.colours), 'Its colour.', '颜色。', 'Art. 63'),
  criteria: optional(text, 'When it applies.', '启动标准。'),
  'activated-by': optional(reference('right'), 'The right by which it is activated.', '据以启动的权利。', 'Art. 72'),
});

const procedure = map({
  description: optional(text, 'What is done.', '内容。'),
  by: optional(actors, 'By whom.', '由谁执行。'),
  to: optional(actors, 'To whom.', '对象。'),
  within: optional(duration, 'Within what time.', '时限。'),
});

const procedures = map({
  'initial-response': optional(procedure, 'First response on the spot.', '先期处置。', 'S4.2'),
  reporting: optional(procedure, 'Reporting of information.', '信息报告。', 'Art. 61'),
  escalation: optional(procedure, 'Asking a higher level for help.', '提级响应与上报。', 'Art. 17'),
  activation: optional(procedure, 'Activation of the response.', '响应启动。', 'Art. 72'),
  termination: optional(procedure, 'End of the response.', '响应终止。', 'Art. 86'),
  'information-release': optional(procedure, 'Release of information to the public.', '信息发布。'),
  'requisition-compensation': optional(procedure, 'Return of and compensation for requisitioned property.', '征用返还与补偿。', 'Art. 12'),
  'donation-disclosure': optional(procedure, 'Disclosure of donations.', '捐赠信息公开。', 'Art. 52'),
  'after-action-review': optional(procedure, 'Review after the event.', '事后评估。', 'Art. 87, 92'),
});

const channel = map({
  name: required(text, 'Name of the channel.', '渠道名称。'),
  kind: required(oneOf(words.channelKinds), 'Kind of channel.', '渠道类型。'),
  'operated-by': required(reference('actor'), 'Who operates it.', '运营主体。'),
  serves: optional(actors, 'Whom it serves.', '服务对象。'),
  'two-way': optional(boolean, 'Whether it carries both ways.', '是否双向。', 'S5.4'),
});

const participation = map({
  phases: required(phases, 'In which phases.', '所在阶段。', 'S5.3(c)'),
  who: required(actors, 'Who takes part.', '参与主体。', 'S3'),
  level: required(oneOf(words.participationLevels), 'How far participation goes.', '参与层次。', 'S3'),
  via: optional(reference('via'), 'Through which body, channel or exercise.', '通过哪个机构、渠道或演练。'),
});

const cultivation = map({
  kind: required(oneOf(words.cultivationKinds), 'Kind of support.', '培育方式。', 'S5.4'),
  provider: required(reference('actor'), 'Who provides it.', '提供方。'),
  recipients: required(actors, 'Who receives it.', '受益方。'),
  due: optional(date, 'By when.', '完成期限。'),
  basis,
});

const exercise = map({
  type: required(oneOf(words.exerciseTypes), 'Type of exercise.', '演练类型。', 'Art. 28'),
  on: required(date, 'When.', '日期。'),
  participants: required(actors, 'Who takes part.', '参演主体。'),
  evaluated: optional(boolean, 'Whether it was evaluated.', '是否已评估。'),
  'open-findings': optional(integer(0), 'How many findings are still open.', '尚未整改的问题数。'),
});

/** The whole document. `libraryKeys` says which of these a library may have. */
export const documentShape = map({
  govplan: required(version, 'Version of the format: "1".', '格式版本："1"。'),
  imports: optional(
    list(path),
    'Relative paths of libraries or plans whose organizations, bodies, legal bases and agreements become visible.',
    '要导入的库或预案的相对路径；其组织、机构、法律依据和协议随之可见。',
  ),
  plan: optional(planHead, 'The plan itself; a document without it is a library.', '预案本身；没有此键的文件是库。'),
  context: optional(context, 'What the surroundings call for.', '所处环境。', 'S4.2'),
  'legal-bases': optional(idMap('legal-basis', legalBasis), 'The legal bases, by id.', '法律依据，按标识列出。', 'S5.1'),
  organizations: optional(idMap('actor', organization), 'The organizations, by id.', '组织，按标识列出。', 'S5.2'),
  bodies: optional(idMap('actor', body), 'The bodies, by id.', '议事与指挥机构，按标识列出。', 'Art. 19–20'),
  functions: optional(idMap('function', planFunction), 'The functions (working lines), by id.', '职能（工作组），按标识列出。', 'S5.2'),
  links: optional(list(link), 'How the actors are tied together.', '主体之间的联系。', 'S2 P3; S5.3'),
  agreements: optional(idMap('agreement', agreement), 'The agreements, by id.', '协议，按标识列出。', 'Art. 46'),
  levels: optional(
    idMap('level', level),
    'Response, warning and severity levels, by id.',
    '响应、预警和事件级别，按标识列出。',
    'Art. 63, 71',
  ),
  procedures: optional(procedures, 'The procedures.', '程序。'),
  channels: optional(idMap('channel', channel), 'The channels open to society, by id.', '面向社会的渠道，按标识列出。', 'S5.4'),
  participation: optional(list(participation), 'How society takes part.', '社会参与。', 'S3; S5.3(c)'),
  cultivation: optional(list(cultivation), 'How the capability of society is cultivated.', '社会能力培育。', 'S5.4'),
  exercises: optional(idMap('exercise', exercise), 'The exercises, by id.', '演练，按标识列出。', 'Art. 28'),
});

/** What a library may hold (format.md section 2). */
export const libraryKeys: ReadonlySet<string> = new Set(['govplan', 'imports', 'organizations', 'legal-bases', 'agreements']);

// The typed model, by the names the rest of the core uses.
export type DocumentContent = ValueOf<typeof documentShape>;
export type PlanHead = ValueOf<typeof planHead>;
export type Context = ValueOf<typeof context>;
export type Indicator = ValueOf<typeof indicator>;
export type LegalBasis = EntityBase & ValueOf<typeof legalBasis>;
export type Right = EntityBase & ValueOf<typeof right>;
export type Responsibility = EntityBase & ValueOf<typeof responsibility>;
export type Capability = EntityBase & ValueOf<typeof capability>;
export type Organization = EntityBase & ValueOf<typeof organization>;
export type Body = EntityBase & ValueOf<typeof body>;
export type PlanFunction = EntityBase & ValueOf<typeof planFunction>;
export type Link = ValueOf<typeof link>;
export type Agreement = EntityBase & ValueOf<typeof agreement>;
export type Level = EntityBase & ValueOf<typeof level>;
export type Procedures = ValueOf<typeof procedures>;
export type Channel = EntityBase & ValueOf<typeof channel>;
export type Participation = ValueOf<typeof participation>;
export type Cultivation = ValueOf<typeof cultivation>;
export type Exercise = EntityBase & ValueOf<typeof exercise>;
