// Ever larger selections around a place, as the structure of the YAML has them: word, value, pair, collection, section, document.
import type { Range } from '../text/line-index.ts';
import { encloses, type Span, touches } from '../text/span.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { ancestors, nodeAt } from '../yaml/route.ts';
import { contentSpan } from '../yaml/scalar-content.ts';
import type { YamlDocument, YamlNode } from '../yaml/tree.ts';
import type { Analysis } from './session.ts';

/** From the smallest outwards; each holds the one before. */
export function selectionsAt({ file }: Analysis, offset: number): readonly Range[] {
  const document = documentAt(file, offset);
  const spans: Span[] = [];
  const comment = document.comments.find((candidate) => touches(candidate, offset));
  const node = nodeAt(document, offset);
  if (comment) spans.push(wordAt(file.text, offset), comment);
  if (node) spans.push(...spansOf(node, offset, file, comment !== undefined));
  spans.push(document, { start: 0, end: file.pieces.length });
  return growing(spans, offset).map((span) => file.lines.range(span));
}

function spansOf(node: YamlNode, offset: number, { text, lines }: SourceFile, inComment: boolean): readonly Span[] {
  const spans: Span[] = [];
  if (node.kind === 'scalar') {
    if (!inComment) spans.push(wordAt(text, offset));
    const content = contentSpan(node);
    const hash = text.slice(content.start, content.end).indexOf('#');
    // The instrument and the locator of a legal reference are parts of their own.
    if (hash > 0) spans.push({ start: content.start, end: content.start + hash }, { start: content.start + hash + 1, end: content.end });
    spans.push(content);
  }
  for (const part of [node, ...ancestors(node)]) {
    if ((part.kind === 'map' || part.kind === 'list') && part.flow && /[[{]/.test(text[part.start] ?? '')) {
      spans.push({ start: part.start + 1, end: part.end - 1 });
    }
    spans.push(part);
    // What has lines of its own is selected with the whole of them.
    const from = lines.lineStart(lines.position(part.start).line);
    if (part.kind === 'pair' && text.slice(from, part.start).trim() === '' && part.end > part.start) {
      const last = lines.position(part.end).line;
      if (last > lines.position(part.start).line) spans.push({ start: from, end: lines.lineEnd(last) });
    }
  }
  return spans;
}

/** Those that hold the offset, each larger than the one before. */
function growing(spans: readonly Span[], offset: number): readonly Span[] {
  const chosen: Span[] = [];
  for (const { start, end } of spans) {
    const last = chosen.at(-1);
    const isFit = touches({ start, end }, offset) && end > start;
    if (isFit && (last === undefined || (encloses({ start, end }, last) && end - start > last.end - last.start)))
      chosen.push({ start, end });
  }
  return chosen.length > 0 ? chosen : [{ start: offset, end: offset }];
}

function wordAt(text: string, offset: number): Span {
  const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{M}\p{N}_-]/u.test(character);
  let [start, end] = [offset, offset];
  for (let before = characterBefore(text, start); isWord(before); before = characterBefore(text, start)) start -= before?.length ?? 1;
  for (let next = characterAt(text, end); isWord(next); next = characterAt(text, end)) end += next?.length ?? 1;
  return { start, end };
}

function characterAt(text: string, offset: number): string | undefined {
  const code = text.codePointAt(offset);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string | undefined {
  if (offset <= 0) return undefined;
  const isLow = /[\udc00-\udfff]/.test(text[offset - 1] ?? '');
  return characterAt(text, isLow && offset > 1 ? offset - 2 : offset - 1);
}

function documentAt({ stream: { documents } }: SourceFile, offset: number): YamlDocument {
  return documents.findLast(({ start }) => start <= offset) ?? (documents[0] as YamlDocument);
}
