// The language server as editors start it. The program itself is `bin.ts` with everything it needs, in a file beside this one.
import { join } from 'node:path';
import { runProgram } from '../io/kept-program.ts';
import { version } from '../report/version.ts';

runProgram(join(__dirname, 'server-main.cjs'), require, {
  name: `server-${version}`,
  // 1 is how the protocol ends a server that was not shut down before.
  isTypical: (exitCode) => exitCode <= 1,
});
