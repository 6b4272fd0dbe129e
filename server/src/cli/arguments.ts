// Arguments of a command by a declarative table: the same table makes the help. `node:util` splits them; what is wrong is said here, in the
// user's language and with the nearest option.

import { parseArgs } from 'node:util';
import type { Bilingual } from '../plan/field.ts';
import { append } from '../text/append.ts';
import { nearestWords } from '../text/nearest.ts';

export interface OptionSpec {
  /** What stands for the value in the help: `FILE`. Without it the option is a switch. */
  readonly value?: string;
  readonly repeatable?: true;
  /** The value may be left out, and stands behind an equals sign where it is given; without it the option is given as ''. */
  readonly optional?: true;
  /** The only values it takes; each may stand for another. */
  readonly choices?: readonly string[];
  readonly doc: Bilingual;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What was given, by option: switches are booleans, repeatable options lists. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends { readonly value: string }
    ? S[K] extends { readonly repeatable: true }
      ? readonly string[]
      : string | undefined
    : boolean;
};

export interface Arguments<S extends OptionSpecs> {
  readonly values: OptionValues<S>;
  readonly positionals: readonly string[];
}

/** What was typed is no use; said to the user with a pointer to the help. */
export interface UsageFault {
  readonly fault: Bilingual;
}

export function isFault<T extends object>(result: T | UsageFault): result is UsageFault {
  return 'fault' in result;
}

export function usageFault(en: string, zh: string): UsageFault {
  return { fault: { en, zh } };
}

export function parseArguments<S extends OptionSpecs>(argv: readonly string[], specs: S): Arguments<S> | UsageFault {
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of split(argv, specs)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) return unknownOption(token.rawName, specs);
    const fault = valueFault(token.rawName, token.value, token.inlineValue === true, spec);
    if (fault) return fault;
    append(given, token.name, token.value ?? '');
  }
  const values = Object.entries(specs).map(([name, { value, repeatable }]) => {
    const all = given.get(name);
    return [name, value === undefined ? all !== undefined : repeatable ? (all ?? []) : all?.at(-1)];
  });
  return { values: Object.fromEntries(values) as OptionValues<S>, positionals };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** Where there are no options, as there mostly are none, nobody has to be loaded who knows how they are written. */
function split(argv: readonly string[], specs: OptionSpecs): readonly Token[] {
  if (!argv.some((argument) => argument.startsWith('-'))) {
    return argv.map((value, index) => ({ kind: 'positional', index, value }));
  }
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value, optional }]) => [
      name,
      { type: value === undefined || optional ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** The nearest of some words as a question behind a sentence. */
export function suggestion(word: string, words: readonly string[]): Bilingual {
  const near = nearestWords(word, words)[0];
  return near === undefined ? { en: '', zh: '' } : { en: ` Did you mean '${near}'?`, zh: `是否应为“${near}”？` };
}

function unknownOption(rawName: string, specs: OptionSpecs): UsageFault {
  const hint = suggestion(
    rawName,
    Object.keys(specs).map((name) => `--${name}`),
  );
  return usageFault(`there is no option '${rawName}'.${hint.en}`, `没有选项“${rawName}”。${hint.zh}`);
}

function valueFault(name: string, value: string | undefined, inline: boolean, spec: OptionSpec): UsageFault | undefined {
  if (spec.value === undefined) {
    return value === undefined ? undefined : usageFault(`${name} takes no value.`, `${name} 不带值。`);
  }
  if (spec.optional && !inline) return undefined;
  // What looks like an option was meant as one, unless it was written behind an equals sign.
  if (value === undefined || value === '' || (!inline && value.startsWith('-') && value !== '-')) {
    return usageFault(`${name} needs a value: ${name} ${spec.value}.`, `${name} 需要一个值：${name} ${spec.value}。`);
  }
  if (spec.choices === undefined || spec.choices.includes(value)) return undefined;
  const hint = suggestion(value, spec.choices);
  return usageFault(
    `'${value}' is no value of ${name}: one of ${spec.choices.join(', ')}.${hint.en}`,
    `“${value}”不是 ${name} 的可选值：${spec.choices.join('、')}。${hint.zh}`,
  );
}
