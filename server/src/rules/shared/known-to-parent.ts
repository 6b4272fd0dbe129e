// Which actors two plans have in common: the same id, or the same name in any language.
import type { Body, Organization } from '../../plan/shape.ts';
import type { Actor, ResolvedParent } from '../../workspace/plan.ts';
import { foldTexts } from './folded-text.ts';

export interface ParentActors {
  /** Whether the parent plan, or what it imports, names this actor too. */
  has(actor: Actor): boolean;
  /** The organizations and bodies of the parent plan, its own first. */
  readonly declarations: readonly (Organization | Body)[];
}

export function createParentActors({ plan, imports }: ResolvedParent): ParentActors {
  const declarations = [plan, ...imports].flatMap(({ content }) => [...(content?.organizations ?? []), ...(content?.bodies ?? [])]);
  const ids = new Set(declarations.map(({ id }) => id));
  const names = new Set(declarations.flatMap(({ name }) => [...foldTexts(name?.byLanguage)]));
  return {
    declarations,
    has: ({ id, declaration }) => ids.has(id) || [...foldTexts(declaration.name?.byLanguage)].some((name) => names.has(name)),
  };
}
