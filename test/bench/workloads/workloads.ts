// Everything that is measured, in the order of the page.
import type { Workload } from '../bench.ts';
import { coldStart } from './cold-start.ts';
import { growth } from './growth.ts';
import { keystrokes } from './keystrokes.ts';
import { manyFiles } from './many-files.ts';
import { memory } from './memory.ts';
import { oneFile } from './one-file.ts';
import { worstEditsWorkload } from './worst-edits.ts';

export const workloads: readonly Workload[] = [oneFile, manyFiles, keystrokes, worstEditsWorkload, coldStart, memory, growth];
