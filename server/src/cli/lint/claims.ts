// Who lints which file of a run that several threads share: whoever takes it first. The program itself begins with the first file, the other
// threads with the last, so that all are done at the same time, however long each file takes.

export interface Claims {
  /** Whether the file at a place is this thread's from now on. */
  take(place: number): boolean;
  /** The thread that has the file at a place; 0 while nobody has. */
  ownerOf(place: number): number;
}

/** What all threads of a run with so many files are given. */
export function sharedClaims(files: number): SharedArrayBuffer {
  return new SharedArrayBuffer(files);
}

/** `thread` is a number from 1. */
export function createClaims(shared: SharedArrayBuffer, thread: number): Claims {
  const owners = new Uint8Array(shared);
  return {
    take: (place) => Atomics.compareExchange(owners, place, 0, thread) === 0,
    ownerOf: (place) => Atomics.load(owners, place),
  };
}
