// Hover: what a key means, what an id stands for, where a plan stands among the modes, whether an instrument is in force.
import { modeNames, verdictNames } from '../governance/names.ts';
import type { Bilingual, Field, Shape } from '../plan/field.ts';
import { governanceModes } from '../plan/vocabulary.ts';
import type { Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import { contains } from '../text/span.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { entityCard } from './entity-card.ts';
import type { Analysis } from './session.ts';

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

const say = (en: string, zh: string): Bilingual => ({ en, zh });
const texts = {
  required: say('required', '必填'),
  optional: say('optional', '可选'),
  list: say('list of', '列表，每项为'),
  values: say('Values', '取值'),
  source: say('Source', '来源'),
  article: say('Article', '第'),
  articleOf: say('of {count}', '条，共 {count} 条'),
  here: say('This plan', '本预案'),
  confidence: say('confidence', '置信度'),
  ansell: say(
    'Ansell and Gash’s (2008) “collaborative governance” asks for consensus decisions with non-state actors, which is nearer to *equal cooperation* here; the source paper’s 协同治理 is coordination led by government.',
    'Ansell 与 Gash（2008）所说的“collaborative governance”要求与非政府主体协商一致决策，更接近这里的*平等合作*；来源论文的“协同治理”是政府主导的协同。',
  ),
};

/** What the types of values are called. */
const typeNames: Readonly<Record<Exclude<Shape['type'], 'list'>, Bilingual>> = {
  version: say('"1"', '"1"'),
  id: say('id', '标识'),
  string: say('string', '字符串'),
  text: say('text: a string, or a map from language tag to string', '文本：字符串，或语言标记到字符串的映射'),
  boolean: say('true or false', 'true 或 false'),
  number: say('number', '数字'),
  date: say('date (YYYY-MM-DD)', '日期（YYYY-MM-DD）'),
  duration: say('duration (30min, 24h, 20d, 36mo, 3y)', '时长（30min、24h、20d、36mo、3y）'),
  enum: say('one of a closed list', '固定取值之一'),
  reference: say('id of another entry', '其他条目的标识'),
  'legal-reference': say('legal reference: `<legal basis>#<article>`', '法律引用：`<法律依据>#<条>`'),
  'parent-plan': say('relative path of a plan, or id of a legal basis of kind `plan`', '预案的相对路径，或类型为 `plan` 的法律依据标识'),
  map: say('map', '映射'),
  'id-map': say('map by id', '以标识为键的映射'),
};

export function hoverAt(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const cursor = cursorAt(analysis, offset);
  if (cursor === undefined) return undefined;
  const { node } = cursor;
  const markdown = hoverText(cursor, offset, language);
  return markdown === undefined ? undefined : { range: analysis.file.lines.range(node), markdown };
}

function hoverText(cursor: Cursor, offset: number, language: Language): string | undefined {
  const { node, location, target, reference } = cursor;
  if (node.kind !== 'scalar') return undefined;
  if (target) {
    const card = entityCard(target, cursor.result, language);
    const article = reference && 'locator' in reference ? articleText(cursor, offset, language) : undefined;
    if (card !== undefined) return article ? `${card}\n\n${article}` : card;
  }
  if (location.role === 'key') return location.field && fieldText(node.text, location.field, language);
  const shape = location.shape?.type === 'list' ? location.shape.item : location.shape;
  if (shape?.type === 'enum') {
    if (shape.values === governanceModes) return modesText(cursor, language);
    const meaning = Object.hasOwn(shape.values, node.text) ? shape.values[node.text]?.[language] : undefined;
    return meaning && `**\`${node.text}\`** — ${meaning}`;
  }
  return location.field && fieldText(location.route.at(-1) ?? '', location.field, language);
}

function articleText({ reference, target, node }: Cursor, offset: number, language: Language): string | undefined {
  if (reference === undefined || !('locator' in reference) || reference.locator === undefined) return undefined;
  const locator = { start: node.start + reference.locatorFrom, end: node.start + reference.locatorTo + 1 };
  if (!contains(locator, offset)) return undefined;
  const articles = target?.document.content?.legalBases.find(({ id }) => id === reference.id)?.articles?.value;
  const count = articles === undefined ? '' : texts.articleOf[language].replace('{count}', String(articles));
  return `${texts.article[language]} ${reference.locator} ${count}`.trim();
}

function fieldText(key: string, field: Field, language: Language): string {
  const several = field.shape.type === 'list';
  const shape = field.shape.type === 'list' ? field.shape.item : field.shape;
  const type = `${several ? `${texts.list[language]} ` : ''}${shape.type === 'list' ? '' : typeNames[shape.type][language]}`;
  const parts = [`**\`${key}\`** — ${field.doc[language]}`, `*${texts[field.required ? 'required' : 'optional'][language]}, ${type}*`];
  if (shape.type === 'enum') {
    const values = Object.entries<Bilingual>(shape.values).map(([value, meaning]) => `- \`${value}\` — ${meaning[language]}`);
    parts.push(`${texts.values[language]}:\n\n${values.join('\n')}`);
  }
  if (field.source) parts.push(`${texts.source[language]}: ${field.source}`);
  return parts.join('\n\n');
}

/** The four modes, and where this plan stands. */
function modesText({ result }: Cursor, language: Language): string {
  const modes = Object.entries(modeNames).map(([mode, name]) => `- \`${mode}\` ${name[language]}`);
  const parts = [modes.join('\n')];
  const structure = result.context?.classification.structure;
  if (structure) {
    const numbers = structure.L === undefined ? '' : ` (L ${structure.L.toFixed(2)}, X ${structure.X.toFixed(2)})`;
    const confidence = structure.certainty ? `, ${texts.confidence[language]} ${structure.certainty.confidence.toFixed(2)}` : '';
    parts.push(`**${texts.here[language]}**: ${verdictNames[structure.verdict][language]}${numbers}${confidence}`);
  }
  parts.push(texts.ansell[language]);
  return parts.join('\n\n');
}
