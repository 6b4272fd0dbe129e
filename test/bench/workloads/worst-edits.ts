// From the edits that touch more than the line they stand in to their diagnostics.
import type { Workload } from '../bench.ts';
import { worstEdits } from '../edits.ts';
import { generatePlan } from '../generate-plan.ts';
import { KB } from '../inputs.ts';
import type { Series } from '../statistics.ts';
import { alone, interleaveEdits, serversOf, withSessions } from './servers.ts';

export const worstEditsWorkload: Workload = {
  id: 'worst-edits',
  title: { en: 'The worst edits', zh: '最不利的编辑' },
  lead: {
    en: 'As above, on a plan of 2 MB: edits that change what the rest of the plan means, each with what takes it back.',
    zh: '同上，预案为 2 MB：这些编辑会改变预案其余部分的含义；每次编辑随后撤回。',
  },
  unit: 'milliseconds',
  async run(bench) {
    const text = generatePlan(2048 * KB);
    // A peer needs seconds for each of these edits.
    const contestants = bench.isQuick ? alone(bench) : bench;
    const edits = worstEdits(text);
    const columns = await withSessions(contestants, text, async (sessions) => {
      const measured: ReadonlyMap<string, Series>[] = [];
      for (const { steps } of edits) {
        const series = await interleaveEdits(sessions, bench.isQuick ? 2 : 5, async ({ server, editor }) => {
          const times = server.name === bench.govplan.name ? 2 : 1;
          const needed: number[] = [];
          for (let time = 0; time < times; time++) for (const changes of steps) needed.push(await editor.edit(changes));
          return needed;
        });
        measured.push(series);
      }
      return measured;
    });
    const rows = serversOf(contestants).map(({ name }) => ({ name, cells: columns.map((column) => column.get(name)) }));
    return { base: bench.govplan.name, cases: edits.map(({ name }) => name), rows };
  },
};
