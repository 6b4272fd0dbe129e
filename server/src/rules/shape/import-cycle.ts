import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['import-cycle'], Bilingual>> = {
  cycle: {
    en: "'{path}' imports this file in turn. Move what both need into a library that imports neither.",
    zh: '“{path}”又反过来导入本文件。请将两者共用的内容移入不导入任何一方的库。',
  },
};

export default defineDocumentRule({
  id: 'import-cycle',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'Files import one another in a circle.', zh: '文件循环导入。' },
  why: {
    en: 'In a circle no file is the source of the others, and no one can say which definition comes first.',
    zh: '循环导入时，无法确定哪个文件是源头、哪处定义在先。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('import-cycle', context),
});
