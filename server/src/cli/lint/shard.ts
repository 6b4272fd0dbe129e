// `--shard I/N`: which files belong to a shard, and what its JSON says besides, so that `merge` can say what one run would have said.
import { presentFinding } from '../../rules/present.ts';
import type { Language } from '../../rules/render.ts';
import type { Severity } from '../../rules/rule.ts';
import { fingerprint } from '../../text/hash.ts';
import { type UsageFault, usageFault } from '../arguments.ts';
import { isAtLeast, type ShardFacts, type ShardKnown, type ShardPlan } from '../report.ts';
import type { KnownFinding } from './baseline.ts';
import { incompleteReasons, unreadableReasons } from './messages.ts';
import type { PlanFact } from './plan-facts.ts';
import type { LintRun } from './run.ts';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export function readShard(text: string | undefined): Shard | undefined | UsageFault {
  if (text === undefined) return undefined;
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  return usageFault(
    `--shard needs a part and a number of parts, as 1/8, not '${text}'.`,
    `--shard 应写作“第几份/总份数”，如 1/8，而不是“${text}”。`,
  );
}

/** By a hash of the path as it is shown, so that every machine with the same files in the same folder makes the same parts. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return Number.parseInt(fingerprint(path).slice(-8), 16) % count === index - 1;
}

export interface ShardReading {
  readonly shard: Shard;
  readonly language: Language;
  readonly today: string;
  readonly lowest: Severity;
}

export function shardFacts(run: LintRun, { shard, language, today, lowest }: ShardReading): ShardFacts {
  const incomplete = incompleteReasons(run, language);
  const unreadable = unreadableReasons(run, language);
  return {
    ...shard,
    lang: language,
    dates: run.dates,
    today,
    plans: run.plans.map((plan) => shardPlan(plan, language, lowest)),
    ...(incomplete.length > 0 && { incomplete }),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

/** `path` as it is shown. */
export function shardKnown({ rule, entity, fingerprint: own }: KnownFinding, path: string, isGone: boolean): ShardKnown {
  return { path, rule, ...(entity !== undefined && { entity }), fingerprint: own, ...(isGone && { gone: true }) };
}

function shardPlan({ path, document, hasSeveral, id, span, source, duplicate }: PlanFact, language: Language, lowest: Severity): ShardPlan {
  const { severity, entity, fingerprint: own, suppressed } = presentFinding(duplicate, language, () => source);
  const finding = { severity, ...(entity !== undefined && { entity }), fingerprint: own, ...(suppressed && { suppressed }) };
  return {
    path,
    ...(hasSeveral && { document: document.index }),
    id,
    range: source.lines.range(span),
    ...(isAtLeast(severity, lowest) && { finding }),
  };
}
