// The library's errors and warnings in our own names, each at the narrowest place that shows it. What we find ourselves, and better, is left out:
// unclosed quotes and brackets, and what tags mean.
import type { Span } from '../text/span.ts';
import type { Fault } from './lexeme-sender.ts';
import type { YamlSyntaxCode } from './problem-codes.ts';
import { shorten, wordEnd } from './source-words.ts';

/** What the library says: its codes are few, so the message decides. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export function faultOf(error: LibraryError, text: string): Fault | undefined {
  const code = codeOf(error, text.slice(error.pos[0], error.pos[0] + 2));
  if (code === undefined || isFalseAlarm(code, error.pos[0], text)) return undefined;
  const span = spanOf(code, error, text);
  if (code === 'unexpected-content' && isBehindQuote(text, span.start)) return { code: 'text-behind-quote', span, data: {} };
  return { code, span, data: dataOf(code, error, text.slice(span.start, span.end)) };
}

/** `'it's'`, `"a" b`: the quoted text seems to end before its author meant it to. */
function isBehindQuote(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return text[before] === '"' || text[before] === "'";
}

/** What the library takes for wrong in right texts. */
function isFalseAlarm(code: YamlSyntaxCode, at: number, text: string): boolean {
  // A comment at the beginning of a line within brackets: the line break separates it.
  if (code === 'missing-space-before-comment') return text[at - 1] === '\n';
  // A line of nothing but tabs and a comment: it indents nothing.
  return code === 'tab-indentation' && /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(at, lineEnd(text, at) + 1));
}

function lineEnd(text: string, from: number): number {
  const lineFeed = text.indexOf('\n', from);
  return lineFeed < 0 ? text.length : lineFeed;
}

function codeOf({ code, message }: LibraryError, marked: string): YamlSyntaxCode | undefined {
  switch (code) {
    case 'ALIAS_PROPS':
      return 'properties-on-alias';
    case 'BAD_ALIAS':
      // A name that ends in a colon is odd, but a name.
      if (message.includes('ambiguous')) return undefined;
      return message.startsWith('Anchor') ? 'bad-anchor' : 'bad-alias';
    case 'BAD_DIRECTIVE':
      // Unknown directives and later versions 1.x are to be read on without them (YAML 1.2.2, section 6.8).
      if (/^Unknown directive|YAML version 1\.\d+$/.test(message)) return undefined;
      return message.startsWith('Unsupported YAML version') ? 'unsupported-version' : 'bad-directive';
    case 'BAD_DQ_ESCAPE':
      return 'bad-escape';
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) return undefined;
      return message.startsWith('Block scalar') ? 'bad-block-scalar-indentation' : 'bad-indentation';
    case 'BAD_PROP_ORDER':
      return 'bad-property-order';
    case 'BAD_SCALAR_START':
      return 'bad-scalar-start';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested mappings') ? 'nested-map-on-one-line' : 'bad-indentation';
    case 'BLOCK_IN_FLOW':
      return /^[-?]\s/.test(marked) ? 'block-in-flow' : 'nested-map-on-one-line';
    case 'IMPOSSIBLE':
      // A check of the library on itself: it did not expect blank lines before a key in brackets.
      return message.startsWith('Map comment') ? undefined : 'syntax';
    case 'KEY_OVER_1024_CHARS':
      return 'long-key';
    case 'MISSING_CHAR':
      return missing(message);
    case 'MULTILINE_IMPLICIT_KEY':
      return /^-\s/.test(marked) ? 'bad-indentation' : 'multiline-key';
    case 'MULTIPLE_ANCHORS':
      return 'several-anchors';
    case 'MULTIPLE_TAGS':
      return 'several-tags';
    case 'TAB_AS_INDENT':
      return 'tab-indentation';
    case 'TAG_RESOLVE_FAILED':
      return message.startsWith('Unresolved tag') ? undefined : 'bad-tag';
    case 'BAD_COLLECTION_TYPE':
      return undefined;
    case 'UNEXPECTED_TOKEN':
      return unexpected(message);
    default:
      return 'syntax';
  }
}

function missing(message: string): YamlSyntaxCode | undefined {
  if (/^Missing closing|must end with a/.test(message)) return undefined;
  if (/^Missing , /.test(message)) return 'missing-comma';
  if (message.startsWith('Missing space after :')) return 'missing-space-after-colon';
  if (message.startsWith('Missing directives-end')) return 'missing-document-start';
  if (message.startsWith('Missing newline') || message.startsWith('Block collection cannot start')) return 'missing-line-break';
  if (message.startsWith('Tags and anchors')) return 'missing-space-after-property';
  if (message.startsWith('Comments must')) return 'missing-space-before-comment';
  if (message.startsWith('Implicit map keys')) return 'missing-colon';
  if (message.startsWith('Sequence item')) return 'missing-dash';
  if (message.startsWith('Block scalars')) return 'bad-block-scalar-indentation';
  return 'syntax';
}

function unexpected(message: string): YamlSyntaxCode {
  if (/^Unexpected (?:,|empty item) in/.test(message)) return 'unexpected-comma';
  if (message.startsWith('Unexpected block-seq-ind')) return 'list-on-key-line';
  if (message.startsWith('Block scalar header')) return 'bad-block-scalar-header';
  return 'unexpected-content';
}

function spanOf(code: YamlSyntaxCode, { message, pos }: LibraryError, text: string): Span {
  const [start, end] = pos;
  switch (code) {
    case 'bad-escape':
      return visible(text, start, start + escapeOf(message).length);
    case 'tab-indentation': {
      const tab = text.indexOf('\t', start);
      return tab < 0 || tab >= end ? visible(text, start, end) : { start: tab, end: tab + 1 };
    }
    case 'bad-indentation':
    case 'missing-dash': {
      const word = nextContent(text, start);
      if (word >= text.length) return visible(text, start, end);
      return { start: word, end: Math.min(wordEnd(text, word), text.length) };
    }
    default:
      return visible(text, start, end);
  }
}

/** A span within one line and not empty, unless its line is: what stands at a line's end is shown at the last character before it. */
function visible(text: string, from: number, to: number): Span {
  let start = Math.min(Math.max(from, 0), text.length);
  while (start < to && (text[start] === ' ' || text[start] === '\t')) start++;
  while (start >= text.length && start > 0 && '\n\r'.includes(text[start - 1] as string)) start--;
  if (start >= text.length || text[start] === '\n' || text[start] === '\r') {
    const end = Math.min(Math.max(from, 0), text.length);
    while (start > 0 && !'\n\r'.includes(text[start - 1] as string)) {
      start--;
      if (!' \t'.includes(text[start] as string)) return { start, end: start + 1 };
    }
    return { start: end, end };
  }
  const lineBreak = text.indexOf('\n', start);
  const end = start + text.slice(start, lineBreak < 0 ? to : Math.min(to, lineBreak)).trimEnd().length;
  return { start, end: Math.min(Math.max(end, start + 1), text.length) };
}

/** Where, from an offset on, something stands that is neither blank nor comment. */
function nextContent(text: string, from: number): number {
  const blanks = /(?:\s+|#.*)*/y;
  blanks.lastIndex = from;
  blanks.exec(text);
  return blanks.lastIndex;
}

function dataOf(code: YamlSyntaxCode, { message }: LibraryError, marked: string): Fault['data'] {
  switch (code) {
    case 'bad-escape':
      return { escape: escapeOf(message) };
    case 'bad-scalar-start':
      return { character: marked };
    case 'bad-block-scalar-header':
      return { header: message.slice(message.lastIndexOf(' ') + 1) };
    case 'bad-tag':
      return { tag: marked };
    case 'bad-directive':
      return { directive: marked };
    case 'unsupported-version':
      return { version: marked };
    case 'missing-colon':
    case 'missing-space-after-colon':
      return { key: shorten(marked) };
    default:
      return {};
  }
}

function escapeOf(message: string): string {
  return message.slice('Invalid escape sequence '.length);
}
