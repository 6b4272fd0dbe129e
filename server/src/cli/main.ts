// The command line, from arguments to exit code. Nothing here ends the process or knows one: `process.ts` does.
import type { Bilingual } from '../plan/field.ts';
import { version } from '../report/version.ts';
import type { Language } from '../rules/render.ts';
import { isFault, suggestion, type UsageFault, usageFault } from './arguments.ts';
import type { Command } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type ExitCode, exitCodes, languageOf, type Terminal } from './terminal.ts';

/** `commands` are those that the program has. */
export async function main(argv: readonly string[], terminal: Terminal, commands: readonly Command[]): Promise<ExitCode> {
  const language = languageFor(argv, terminal.env);
  try {
    const outcome = await dispatch(argv, terminal, language, commands);
    if (!isFaulty(outcome)) return outcome;
    const name = commands.find((command) => command.name === argv[0])?.name;
    complain(terminal, language, name, outcome.fault);
    return exitCodes.usage;
  } catch (error) {
    terminal.stderr.write(`govplan: ${texts.crashed[language]}${error instanceof Error ? error.message : String(error)}\n`);
    if (terminal.env.GOVPLAN_DEBUG && error instanceof Error) terminal.stderr.write(`${error.stack}\n`);
    return exitCodes.incomplete;
  }
}

/** The language is needed to say what is wrong with the arguments, so it is looked for before they are read. Of several the last one counts. */
export function languageFor(argv: readonly string[], env: Terminal['env']): Language {
  const at = argv.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return asked === 'en' || asked === 'zh' ? asked : languageOf(env);
}

async function dispatch(
  argv: readonly string[],
  terminal: Terminal,
  language: Language,
  commands: readonly Command[],
): Promise<ExitCode | UsageFault> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    terminal.stderr.write(generalHelp(commands, language, terminal.stderr.columns));
    return exitCodes.usage;
  }
  if (first === '--version' || first === '-V') {
    terminal.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  const help = (command: Command | undefined): ExitCode => {
    const { columns } = terminal.stdout;
    terminal.stdout.write(command ? commandHelp(command, language, columns) : generalHelp(commands, language, columns));
    return exitCodes.clean;
  };
  const find = (name: string): Command | undefined => commands.find((command) => command.name === name);
  if (first === '--help' || first === '-h' || first === 'help') {
    const topic = rest[0]?.startsWith('-') ? undefined : rest[0];
    const command = topic === undefined ? undefined : find(topic);
    return topic === undefined || command ? help(command) : unknownCommand(topic, commands);
  }
  const command = find(first);
  if (command === undefined) return unknownCommand(first, commands);
  const optionsEnd = rest.indexOf('--');
  const options = optionsEnd < 0 ? rest : rest.slice(0, optionsEnd);
  if (options.includes('--help') || options.includes('-h')) return help(command);
  const run = await command.load();
  return run(rest, terminal, language);
}

function unknownCommand(name: string, commands: readonly Command[]): UsageFault {
  if (name.startsWith('-')) return usageFault(`there is no option '${name}' before a command.`, `命令之前没有选项“${name}”。`);
  const names = commands.map((command) => command.name);
  const hint = suggestion(name, names);
  const path = /[./\\]/.test(name) ? { en: ` To lint a file: govplan lint ${name}`, zh: `如要检查文件：govplan lint ${name}` } : hint;
  return usageFault(`there is no command '${name}'.${path.en}`, `没有命令“${name}”。${path.zh}`);
}

function complain(terminal: Terminal, language: Language, command: string | undefined, fault: Bilingual): void {
  const name = command === undefined ? 'govplan' : `govplan ${command}`;
  terminal.stderr.write(`${name}: ${fault[language]}\n${texts.see[language].replace('{command}', `${name} --help`)}\n`);
}

function isFaulty(outcome: ExitCode | UsageFault): outcome is UsageFault {
  return typeof outcome === 'object' && isFault(outcome);
}

const texts = {
  crashed: {
    en: 'stopped by a fault of its own; please report it (GOVPLAN_DEBUG=1 shows where): ',
    zh: '程序自身出错而中止，请反馈（设置 GOVPLAN_DEBUG=1 可显示位置）：',
  },
  see: { en: "See '{command}'.", zh: '用法见“{command}”。' },
} satisfies Record<string, Bilingual>;
