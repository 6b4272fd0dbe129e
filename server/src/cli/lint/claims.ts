// Who lints which file of a run that several threads share: whoever takes it first. The program itself begins with the first file, the other
// threads with the last, so that all are done at the same time, however long each file takes.

export interface Claims {
  /** Whether the file at a place is this thread's from now on. */
  take(place: number): boolean;
  /** The thread that has the file at a place; 0 while nobody has. */
  ownerOf(place: number): number;
  /** Says that this thread has been started; returns whether all have, it being the last. */
  begin(): boolean;
}

/** What all threads of a run are given. */
export interface SharedClaims {
  /** A byte for each file. */
  readonly owners: SharedArrayBuffer;
  /** How many threads are to be started, in one number. */
  readonly expected: SharedArrayBuffer;
}

/** For a run over so many files, which starts so many threads besides its own. */
export function sharedClaims(files: number, threads: number): SharedClaims {
  const expected = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(expected)[0] = threads;
  return { owners: new SharedArrayBuffer(files), expected };
}

/** `thread` is a number from 1. */
export function createClaims(shared: SharedClaims, thread: number): Claims {
  const owners = new Uint8Array(shared.owners);
  const expected = new Int32Array(shared.expected);
  return {
    take: (place) => Atomics.compareExchange(owners, place, 0, thread) === 0,
    ownerOf: (place) => Atomics.load(owners, place),
    begin: () => Atomics.sub(expected, 0, 1) === 1,
  };
}
