// Which of many words stand in a text, as wholes or within longer words: all are looked for at once, and each character of a text is looked at
// once (Aho and Corasick, "Efficient string matching", Communications of the ACM 18(6), 1975, 333–340).

/** What of the words has been read so far. */
interface Step {
  readonly next: Map<number, Step>;
  /** The word that ends here. */
  word: string | undefined;
  /** Where the longest end of what has been read leads that is the beginning of a word too; undefined at the start. */
  shorter: Step | undefined;
}

/** In UTF-16 units, of all words: more would take more memory than a whole plan. */
const mostToLookFor = 500_000;

/** The words that stand in one of the texts. Where the words are too many to look for, any of them may. */
export function wordsFoundIn(words: readonly string[], texts: Iterable<string>): ReadonlySet<string> {
  let length = 0;
  for (const word of words) length += word.length;
  if (length > mostToLookFor) return new Set(words);
  const start = stepsOf(words);
  const reached = new Set<Step>();
  for (const text of texts) {
    let step = start;
    for (let at = 0; at < text.length; at++) {
      step = follow(step, text.charCodeAt(at), start);
      for (let end: Step | undefined = step; end !== undefined && !reached.has(end); end = end.shorter) reached.add(end);
    }
  }
  return new Set([...reached].flatMap(({ word }) => word ?? []));
}

function stepsOf(words: readonly string[]): Step {
  const start: Step = { next: new Map(), word: undefined, shorter: undefined };
  for (const word of words) {
    let step = start;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      const next: Step = step.next.get(code) ?? { next: new Map(), word: undefined, shorter: start };
      step.next.set(code, next);
      step = next;
    }
    step.word = word;
  }
  const steps = [...start.next.values()];
  // The list grows while it is gone through.
  for (const step of steps) {
    for (const [code, next] of step.next) {
      next.shorter = follow(step.shorter ?? start, code, start);
      steps.push(next);
    }
  }
  return start;
}

function follow(from: Step, code: number, start: Step): Step {
  for (let step: Step | undefined = from; step !== undefined; step = step.shorter) {
    const next = step.next.get(code);
    if (next) return next;
  }
  return start;
}
