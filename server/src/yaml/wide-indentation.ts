// Full-width and no-break spaces before a word are part of the word to YAML, and tabs no indentation: the line stands too far left, and where
// its neighbours go on, a parser sees them fall out of line one after the other. The slip is in the line before them, and is one.
import type { YamlProblem } from './tree.ts';

/** What a line so indented is taken for; of the last, the lines below it are. */
const consequences: ReadonlySet<string> = new Set(['missing-colon', 'multiline-key', 'unexpected-content', 'bad-indentation']);

/** The problems, which are in order, with those that such a line caused taken back to it, once for each line. */
export function atWideIndentation(problems: readonly YamlProblem[], textOf: () => string): readonly YamlProblem[] {
  if (!problems.some(({ code }) => consequences.has(code))) return problems;
  const text = textOf();
  if (!/[\t\u00a0\u3000]/.test(text)) return problems;
  let echoesUntil = -1;
  return problems.flatMap((problem): readonly YamlProblem[] => {
    const { code, span } = problem;
    // The line of a tab stands too far left as well.
    if (code === 'tab-indentation') echoesUntil = endOfDeeperLines(text, span.start - lineStart(text, span.start), span.end);
    if (!consequences.has(code)) return [problem];
    if (code === 'bad-indentation' && span.start < echoesUntil) return [];
    const cause =
      wideLineAt(text, lineStart(text, span.start)) ?? (code === 'bad-indentation' ? wideLineAbove(text, span.start) : undefined);
    if (cause === undefined) return [problem];
    echoesUntil = endOfDeeperLines(text, cause.indent, cause.wordAt);
    return [{ ...problem, code: 'full-width-indentation', span: { start: cause.wideAt, end: cause.wordAt }, data: {} }];
  });
}

interface WideLine {
  /** The column at which YAML sees it. */
  readonly indent: number;
  readonly wideAt: number;
  readonly wordAt: number;
}

function wideLineAt(text: string, start: number): WideLine | undefined {
  const blanks = /([ \t]*)[\u00a0\u3000][ \t\u00a0\u3000]*/y;
  blanks.lastIndex = start;
  const found = blanks.exec(text);
  return found?.[1] === undefined ? undefined : { indent: found[1].length, wideAt: start + found[1].length, wordAt: blanks.lastIndex };
}

/** The next line above, blank ones and comments left out, if it is one. */
function wideLineAbove(text: string, offset: number): WideLine | undefined {
  for (let end = lineStart(text, offset) - 1; end >= 0; ) {
    const start = lineStart(text, end);
    if (!/^\s*(?:#|$)/.test(text.slice(start, end))) return wideLineAt(text, start);
    end = start - 1;
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the first line below begins that stands no deeper than YAML sees a line with this indentation. */
function endOfDeeperLines(text: string, indent: number, from: number): number {
  const shallow = new RegExp(`\\n {0,${indent}}(?=[^ \\t\\r\\n\\u00a0\\u3000#])`, 'g');
  shallow.lastIndex = from;
  return shallow.exec(text)?.index ?? text.length;
}
