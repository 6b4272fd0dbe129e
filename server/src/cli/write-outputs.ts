// Writes what a command has to say in each format that was asked for to where it belongs: standard output or a file.
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../io/folders.ts';
import { writeAtomically } from '../io/write-file.ts';
import type { Language } from '../rules/render.ts';
import type { FormatContext } from './format/format.ts';
import { unwritableReason } from './lint/messages.ts';
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
      const failure = await writeOutput(terminal.cwd, file, text, language);
      if (failure !== undefined) failures.push(failure);
    }
  }
  return failures;
}

/** Writes a file, with the folders that it lacks. Returns why it could not be written; undefined where it was. */
export async function writeOutput(
  cwd: string,
  file: string,
  text: string | Iterable<string>,
  language: Language,
): Promise<string | undefined> {
  const path = resolve(cwd, file);
  try {
    makeFolder(dirname(path));
    await writeAtomically(path, typeof text === 'string' ? text : stretches(text));
    return undefined;
  } catch (error) {
    return unwritableReason(file, error, language);
  }
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
