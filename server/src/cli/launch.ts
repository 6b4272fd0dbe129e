// The command as it is installed. The programs themselves, `bin.ts` and `lint/bin.ts` with everything they need, are in files beside this one.
import { join } from 'node:path';
import { runProgram } from '../io/kept-program.ts';
import { version } from '../report/version.ts';
import { threadArgument } from './thread-argument.ts';

const [command = '', ...rest] = process.argv.slice(2);
const isThread = command === threadArgument;
// Threads do what `lint` does.
const isLint = isThread || command === 'lint';

runProgram(join(__dirname, isLint ? 'lint.cjs' : 'main.cjs'), require, {
  // What is no command is no use.
  name: isLint ? `lint-${version}` : /^[a-z]+(?:-[a-z]+)?$/.test(command) ? `${command}-${version}` : undefined,
  isTypical: (exitCode) => !isThread && exitCode <= 1 && !rest.includes('--help') && !rest.includes('-h'),
});
