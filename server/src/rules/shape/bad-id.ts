import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['bad-id'], Bilingual>> = {
  malformed: {
    en: "'{id}' is not an id. An id begins with a letter, a digit or '_', and goes on with these, '.' or '-'.",
    zh: '“{id}”不是合法的标识。标识以字母（含汉字）、数字或“_”开头，其后还可用“.”和“-”。',
  },
  several: {
    en: 'Several ids are a list, and a list stands in brackets. Write {list}.',
    zh: '多个标识应写成列表并放在方括号内。请写成 {list}。',
  },
  joined: {
    en: 'Several ids stand here as one. Put plain commas between them: {list}.',
    zh: '此处的多个标识连成了一个。请用半角逗号分隔：{list}。',
  },
  complex: { en: 'An id must be a single word, not a list or a map.', zh: '标识须为单个词，不得是列表或映射。' },
  'legal-reference': {
    en: "'{id}' is not a legal reference. Write the id of a legal basis, and behind '#' the article without spaces: 'some-law#72.3'.{hint}",
    zh: '“{id}”不是合法的法律引用。请写法律依据的标识，“#”之后写条款，不留空格：“标识#72.3”。{hint}',
  },
};

export default defineDocumentRule({
  id: 'bad-id',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'An id or a reference is malformed.', zh: '标识或引用格式有误。' },
  why: {
    en: 'Ids are what the parts of a plan name each other by; they must stay readable in references, paths and reports.',
    zh: '预案各部分以标识相互引用，标识须在引用、路径和报告中保持可读。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('bad-id', context),
});
