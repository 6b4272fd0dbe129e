// When something that recurs is due again: cycles of the plan, the profile and the configuration, of which the shortest counts.
import { addCalendar, type Duration } from '../../text/calendar.ts';

/** The earliest day on which one of the cycles ends, `YYYY-MM-DD`; undefined where there is no cycle. */
export function earliestEnd(from: string, cycles: readonly (Duration | undefined)[]): string | undefined {
  return cycles
    .flatMap((cycle) => (cycle && addCalendar(from, cycle)) ?? [])
    .sort()
    .at(0);
}
