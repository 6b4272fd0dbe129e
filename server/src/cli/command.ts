// What a command is: its place in the help as data, its work loaded only when it is called.
import type { Bilingual } from '../plan/field.ts';
import type { Language } from '../rules/render.ts';
import type { OptionSpecs, UsageFault } from './arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  /** What stands behind the name in the usage line: `[paths…]`. */
  readonly synopsis: string;
  readonly summary: Bilingual;
  /** A few lines more, for the command's own help. */
  readonly details?: Bilingual;
  readonly options: OptionSpecs;
  readonly load: () => Promise<RunCommand>;
}

export type RunCommand = (argv: readonly string[], terminal: Terminal, language: Language) => Promise<ExitCode | UsageFault>;

/** The options that every command has. */
export const commonOptions = {
  lang: {
    value: 'en|zh',
    choices: ['en', 'zh'],
    doc: { en: 'Language of texts; default from LC_ALL, LC_MESSAGES or LANG.', zh: '输出语言；默认取自 LC_ALL、LC_MESSAGES 或 LANG。' },
  },
  help: { doc: { en: 'Shows this help.', zh: '显示本帮助。' } },
} as const satisfies OptionSpecs;

/** The options of commands that write text for readers. */
export const colourOptions = {
  color: { doc: { en: 'Colours even where the output is no terminal.', zh: '即使输出不是终端也使用颜色。' } },
  'no-color': {
    doc: { en: 'No colours. NO_COLOR and FORCE_COLOR are heeded too.', zh: '不使用颜色。环境变量 NO_COLOR、FORCE_COLOR 同样有效。' },
  },
} as const satisfies OptionSpecs;

/** What `--color` and `--no-color` ask for; the latter wins. */
export function askedColour(values: { readonly color: boolean; readonly 'no-color': boolean }): boolean | undefined {
  if (values['no-color']) return false;
  return values.color ? true : undefined;
}
