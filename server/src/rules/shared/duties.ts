// Responsibilities as they are compared with one another: is the duty of one actor that of another too?
import type { BorneResponsibility, Plan } from '../../workspace/plan.ts';
import { foldedTexts, intersects } from './folded-text.ts';
import { createHiddenKeys } from './hidden-keys.ts';
import { createHoldingDoubts } from './holding-doubts.ts';

export interface Duty extends Pick<BorneResponsibility, 'actor' | 'declaration'> {
  /** Action, object and phase, in each language: duties that overlap have one in common. */
  readonly keys: readonly string[];
  readonly levels: ReadonlySet<string>;
  readonly sharers: ReadonlySet<string>;
}

/**
 * Imported duties come first, then the plan's own as they stand in the text, so that the later of two can be told. Left out is what
 * cannot be compared, because what would tell it from another could not be read.
 */
export function dutiesInOrder(plan: Plan): readonly Duty[] {
  const doubts = createHoldingDoubts(plan);
  const hidden = createHiddenKeys(plan);
  const place = ({ imported, declaration }: BorneResponsibility): number => (imported ? -1 : declaration.idNode.start);
  return [...plan.responsibilities]
    .sort((a, b) => place(a) - place(b))
    .filter(({ declaration }) => !doubts.aboutSharers(declaration) && !hidden.inAny([declaration], 'action', 'object', 'phases', 'levels'))
    .map(readDuty);
}

function readDuty({ actor, declaration }: BorneResponsibility): Duty {
  const phases = [...new Set(declaration.phases.map(({ value }) => value))];
  const named = foldedTexts(declaration.object);
  const objects = named.size > 0 ? [...named] : [''];
  const words = [...foldedTexts(declaration.action)].flatMap((action) => objects.map((object) => `${action}\n${object}`));
  const keys = words.flatMap((text) => phases.map((phase) => `${text}\n${phase}`));
  const levels = new Set(declaration.levels.map(({ id }) => id));
  return {
    actor,
    declaration,
    keys,
    levels,
    sharers: new Set(declaration.with.map(({ id }) => id)),
  };
}

/** Whether two duties with a key in common are one duty of two actors. Without levels a duty holds at all of them. */
export function overlap(one: Duty, other: Duty): boolean {
  if (one.actor === other.actor || one.sharers.has(other.actor.id) || other.sharers.has(one.actor.id)) return false;
  return one.levels.size === 0 || other.levels.size === 0 || intersects(one.levels, other.levels);
}
