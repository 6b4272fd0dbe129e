// What is asked of the same things again and again.

/** A function that works out each answer once, and then remembers it; who gives the map may make it forget. */
export function remembered<K, V>(answer: (key: K) => V, answers = new Map<K, V>()): (key: K) => V {
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as V;
    const made = answer(key);
    answers.set(key, made);
    return made;
  };
}
