// Runs a bundled program from the code that V8 made of it in an earlier run. The file is one expression, a function that is given `require`.
import { readFileSync, statSync } from 'node:fs';
import { Script } from 'node:vm';
import { keptCode } from './kept-code.ts';

export interface ProgramUse {
  /** Names the version of the program and what it is used for: another use needs other parts of it. Undefined: nothing is kept of this one. */
  readonly name: string | undefined;
  /** Whether V8 has compiled what such a run needs, by its exit code. */
  isTypical(exitCode: number): boolean;
}

/** `require` is that of a file beside the program. */
export function runProgram(path: string, require: NodeJS.Require, { name, isTypical }: ProgramUse): void {
  const kept = name === undefined ? undefined : keptCode(name, statSync(path), process.env);
  const code = kept?.read();
  // The bundles are ASCII.
  const script = new Script(readFileSync(path, 'latin1'), { filename: path, ...(code && { cachedData: code }) });
  if (kept && (code === undefined || script.cachedDataRejected)) {
    process.once('exit', (exitCode) => {
      if (isTypical(exitCode)) kept.write(script.createCachedData());
    });
  }
  script.runInThisContext()(require);
}
