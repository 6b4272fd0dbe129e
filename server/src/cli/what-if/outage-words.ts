// What was typed behind `--without` and `--fail-on`: names of actors and links of the plan, and thresholds.

import type { Failures } from '../../governance/failing.ts';
import type { FailedLink, Outage } from '../../governance/outage.ts';
import { impactOf } from '../../governance/what-if.ts';
import { type LinkType, linkTypes } from '../../plan/vocabulary.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import { isFault, suggestion, type UsageFault, usageFault } from '../arguments.ts';
import { type ThresholdName, thresholdNames } from './options.ts';

export function readOutage(words: readonly string[], plan: Plan): Outage | UsageFault {
  const actors = new Set<Actor>();
  const links: FailedLink[] = [];
  for (const word of words) {
    const read = readWord(word, plan);
    if ('fault' in read) return read;
    if ('kind' in read) actors.add(read);
    else links.push(read);
  }
  return { actors, links };
}

/** `blue-sky`, `organizations/blue-sky`, `a->b`, `a→b:task`, `links/a/task/b`. */
function readWord(word: string, plan: Plan): Actor | FailedLink | UsageFault {
  const named = /^links\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(word);
  const drawn = /^(.+?)\s*(?:->|→)\s*([^:]+?)(?::(.+))?$/.exec(word);
  if (named === null && drawn === null) return readActor(word.replace(/^(?:organizations|bodies)\//, ''), plan);
  const [fromId, type, toId] = named ? [named[1], named[2], named[3]] : [drawn?.[1], drawn?.[3], drawn?.[2]];
  const from = readActor(fromId ?? '', plan);
  if ('fault' in from) return from;
  const to = readActor(toId ?? '', plan);
  if ('fault' in to) return to;
  if (type !== undefined && !isLinkType(type)) {
    const hint = suggestion(type, Object.keys(linkTypes));
    return usageFault(`there is no type of link '${type}'.${hint.en}`, `没有联系类型“${type}”。${hint.zh}`);
  }
  const isThere = plan.ties.some((tie) => tie.from === from && tie.to === to && (type === undefined || tie.type === type));
  if (isThere) return { from, to, type };
  return usageFault(`the plan has no link '${word}'.`, `预案中没有联系“${word}”。`);
}

function readActor(id: string, plan: Plan): Actor | UsageFault {
  const actor = plan.actors.get(id);
  if (actor?.takesPart) return actor;
  const hint = suggestion(
    id,
    [...plan.organizations, ...plan.bodies].map((known) => known.id),
  );
  return usageFault(`nobody in the plan is called '${id}'.${hint.en}`, `预案中没有名为“${id}”的主体。${hint.zh}`);
}

function isLinkType(word: string): word is LinkType {
  return Object.hasOwn(linkTypes, word);
}

export interface Threshold {
  readonly name: ThresholdName;
  readonly atLeast: number;
}

export function readThresholds(words: readonly string[]): readonly Threshold[] | UsageFault {
  const thresholds: Threshold[] = [];
  for (const word of words) {
    const threshold = readThreshold(word);
    if (isFault(threshold)) return threshold;
    thresholds.push(threshold);
  }
  return thresholds;
}

function readThreshold(word: string): Threshold | UsageFault {
  const [first = '', count = '1'] = /^\d+$/.test(word) ? ['impact', word] : word.split('=', 2);
  const name = thresholdNames.find((known) => known === first);
  if (name === undefined) {
    const hint = suggestion(first, thresholdNames);
    const names = thresholdNames.join(', ');
    return usageFault(
      `--fail-on knows no '${first}': a number, or one of ${names}.${hint.en}`,
      `--fail-on 不支持“${first}”：应为数字或 ${names}。${hint.zh}`,
    );
  }
  if (!/^[1-9]\d*$/.test(count)) {
    return usageFault(
      `--fail-on ${name} needs a number from 1 up, not '${count}'.`,
      `--fail-on ${name} 应为不小于 1 的整数，而不是“${count}”。`,
    );
  }
  return { name, atLeast: Number(count) };
}

export function isReached({ name, atLeast }: Threshold, consequences: Failures): boolean {
  return countOf(name, consequences) >= atLeast;
}

function countOf(name: ThresholdName, consequences: Failures): number {
  switch (name) {
    case 'uncovered':
      return consequences.uncovered.length;
    case 'lost-rights':
      return consequences.lostRights.length;
    case 'leaderless':
      return consequences.leaderless.length;
    case 'unreachable':
      return consequences.unreachable.length;
    case 'mode':
      return consequences.before === consequences.after ? 0 : 1;
    case 'impact':
      return impactOf(consequences);
  }
}
