// The program of `lint`, which runs on every commit and every save: it has no other command, and starts in less time.
import { runProcess } from '../process.ts';
import { lintCommand } from './command.ts';

void runProcess([lintCommand]);
