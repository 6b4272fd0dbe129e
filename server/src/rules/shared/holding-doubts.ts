// Whether rights, responsibilities and capabilities are all there to be seen: what seems to be held by nobody may be, where the text is
// faulty.
import type { MapBase, Reference } from '../../plan/field.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import { createMisspeltKeys } from './misspelt-keys.ts';
import { holdingsUnread } from './unread.ts';

export interface HoldingDoubts {
  /** Whether an actor may have more rights, responsibilities or capabilities of its own than could be read. */
  about(actor: Actor, section: 'rights' | 'responsibilities' | 'capabilities'): boolean;
  /** Whether it is unknown who shares something: `with` is unreadable, misspelt, or names someone that nobody declares. */
  aboutSharers(declaration: Shared): boolean;
  /** Whether anybody may share something somewhere in the plan, all the same who. A misspelt id speaks of a certain actor, not of all. */
  aboutAnySharers(holdings: readonly { readonly declaration: Shared }[]): boolean;
}

type Shared = MapBase & { readonly with: readonly Reference[] };

export function createHoldingDoubts(plan: Plan): HoldingDoubts {
  const { document, organizations, bodies, actors } = plan;
  const keys = createMisspeltKeys(new Set([document, ...[...organizations, ...bodies].map((actor) => actor.document)]));
  const hidesSharers = (declaration: Shared): boolean => declaration.broken.has('with') || keys.mayMean(declaration, 'with');
  return {
    about: (actor, section) => holdingsUnread(actor, section) || entriesOf(actor).some((entry) => keys.mayMean(entry, section)),
    aboutSharers: (declaration) => hidesSharers(declaration) || declaration.with.some(({ id }) => !actors.has(id)),
    aboutAnySharers: (holdings) => holdings.some(({ declaration }) => hidesSharers(declaration)),
  };
}

/** The maps that speak of an actor: its declaration, and what the plan adds to an imported one. */
function entriesOf(actor: Actor): readonly MapBase[] {
  const addition = actor.kind === 'organization' ? actor.addition : undefined;
  return addition ? [actor.declaration, addition] : [actor.declaration];
}
