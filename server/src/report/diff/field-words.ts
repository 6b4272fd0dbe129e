// The format's own keys and values as readers know them. In English they are words already; in Chinese the word comes first and the key stands
// behind it, since a reviewer looks for the key in the text.
import { impliedValue, type PlainFields, type PlainValue } from '../../governance/plain-value.ts';
import type { Bilingual, Field, MapShape, Shape } from '../../plan/field.ts';
import { keyMeaning } from '../../plan/meant-words.ts';
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
  return withCode(section === 'participation' ? (phases as Words)[key]?.zh : (chineseKeys[key] ?? meaningOf(fieldsOf(section)[key])), key);
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
    const name = language === 'zh' ? withCode(meaningOf(shapes[key]), key) : key;
    return `${name}${punctuation.colon[language]}${words(inner, shapes[key]?.shape, section, language)}`;
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

/** What the format itself says that a key means. */
function meaningOf(field: Field | undefined): string | undefined {
  return field && keyMeaning(field.doc);
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

/** Of what a comparison says beside the format's own keys. */
const chineseKeys: Readonly<Record<string, string>> = { holder: '所属主体', seat: '席位', links: '联系', entries: '条目' };
