// What was promised, what was measured, and whether that is what was promised.
import { type Results, type Target, targets, type Verdict, verdictOf } from '../targets.ts';
import { figure } from './figures.ts';
import { table } from './table.ts';

export function targetsTable(results: Results): string {
  return table(
    [{ title: 'target · 目标' }, { title: 'median · 中位数', isFigures: true }, { title: 'p95', isFigures: true }, { title: '' }],
    targets.map((target) => rowOf(target, results)),
  );
}

function rowOf(target: Target, results: Results): readonly string[] {
  const text = `${target.text.en} · ${target.text.zh}`;
  const measured = target.measure(results);
  if (measured === undefined) return [text, '–', '–', 'not measured · 未测'];
  return [text, figure(measured.median, target.unit), figure(measured.p95, target.unit), verdicts[verdictOf(target, measured)]];
}

const verdicts: Readonly<Record<Verdict, string>> = {
  met: 'met · 达标',
  'median only': 'met by the median only · 仅中位数达标',
  missed: '**missed · 未达标**',
};
