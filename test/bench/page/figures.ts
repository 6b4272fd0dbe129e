// Numbers as a reader wants them: three digits at most, with their unit.
import type { Series } from '../statistics.ts';
import { summarize } from '../statistics.ts';

export type Unit = 'milliseconds' | 'bytes' | 'times';

export function figure(value: number, unit: Unit): string {
  switch (unit) {
    case 'milliseconds':
      return value < 1000 ? `${digits(value)} ms` : `${digits(value / 1000)} s`;
    case 'bytes':
      return `${digits(value / 1024 ** 2)} MB`;
    case 'times':
      return `×${digits(value)}`;
  }
}

/** Median and 95th percentile: `12 ms (15 ms)`. */
export function summary(series: Series, unit: Unit): string {
  const { median, p95 } = summarize(series);
  return `${figure(median, unit)} (${figure(p95, unit)})`;
}

function digits(value: number): string {
  const size = Math.abs(value);
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}
