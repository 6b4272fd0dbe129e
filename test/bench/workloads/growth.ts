// How the time grows with the work: ten times the plan, ten times the files. Measured in one process that is warm, so that starting does not
// hide what grows; the files by whole processes.
import { catalogue } from '../../../server/src/rules/catalogue.generated.ts';
import { type LintOptions, lintFile } from '../../../server/src/rules/run.ts';
import { createStore } from '../../../server/src/workspace/store.ts';
import { parseYaml } from '../../../server/src/yaml/parse.ts';
import type { Workload } from '../bench.ts';
import { generatePlan } from '../generate-plan.ts';
import { KB, writeWorkspace } from '../inputs.ts';
import { checkDate } from '../peers/govplan.ts';
import { timeOf } from '../process.ts';
import { interleave, type Series } from '../statistics.ts';

export const growth: Workload = {
  id: 'growth',
  title: { en: 'Growth', zh: '增长' },
  lead: {
    en: 'What ten times the work costs. A plan of 20 KB, 200 KB and 2 MB is parsed, and linted from its text to its findings (which parses it too), in one warm process; 10, 100 and 1,000 files of 8 KB are linted by whole processes.',
    zh: '工作量增至十倍时的耗时。在同一个已预热的进程中，分别解析 20 KB、200 KB、2 MB 的预案，并从文本检查到得出结果（含解析）；另以独立进程检查 10、100、1000 个 8 KB 的文件。',
  },
  unit: 'milliseconds',
  async run(bench) {
    const rounds = bench.isQuick ? 3 : 5;
    const texts = (bench.isQuick ? [20, 200] : [20, 200, 2000]).map((kilobytes) => generatePlan(kilobytes * KB));
    const counts = bench.isQuick ? [10, 100] : [10, 100, 1000];
    for (const text of texts) for (const work of [parse, lint]) await work(text);
    const timed = await interleave([...texts.entries()], rounds, async ([, text]) => [
      await timeWork(parse, text),
      await timeWork(lint, text),
    ]);
    const column = (index: number): readonly Series[] =>
      [...timed.values()].map((rounds) => rounds.map((round) => [round[index] ?? Number.NaN]));
    const files = [];
    for (const count of counts) files.push(bench.govplan.command(await writeWorkspace(bench.folder, count)));
    const runs = await interleave(files, rounds, async (command) => [await timeOf(command)]);
    return {
      cases: [
        { en: '×1', zh: '1 倍' },
        { en: '×10', zh: '10 倍' },
        { en: '×100', zh: '100 倍' },
      ].slice(0, texts.length),
      rows: [
        { name: 'parse', what: { en: '20 KB, 200 KB, 2 MB', zh: '20 KB、200 KB、2 MB' }, cells: column(0) },
        { name: 'lint', what: { en: '20 KB, 200 KB, 2 MB', zh: '20 KB、200 KB、2 MB' }, cells: column(1) },
        { name: 'govplan', what: { en: '10, 100, 1,000 files', zh: '10、100、1000 个文件' }, cells: [...runs.values()] },
      ],
    };
  },
};

const origin = 'generated.plan.yaml';
const options: LintOptions = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };

async function timeWork(work: (text: string) => unknown, text: string): Promise<number> {
  const start = performance.now();
  await work(text);
  return performance.now() - start;
}

function parse(text: string): void {
  parseYaml(text, { origin });
}

async function lint(text: string): Promise<void> {
  const store = createStore({ read: async () => ({ kind: 'absent' }), resolve: async () => ({ kind: 'outside' }) });
  store.open(origin, text);
  const results = lintFile(await store.closure(origin), options);
  for (const { context, crashes } of results) {
    if (crashes.length > 0) throw new Error(`a rule crashed: ${JSON.stringify(crashes)}`);
    if (context === undefined) throw new Error('the generated plan was not read as a plan');
  }
}
