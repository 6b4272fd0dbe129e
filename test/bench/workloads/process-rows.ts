// The rows of a workload that runs programs from start to end: govplan, its peers and the floors on the same inputs.
import type { Bilingual } from '../../../server/src/plan/field.ts';
import type { Bench, Result, Row } from '../bench.ts';
import type { Input } from '../peers/linter.ts';
import type { Command } from '../process.ts';
import { interleave, type Series } from '../statistics.ts';

export interface LabelledInput {
  readonly label: Bilingual;
  readonly input: Input;
}

export async function processRows(
  { govplan, peers, floors }: Pick<Bench, 'govplan' | 'peers' | 'floors'>,
  inputs: readonly LabelledInput[],
  rounds: number,
  measure: (command: Command) => Promise<readonly number[]>,
): Promise<Result> {
  const contestants = [govplan, ...peers, ...floors];
  const cells = new Map<string, Series[]>(contestants.map(({ name }) => [name, []]));
  for (const { input } of inputs) {
    const series = await interleave(contestants, rounds, (linter) => measure(linter.command(input)));
    for (const [{ name }, values] of series) cells.get(name)?.push(values);
  }
  const rows: readonly Row[] = contestants.map(({ name, what }) => ({ name, what, cells: cells.get(name) ?? [] }));
  return { base: govplan.name, cases: inputs.map(({ label }) => label), rows };
}
