// A seat for a society organization that a fix adds for the author to judge.
import type { BodyActor, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { growList, growMapAt } from './growth.ts';
import type { Offers } from './offers.ts';
import { firstActing } from './own-actors.ts';
import { planLanguage } from './plan-language.ts';

/** Where society sits first: the bodies that are made for it, before those that command. */
const inviting: ReadonlySet<string | undefined> = new Set(['coordination-platform', 'council', 'working-group']);

/** A member of a body that the plan declares (title `seat`, with `{id}` and `{body}`), else a platform of its own (`found`, with `{id}`). */
export function offerSeat(plan: Plan, offers: Offers, { id }: OrganizationActor): readonly Fix[] {
  const own = plan.bodies.filter(({ imported }) => !imported);
  const body = own.find(({ declaration }) => inviting.has(declaration.kind?.value)) ?? own[0];
  const edits = body ? growList(body.declaration.node, 'members', id) : foundPlatform(plan, offers, id);
  return edits ? [{ ...titleFor(body, id), safe: false, edits }] : [];
}

function titleFor(body: BodyActor | undefined, id: string): Pick<Fix, 'title' | 'data'> {
  return body ? { title: 'seat', data: { id, body: body.id } } : { title: 'found', data: { id } };
}

function foundPlatform(plan: Plan, offers: Offers, id: string): Fix['edits'] | undefined {
  const chair = firstActing(plan, ({ kind }) => kind === 'organization')?.id ?? id;
  const name = planLanguage(plan) === 'zh' ? '社会力量协调平台' : 'Coordination platform';
  const source = `{name: ${name}, kind: coordination-platform, chair: ${chair}, members: ${id}}`;
  return growMapAt(offers.section('bodies'), offers.freeId('actor', 'coordination-platform'), source);
}
