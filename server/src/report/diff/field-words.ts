// The format's own keys and values as readers know them. In English they are words already; in Chinese the word comes first and the key stands
// behind it, since a reviewer looks for the key in the text.
import { impliedValue, type PlainFields, type PlainValue } from '../../governance/plain-value.ts';
import type { Bilingual, MapShape, Shape } from '../../plan/field.ts';
import { documentShape } from '../../plan/shape.ts';
import { participationLevels, phases } from '../../plan/vocabulary.ts';
import { punctuation } from '../../rules/punctuation.ts';
import { seatNames } from '../../service/actor-card.ts';

type Language = keyof Bilingual;

/** The section of a document that a change belongs to, by its key; `seats` and `participation` have values of their own kind. */
export type FieldSection = string;

/** The keys of a change in the order of the format: participation is told by its phases, in the order of their cycle. */
export function sortedKeys(section: FieldSection, keys: readonly string[]): readonly string[] {
  const order = Object.keys(phases);
  return section === 'participation' ? [...keys].sort((a, b) => order.indexOf(a) - order.indexOf(b)) : keys;
}

export function keyWords(section: FieldSection, key: string, language: Language): string {
  if (language !== 'zh') return key;
  if (section === 'procedures' && key === 'within') return withCode('时限', key);
  return withCode(section === 'participation' ? (phases as Words)[key]?.zh : chineseKeys[key], key);
}

/** `via` and other ids stay as they are. What is not said is told by what it means: its default, or nothing. */
export function valueWords(section: FieldSection, key: string, value: PlainValue | undefined, language: Language): string {
  const shape = shapeOf(section, key);
  if (value === undefined) return impliedWords(section, key, shape, language);
  return words(value, shape, section, language);
}

/** What a list lost and got, where something of it stays; undefined where one of the two is no list that shares anything with the other. */
export function listWords(
  section: FieldSection,
  key: string,
  before: PlainValue | undefined,
  after: PlainValue | undefined,
  language: Language,
): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const stays = now.filter((item) => old.includes(item));
  if (stays.length === 0 || (!Array.isArray(before) && !Array.isArray(after))) return undefined;
  const shape = shapeOf(section, key);
  const show = (items: readonly PlainValue[], sign: string): readonly string[] =>
    sorted(items, shape).map((item) => `${sign}${words(item, shape, section, language)}`);
  const isChinese = language === 'zh';
  const comma = punctuation.comma[language];
  const moved = [
    ...show(
      old.filter((item) => !now.includes(item)),
      '−',
    ),
    ...show(
      now.filter((item) => !old.includes(item)),
      '+',
    ),
  ].join(comma);
  const isMany = stays.length > 3;
  const rest = isMany ? String(stays.length) : show(stays, '').join(comma);
  if (isChinese) return `${moved}，保留${isMany ? ` ${rest} 项` : `：${rest}`}`;
  return `${moved} (${rest} ${stays.length === 1 ? 'stays' : 'stay'})`;
}

type Words = Readonly<Record<string, Bilingual>>;

function words(value: PlainValue, shape: Shape | undefined, section: FieldSection, language: Language): string {
  const isChinese = language === 'zh';
  if (Array.isArray(value)) {
    return sorted(value, shape)
      .map((item) => words(item, shape, section, language))
      .join(punctuation.comma[language]);
  }
  if (typeof value === 'object') return textWords(value as PlainFields, shape, section, language);
  if (!isChinese) return String(value);
  if (typeof value === 'boolean') return withCode(value ? '是' : '否', String(value));
  if (section === 'seats') return withCode((seatNames as Words)[String(value)]?.zh, String(value));
  if (section === 'participation') {
    const [level = '', via] = String(value).split(' via ');
    return `${withCode((participationLevels as Words)[level]?.zh, level)}${via === undefined ? '' : `，通过 ${via}`}`;
  }
  const item = shape?.type === 'list' ? shape.item : shape;
  return item?.type === 'enum' ? withCode((item.values as Words)[String(value)]?.zh, String(value)) : String(value);
}

/** A text in several languages, by that of the reader; else a map, key by key. */
function textWords(value: PlainFields, shape: Shape | undefined, section: FieldSection, language: Language): string {
  const own = value[language];
  if (typeof own === 'string' && shape?.type !== 'map') return own;
  const item = shape?.type === 'list' ? shape.item : shape;
  const shapes = item?.type === 'map' ? item.fields : {};
  const entries = Object.entries(value).map(([key, inner]) => {
    return `${keyWords(section, key, language)}${punctuation.colon[language]}${words(inner, shapes[key]?.shape, section, language)}`;
  });
  return `{${entries.join(punctuation.clause[language])}}`;
}

function impliedWords(section: FieldSection, key: string, shape: Shape | undefined, language: Language): string {
  const isChinese = language === 'zh';
  const field = fieldsOf(section)[key];
  if (field?.required !== false) return isChinese ? '无' : 'none';
  if (key === 'phases' || key === 'levels') return isChinese ? '全部（默认）' : 'all (default)';
  const implied = impliedValue(key);
  if (implied === undefined) return isChinese ? '无' : 'none';
  const said = words(implied, shape, section, language);
  return isChinese ? `${said}（默认）`.replace('）（', '，') : `${said} (default)`;
}

function itemsOf(value: PlainValue): readonly PlainValue[] {
  return Array.isArray(value) ? value : [value as PlainValue];
}

/** Words of a closed list in the order of the format, as phases in that of their cycle. */
function sorted(items: readonly PlainValue[], shape: Shape | undefined): readonly PlainValue[] {
  const item = shape?.type === 'list' ? shape.item : shape;
  if (item?.type !== 'enum') return items;
  const order = Object.keys(item.values);
  return [...items].sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b)));
}

/** The word without what explains it, in brackets or behind a colon, then the code. */
function withCode(word: string | undefined, code: string): string {
  return word === undefined ? code : `${word.replace(/（[^）]*）$|：.*$/u, '')}（${code}）`;
}

function shapeOf(section: FieldSection, key: string): Shape | undefined {
  return fieldsOf(section)[key]?.shape;
}

function fieldsOf(section: FieldSection): MapShape['fields'] {
  const holding = section === 'rights' || section === 'responsibilities' || section === 'capabilities';
  const fields: MapShape['fields'] = holding ? fieldsIn(documentShape.fields.organizations.shape) : documentShape.fields;
  const shape = fields[section]?.shape;
  return section === 'procedures' ? procedureFields : fieldsIn(shape);
}

function fieldsIn(shape: Shape | undefined): MapShape['fields'] {
  if (shape?.type === 'map') return shape.fields;
  if ((shape?.type === 'id-map' || shape?.type === 'list') && shape.item.type === 'map') return shape.item.fields;
  return {};
}

const procedureFields = fieldsIn(documentShape.fields.procedures.shape.fields.reporting.shape);

const chineseKeys: Readonly<Record<string, string>> = {
  holder: '所属主体',
  seat: '席位',
  id: '标识',
  title: '名称',
  name: '名称',
  profile: '适用规则',
  type: '类型',
  kind: '类型',
  jurisdiction: '辖区',
  level: '层级',
  areas: '覆盖区域',
  within: '上级区域',
  categories: '事件类别',
  hazards: '灾种',
  phases: '阶段',
  status: '状态',
  version: '版本',
  issued: '印发日期',
  effective: '施行日期',
  expires: '失效日期',
  'parent-plans': '上级预案',
  review: '评估',
  cycle: '周期',
  last: '最近一次',
  approval: '批准',
  filing: '备案',
  publication: '公布',
  public: '是否公开',
  consultation: '征求意见',
  by: '由谁',
  with: '共同方',
  on: '日期',
  adopted: '采纳意见数',
  rejected: '未采纳意见数',
  'target-mode': '目标模式',
  'government-capacity': '政府治理能力',
  'social-development': '社会发展程度',
  indicators: '指标',
  value: '数值',
  unit: '单位',
  year: '年份',
  source: '来源',
  axis: '维度',
  min: '计为 0 的值',
  max: '计为 1 的值',
  number: '文号',
  issuer: '发布机关',
  area: '适用区域',
  repealed: '废止日期',
  amended: '修正日期',
  'superseded-by': '替代文件',
  articles: '条文数',
  url: '网址',
  sector: '部门类别',
  parent: '上级组织',
  autonomy: '独立性',
  registered: '是否登记',
  external: '是否外部',
  'established-by': '设立单位',
  'decision-rule': '决策规则',
  object: '对象',
  rule: '行使方式',
  condition: '条件',
  procedure: '程序',
  basis: '依据',
  entails: '随附职责',
  action: '内容',
  levels: '适用级别',
  'needs-rights': '所需权利',
  'needs-capabilities': '所需能力',
  deadline: '时限',
  output: '产出',
  quantity: '数量',
  certified: '资质',
  coordinator: '协调单位',
  primary: '牵头单位',
  support: '配合单位',
  'co-lead-rule': '共同牵头规则',
  mutual: '是否双向',
  agreement: '协议',
  links: '联系',
  parties: '签约方',
  signed: '签署日期',
  scheme: '分级对象',
  order: '级别序号',
  colour: '颜色',
  criteria: '标准',
  'activated-by': '启动权利',
  description: '内容',
  to: '对象',
  'operated-by': '运营主体',
  serves: '服务对象',
  'two-way': '是否双向',
  due: '完成期限',
  entries: '条目',
  participants: '参演主体',
  evaluated: '是否已评估',
  'open-findings': '未整改问题数',
};
