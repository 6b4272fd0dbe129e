// Exceptions written into a plan as comments: governance records with a reason, an approver and an end (cli.md).
//   # govplan-disable-next-line <rule>[, <rule>…] -- reason: …; approved-by: …; until: 2026-12-31
//   # govplan-disable <rule> -- …        from its line to the end of the block it stands in
//   # govplan-disable-file <rule> -- …   for the whole file
// The signs of Chinese typing are taken too: ， 、 between rules, —— before the record, ： and ； in it.
import { firstFrom } from '../text/halving.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Text } from '../text/text.ts';
import type { YamlComment, YamlDocument, YamlNode, YamlPair } from '../yaml/tree.ts';

export interface Suppression {
  readonly rules: readonly SuppressedRule[];
  readonly reason: string | undefined;
  readonly approver: string | undefined;
  /** As written; `untilSpan` is its place. */
  readonly until: string | undefined;
  readonly untilSpan: Span | undefined;
  readonly comment: YamlComment;
  /** `govplan-disable-file`: its scope is all documents of the file, not only its own. */
  readonly isForFile: boolean;
  /** Findings that begin in here are meant. */
  readonly scope: Span;
}

export interface SuppressedRule {
  readonly id: string;
  readonly span: Span;
}

const pattern = /^#\s*govplan-disable(-next-line|-file)?(?=\s|$)(.*)$/s;
const listedRules = /^\s*[^\s,，、]+(?:\s*[,，、]\s*[^\s,，、]+)*/;

export function readSuppressions(document: YamlDocument, text: Text, lines: LineIndex): readonly Suppression[] {
  const nextContentLine = contentLines(text, lines);
  return document.comments.flatMap((comment) => {
    const match = comment.text.startsWith('govplan-disable') ? pattern.exec(text.slice(comment.start, comment.end)) : null;
    if (match === null) return [];
    const [whole, kind, rest = ''] = match;
    const restStart = comment.start + whole.length - rest.length;
    const separator = /(?:^|\s)(?:--|——?)(?:\s|$)/.exec(rest);
    // Without the sign before the record, words that no comma joins to the rules are no rules but the record.
    const ruleText = separator ? rest.slice(0, separator.index) : (listedRules.exec(rest)?.[0] ?? '');
    const recordStart = separator ? separator.index + separator[0].length : rest.length;
    const record = readRecord(rest.slice(recordStart), restStart + recordStart);
    return [
      {
        rules: readRules(ruleText, restStart),
        ...record,
        comment,
        isForFile: kind === '-file',
        scope: scopeOf(kind, comment, document, text, lines, nextContentLine),
      },
    ];
  });
}

function readRules(text: string, offset: number): readonly SuppressedRule[] {
  return [...text.matchAll(/[^\s,，、]+/g)].map((match) => {
    const start = offset + match.index;
    return { id: match[0], span: { start, end: start + match[0].length } };
  });
}

/** `reason: …; approved-by: …; until: …`; what stands before the first key is the reason where none is named so. */
function readRecord(text: string, offset: number): Pick<Suppression, 'reason' | 'approver' | 'until' | 'untilSpan'> {
  const values = new Map<string, { readonly value: string; readonly span: Span }>();
  const keys = [...text.matchAll(/(?:^|[;；])\s*(reason|approved-by|until)\s*[:：]\s*/g)];
  keys.forEach((match, i) => {
    const from = match.index + match[0].length;
    const value = withoutEnd(text.slice(from, keys[i + 1]?.index));
    values.set(match[1] as string, { value, span: { start: offset + from, end: offset + from + value.length } });
  });
  const filled = (key: string): string | undefined => values.get(key)?.value || undefined;
  const bare = withoutEnd(text.slice(0, keys[0]?.index)).trim();
  return {
    reason: filled('reason') ?? (bare || undefined),
    approver: filled('approved-by'),
    until: filled('until'),
    untilSpan: values.get('until')?.span,
  };
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s;；]/.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

function scopeOf(
  kind: string | undefined,
  comment: YamlComment,
  document: YamlDocument,
  text: Text,
  lines: LineIndex,
  nextContentLine: (line: number) => number,
): Span {
  if (kind === '-file') return { start: 0, end: text.length + 1 };
  const line = lines.position(comment.start).line;
  if (kind === '-next-line') {
    const next = nextContentLine(line + 1);
    return { start: lines.lineStart(next), end: next + 1 < lines.lineCount ? lines.lineStart(next + 1) : text.length + 1 };
  }
  const lineStart = lines.lineStart(line);
  const indentation = text.slice(lineStart, lines.lineEnd(line)).search(/[^ \t]/);
  // Behind something on its line, the comment means that too.
  return { start: lineStart, end: blockEnd(comment, indentation, document, lines) };
}

/**
 * From a line to the first that holds more than a comment: comments may be stacked, and mean what follows the last. What was found for one
 * line of a stack holds for those below it.
 */
function contentLines(text: Text, lines: LineIndex): (line: number) => number {
  let known = { from: 0, to: -1 };
  return (line) => {
    if (line >= known.from && line <= known.to) return known.to;
    let next = line;
    while (next + 1 < lines.lineCount && /^\s*(#.*)?$/.test(text.slice(lines.lineStart(next), lines.lineEnd(next)))) next++;
    known = { from: line, to: next };
    return next;
  };
}

/**
 * The end of the collection whose next entry follows the comment. Where the comment stands deeper than that entry, it stands behind the
 * last entry of its own block, and what is left of that is the comment's own line.
 */
function blockEnd(comment: YamlComment, indentation: number, document: YamlDocument, lines: LineIndex): number {
  let collection = document.root;
  while (collection !== undefined && (collection.kind === 'map' || collection.kind === 'list')) {
    const children = collection.kind === 'map' ? collection.pairs : collection.items;
    const next = children[firstFrom<YamlPair | YamlNode>(children, ({ end }) => end > comment.start)];
    if (next === undefined) break;
    if (next.start > comment.start) {
      const isDeeper = !collection.flow && lines.position(collection.start).character < indentation;
      return isDeeper ? comment.end : collection.end;
    }
    const inner: YamlNode = next.kind === 'pair' ? next.value : next;
    if ((inner.kind === 'map' || inner.kind === 'list') && inner.start > comment.start) return inner.end;
    collection = inner;
  }
  return comment.end;
}
