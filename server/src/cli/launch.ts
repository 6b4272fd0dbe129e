// The command as it is installed. The program itself is `bin.ts` with everything it needs, in a file beside this one.
import { join } from 'node:path';
import { runProgram } from '../io/kept-program.ts';
import { version } from '../report/version.ts';
import { threadArgument } from './thread-argument.ts';

const [command = '', ...rest] = process.argv.slice(2);
const isThread = command === threadArgument;

runProgram(join(__dirname, 'main.cjs'), require, {
  // Threads do what `lint` does. What is no command is no use.
  name: isThread ? `lint-${version}` : /^[a-z]+(?:-[a-z]+)?$/.test(command) ? `${command}-${version}` : undefined,
  isTypical: (exitCode) => !isThread && exitCode <= 1 && !rest.includes('--help') && !rest.includes('-h'),
});
