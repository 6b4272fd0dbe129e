// Promised support whose day has passed, with nothing newer in its place.
import type { Reference } from '../../plan/field.ts';
import type { Cultivation } from '../../plan/shape.ts';
import { cultivationKinds } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorNames } from '../shared/actor-name.ts';
import type { HiddenKeys } from '../shared/hidden-keys.ts';

export default defineRule({
  id: 'cultivation-overdue',
  group: 'cultivation',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A cultivation entry of a plan in force is past its due date, and no newer entry of its kind follows for the recipient.',
    zh: '现行预案中的培育措施已过期限，且没有针对同一对象的同类后续措施。',
  },
  why: {
    en: 'Support that was promised and not given, or given once and not again, leaves the plan counting on abilities that are not there.',
    zh: '逾期未落实或未持续的培育措施，会使预案寄望于并不存在的能力。',
  },
  source: '',
  messages: {
    overdue: {
      en: "'{kind}' for {recipients} was due on {due}, before the check date {asOf}. Set a new date, or add the next entry.",
      zh: '针对{recipients}的“{kind}”应于 {due} 前完成，早于检查日期 {asOf}。请更新期限或添加后续措施。',
    },
  },
  *check(plan, { asOf, doubts: { hidden } }) {
    if (plan.head.status?.value !== 'in-force' || hidden.inItems('cultivation')) return;
    const isUnread = (entry: Cultivation): boolean => entry.kind === undefined || hidden.in(entry, 'due') || isForUnknown(entry, plan);
    const latestUnread = latestUnreadDates(plan.content.cultivation.filter(isUnread), plan, hidden);
    const latest = latestDueDates(plan.content.cultivation);
    for (const entry of plan.content.cultivation) {
      const { kind, due, recipients } = entry;
      if (kind === undefined || due === undefined || due.value >= asOf) continue;
      // What could not be read of another entry may make it the newer one.
      const mayBeFollowed = ({ id }: Reference): boolean =>
        [kind.value, anything].some((one) => [id, anything].some((other) => (latestUnread.get(keyOf(one, other)) ?? '') > due.value));
      const waiting = recipients
        .filter(({ id }) => latest.get(keyOf(kind.value, id)) === due.value)
        .filter((recipient) => !mayBeFollowed(recipient))
        .flatMap(({ id }) => plan.actors.get(id) ?? []);
      if (waiting.length === 0) continue;
      const data = { kind: cultivationKinds[kind.value], recipients: actorNames(waiting), due: due.value, asOf };
      yield {
        message: 'overdue',
        at: due.node,
        data,
        discriminator: waiting
          .map(({ id }) => id)
          .sort()
          .join(' '),
      };
    }
  },
});

/** The latest due date of a kind of support for a recipient. */
function latestDueDates(entries: readonly Cultivation[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { kind, due, recipients } of entries) {
    if (kind === undefined || due === undefined) continue;
    for (const { id } of recipients) keepLatest(latest, keyOf(kind.value, id), due.value);
  }
  return latest;
}

/** In place of a kind or a recipient that could not be read. */
const anything = '';

/** Behind every day that there is. */
const lastDay = '9999-99-99';

/** The same of entries that could not be read to the end, as late as they may be. */
function latestUnreadDates(entries: readonly Cultivation[], plan: Plan, hidden: HiddenKeys): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const entry of entries) {
    const due = entry.due?.value ?? (hidden.in(entry, 'due') ? lastDay : undefined);
    if (due === undefined) continue;
    const recipients = isForUnknown(entry, plan) ? [anything] : entry.recipients.map(({ id }) => id);
    for (const recipient of recipients) keepLatest(latest, keyOf(entry.kind?.value ?? anything, recipient), due);
  }
  return latest;
}

function keepLatest(latest: Map<string, string>, key: string, due: string): void {
  if ((latest.get(key) ?? '') < due) latest.set(key, due);
}

function isForUnknown({ recipients }: Cultivation, { actors }: Plan): boolean {
  return recipients.length === 0 || recipients.some(({ id }) => !actors.has(id));
}

function keyOf(kind: string, recipient: string): string {
  return `${kind}\n${recipient}`;
}
