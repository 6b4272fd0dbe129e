// Properties that are computed when first read, then kept: what no rule asks for is never made.

/** An object with some properties that are there, and others that call their maker once, at the first reading. */
export function lazily<P extends object, T extends object>(present: P, makers: { readonly [K in keyof T]: () => T[K] }): P & T {
  const made = { ...present } as P & T;
  for (const name of Object.keys(makers) as (string & keyof T)[]) {
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}
