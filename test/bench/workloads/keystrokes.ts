// From a keystroke to its diagnostics, on plans of different lengths.
import type { Result, Workload } from '../bench.ts';
import { typing } from '../edits.ts';
import { generatePlan } from '../generate-plan.ts';
import type { Series } from '../statistics.ts';
import { interleaveEdits, serversOf, withSessions } from './servers.ts';

export const keystrokes: Workload = {
  id: 'keystrokes',
  title: { en: 'Keystrokes', zh: '键入' },
  lead: {
    en: 'From the moment an edit is sent to a language server until the last byte of its diagnostics is there; one character typed into a text value in the middle of the plan, and taken back. yaml-language-server has the JSON Schema of the format and waits on purpose before it looks at an edit: that wait is taken off its figures.',
    zh: '从向语言服务器发出编辑，到收到其诊断的最后一个字节：在预案中部的文本值中键入一个字符，再删去。yaml-language-server 使用本格式的 JSON Schema；它在编辑后有意等待一段时间，该等待已从其数据中扣除。',
  },
  unit: 'milliseconds',
  async run(bench) {
    const lengths = bench.isQuick ? [200, 50_000] : [200, 2000, 50_000];
    const columns: ReadonlyMap<string, Series>[] = [];
    for (const lines of lengths) columns.push(await typeInto(lines));
    const rows = serversOf(bench).map(({ name }) => ({ name, cells: columns.map((column) => column.get(name)) }));
    const cases = lengths.map((lines) => ({ en: `${lines.toLocaleString('en')} lines`, zh: `${lines} 行` }));
    return { base: bench.govplan.name, cases, rows } satisfies Result;

    async function typeInto(lines: number): Promise<ReadonlyMap<string, Series>> {
      const text = generatePlan({ lines });
      const { steps } = typing(text);
      return withSessions(bench, text, (sessions) =>
        interleaveEdits(sessions, bench.isQuick ? 2 : 5, async ({ server, editor }) => {
          // A peer that needs seconds for one edit is not asked for many.
          const pairs = lines < 10_000 ? 10 : server.name === bench.govplan.name ? 4 : 1;
          const needed: number[] = [];
          for (let pair = 0; pair < pairs; pair++) for (const changes of steps) needed.push(await editor.edit(changes));
          return needed;
        }),
      );
    }
  },
};
