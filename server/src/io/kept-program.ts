// Runs a bundled program from the code that V8 made of it in an earlier run. The file is one expression, a function that is given `require`.
import { readFileSync, statSync } from 'node:fs';
import { getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { codeStore } from './kept-code.ts';

export interface ProgramUse {
  /** Names the version of the program and what it is used for: another use needs other parts of it. Undefined: nothing is kept of this one. */
  readonly name: string | undefined;
  /** Whether V8 has compiled what such a run needs, by its exit code. */
  isTypical(exitCode: number): boolean;
}

/** What is kept grows with what runs turn out to need. Looking whether it should takes a moment, and is done this often: every ten seconds. */
const pause = 10_000;

/** `require` is that of a file beside the program. */
export function runProgram(path: string, require: NodeJS.Require, { name, isTypical }: ProgramUse): void {
  const store = name === undefined ? undefined : codeStore(name, statSync(path), process.env);
  const kept = store?.read();
  // The bundles are ASCII.
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, ...(kept && { cachedData: kept.code }) });
  const used = script.cachedDataRejected ? undefined : kept;
  if (store && (used === undefined || Date.now() - used.time > pause)) {
    process.once('exit', (exitCode) => {
      if (!isTypical(exitCode)) return;
      const compiled = getHeapCodeStatistics().bytecode_and_metadata_size;
      if (used === undefined || compiled > 1.02 * used.compiled) store.write(script.createCachedData(), compiled);
      else store.touch();
    });
  }
  script.runInThisContext()(require);
}
