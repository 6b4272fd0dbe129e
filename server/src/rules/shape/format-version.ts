import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['format-version'], Bilingual>> = {
  missing: {
    en: 'The document does not say which version of the format it follows. Begin it with \'govplan: "1"\'.',
    zh: '文件未注明格式版本。请在开头写 govplan: "1"。',
  },
  unsupported: {
    en: "Version '{value}' of the format is not known here. Write 'govplan: \"1\"'.",
    zh: '未知的格式版本“{value}”。请写 govplan: "1"。',
  },
};

export default defineDocumentRule({
  id: 'format-version',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'The version of the format is missing or unknown.', zh: '缺少格式版本，或版本未知。' },
  why: {
    en: 'The version says by which rules a document is to be read, today and when the format has moved on.',
    zh: '格式版本决定文件按哪套规则解读，格式更新之后依然如此。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('format-version', context),
});
