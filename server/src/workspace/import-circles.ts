// Which files import one another in a circle: the strongly connected components of the imports, by Tarjan's method (SIAM Journal on
// Computing 1(2), 1972, 146–160), without recursion: a chain of imports may be as long as there are files.
import type { FileId } from './host.ts';

/** A number for each file; files of one number reach one another. */
export type ImportCircles = ReadonlyMap<FileId, number>;

interface Visit {
  readonly file: FileId;
  readonly targets: readonly FileId[];
  next: number;
  low: number;
}

/**
 * Adds to `known` every file that is reached from `start`. What is known already stays: all that such a file reaches is known with it, so
 * that a run asks of each file once, wherever it begins.
 */
export function findCircles(start: FileId, targetsOf: (file: FileId) => readonly FileId[], known: Map<FileId, number>): ImportCircles {
  if (known.has(start)) return known;
  const place = new Map<FileId, number>();
  const open: FileId[] = [];
  const way: Visit[] = [];
  const enter = (file: FileId): void => {
    way.push({ file, targets: targetsOf(file), next: 0, low: place.size });
    place.set(file, place.size);
    open.push(file);
  };
  enter(start);
  for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
    const target = visit.targets[visit.next++];
    if (target !== undefined) {
      if (known.has(target)) continue;
      const seen = place.get(target);
      if (seen === undefined) enter(target);
      else visit.low = Math.min(visit.low, seen);
      continue;
    }
    way.pop();
    const above = way.at(-1);
    if (above) above.low = Math.min(above.low, visit.low);
    if (visit.low !== place.get(visit.file)) continue;
    const number = known.size;
    for (let file = open.pop(); file !== undefined; file = file === visit.file ? undefined : open.pop()) known.set(file, number);
  }
  return known;
}
