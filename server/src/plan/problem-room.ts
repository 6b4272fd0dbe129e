// How many problems of one rule are kept. Nobody is told of so many (`rules/run.ts` shows fewer), and a file may hold ten million of them.
import type { ShapeRule } from './problem.ts';

/** Well above what is shown: of what an alias repeats, only one is. */
const mostOfRule = 50_000;

export class ProblemRoom {
  private counts: Map<ShapeRule, number> | undefined = undefined;

  /** Whether one more problem of a rule would find room: else nobody need find out what it would say. */
  has(rule: ShapeRule): boolean {
    return (this.counts?.get(rule) ?? 0) < mostOfRule;
  }

  /** Takes the room for one more problem of a rule, where there is any. */
  take(rule: ShapeRule): boolean {
    this.counts ??= new Map();
    const count = this.counts.get(rule) ?? 0;
    if (count === mostOfRule) return false;
    this.counts.set(rule, count + 1);
    return true;
  }
}
