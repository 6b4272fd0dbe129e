// Society carries part of the burden, and no society organization sits in any body.
import { seatKeys } from '../../governance/seats.ts';
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { planPlace } from '../shared/plan-place.ts';
import { offerSeat } from '../shared/seat-offer.ts';

/** An observer has a chair in the room and no say. */
const countingSeats = seatKeys.filter((key) => key !== 'observers');

export default defineRule({
  id: 'society-without-seat',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'Society organizations bear responsibilities, and none has a seat other than observer in any body.',
    zh: '社会侧组织承担职责，但没有任何一个在机构中拥有观察员以外的席位。',
  },
  why: {
    en: 'Sharing the burden without a place where it is discussed is not collaboration. A platform or council with seats for society is what makes government and society partners.',
    zh: '只分担压力、没有议事席位，不是协同治理。为社会力量设置席位的平台或议事机构，是政府与社会成为合作伙伴的基础。',
  },
  source: 'S3',
  messages: {
    unseated: {
      en: 'No society organization has a seat in any body, other than as observer, though society bears responsibilities (organizations that do: {count}). Give at least one a seat as member, adviser or co-chair.',
      zh: '承担职责的社会侧组织有 {count} 个，但没有任何社会侧组织在机构中拥有观察员以外的席位。请至少为其中之一设置成员、顾问或联合主持席位。',
    },
  },
  labels: {
    bearer: { en: "'{name}' bears responsibilities.", zh: '“{name}”承担职责。' },
    seat: { en: "Give '{id}' a seat in '{body}'", zh: '为“{id}”在“{body}”中设置席位' },
    found: { en: "Add a coordination platform with a seat for '{id}'", zh: '添加协调平台，并为“{id}”设置席位' },
  },
  *check(plan, { sides, holdings, doubts: { hidden }, unsided, offers }) {
    if (!plan.complete || hidden.inEntries('bodies') || hidden.inAny(plan.content.bodies, ...countingSeats)) return;
    const society = [...sides.society];
    if (society.some((each) => isMisspeltIn(plan, each, 'bodies') || each.seats.some(({ kind }) => kind !== 'observer'))) return;
    if (plan.bodies.some(({ seats }) => seats.some(({ kind, holder }) => kind !== 'observer' && unsided.has(holder)))) return;
    const bearers = society.filter((organization) => holdings.firstDutyOf(organization) !== undefined);
    const [first] = bearers;
    if (first === undefined) return;
    yield {
      message: 'unseated',
      at: planPlace(plan, 'bodies'),
      entity: 'plan',
      data: { count: bearers.length },
      related: bearers.slice(0, mostRelated).map((bearer) => ({ at: bearer.idNode, label: 'bearer', data: { name: actorName(bearer) } })),
      fixes: offerSeat(plan, offers, first),
    };
  },
});
