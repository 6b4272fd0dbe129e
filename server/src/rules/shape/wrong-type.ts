import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import type { Place } from '../../yaml/view.ts';
import { type DocumentContext, defineDocumentRule } from '../rule.ts';
import { nameOf } from '../shared/format-words.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['wrong-type'], Bilingual>> = {
  map: { en: 'Keys with values are needed here, not {found}.', zh: '此处应为若干键值，而不是{found}。' },
  'id-map': {
    en: "Entries by id are needed here ('some-id: …'), not {found}.",
    zh: '此处应为按标识列出的条目（“标识: …”），而不是{found}。',
  },
  string: {
    en: 'Text is needed here, not {found}. Put numbers and words such as true in quotes.',
    zh: '此处应为文本，而不是{found}。数字或 true 之类的词须加引号。',
  },
  filled: { en: 'This text must not be blank.', zh: '此处文本不得为空白。' },
  text: {
    en: 'Text is needed here, or texts by language ({ zh: …, en: … }), not {found}.',
    zh: '此处应为文本，或按语言列出的文本（{ zh: …, en: … }），而不是{found}。',
  },
  boolean: { en: "'true' or 'false' is needed here, not {found}.", zh: '此处应为 true 或 false，而不是{found}。' },
  number: { en: 'A finite number is needed here, not {found}.', zh: '此处应为有限的数字，而不是{found}。' },
  integer: { en: 'A whole number is needed here.', zh: '此处应为整数。' },
  minimum: { en: 'The number must be at least {minimum}.', zh: '此数不得小于 {minimum}。' },
  date: { en: 'A date (YYYY-MM-DD) is needed here, not {found}.', zh: '此处应为日期（YYYY-MM-DD），而不是{found}。' },
  duration: { en: "A duration such as '24h' is needed here, not {found}.", zh: '此处应为时长（如 24h），而不是{found}。' },
  enum: { en: 'One word of a closed list is needed here, not {found}.', zh: '此处应填写限定取值之一，而不是{found}。' },
  id: { en: 'An id is needed here, not {found}.', zh: '此处应为标识，而不是{found}。' },
  'legal-reference': {
    en: "A legal basis is needed here ('some-law' or 'some-law#72.3'), not {found}.",
    zh: '此处应为法律依据（“标识”或“标识#72.3”），而不是{found}。',
  },
  'parent-plan': {
    en: 'The path of a plan, or the id of a legal basis of kind plan, is needed here, not {found}.',
    zh: '此处应为预案的相对路径，或类型为 plan 的法律依据标识，而不是{found}。',
  },
  parties: { en: 'An agreement needs at least {minimum} parties. Name the others.', zh: '协议至少须有 {minimum} 方，请补充其他签约方。' },
};

export default defineDocumentRule({
  id: 'wrong-type',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A value is of another type than the format asks.', zh: '值的类型与格式要求不符。' },
  why: {
    en: 'A value of the wrong type cannot be used, and everything that rests on it stays unchecked.',
    zh: '类型不符的值无法使用，以其为前提的检查也无法进行。',
  },
  source: '',
  messages,
  *check(context) {
    for (const draft of fromProblems('wrong-type', context)) {
      yield isCommentOnly(draft.at, context) ? { ...draft, data: { ...draft.data, found: nameOf('comment') } } : draft;
    }
  },
});

/** `version: #4.2`: what was meant for the value begins with the sign of a comment. */
function isCommentOnly(at: Place, context: DocumentContext): boolean {
  if (at.kind !== 'scalar' || at.parent?.kind !== 'pair' || at.parent.key !== at) return false;
  const { value } = at.parent;
  if (value.end > value.start) return false;
  const line = /[^\r\n]*/y;
  line.lastIndex = value.start;
  return /^[ \t]+#/.test(line.exec(context.file.text)?.[0] ?? '');
}
