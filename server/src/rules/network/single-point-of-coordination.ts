// An actor on whom others hang alone: take it away, and they are cut off.
import { findCuts } from '../../network/cuts.ts';
import type { BodyActor } from '../../workspace/plan.ts';
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';

/** One organization more or less at the edge is no matter of structure. */
const FEWEST_CUT_OFF = 2;

export default defineRule({
  id: 'single-point-of-coordination',
  group: 'network',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The failure of one actor cuts two or more organizations off from the rest of the network.',
    zh: '某一主体一旦失效，就会使两个以上组织与网络其余部分脱节。',
  },
  why: {
    en: 'A crisis organization has to stay able to respond when one of its parts fails. What hangs on one actor alone stops with it.',
    zh: '危机管理组织体系应当灵活、有韧性，不因一处失效而整体失灵。只依靠单一主体联系的单位，会随其失效而失联。',
  },
  source: 'S5.2(e)',
  messages: {
    organization: {
      en: "Without '{name}', {count} organizations are cut off from the rest of the network. Tie them to another actor as well, or to one another and to the rest.",
      zh: '若“{name}”失效，将有 {count} 个组织与网络其余部分脱节。请为其建立其他联系，避免仅依靠单一主体。',
    },
    body: {
      en: "Without '{name}', {count} organizations are cut off from the rest of the network. Give the body a deputy or an office, or tie these organizations to another actor as well.",
      zh: '若“{name}”失效，将有 {count} 个组织与网络其余部分脱节。请为该机构设副职（deputies）或办公室（office），或为上述组织建立其他联系。',
    },
  },
  labels: { cutOff: { en: "'{name}' would be cut off.", zh: '“{name}”将失去联系。' } },
  *check(_plan, { network, doubts: { ties: doubts } }) {
    if (doubts.everybody) return;
    for (const { actor, cutOff, sample } of findCuts(network)) {
      if (cutOff < FEWEST_CUT_OFF || (actor.kind === 'body' && hasStandIn(actor)) || doubts.about(actor)) continue;
      const shown = sample(mostRelated);
      if (shown.some((organization) => doubts.about(organization))) continue;
      yield {
        message: actor.kind,
        at: actor.idNode,
        data: { name: actorName(actor), count: cutOff },
        related: shown.map((organization) => ({ at: organization.idNode, label: 'cutOff', data: { name: actorName(organization) } })),
      };
    }
  },
});

/** A body with a deputy or an office goes on without its chair. */
function hasStandIn({ declaration }: BodyActor): boolean {
  return declaration.deputies.length > 0 || declaration.office !== undefined;
}
