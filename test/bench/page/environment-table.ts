// Under what the figures came about, and how far they can be trusted.
import type { Bench } from '../bench.ts';
import { isMissing } from '../bench.ts';
import type { Environment } from '../environment.ts';
import { table } from './table.ts';

/** From this share of the processors on, what others do shows in the figures. */
const disturbing = 0.1;

export function environmentTable(
  environment: Environment,
  bench: Pick<Bench, 'govplan' | 'peers' | 'missing' | 'yamlLanguageServer'>,
): string {
  const { date, system, cores, memory, node, newNode, others, minutes } = environment;
  const server = bench.yamlLanguageServer;
  return table(
    [{ title: '' }, { title: '' }],
    [
      ['date · 日期', date],
      ['system · 系统', `${system}, ${cores} cores, ${Math.round(memory / 1024 ** 3)} GB`],
      ['command line and peers · 命令行及同类工具', `Node ${node}`],
      ['language servers · 语言服务器', `Node ${newNode}`],
      ...[bench.govplan, ...bench.peers].map(({ name, version }) => [name, version]),
      ...(isMissing(server)
        ? []
        : [
            [
              server.name,
              `${server.version}; waits ${server.debounce} ms after an edit, taken off · 编辑后等待 ${server.debounce} 毫秒，已扣除`,
            ],
          ]),
      ...bench.missing.map(({ name, reason }) => [name, `not measured · 未测: ${reason}`]),
      ['the run took · 用时', `${minutes.toFixed(0)} min`],
      [
        'other programs had of the processors · 其他程序占用处理器',
        others === undefined ? 'unknown · 不明' : `${(100 * others).toFixed(0)} %`,
      ],
    ],
  );
}

export function loadNote({ others }: Environment): string {
  if (others === undefined || others < disturbing) return '';
  return `**The machine was not quiet**: other programs had ${(100 * others).toFixed(0)} % of its processors during this run. Times are longer than they need be and scatter; ratios suffer less, because everybody was measured in the same rounds.

**测量时机器并不空闲**：其他程序占用了 ${(100 * others).toFixed(0)}% 的处理器时间。绝对耗时偏长且波动较大；由于各方在同一轮次中测量，比值受影响较小。

`;
}
