// Which of many words stand in a text, as wholes or within longer words: all are looked for at once.

interface Step {
  readonly next: Map<number, Step>;
  /** The word that ends here. */
  word: string | undefined;
}

/** The words that stand in one of the texts. */
export function wordsFoundIn(words: Iterable<string>, texts: Iterable<string>): ReadonlySet<string> {
  const start: Step = { next: new Map(), word: undefined };
  for (const word of words) {
    let step = start;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      const next: Step = step.next.get(code) ?? { next: new Map(), word: undefined };
      step.next.set(code, next);
      step = next;
    }
    step.word = word;
  }
  const found = new Set<string>();
  for (const text of texts) {
    for (let from = 0; from < text.length; from++) {
      let step = start.next.get(text.charCodeAt(from));
      for (let at = from + 1; step !== undefined; at++) {
        if (step.word !== undefined) found.add(step.word);
        step = at < text.length ? step.next.get(text.charCodeAt(at)) : undefined;
      }
    }
  }
  return found;
}
