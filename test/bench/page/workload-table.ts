// The table of one workload: everybody's times, and how many times that is of the one they are compared with.
import type { Bilingual } from '../../../server/src/plan/field.ts';
import type { Result, Row, Workload } from '../bench.ts';
import { ratio } from '../statistics.ts';
import { figure, summary } from './figures.ts';
import { type Column, table } from './table.ts';

export function workloadTable({ unit }: Pick<Workload, 'unit'>, result: Result): string {
  // Many cases with few contestants read better the other way round.
  const isTurned = result.cases.length > result.rows.length + 1;
  const cell = (row: Row, index: number): string => cellOf(result, row, index, unit);
  if (isTurned) {
    const columns: readonly Column[] = [{ title: '' }, ...result.rows.map((row) => ({ title: nameOf(row), isFigures: true }))];
    return table(
      columns,
      result.cases.map((label, index) => [both(label), ...result.rows.map((row) => cell(row, index))]),
    );
  }
  const columns: readonly Column[] = [{ title: '' }, ...result.cases.map((label) => ({ title: both(label), isFigures: true }))];
  return table(
    columns,
    result.rows.map((row) => [nameOf(row), ...result.cases.map((_, index) => cell(row, index))]),
  );
}

function cellOf({ base, rows }: Result, row: Row, index: number, unit: Workload['unit']): string {
  const series = row.cells[index];
  if (series === undefined || series.flat().length === 0) return '–';
  const other = base === undefined ? row.cells[index - 1] : rows.find(({ name }) => name === base)?.cells[index];
  const said = summary(series, unit);
  return other === undefined || other === series ? said : `${said} ${figure(ratio(series, other), 'times')}`;
}

function nameOf({ name, what }: Row): string {
  return what === undefined ? name : `${name}: ${both(what)}`;
}

function both({ en, zh }: Bilingual): string {
  return en === zh ? en : `${en} · ${zh}`;
}
