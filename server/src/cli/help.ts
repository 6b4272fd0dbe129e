// The help, made from the tables of commands and options.
import type { Bilingual } from '../plan/field.ts';
import { displayWidth } from '../report/display-width.ts';
import type { Language } from '../rules/render.ts';
import type { OptionSpecs } from './arguments.ts';
import type { Command } from './command.ts';

/** `columns` are those of the terminal; undefined where it goes elsewhere. */
export function generalHelp(commands: readonly Command[], language: Language, columns: number | undefined): string {
  const rows = commands.map(({ name, synopsis, summary }) => [`${name} ${synopsis}`.trim(), summary[language]] as const);
  return [
    texts.purpose[language],
    '',
    `${texts.usage[language]}govplan <${texts.command[language]}> [${texts.options[language]}]`,
    '',
    ...table([...rows, ['--version', texts.version[language]], ['--help', texts.help[language]]], columns),
    '',
    texts.more[language],
    '',
    ...exitLines(language, columns),
    '',
  ].join('\n');
}

export function commandHelp(
  { name, synopsis, summary, details, options }: Command,
  language: Language,
  columns: number | undefined,
): string {
  return [
    summary[language],
    ...(details ? ['', details[language]] : []),
    '',
    `${texts.usage[language]}${['govplan', name, `[${texts.options[language]}]`, synopsis].filter(Boolean).join(' ')}`,
    '',
    ...table(optionRows(options, language), columns),
    ...(name === 'lint' ? ['', ...exitLines(language, columns)] : []),
    '',
  ].join('\n');
}

function optionRows(options: OptionSpecs, language: Language): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, optional, doc }]) => {
    const shown = value === undefined ? '' : optional ? `[=${value}]` : ` ${value}`;
    return [`--${name}${shown}`, doc[language]];
  });
}

/** Longer lines are hard to read, however much room there is. In columns, as is the next. */
const longestLine = 104;

/** With less room than this for what is said, it stands below its name. */
const narrowest = 30;

/** Two columns, the second broken into lines. */
function table(rows: readonly (readonly [string, string])[], columns = longestLine): readonly string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  const line = Math.min(columns, longestLine);
  const room = line - width - 4;
  return rows.flatMap(([left, right]) => {
    if (room < narrowest) return [`  ${left}`, ...wrap(right, line - 6).map((part) => `      ${part}`)];
    const [first = '', ...more] = wrap(right, room);
    const gap = ' '.repeat(width - displayWidth(left) + 2);
    return [`  ${left}${gap}${first}`, ...more.map((part) => `${' '.repeat(width + 4)}${part}`)];
  });
}

/** Breaks between words, and between Chinese characters; a bracket or a mark stays with what it belongs to. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(/[（“]*(?:\p{Script=Han}|[^\s\p{Script=Han}，。、；：（）“”]*)[，。、；：）”]*\s*/gu)) {
    if (displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

function exitLines(language: Language, columns: number | undefined): readonly string[] {
  return [
    texts.exit[language],
    ...table(
      [
        ['0', texts.clean[language]],
        ['1', texts.findings[language]],
        ['2', texts.wrong[language]],
        ['3', texts.incomplete[language]],
      ],
      columns,
    ),
  ];
}

const texts = {
  purpose: {
    en: 'govplan lints and explains the governance layer of emergency plans: who takes part, what each may and must do, and under which law.',
    zh: 'govplan 检查并解释应急预案的治理层：谁参与、各方有何权利和职责、依据何种法律。',
  },
  usage: { en: 'Usage: ', zh: '用法：' },
  command: { en: 'command', zh: '命令' },
  options: { en: 'options', zh: '选项' },
  version: { en: 'Prints the version.', zh: '显示版本。' },
  help: { en: 'Shows this help; behind a command, the help of that command.', zh: '显示本帮助；置于命令之后则显示该命令的帮助。' },
  more: { en: "'govplan <command> --help' lists the options of a command.", zh: '“govplan <命令> --help”列出该命令的选项。' },
  exit: { en: 'Exit codes:', zh: '退出码：' },
  clean: { en: 'nothing that fails the run', zh: '检查通过' },
  findings: { en: 'an error was found, or more warnings than --max-warnings allows', zh: '发现错误，或警告数超过 --max-warnings' },
  wrong: { en: 'wrong usage, unreadable input or configuration', zh: '用法有误，或输入、配置无法读取' },
  incomplete: { en: 'the analysis is incomplete: a rule failed, or --timeout', zh: '检查未完成：规则出错或超时' },
} satisfies Record<string, Bilingual>;
