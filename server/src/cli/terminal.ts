// What the command line knows of the process it runs in. Commands get it handed in, so that tests run them without a process.
import type { Language } from '../rules/render.ts';

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): Promise<Uint8Array>;
  /** The day of the run in local time, `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds since some moment. */
  now(): number;
  /** Waits until somebody wants this to end, as by Ctrl-C; while it waits, that does not end the process by itself. Absent: nobody can. */
  readonly untilInterrupted?: () => Promise<void>;
  /** The file that this process runs, which its threads can run too; undefined where there is none. */
  readonly program?: string | undefined;
}

export interface Output {
  write(text: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Undefined where the width is not known. */
  readonly columns: number | undefined;
  /** For what must draw over itself; undefined where nothing can. */
  readonly stream: NodeJS.WriteStream | undefined;
}

/** The exit codes (cli.md). */
export const exitCodes = { clean: 0, findings: 1, usage: 2, incomplete: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The language that POSIX variables ask for: the first that is set decides. */
export function languageOf(env: Terminal['env']): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

/** Whether an output is to be coloured: what the user says, then `NO_COLOR`, then `FORCE_COLOR`, then whether it is a terminal. */
export function wantsColour(asked: boolean | undefined, env: Terminal['env'], output: Pick<Output, 'isTerminal'>): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTerminal && env.TERM !== 'dumb';
}
