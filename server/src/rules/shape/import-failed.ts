import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const messages: Readonly<Record<ProblemCodes['import-failed'], Bilingual>> = {
  absent: {
    en: "There is no file '{path}'. Check the path; it is relative to this file.",
    zh: '文件“{path}”不存在。请核对路径，路径相对于本文件。',
  },
  unreadable: { en: "The file '{path}' cannot be read. Check its permissions.", zh: '文件“{path}”无法读取，请检查其权限。' },
  directory: { en: "'{path}' is a folder. Name a file in it.", zh: '“{path}”是文件夹，请指定其中的文件。' },
  'too-large': {
    en: "The file '{path}' is larger than a plan may be, and is not read. Split it.",
    zh: '文件“{path}”超出预案的大小上限，未予读取，请拆分。',
  },
  outside: {
    en: "'{path}' leads out of the workspace. Move the file inside, or choose a root that holds both.",
    zh: '“{path}”在工作区之外。请将文件移入工作区，或改用包含两者的根目录。',
  },
  url: {
    en: "'{path}' is a web address; nothing is fetched from the network. Save the file beside the plan.",
    zh: '“{path}”是网络地址，本工具不访问网络。请将文件保存到预案旁。',
  },
  absolute: {
    en: "'{path}' is an absolute path, which is another on every machine. Write it relative to this file.",
    zh: '“{path}”是绝对路径，换一台机器便失效。请改为相对于本文件的路径。',
  },
  backslash: { en: "Paths are written with '/': '{path}' works on one system only.", zh: '路径分隔符须用“/”：“{path}”只适用于个别系统。' },
  'not-yaml': {
    en: "'{path}' does not end in .yaml or .yml, so it is no plan or library.",
    zh: '“{path}”不以 .yaml 或 .yml 结尾，不是预案或库。',
  },
  'not-govplan': {
    en: "'{path}' is not a govplan file: its first key is not 'govplan'.",
    zh: '“{path}”不是 govplan 文件：第一个键不是 govplan。',
  },
  faulty: {
    en: "'{path}' has faults of syntax. Mend them there; until then it counts as unread.",
    zh: '“{path}”有语法错误，请先在该文件中修复；在此之前视为未读取。',
  },
  'no-plan': { en: "'{path}' is a library; a parent plan must have the key 'plan'.", zh: '“{path}”是库文件，上级预案须有 plan 键。' },
};

export default defineDocumentRule({
  id: 'import-failed',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'An imported file or a parent plan cannot be used.', zh: '导入文件或上级预案无法使用。' },
  why: {
    en: 'Organizations, laws and agreements that stand there are missing here, and what depends on them is not checked.',
    zh: '其中的组织、法律依据和协议在此不可见，依赖它们的检查也无法进行。',
  },
  source: '',
  messages,
  check: (context) => fromProblems('import-failed', context),
});
