// One file, from start to end of the process, at four sizes.
import type { Bench, Workload } from '../bench.ts';
import { KB, writePlan } from '../inputs.ts';
import { timeOf } from '../process.ts';
import { processRows } from './process-rows.ts';

export const oneFile: Workload = {
  id: 'one-file',
  title: { en: 'One file', zh: '单个文件' },
  lead: {
    en: 'The whole process, from its start to its end, on one plan.',
    zh: '检查一份预案，从进程启动到退出的全部时间。',
  },
  unit: 'milliseconds',
  async run(bench: Bench) {
    const inputs = [];
    for (const { label, bytes } of bench.isQuick ? sizes.filter(({ isQuick }) => isQuick) : sizes) {
      inputs.push({ label, input: await writePlan(bench.folder, bytes) });
    }
    return processRows(bench, inputs, bench.isQuick ? 2 : 5, async (command) => [await timeOf(command)]);
  },
};

const sizes = [
  { label: { en: '5 KB', zh: '5 KB' }, bytes: 5 * KB, isQuick: true },
  { label: { en: '50 KB', zh: '50 KB' }, bytes: 50 * KB, isQuick: false },
  { label: { en: '500 KB', zh: '500 KB' }, bytes: 500 * KB, isQuick: false },
  { label: { en: '2 MB', zh: '2 MB' }, bytes: 2048 * KB, isQuick: true },
];
