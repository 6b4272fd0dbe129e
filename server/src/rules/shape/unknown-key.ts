import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes, ProblemOf } from '../../plan/problem.ts';
import { renameKey } from '../../yaml/edit.ts';
import { quoteScalar } from '../../yaml/quote.ts';
import { defineDocumentRule, type Fix } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['unknown-key'], Bilingual>> = {
  unknown: {
    en: "The format has no key '{key}' here.{hint} Keys of your own begin with 'x-'.",
    zh: '格式在此处没有键“{key}”。{hint}自定义的键须以“x-”开头。',
  },
  comma: {
    en: "The format has no key '{key}' here. If it belongs to the text of '{before}', put that text in quotes: within braces a comma ends it.",
    zh: '格式在此处没有键“{key}”。若它属于“{before}”的文本，请给该文本加引号：花括号内的逗号会结束文本。',
  },
  'comma-list': {
    en: "The format has no key '{key}' here. If it is another value of '{before}', put the values in brackets: within braces a comma ends them.",
    zh: '格式在此处没有键“{key}”。若它是“{before}”的又一个值，请把各个值放在方括号内：花括号内的逗号会结束取值。',
  },
  complex: { en: 'A key must be a single word, not a list or a map.', zh: '键须为单个词，不得是列表或映射。' },
  'language-tag': {
    en: "'{key}' is not a language tag. Write one such as 'zh' or 'en'; if it belongs to a text with a comma, put that text in quotes.",
    zh: '“{key}”不是语言标签，请写 zh、en 等；若它是含逗号文本的一部分，请给该文本加引号。',
  },
  imported: {
    en: "'{key}' may not stand beside 'imported: true': the organization is described where it is imported from. Remove one of the two.",
    zh: '“{key}”不得与 imported: true 并列：该组织已在导入文件中说明。请去掉其一。',
  },
  library: {
    en: "A library may not have '{key}'. Move it to a plan, or add 'plan' to make this one.",
    zh: '库文件不得有“{key}”。请移入预案，或添加 plan 使本文件成为预案。',
  },
};

export default defineDocumentRule({
  id: 'unknown-key',
  group: 'shape',
  severity: 'error',
  fix: 'safe',
  summary: { en: 'A key is not in the format.', zh: '键不在格式之内。' },
  why: {
    en: 'What stands under an unknown key is read by nobody, so a slip of the pen silently takes it out of the plan.',
    zh: '未知键下的内容不会被读取，一处笔误就会使其悄然失效。',
  },
  source: '',
  messages,
  labels: {
    rename: { en: "Change to '{key}'", zh: '改为“{key}”' },
    quote: { en: "Put the text of '{before}' in quotes", zh: '给“{before}”的文本加引号' },
    bracket: { en: "Put the values of '{before}' in brackets", zh: '将“{before}”的各个值放在方括号内' },
    other: { en: 'It begins here.', zh: '其开头在此处。' },
  },
  check: (context) => fromProblems('unknown-key', context, (problem) => [...renaming(problem), ...joining(problem)]),
});

/** Longer than any text that somebody would want to have joined again, in UTF-16 units. */
const longestJoined = 1000;

/** What a comma cut, up to the key that it became: in one piece again. */
function joining({ code, place: key, data, related: value }: ProblemOf<'unknown-key'>): readonly Fix[] {
  if ((code !== 'comma' && code !== 'comma-list') || key.kind !== 'scalar' || value?.kind !== 'scalar') return [];
  const span = { start: value.start, end: key.end };
  if (span.end - span.start > longestJoined) return [];
  const isText = code === 'comma';
  const edits: Fix['edits'] = (text) => {
    const cut = text.slice(span.start, span.end);
    // What goes over several lines may have comments in it.
    if (cut.includes('\n')) return [];
    return [{ span, newText: isText ? quoteScalar(cut, { style: 'double-quoted' }) : `[${cut}]` }];
  };
  return [{ title: isText ? 'quote' : 'bracket', data: { before: data.before ?? '' }, safe: false, edits }];
}

/** To the only near key, where what stands under it suits that key. */
function renaming({ place: key, data, meant }: ProblemOf<'unknown-key'>): readonly Fix[] {
  if (meant === undefined || key.kind !== 'scalar' || key.text !== data.key) return [];
  // A key that an alias stands for is written elsewhere, and may be meant there.
  if (key.parent?.kind !== 'pair' || key.parent.key !== key || key.anchor !== undefined) return [];
  return [{ title: 'rename', data: { key: meant }, safe: true, edits: (text) => renameKey(text, key, meant) }];
}
