// What takes a while to make, and many runs never need.

/** A value that is made when it is first asked for. */
export function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
