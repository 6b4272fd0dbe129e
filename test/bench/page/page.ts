// docs/performance.md: everything that a run measured.
import type { Bench, Workload } from '../bench.ts';
import type { Environment } from '../environment.ts';
import type { Profile, Profiled } from '../profile.ts';
import { type Results, targets, verdictOf } from '../targets.ts';
import { environmentTable, loadNote } from './environment-table.ts';
import { profileSection } from './profile-section.ts';
import { targetsTable } from './targets-table.ts';
import { workloadTable } from './workload-table.ts';

export interface Run {
  readonly environment: Environment;
  readonly bench: Pick<Bench, 'govplan' | 'peers' | 'missing' | 'yamlLanguageServer'>;
  readonly workloads: readonly Workload[];
  readonly results: Results;
  /** Of the targets that were missed. */
  readonly profiles: ReadonlyMap<Profiled, Profile>;
}

export function performancePage({ environment, bench, workloads, results, profiles }: Run): string {
  const sections = workloads.flatMap((workload) => {
    const result = results.get(workload.id);
    if (result === undefined) return [];
    const { title, lead } = workload;
    return [`## ${title.en} · ${title.zh}\n\n${lead.en}\n\n${lead.zh}\n\n${workloadTable(workload, result)}\n`];
  });
  return `${head}
${loadNote(environment)}## Targets · 目标

${targetsHead}

${targetsTable(results)}

${whySection(results, profiles)}${sections.join('\n')}
## The run · 测量环境

${environmentTable(environment, bench)}
`;
}

const head = `# How fast govplan is · govplan 的性能

<!-- Made by \`npm run bench -- --write\`. Measure again instead of editing. -->

Everybody in a table was measured in the same run, in rounds that interleave them (at least five), on the same plans: generated ones, near to real
plans, with Chinese text and all sections, and without a single finding. A cell is the median, in brackets the 95th percentile, which for few
rounds is the slowest one; \`×\` is the median, over the rounds, of how many times the value is of the one it is compared with. Only ratios carry
over to another machine.

The peers check less: Spectral has a ruleset of equal intent (\`test/bench/peers/spectral-ruleset.mjs\`), ajv and yaml-language-server the JSON
Schema of the format, yamllint syntax and style. Each of them had to find a planted fault before it was timed. \`npm run bench -- --quick\` takes a
minute or two and writes nothing.

同一表中的各方均在同一次运行中按交错轮次（至少五轮）测量，所用预案相同：由程序生成，接近真实预案，含中文和全部章节，且没有任何检查结果。单元格为中位数，
括号内为第 95 百分位数（轮次少时即最慢的一次）；\`×\` 为各轮比值的中位数，即该值是对照值的多少倍。换一台机器时，只有比值有参考意义。

同类工具检查的内容较少：Spectral 使用意图相同的规则集（\`test/bench/peers/spectral-ruleset.mjs\`），ajv 和 yaml-language-server 使用本格式的 JSON Schema，
yamllint 只检查语法和风格。每个工具都须先查出预埋的错误，才开始计时。\`npm run bench -- --quick\` 约需一两分钟，不写入文件。
`;

const targetsHead = `A target is met when the median and the 95th percentile both say so; one that speaks of p95, when that does.

中位数和第 95 百分位数都满足，才算达标；目标只涉及 p95 的，以 p95 为准。`;

/** Targets that were missed for the same work share a profile. */
function whySection(results: Results, profiles: Run['profiles']): string {
  if (profiles.size === 0) return '';
  const missed = targets.filter((target) => {
    const measured = target.measure(results);
    return measured !== undefined && verdictOf(target, measured) !== 'met';
  });
  const sections = [...profiles].map(([profiled, profile]) =>
    profileSection(
      missed.filter((target) => target.profiled === profiled),
      profile,
    ),
  );
  return `## Why a target was missed · 未达标的原因\n\n${sections.join('\n\n')}\n\n`;
}
