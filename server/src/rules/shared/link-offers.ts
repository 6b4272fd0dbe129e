// Links that a fix adds for the author to judge: between an organization and the actor it most likely works with, or among several.
import type { Sides } from '../../governance/sides.ts';
import type { Actor, OrganizationActor, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { growList } from './growth.ts';
import { actingActors } from './own-actors.ts';
import type { Pair } from './untied-pairs.ts';

/** The actor an organization should be linked to first; undefined where there is no other. */
export function partnerOf(organization: OrganizationActor, plan: Plan): Actor | undefined {
  return [...actingActors(plan), ...plan.bodies, ...plan.organizations].find((actor) => actor !== organization);
}

/** The government actor a society organization should be linked to first. */
export function governmentPartner(plan: Plan, { government }: Sides): Actor | undefined {
  return actingActors(plan).find((actor) => government.has(actor)) ?? [...government][0];
}

/** A link from a partner, if there is one. The title names `{from}` and `{to}`. */
export function offerLink(plan: Plan, title: string, from: Actor | undefined, to: Actor): readonly Fix[] {
  return from === undefined ? [] : offer(plan, title, [from.id], [to.id]);
}

/** One link that ties the two of every pair. The title names `{from}` and `{to}`. */
export function offerMesh(plan: Plan, title: string, pairs: readonly Pair[]): readonly Fix[] {
  const members = [...new Set(pairs.flat())];
  const hub = members.find((member) => pairs.every((pair) => pair.includes(member)));
  const ids = members.map(({ id }) => id);
  return hub
    ? offer(
        plan,
        title,
        [hub.id],
        ids.filter((id) => id !== hub.id),
      )
    : offer(plan, title, ids, ids);
}

function offer(plan: Plan, title: string, from: readonly string[], to: readonly string[]): readonly Fix[] {
  const edits = growList(plan.content.node, 'links', `{from: ${listSource(from)}, to: ${listSource(to)}, type: coordinate}`);
  return edits ? [{ title, data: { from: from.join(', '), to: to.join(', ') }, safe: false, edits }] : [];
}

/** Ids as YAML: a single one stands for a list of one. */
export function listSource(ids: readonly string[]): string {
  return ids.length === 1 ? ids.join('') : `[${ids.join(', ')}]`;
}
