// The output formats by name, each loaded when it is asked for.
import type { Format } from './format.ts';

interface FormatEntry {
  /** Whether people read it: then it speaks their language unless told otherwise. What programs read is in English by default. */
  readonly forReaders: boolean;
  /** Whether it gives the digests of the files. */
  readonly hasDigests?: true;
  /** Whether it gives the classification of the plans. */
  readonly hasClassification?: true;
  readonly load: () => Promise<Format>;
}

export const formats = {
  text: { forReaders: true, load: async () => (await import('./text.ts')).text },
  json: { forReaders: false, hasDigests: true, hasClassification: true, load: async () => (await import('./json.ts')).json },
  sarif: { forReaders: false, hasDigests: true, load: async () => (await import('./sarif.ts')).sarif },
  github: { forReaders: false, load: async () => (await import('./github.ts')).github },
  gitlab: { forReaders: false, load: async () => (await import('./gitlab.ts')).gitlab },
  junit: { forReaders: false, load: async () => (await import('./junit.ts')).junit },
  checkstyle: { forReaders: false, load: async () => (await import('./checkstyle.ts')).checkstyle },
  markdown: { forReaders: true, load: async () => (await import('./markdown.ts')).markdown },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type FormatName = keyof typeof formats;

export function hasClassification(format: FormatName): boolean {
  return 'hasClassification' in formats[format];
}

export function hasDigests(format: FormatName): boolean {
  return 'hasDigests' in formats[format];
}

export const formatNames = Object.keys(formats) as readonly FormatName[];
