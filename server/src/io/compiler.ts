// When V8 compiles anew, to faster code, what it has run often. Node 20's begins early: of a run over a hundred small files, more than a third
// goes into compiling functions which that run is done with soon after. Later versions have a quick compiler in between, and are left alone.
import { setFlagsFromString } from 'node:v8';

/**
 * What a function runs until it is looked at, in V8's own measure: as V8 11.3 has it, and as runs over plans are quickest, those over hundreds of
 * them with half of it: what is compiled there is still of use for a second or two.
 */
const budgets = { usual: 66 * 1024, long: 512 * 1024, short: 1024 * 1024 };

const isEager = process.versions.v8.startsWith('11.3.');

/** For all threads of the process. What is compiled later is kept by V8 for other flags: a program is to be loaded before. */
export function compileLater(run: 'short' | 'long'): void {
  if (isEager) setFlagsFromString(`--interrupt-budget=${budgets[run]}`);
}

/** Before the process ends: kept code is taken only under the flags under which it was kept. */
export function compileAsUsual(): void {
  if (isEager) setFlagsFromString(`--interrupt-budget=${budgets.usual}`);
}
