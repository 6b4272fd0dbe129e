// The output formats of `diff` by name, each loaded when it is asked for.

import type { Difference } from '../../report/diff/difference.ts';
import type { Format, FormatContext } from '../format/format.ts';
import { createPaint } from '../paint.ts';
import type { Report } from '../report.ts';
import type { DiffFormatName } from './options.ts';

/** The comparison with its new findings as a report of their own. */
export interface ReportedDifference extends Difference {
  readonly fresh: Report;
}

export type DiffFormat = (difference: ReportedDifference, context: FormatContext) => ReturnType<Format>;

interface DiffFormatEntry {
  /** Whether people read it: then it speaks their language unless told otherwise. */
  readonly forReaders: boolean;
  readonly load: () => Promise<DiffFormat>;
}

export const diffFormats: Readonly<Record<DiffFormatName, DiffFormatEntry>> = {
  text: { forReaders: true, load: loadText },
  json: { forReaders: false, load: async () => (await import('./json.ts')).diffJson },
  markdown: { forReaders: true, load: async () => (await import('./markdown.ts')).diffMarkdown },
  sarif: { forReaders: false, load: loadSarif },
};

async function loadText(): Promise<DiffFormat> {
  const { diffText } = await import('../../report/diff/text.ts');
  return (difference, { language, colour }) => diffText(difference, language, createPaint(colour));
}

/** Of the comparison, code scanning takes the new findings. */
async function loadSarif(): Promise<DiffFormat> {
  const { sarif } = await import('../format/sarif.ts');
  return ({ fresh }, context) => sarif(fresh, context);
}
