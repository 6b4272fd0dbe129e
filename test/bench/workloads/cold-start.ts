// A small plan, where starting is most of the work.
import type { Workload } from '../bench.ts';
import { KB, writePlan } from '../inputs.ts';
import { timeOf } from '../process.ts';
import { processRows } from './process-rows.ts';

export const coldStart: Workload = {
  id: 'cold-start',
  title: { en: 'Cold start', zh: '冷启动' },
  lead: {
    en: 'The whole process on a plan of 5 KB, in many rounds, against a process that does nothing.',
    zh: '检查一份 5 KB 的预案，多轮测量，与空进程比较。',
  },
  unit: 'milliseconds',
  async run(bench) {
    const [empty] = bench.floors;
    if (empty === undefined) throw new Error('there is always an empty process');
    const input = await writePlan(bench.folder, 5 * KB);
    const label = { en: '5 KB', zh: '5 KB' };
    const contestants = { ...bench, floors: [empty] };
    const result = await processRows(contestants, [{ label, input }], bench.isQuick ? 5 : 20, async (command) => [await timeOf(command)]);
    return { ...result, base: empty.name };
  },
};
