// What the format says of a key and of a value of a closed list, for hover and completion.
import { type Bilingual, type EnumShape, type Field, type ReferenceTarget, type Shape, say } from '../plan/field.ts';
import { punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import { code } from './markdown.ts';

const texts = {
  required: say('required', '必填'),
  optional: say('optional', '可选'),
  list: say('list of: ', '列表，每项为：'),
  values: say('Values', '取值'),
  source: say('Source', '来源'),
  paper: say('source paper, section {part}', '来源论文第 {part} 节'),
  article: say('Emergency Response Law of China (2024), {part}', '《突发事件应对法》（2024）{part}'),
};

/** What the types of values are called. */
const typeNames: Readonly<Record<Exclude<Shape['type'], 'list' | 'reference'>, Bilingual>> = {
  version: say('"1"', '"1"'),
  id: say('id', '标识'),
  string: say('string', '字符串'),
  text: say('text: a string, or a map from language tag to string', '文本：字符串，或语言标记到字符串的映射'),
  boolean: say('true or false', 'true 或 false'),
  number: say('number', '数字'),
  date: say('date (YYYY-MM-DD)', '日期（YYYY-MM-DD）'),
  duration: say('duration (30min, 24h, 20d, 36mo, 3y)', '时长（30min、24h、20d、36mo、3y）'),
  enum: say('one of a closed list', '固定取值之一'),
  'legal-reference': say('legal reference: `<legal basis>#<article>`', '法律引用：`<法律依据>#<条>`'),
  'parent-plan': say('relative path of a plan, or id of a legal basis of kind `plan`', '预案的相对路径，或类型为 `plan` 的法律依据标识'),
  map: say('map', '映射'),
  'id-map': say('map by id', '以标识为键的映射'),
};

/** The same of references, by what they lead to. */
const referenceNames: Readonly<Record<ReferenceTarget, Bilingual>> = {
  actor: say('id of an organization or body', '组织或机构的标识'),
  organization: say('id of an organization', '组织的标识'),
  right: say('id of a right', '权利的标识'),
  responsibility: say('id of a responsibility', '职责的标识'),
  'legal-basis': say('id of a legal basis', '法律依据的标识'),
  agreement: say('id of an agreement', '协议的标识'),
  level: say('id of a level', '级别的标识'),
  via: say('id of a body, channel or exercise', '机构、渠道或演练的标识'),
};

/** What a key means, what may stand behind it, and where the requirement comes from. */
export function fieldText(key: string, field: Field, language: Language): string {
  const shape = itemShape(field.shape);
  const parts = [
    `**${code(key)}** — ${field.doc[language]}`,
    `*${texts[field.required ? 'required' : 'optional'][language]}${punctuation.clause[language]}${typeText(field.shape, language)}*`,
  ];
  if (shape.type === 'enum') {
    const values = Object.entries<Bilingual>(shape.values).map(([value, meaning]) => `- ${code(value)} — ${meaning[language]}`);
    parts.push(`${texts.values[language]}${language === 'zh' ? '：' : ':'}\n\n${values.join('\n')}`);
  }
  if (field.source) parts.push(`${texts.source[language]}${punctuation.colon[language]}${sourceText(field.source, language)}`);
  return parts.join('\n\n');
}

export function enumValueText(value: string, { values }: EnumShape, language: Language): string {
  return `**${code(value)}** — ${values[value]?.[language] ?? ''}`;
}

export function typeText(shape: Shape, language: Language): string {
  const name = itemTypeText(itemShape(shape), language);
  return shape.type === 'list' ? texts.list[language] + name : name;
}

function itemTypeText(shape: Shape, language: Language): string {
  if (shape.type === 'list') return '';
  return (shape.type === 'reference' ? referenceNames[shape.to] : typeNames[shape.type])[language];
}

function itemShape(shape: Shape): Shape {
  return shape.type === 'list' ? shape.item : shape;
}

/** `S5.2; Art. 28` in words: a section of the source paper, an article of the Emergency Response Law (rules.md). */
function sourceText(source: string, language: Language): string {
  const parts = source.split(/;\s*/).map((part) => {
    // `S2 P3` is the third problem of section 2.
    const [, section, problem = ''] = /^S(\d\S*)( P\d)?$/.exec(part) ?? [];
    if (section !== undefined) return texts.paper[language].replace('{part}', section) + problem;
    return /^Art\. /.test(part) ? texts.article[language].replace('{part}', articles(part, language)) : part;
  });
  return parts.join(punctuation.semicolon[language]);
}

function articles(part: string, language: Language): string {
  return language === 'zh' ? `第 ${part.replace('Art. ', '').replaceAll(', ', '、')} 条` : part;
}
