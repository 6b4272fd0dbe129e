// The rights and responsibilities of a plan by what rules look for in them, told apart in one pass: a plan has thousands, and most rules look for few.
import { coerciveKinds } from '../../plan/vocabulary.ts';
import type { BorneResponsibility, HeldRight, Plan } from '../../workspace/plan.ts';

export interface PlanLists {
  readonly rights: {
    readonly coercive: readonly HeldRight[];
    readonly withBasis: readonly HeldRight[];
    readonly withoutBasis: readonly HeldRight[];
    readonly entailing: readonly HeldRight[];
    /** With keys that could not be read. */
    readonly broken: readonly HeldRight[];
  };
  readonly responsibilities: {
    readonly withoutBasis: readonly BorneResponsibility[];
    readonly needingRights: readonly BorneResponsibility[];
    readonly needingCapabilities: readonly BorneResponsibility[];
    readonly broken: readonly BorneResponsibility[];
  };
}

type Lists<L> = { readonly [K in keyof L]: L[K] extends readonly (infer T)[] ? T[] : never };

export function createPlanLists(plan: Plan): PlanLists {
  const rights: Lists<PlanLists['rights']> = { coercive: [], withBasis: [], withoutBasis: [], entailing: [], broken: [] };
  for (let i = 0; i < plan.rights.length; i++) {
    const right = plan.rights[i] as HeldRight;
    const { kind, basis, entails, broken } = right.declaration;
    if (kind !== undefined && coerciveKinds.has(kind.value)) rights.coercive.push(right);
    if (basis.length > 0) rights.withBasis.push(right);
    else rights.withoutBasis.push(right);
    if (entails.length > 0) rights.entailing.push(right);
    if (broken.size > 0) rights.broken.push(right);
  }
  const responsibilities: Lists<PlanLists['responsibilities']> = {
    withoutBasis: [],
    needingRights: [],
    needingCapabilities: [],
    broken: [],
  };
  for (let i = 0; i < plan.responsibilities.length; i++) {
    const responsibility = plan.responsibilities[i] as BorneResponsibility;
    const { basis, needsRights, needsCapabilities, broken } = responsibility.declaration;
    if (basis.length === 0) responsibilities.withoutBasis.push(responsibility);
    if (needsRights.length > 0) responsibilities.needingRights.push(responsibility);
    if (needsCapabilities.length > 0) responsibilities.needingCapabilities.push(responsibility);
    if (broken.size > 0) responsibilities.broken.push(responsibility);
  }
  return { rights, responsibilities };
}
