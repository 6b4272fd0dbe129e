import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['limit-exceeded'], Bilingual>> = {
  'file-size': {
    en: 'The file has {size} bytes; more than {limit} are not read. Split it, and import the parts.',
    zh: '文件大小为 {size} 字节，超过上限 {limit} 字节，未予读取。请拆分并导入各部分。',
  },
  'nesting-depth': {
    en: 'From here on the text is nested more than {limit} levels deep, and is not read.',
    zh: '自此处起嵌套超过 {limit} 层，未予读取。',
  },
  'alias-expansion': {
    en: "With '*{name}' the aliases of this document stand for more than {limit} nodes; this one is not followed.",
    zh: '至“*{name}”处，本文件的别名展开已超过 {limit} 个节点，此别名不再展开。',
  },
  documents: {
    en: 'The file has more than {limit} documents; from here on it is not read. Split it.',
    zh: '文件中的文档超过 {limit} 个，自此处起未予读取。请拆分文件。',
  },
  'import-depth': {
    en: "Behind '{path}' the imports go more than {limit} files deep; what lies deeper is not read.",
    zh: '自“{path}”起导入层级超过 {limit} 层，更深的文件未予读取。',
  },
  'imported-declarations': {
    en: "With '{path}' this document would see more than {limit} imported declarations, as many as each document of this file may; what is more is not read. Split the file, or import less.",
    zh: '加上“{path}”，本文档经导入可见的声明将超过 {limit} 项（本文件中每个文档的上限），超出部分未予读取。请拆分文件，或减少导入。',
  },
  findings: {
    en: "'{rule}' has more than {limit} findings in this document; the rest is not shown.",
    zh: '规则“{rule}”在本文件中的结果超过 {limit} 项，其余未列出。',
  },
  'link-pairs': {
    en: 'This link stands for {pairs} pairs; with it the links of this document would be more than {limit}, so it is not read. Name a body or fewer actors.',
    zh: '此联系展开为 {pairs} 对，加上它本文件的联系将超过 {limit} 对，故未予读取。请改为与机构建立联系，或减少所列主体。',
  },
};

export default defineDocumentRule({
  id: 'limit-exceeded',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A bound on size, depth or expansion is exceeded.', zh: '超出大小、深度或展开的上限。' },
  why: {
    en: 'The bounds keep a damaged or hostile file from stopping the whole run; what lies beyond them is not checked.',
    zh: '设定上限是为防止损坏或恶意的文件使检查中断；超出部分不作检查。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('limit-exceeded', context),
});
