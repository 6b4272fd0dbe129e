// One slip in a YAML text makes a parser stumble several times. What only echoes an earlier fault is taken out here.
import { contains, type Span } from '../text/span.ts';
import type { Fault } from './lexeme-sender.ts';
import type { YamlSyntaxCode } from './problem-codes.ts';

/** Faults that a parser also reports because something before them on the line confused it. */
const structural: ReadonlySet<YamlSyntaxCode> = new Set([
  'syntax',
  'tab-indentation',
  'unclosed-quote',
  'unclosed-bracket',
  'wrong-bracket',
  'unexpected-bracket',
  'missing-comma',
  'full-width-comma',
  'unexpected-comma',
  'missing-colon',
  'missing-space-after-colon',
  'missing-space-after-dash',
  'full-width-colon',
  'full-width-space-after-colon',
  'missing-line-break',
  'missing-dash',
  'bad-indentation',
  'full-width-indentation',
  'bad-block-scalar-indentation',
  'bad-scalar-start',
  'multiline-key',
  'nested-map-on-one-line',
  'list-on-key-line',
  'block-in-flow',
  'text-behind-quote',
  'unexpected-content',
] satisfies YamlSyntaxCode[]);

/**
 * The faults in order; of the structural ones of a line only the first, of those at one place only the first, and in the stretches where
 * all is echo none.
 */
export function withoutEchoes(faults: readonly Fault[], text: string, echoes: readonly Span[]): readonly Fault[] {
  const ordered = faults.toSorted((a, b) => a.span.start - b.span.start || rank(a) - rank(b));
  const kept: Fault[] = [];
  let lineEnd = -1;
  /** Where the structural fault of the line stands in `kept`. */
  let ofLine: number | undefined;
  for (const fault of ordered) {
    if (fault.span.start > lineEnd) {
      const lineBreak = text.indexOf('\n', fault.span.start);
      lineEnd = lineBreak < 0 ? text.length : lineBreak;
      ofLine = undefined;
    }
    if (kept.at(-1)?.span.start === fault.span.start) continue;
    if (!structural.has(fault.code)) kept.push(fault);
    else if (echoes.some((echo) => contains(echo, fault.span.start))) continue;
    else if (ofLine === undefined) ofLine = kept.push(fault) - 1;
    else if (fault.code === 'unclosed-quote') {
      // The quote swallowed the closing bracket, or whatever else seemed to be missing before it.
      kept.splice(ofLine, 1);
      ofLine = kept.push(fault) - 1;
    }
  }
  return kept;
}

function rank({ code }: Fault): number {
  return structural.has(code) ? 0 : 1;
}
