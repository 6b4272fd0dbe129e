import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['duplicate-id'], Bilingual>> = {
  'duplicate-key': {
    en: "The key '{key}' is already there. Keep one of the two, or rename one.",
    zh: '键“{key}”已经存在。请保留其一，或改名。',
  },
  own: {
    en: "The {space} '{id}' is defined a second time; only the first counts. Rename one of the two.",
    zh: '{space}“{id}”重复定义，仅第一处有效。请为其一改名。',
  },
  imported: {
    en: "An import already defines the {space} '{id}', and that one counts. Choose another id; an organization may say 'imported: true' to add to the imported one.",
    zh: '导入文件已定义{space}“{id}”，以导入的为准。请换用其他标识；组织也可写 imported: true，对导入的组织作补充。',
  },
  imports: {
    en: "This import defines the {space} '{id}', which another import defines too; only the first counts. Rename one, or drop an import.",
    zh: '此导入定义的{space}“{id}”已由另一导入定义，仅第一处有效。请改名，或去掉其中一个导入。',
  },
};

export default defineDocumentRule({
  id: 'duplicate-id',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'One id or key is used twice.', zh: '同一标识或键使用了两次。' },
  why: {
    en: 'Whoever refers to the id means one thing; with two of them, half of what the plan says is lost.',
    zh: '引用一个标识只应指向一项内容；一旦重复，预案的部分内容便会失效。',
  },
  source: '',
  messages,
  labels: {
    other: { en: 'The first one is here.', zh: '第一处在这里。' },
    second: { en: 'The second one is here.', zh: '第二处在这里。' },
  },
  check: (context) => fromProblems('duplicate-id', context),
});
