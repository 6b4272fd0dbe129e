// The most memory that a process had at once.
import type { Bench, Workload } from '../bench.ts';
import { typing } from '../edits.ts';
import { generatePlan } from '../generate-plan.ts';
import { KB, writePlan } from '../inputs.ts';
import { startEditor } from '../language-server.ts';
import { peakMemoryOf } from '../process.ts';
import { interleave, type Series } from '../statistics.ts';
import { processRows } from './process-rows.ts';
import { serversOf } from './servers.ts';

export const memory: Workload = {
  id: 'memory',
  title: { en: 'Peak memory', zh: '内存峰值' },
  lead: {
    en: 'The most that the process had in memory at once (VmHWM): of a linter on one file, and of a language server that opens a plan and takes four keystrokes.',
    zh: '进程的内存峰值（VmHWM）：检查器检查单个文件时，以及语言服务器打开一份预案并处理四次键入时。',
  },
  unit: 'bytes',
  async run(bench) {
    const rounds = bench.isQuick ? 1 : 5;
    const lines = bench.isQuick ? 2000 : 50_000;
    const input = { label: { en: '2 MB', zh: '2 MB' }, input: await writePlan(bench.folder, 2048 * KB) };
    const linters = await processRows(bench, [input], rounds, async (command) => asSample(await peakMemoryOf(command)));
    const servers = await serverMemory(bench, lines, rounds);
    const rows = linters.rows.map((row) => ({ ...row, cells: [...row.cells, servers.get(row.name)] }));
    const others = [...servers].filter(([name]) => linters.rows.every((row) => row.name !== name));
    return {
      base: bench.govplan.name,
      cases: [...linters.cases, { en: `language server, ${lines.toLocaleString('en')} lines`, zh: `语言服务器，${lines} 行` }],
      rows: [...rows, ...others.map(([name, series]) => ({ name, cells: [undefined, series] }))],
    };
  },
};

async function serverMemory(bench: Bench, lines: number, rounds: number): Promise<ReadonlyMap<string, Series>> {
  const text = generatePlan({ lines });
  const { steps } = typing(text);
  const series = await interleave(serversOf(bench), rounds, async (server) => {
    const editor = await startEditor(server, bench.folder);
    await editor.open('edited.plan.yaml', text);
    for (let pair = 0; pair < 2; pair++) for (const changes of steps) await editor.edit(changes);
    const peak = await editor.peakMemory();
    await editor.stop();
    return asSample(peak);
  });
  return new Map([...series].map(([{ name }, values]) => [name, values]));
}

function asSample(value: number | undefined): readonly number[] {
  return value === undefined ? [] : [value];
}
