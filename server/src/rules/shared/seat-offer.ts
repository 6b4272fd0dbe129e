// A seat for a society organization that a fix adds for the author to judge.
import { seatsTogether } from '../../governance/seats.ts';
import type { OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { type Growth, growList, growMap } from './growth.ts';
import { offerFix } from './offered-fix.ts';
import type { Offers } from './offers.ts';
import { firstOrganization } from './own-actors.ts';
import { planLanguage } from './plan-language.ts';

/** A member of a body that the plan declares (title `seat`, with `{id}` and `{body}`), else a platform of its own (`found`, with `{id}`). */
export function offerSeat(plan: Plan, offers: Offers, { id }: OrganizationActor): readonly Fix[] {
  const own = plan.bodies.filter(({ imported }) => !imported);
  // The bodies in which people meet come before those that command.
  const body = own.find(seatsTogether) ?? own[0];
  if (body) return offerFix('seat', { id, body: body.id }, growList(offers.growing(body.declaration.node, 'members'), id));
  return offerFix('found', { id }, foundPlatform(plan, offers, id));
}

function foundPlatform(plan: Plan, offers: Offers, id: string): Growth {
  const chair = firstOrganization(plan)?.id ?? id;
  const name = planLanguage(plan) === 'zh' ? '社会力量协调平台' : 'Coordination platform';
  const source = `{name: ${name}, kind: coordination-platform, chair: ${chair}, members: ${id}}`;
  return growMap(offers.section('bodies'), offers.freeId('actor', 'coordination-platform'), source);
}
