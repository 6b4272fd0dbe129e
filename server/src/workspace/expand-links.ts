// Links between many → ties between two.
import type { Link } from '../plan/shape.ts';
import type { LinkType } from '../plan/vocabulary.ts';
import type { Actor, DirectedTie, LinkedLink } from './plan.ts';

/** The pairs of the links, or of those that apply in a phase (classifier.md section 2): no self pair, `mutual` as two, each (from, to, type) once. */
export function expandLinks(links: readonly LinkedLink[], keep: (link: Link) => boolean = () => true): readonly DirectedTie[] {
  const pairs = new Pairs();
  for (const link of links) {
    const { type, mutual } = link.declaration;
    if (type === undefined || !keep(link.declaration)) continue;
    for (const from of link.from) {
      for (const to of link.to) {
        pairs.add(from, to, type.value, link);
        if (mutual?.value === true) pairs.add(to, from, type.value, link);
      }
    }
  }
  return pairs.ties;
}

class Pairs {
  readonly ties: DirectedTie[] = [];
  private readonly known = new Map<Actor, Map<LinkType, Set<Actor>>>();

  add(from: Actor, to: Actor, type: LinkType, link: LinkedLink): void {
    if (from !== to && this.isNew(from, to, type)) this.ties.push({ from, to, type, link });
  }

  private isNew(from: Actor, to: Actor, type: LinkType): boolean {
    const byType = this.known.get(from) ?? new Map<LinkType, Set<Actor>>();
    this.known.set(from, byType);
    const partners = byType.get(type) ?? new Set<Actor>();
    byType.set(type, partners);
    return partners.size < partners.add(to).size;
  }
}
