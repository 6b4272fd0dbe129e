// The names of the format's own notions, as messages about its syntax and shape use them.
import type { Bilingual } from '../../plan/field.ts';
import { type Alike, shortMeaning } from '../../plan/meant-words.ts';

/** What stands where something else was expected: the kinds of YAML nodes and of scalar values. */
const foundKinds: Readonly<Record<string, Bilingual>> = {
  map: { en: 'a map', zh: '映射' },
  list: { en: 'a list', zh: '列表' },
  alias: { en: 'an alias', zh: '别名' },
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数字' },
  'not-finite': { en: 'one without a finite value', zh: '无穷大或非数值' },
  boolean: { en: 'a boolean', zh: '布尔值' },
  null: { en: 'nothing', zh: '空值' },
  comment: { en: "a comment, which a '#' behind a space begins", zh: '注释（空格后的“#”引出注释）' },
  undefined: { en: 'nothing', zh: '空值' },
};

/** The id spaces, the parts of them that references distinguish, and the kinds of instrument that may not be a parent plan. */
const entityKinds: Readonly<Record<string, Bilingual>> = {
  actor: { en: 'actor', zh: '主体' },
  organization: { en: 'organization', zh: '组织' },
  body: { en: 'body', zh: '机构' },
  right: { en: 'right', zh: '权利' },
  responsibility: { en: 'responsibility', zh: '职责' },
  capability: { en: 'capability', zh: '能力' },
  'legal-basis': { en: 'legal basis', zh: '法律依据' },
  function: { en: 'function', zh: '职能' },
  agreement: { en: 'agreement', zh: '协议' },
  level: { en: 'level', zh: '级别' },
  channel: { en: 'channel', zh: '渠道' },
  exercise: { en: 'exercise', zh: '演练' },
};

/** A word of the format in the reader's language; one that has no translation stands for itself. */
export function nameOf(word: string): Bilingual {
  const names = Object.hasOwn(foundKinds, word) ? foundKinds : entityKinds;
  return names[word] ?? { en: word, zh: word };
}

/** How many near words a question may offer before it confuses. */
const MOST_OFFERED = 3;

/** ` Did you mean 'plan'?`, to stand behind a sentence; empty where no word is near. */
export function didYouMean(...near: readonly string[]): Bilingual {
  const words = near.filter((word) => word !== '').slice(0, MOST_OFFERED);
  if (words.length === 0) return { en: '', zh: '' };
  const quoted = words.map((word) => `'${word}'`).join(' or ');
  return { en: ` Did you mean ${quoted}?`, zh: `是否应为${words.map((word) => `“${word}”`).join('或')}？` };
}

/** The same of a word that is not near in letters, with what it means where that says more than the word. */
export function didYouMeanAlike({ word, meaning }: Alike): Bilingual {
  const short = meaning.en.replace(/ \(.*$/, '');
  const remark = short === word ? '' : ` (${short})`;
  return { en: ` Did you mean '${word}'${remark}?`, zh: `是否应为“${word}”（${shortMeaning(meaning)}）？` };
}
