// Which legal basis to offer where a right or responsibility names none.
import type { LegalReference } from '../../plan/field.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';

/**
 * The instrument in force that an actor is most likely to rest on: the one that its own rights and responsibilities cite most often, else
 * the one that all cite most often, else the first law, else the first instrument. Of several as often cited, the first.
 */
export function createLikelyBasis(plan: Plan): (actor: Actor) => LegalBasis | undefined {
  const inForce = new Map<string, LegalBasis>();
  for (const { value } of plan.legalBases.values()) if (!value.repealed && !value.supersededBy) inForce.set(value.id, value);
  const all = new CitationCount();
  const byActor = new Map<Actor, CitationCount>();
  for (const { actor, declaration } of [...plan.rights, ...plan.responsibilities]) {
    if (declaration.basis.length === 0) continue;
    const own = byActor.get(actor) ?? new CitationCount();
    byActor.set(actor, own);
    for (const { id } of declaration.basis as readonly LegalReference[]) {
      if (!inForce.has(id)) continue;
      all.count(id);
      own.count(id);
    }
  }
  const candidates = [...inForce.values()];
  const unaided = candidates.find(({ kind }) => kind?.value === 'law') ?? candidates[0];
  return (actor) => inForce.get(byActor.get(actor)?.most ?? all.most ?? '') ?? unaided;
}

class CitationCount {
  most: string | undefined;
  private readonly counts = new Map<string, number>();

  count(id: string): void {
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    if (this.most === undefined || count > (this.counts.get(this.most) ?? 0)) this.most = id;
  }
}
