// The program with all commands.
import { commands } from './commands.ts';
import { runProcess } from './process.ts';

void runProcess(commands);
