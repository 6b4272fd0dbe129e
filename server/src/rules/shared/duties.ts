// Responsibilities as they are compared with one another: is the duty of one actor that of another too?
import type { Reference } from '../../plan/field.ts';
import type { Actor, BorneResponsibility, Plan } from '../../workspace/plan.ts';
import type { Doubts } from '../rule.ts';
import type { DutyTexts } from './duty-texts.ts';

export interface Duty extends Pick<BorneResponsibility, 'actor' | 'declaration'> {
  /** Its place among the duties of the plan. */
  readonly place: number;
  /** Action, object and phase, in each language: duties that overlap have one in common. */
  readonly keys: readonly string[];
}

/**
 * Imported duties come first, then the plan's own as they stand in the text, so that the later of two can be told. Left out is what
 * cannot be compared, because what would tell it from another could not be read, and what has no key that another has too.
 */
export function dutiesInOrder({ responsibilities }: Plan, { of, sharesKey }: DutyTexts, { holdings, hidden }: Doubts): readonly Duty[] {
  const startOf = ({ imported, declaration }: BorneResponsibility): number => (imported ? -1 : declaration.idNode.start);
  const comparable = responsibilities.flatMap((responsibility, index) => {
    const text = of[index];
    return text && sharesKey(text) ? [{ responsibility, keys: text.keys }] : [];
  });
  const duties: Duty[] = [];
  for (const { responsibility, keys } of comparable.sort((a, b) => startOf(a.responsibility) - startOf(b.responsibility))) {
    const { actor, declaration } = responsibility;
    if (holdings.aboutSharers(declaration) || hidden.in(declaration, 'action', 'object', 'phases', 'levels')) continue;
    duties.push({ actor, declaration, place: duties.length, keys });
  }
  return duties;
}

/** The duties met so far that have a key in common. */
export interface SameDuties {
  /** The first that are also a duty of another actor than this one's, at most so many. Without levels a duty holds at all of them. */
  overlapping(duty: Duty, most: number): readonly Duty[];
  add(duty: Duty): void;
}

export function createSameDuties(): SameDuties {
  const all: Run[] = [];
  const anyLevel: Run[] = [];
  const byLevel = new Map<string, Run[]>();
  return {
    overlapping(duty, most) {
      const { levels } = duty.declaration;
      if (levels.length === 0) return othersIn(all, duty, most);
      const lists = [anyLevel, ...levels.map(({ id }) => byLevel.get(id) ?? [])];
      const found = new Set(lists.flatMap((list) => othersIn(list, duty, most)));
      return [...found].sort((a, b) => a.place - b.place).slice(0, most);
    },
    add(duty) {
      append(all, duty);
      const { levels } = duty.declaration;
      if (levels.length === 0) append(anyLevel, duty);
      for (const { id } of levels) {
        const list = byLevel.get(id) ?? [];
        byLevel.set(id, list);
        append(list, duty);
      }
    },
  };
}

/** Duties of one actor that follow one another: they are passed over in one step where the actor is the same. */
interface Run {
  readonly actor: Actor;
  readonly duties: Duty[];
}

function append(runs: Run[], duty: Duty): void {
  const last = runs.at(-1);
  if (last?.actor === duty.actor) {
    if (last.duties.at(-1) !== duty) last.duties.push(duty);
  } else runs.push({ actor: duty.actor, duties: [duty] });
}

/** Who shares a duty knows of the other. */
function othersIn(runs: readonly Run[], { actor, declaration }: Duty, most: number): readonly Duty[] {
  const found: Duty[] = [];
  for (const run of runs) {
    if (run.actor === actor || names(declaration.with, run.actor)) continue;
    for (const duty of run.duties) {
      if (!names(duty.declaration.with, actor)) found.push(duty);
      if (found.length === most) return found;
    }
  }
  return found;
}

function names(references: readonly Reference[], actor: Actor): boolean {
  return references.some(({ id }) => id === actor.id);
}
