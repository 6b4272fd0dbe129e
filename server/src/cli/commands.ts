// The commands, in the order of the help. Each loads its own code when it is called.
import { classifyOptions } from './classify/options.ts';
import type { Command } from './command.ts';
import { diffOptions } from './diff/options.ts';
import { initOptions } from './init/options.ts';
import { lintCommand } from './lint/command.ts';
import { lspOptions } from './lsp/options.ts';
import { mergeOptions } from './merge/options.ts';
import { reportOptions } from './report/options.ts';
import { explainOptions, rulesOptions, schemaOptions } from './small-options.ts';
import { whatIfOptions } from './what-if/options.ts';

export const commands: readonly Command[] = [
  lintCommand,
  {
    name: 'classify',
    synopsis: '[paths…]',
    summary: { en: 'Says which governance mode each plan shows, overall and by phase.', zh: '给出各预案总体及分阶段的治理模式。' },
    options: classifyOptions,
    load: async () => (await import('./classify/classify.ts')).classify,
  },
  {
    name: 'report',
    synopsis: '<plan>',
    summary: {
      en: 'Writes one plan up for readers: modes, network, duties, rights, legal bases, findings, exceptions.',
      zh: '生成供阅读的预案治理报告：模式、网络、分工、权利、法律依据、检查结果和例外。',
    },
    details: {
      en: 'The HTML file loads nothing, runs no script, and prints; the Markdown has the network as a Mermaid chart.\nWithout --out the report goes to standard output. Findings do not fail the run: that is what lint is for.',
      zh: 'HTML 文件不加载任何外部内容、不运行脚本，可直接打印；Markdown 中的网络为 Mermaid 图。\n未给出 --out 时写到标准输出。报告中的问题不影响退出码，检查请用 lint。',
    },
    options: reportOptions,
    load: async () => (await import('./report/report.ts')).report,
  },
  {
    name: 'diff',
    synopsis: '<old> <new>',
    summary: {
      en: 'Says what changed in terms of governance, and which findings are new.',
      zh: '说明治理内容的变化以及新增的问题。',
    },
    details: {
      en: 'Compares two files or two folders; with --since REV, the files and folders named (default: .) with what they were then.\nA finding that an edit caused elsewhere is shown at the edit. Exit code 1 when a new finding is an error.',
      zh: '比较两个文件或两个文件夹；使用 --since REV 时，将所给文件和文件夹（默认：当前目录）与当时的内容比较。\n某处修改在别处引起的问题，显示在修改之处。新增问题中有错误时退出码为 1。',
    },
    options: diffOptions,
    load: async () => (await import('./diff/diff.ts')).diff,
  },
  {
    name: 'what-if',
    synopsis: '<plan> --without <actor or link>…',
    summary: {
      en: 'Says what fails when actors or links do: who is left to act, to decide, and to be reached.',
      zh: '推演主体或联系失效的后果：谁能履职、谁能决策、谁会失联。',
    },
    details: {
      en: 'A deputy stands in for a chair; what several hold or bear together stays with those who are left; a body with an office goes on.\nThe impact counts responsibilities, rights, bodies and organizations, and one for a changed mode.',
      zh: '副职可代行主持；共同享有的权利和共同承担的职责由其余各方继续；设有办公室的机构继续运转。\n影响（impact）为职责、权利、机构和组织数之和，模式改变另计一项。',
    },
    options: whatIfOptions,
    load: async () => (await import('./what-if/what-if.ts')).whatIf,
  },
  {
    name: 'rules',
    synopsis: '',
    summary: { en: 'Lists the rules.', zh: '列出全部规则。' },
    options: rulesOptions,
    load: async () => (await import('./rules.ts')).listRules,
  },
  {
    name: 'explain',
    synopsis: '<rule>',
    summary: { en: 'Shows the page of a rule: why it matters, bad and good examples.', zh: '显示一条规则的说明：理由、反例和正例。' },
    options: explainOptions,
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'init',
    synopsis: '[dir]',
    summary: {
      en: 'Writes a starter plan, a library and a configuration that lint clean.',
      zh: '写入可直接通过检查的预案样板、库和配置。',
    },
    options: initOptions,
    load: async () => (await import('./init/init.ts')).init,
  },
  {
    name: 'merge',
    synopsis: '<json…>',
    summary: {
      en: 'Joins the JSON of all shards of a run into what one run would have given.',
      zh: '将各份检查的 JSON 合并为一次检查的结果。',
    },
    details: {
      en: 'Takes the results of lint --shard I/N --format json, each shard once; adds plan ids that are used twice.',
      zh: '输入为 lint --shard I/N --format json 的结果，每份恰好一次；并补充重复使用的预案标识。',
    },
    options: mergeOptions,
    load: async () => (await import('./merge/merge.ts')).merge,
  },
  {
    name: 'schema',
    synopsis: '',
    summary: { en: 'Prints the JSON Schema of the format, or of the configuration.', zh: '输出格式（或配置文件）的 JSON Schema。' },
    options: schemaOptions,
    load: async () => (await import('./schema.ts')).printSchema,
  },
  {
    name: 'lsp',
    synopsis: '--stdio',
    summary: { en: 'Starts the language server for an editor.', zh: '启动供编辑器使用的语言服务器。' },
    options: lspOptions,
    load: async () => (await import('./lsp/lsp.ts')).lsp,
  },
];
