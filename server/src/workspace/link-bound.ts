// How many pairs the links of a document may stand for. A link of two lists stands for every pair of them, so that a few lines could ask for
// more ties than any machine holds; a real plan has some hundreds.
import type { Problem } from '../plan/problem.ts';
import type { Link } from '../plan/shape.ts';

/** Of one document, each direction of a mutual link counted. */
const mostPairs = 100_000;

export interface BoundedLinks {
  readonly kept: readonly Link[];
  /** One for each link that was left out. */
  readonly problems: readonly Problem[];
}

/** Leaves out every link with which the pairs would be more than the bound; a smaller one behind it may fit again. */
export function boundLinks(links: readonly Link[]): BoundedLinks {
  let pairs = 0;
  const kept: Link[] = [];
  const problems: Problem[] = [];
  for (const link of links) {
    const own = link.from.length * link.to.length * (link.mutual?.value === true ? 2 : 1);
    const place = link.to[0]?.node;
    if (pairs + own <= mostPairs || place === undefined) {
      pairs += own;
      kept.push(link);
    } else problems.push({ rule: 'limit-exceeded', code: 'link-pairs', place, data: { pairs: own, limit: mostPairs } });
  }
  return { kept, problems };
}
