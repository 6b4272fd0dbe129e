// How much room V8 has for what is new. What stays is copied twice, then is old; the more stays, the more room V8 takes for the next time, so
// that what goes soon is gone before anyone copies it. Of a single plan nearly everything stays until its lint is done: more room then only
// means memory that nobody has touched yet, and a system needs as long to give out a page of it as V8 needs to copy what is on one.
import { setFlagsFromString } from 'node:v8';

/** V8's own; it takes none below at its start. */
const usualGrowth = 2;

/** The room that there is now is not made larger. What is compiled is kept by V8 for other flags: a program is to be loaded before. */
export function keepNewSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Before the process ends: kept code is taken only under the flags under which it was kept. */
export function growNewSpaceAsUsual(): void {
  setFlagsFromString(`--semi-space-growth-factor=${usualGrowth}`);
}
