// A workspace of plans that share libraries, from start to end of the process.
import type { Workload } from '../bench.ts';
import { writeWorkspace } from '../inputs.ts';
import { timeOf } from '../process.ts';
import { processRows } from './process-rows.ts';

export const manyFiles: Workload = {
  id: 'many-files',
  title: { en: 'Many files', zh: '大量文件' },
  lead: {
    en: 'The whole process on a folder of plans of 8 KB each, which import the laws and the organizations of their city from shared libraries. govplan follows the imports; the others look at each file by itself.',
    zh: '检查一个文件夹，每份预案 8 KB，从共享库导入法律和所在城市的组织。govplan 会读取导入的内容，其他工具逐个文件单独检查。',
  },
  unit: 'milliseconds',
  async run(bench) {
    const plans = bench.isQuick ? 100 : 1000;
    const label = { en: `${plans.toLocaleString('en')} files`, zh: `${plans} 个文件` };
    const input = await writeWorkspace(bench.folder, plans);
    return processRows(bench, [{ label, input }], bench.isQuick ? 2 : 5, async (command) => [await timeOf(command)]);
  },
};
