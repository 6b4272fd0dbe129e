// What can be folded away: everything that has lines below its first one, and comments that stand together.
import type { SourceFile } from '../workspace/source-file.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Analysis } from './session.ts';

export interface FoldingRegion {
  /** From 0; the first line stays. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | 'region' | undefined;
}

/** In the order of the lines, the outer before the inner; one for each first line. */
export function foldingOf({ file }: Analysis): readonly FoldingRegion[] {
  const found = new Map<number, FoldingRegion>();
  const add = (startLine: number, endLine: number, kind: FoldingRegion['kind']): void => {
    const known = found.get(startLine);
    if (endLine > startLine && (known === undefined || known.endLine < endLine)) found.set(startLine, { startLine, endLine, kind });
  };
  const line = (offset: number): number => file.lines.position(offset).line;
  const { documents } = file.stream;
  for (const { root, start, end, comments } of documents) {
    if (documents.length > 1) add(line(start), lastLine(file, end), 'region');
    for (const { from, to } of runsOf(comments.filter(({ ownLine }) => ownLine).map((comment) => line(comment.start))))
      add(from, to, 'comment');
    const queue = root ? [root] : [];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      addNode(node, file, add);
      if (node.kind === 'map') for (const { key, value } of node.pairs) queue.push(key, value);
      else if (node.kind === 'list') for (const item of node.items) queue.push(item);
    }
  }
  return [...found.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function addNode(node: YamlNode, { text, lines }: SourceFile, add: (startLine: number, endLine: number, kind: undefined) => void): void {
  const first = lines.position(node.start).line;
  const last = lines.position(node.end).line;
  const isBracketed = (node.kind === 'map' || node.kind === 'list') && node.flow;
  // A closing bracket on a line of its own stays in sight.
  const isClosing = isBracketed && /^\s*[\]}]\s*,?\s*(?:#.*)?$/.test(text.slice(lines.lineStart(last), lines.lineEnd(last)));
  const end = isClosing ? last - 1 : last;
  if (isBracketed || node.kind === 'scalar') add(first, end, undefined);
  const { parent } = node;
  if (parent?.kind === 'pair') {
    if (node === parent.value) add(lines.position(parent.start).line, end, undefined);
  } else if (parent?.kind === 'list' && !parent.flow) add(first, end, undefined);
}

/** Lines that follow each other. */
function runsOf(lines: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last.to + 1 === line) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs;
}

/** The last line with anything on it before an offset. */
function lastLine({ text, lines }: SourceFile, offset: number): number {
  return lines.position(text.slice(0, offset).trimEnd().length).line;
}
