// How many pairs the links of a document may stand for, and how many declarations the documents of a file may import together. A link of two
// lists stands for every pair of them, and each of a thousand documents may import the same library of thousands: a few lines could ask for more
// than any machine holds. A real plan has some hundreds of either.
import type { Problem } from '../plan/problem.ts';
import type { Link } from '../plan/shape.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { ImportedFile } from './store.ts';

/** Of one document, each direction of a mutual link counted. */
const mostPairs = 100_000;

/** Of all documents of a file together: each gets the same share, so that what is found in it does not depend on the others' imports. */
const mostImported = 2_000_000;

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

export interface BoundedImports {
  readonly kept: readonly ImportedFile[];
  /** One for each import with which something was left out. */
  readonly problems: readonly Problem[];
}

/** Leaves out every imported file with which a document would see more than its share, in a file of so many documents. */
export function boundImports(files: readonly ImportedFile[], documents: number): BoundedImports {
  const limit = Math.floor(mostImported / documents);
  let declarations = 0;
  const kept: ImportedFile[] = [];
  const refused = new Set<YamlScalar>();
  for (const imported of files) {
    const own = imported.file.documents.reduce((sum, document) => sum + document.declarations.length, 0);
    if (declarations + own <= limit) {
      declarations += own;
      kept.push(imported);
    } else refused.add(imported.via);
  }
  const problems = [...refused].map(
    (place): Problem => ({ rule: 'limit-exceeded', code: 'imported-declarations', place, data: { path: place.text, limit } }),
  );
  return { kept, problems };
}
