// How a run over plans ends (cli.md, "Exit codes").
import type { Report, Summary } from './report.ts';
import { type ExitCode, exitCodes } from './terminal.ts';

/** What else than findings decides. */
export interface Judged {
  /** Of `--max-warnings`. */
  readonly maxWarnings: number | undefined;
  /** Whether something could not be read or written. */
  readonly isBroken?: boolean;
  /** Whether stale entries of the baseline are to fail the run, and there are some. */
  readonly isStale?: boolean;
}

export function exitCodeOf(
  { summary, incomplete }: Pick<Report, 'summary' | 'incomplete'>,
  { maxWarnings, isBroken, isStale }: Judged,
): ExitCode {
  if (isBroken) return exitCodes.usage;
  if (incomplete.length > 0) return exitCodes.incomplete;
  return summary.errors > 0 || hasTooManyWarnings(summary, maxWarnings) || isStale ? exitCodes.findings : exitCodes.clean;
}

export function hasTooManyWarnings({ warnings }: Summary, most: number | undefined): boolean {
  return most !== undefined && warnings > most;
}
