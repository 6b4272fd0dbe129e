// An output format: one file, one function from a report to text.
import type { Language } from '../../rules/render.ts';
import type { Report } from '../report.ts';

export interface FormatContext {
  readonly language: Language;
  readonly colour: boolean;
  /** Of the terminal it is written to; undefined for a file or a pipe. */
  readonly columns: number | undefined;
}

/** The text, or its pieces where it may be longer than any one text can be. */
export type Format = (report: Report, context: FormatContext) => string | Generator<string>;
