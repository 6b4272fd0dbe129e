// What takes a while to make, and many runs never need.

/** A value that is made when it is first asked for. Of what it is made of nothing is held then. */
export function late<T>(make: () => T): () => T {
  let pending: (() => T) | undefined = make;
  let made: T | undefined;
  return () => {
    if (pending) {
      made = pending();
      pending = undefined;
    }
    return made as T;
  };
}
