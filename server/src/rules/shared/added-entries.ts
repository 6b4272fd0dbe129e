// Entries that a fix adds for the author to complete: support for society, a link to it, a joint exercise, a declared axis of the context.
// Each gives one fix at most, none where the plan's own document has no place for it.
import type { Axis } from '../../governance/indicators.ts';
import type { Sides } from '../../governance/sides.ts';
import type { cultivationKinds, LinkType } from '../../plan/vocabulary.ts';
import type { Names } from '../../workspace/names.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { freeId } from './free-id.ts';
import { type Growth, growList, growMap } from './growth.ts';

/** Support for a recipient. The title may name `{provider}` and `{recipient}`. */
export function addCultivation(
  plan: Plan,
  sides: Sides,
  kind: keyof typeof cultivationKinds,
  recipient: Actor,
  title: string,
): readonly Fix[] {
  const provider = governmentActor(sides);
  if (provider === undefined) return [];
  const entry = `{kind: ${kind}, provider: ${provider.id}, recipients: ${recipient.id}}`;
  return offer(title, { provider: provider.id, recipient: recipient.id }, growList(plan.content.node, 'cultivation', entry));
}

/** A link from a government actor. The title may name `{from}` and `{to}`. */
export function addLinkFromGovernment(plan: Plan, sides: Sides, type: LinkType, to: Actor, title: string): readonly Fix[] {
  const from = governmentActor(sides);
  if (from === undefined) return [];
  const entry = `{from: ${from.id}, to: ${to.id}, type: ${type}}`;
  return offer(title, { from: from.id, to: to.id }, growList(plan.content.node, 'links', entry));
}

/** A tabletop exercise of two actors on a date, which is the author's to set. The title may name `{one}` and `{other}`. */
export function addExercise(plan: Plan, names: Names, [one, other]: readonly [Actor, Actor], on: string, title: string): readonly Fix[] {
  const id = freeId(names, 'exercise', 'joint-exercise');
  const entry = `{type: tabletop, on: ${on}, participants: [${one.id}, ${other.id}]}`;
  return offer(title, { one: one.id, other: other.id }, growMap(plan.content.node, 'exercises', id, entry));
}

/** A declared axis of the context. The title may name what is in `data`. */
export function addContext(plan: Plan, axis: Axis, value: 'high' | 'low', title: string, data: Fix['data'] & object): readonly Fix[] {
  return offer(title, data, growMap(plan.content.node, 'context', axis, value));
}

/** The government actor that is most likely meant: an organization of the plan, else a body, else one from outside. */
function governmentActor({ government }: Sides): Actor | undefined {
  const actors = [...government];
  return (
    actors.find((actor) => actor.kind === 'organization' && !actor.external) ?? actors.find(({ kind }) => kind === 'body') ?? actors[0]
  );
}

function offer(title: string, data: Fix['data'] & object, edits: Growth): readonly Fix[] {
  return edits ? [{ title, data, safe: false, edits }] : [];
}
