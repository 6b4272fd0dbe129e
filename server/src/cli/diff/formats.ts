// The output formats of `diff` by name, each loaded when it is asked for.
import type { FormatContext } from '../format/format.ts';
import type { Difference } from './difference.ts';
import type { DiffFormatName } from './options.ts';

export type DiffFormat = (difference: Difference, context: FormatContext) => string;

interface DiffFormatEntry {
  /** Whether people read it: then it speaks their language unless told otherwise. */
  readonly forReaders: boolean;
  readonly load: () => Promise<DiffFormat>;
}

export const diffFormats: Readonly<Record<DiffFormatName, DiffFormatEntry>> = {
  text: { forReaders: true, load: async () => (await import('./text.ts')).diffText },
  json: { forReaders: false, load: async () => (await import('./json.ts')).diffJson },
  markdown: { forReaders: true, load: async () => (await import('./markdown.ts')).diffMarkdown },
  sarif: { forReaders: false, load: loadSarif },
};

/** Of the comparison, code scanning takes the new findings. */
async function loadSarif(): Promise<DiffFormat> {
  const { sarif } = await import('../format/sarif.ts');
  return ({ fresh }, context) => sarif(fresh, context);
}
