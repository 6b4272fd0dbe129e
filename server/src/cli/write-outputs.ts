// Writes what a command has to say in each format that was asked for to where it belongs: standard output or a file.
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeAtomically } from '../io/write-file.ts';
import type { Language } from '../rules/render.ts';
import type { FormatContext } from './format/format.ts';
import { texts } from './lint/messages.ts';
import type { OutputRequest } from './lint/settings.ts';
import { type Output, type Terminal, wantsColour } from './terminal.ts';

export interface OutputSettings {
  readonly terminal: Pick<Terminal, 'cwd' | 'env' | 'stdout'>;
  readonly language: Language;
  /** What `--color` and `--no-color` ask for. */
  readonly colour: boolean | undefined;
  /** In place of standard output. */
  readonly output?: Output;
}

/** Returns why files could not be written. `speaks` says whether a format is in the reader's language; others are in English. */
export async function writeOutputs<F extends string>(
  requests: readonly OutputRequest<F>[],
  render: (format: F, context: FormatContext) => Promise<string | Iterable<string>>,
  speaks: (format: F) => boolean,
  { terminal, language, colour, output: standard = terminal.stdout }: OutputSettings,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { format, file } of requests) {
    const output = file === undefined ? standard : undefined;
    const text = await render(format, {
      language: speaks(format) ? language : 'en',
      colour: output ? wantsColour(colour, terminal.env, output) : colour === true,
      columns: output?.columns,
    });
    if (output) for (const stretch of stretches(text)) output.write(stretch);
    else if (file !== undefined) {
      const path = resolve(terminal.cwd, file);
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeAtomically(path, typeof text === 'string' ? text : stretches(text));
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? String(error);
        failures.push(texts.unwritable[language].replace('{path}', file).replace('{reason}', reason));
      }
    }
  }
  return failures;
}

/** Pieces joined to what is worth a call of the system each. In UTF-16 units. */
const longEnough = 65_536;

function* stretches(text: string | Iterable<string>): Generator<string> {
  if (typeof text === 'string') {
    yield text;
    return;
  }
  let joined = '';
  for (const piece of text) {
    joined += piece;
    if (joined.length < longEnough) continue;
    yield joined;
    joined = '';
  }
  if (joined !== '') yield joined;
}
