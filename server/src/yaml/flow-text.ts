// What plain and quoted scalars say: lines folded, escapes resolved (YAML 1.2.2, sections 5.7 and 7.3).

/** The content of a plain scalar as written. */
export function plainText(source: string): string {
  return source.includes('\n') ? foldLines(source) : source;
}

/** The content of a quoted scalar as written, its quotes included; the closing one may be missing. */
export function quotedText(source: string, isClosed: boolean): string {
  const body = source.slice(1, isClosed ? -1 : source.length);
  if (source.startsWith('"')) return body.includes('\\') || body.includes('\n') ? readEscapes(body) : body;
  return (body.includes('\n') ? foldLines(body) : body).replaceAll("''", "'");
}

/** Whether a quoted scalar ends with the quote that closes it, not with an escaped one. */
export function isClosed(source: string): boolean {
  if (source.length < 2) return false;
  const quote = source[0] as string;
  if (!source.endsWith(quote)) return false;
  let before = 0;
  if (quote === '"') {
    while (source[source.length - 2 - before] === '\\') before++;
    return before % 2 === 0;
  }
  while (before < source.length - 1 && source[source.length - 1 - before] === quote) before++;
  return before % 2 === 1;
}

/** One line break becomes a space, each further one a line feed; the blanks around them go. */
function foldLines(body: string): string {
  let text = '';
  let at = 0;
  for (let lineBreak = body.indexOf('\n'); lineBreak >= 0; lineBreak = body.indexOf('\n', at)) {
    let end = lineBreak;
    while (end > at && isBlank(body[end - 1])) end--;
    const gap = gapAt(body, lineBreak);
    text += body.slice(at, end) + gap.text;
    at = gap.end;
  }
  return text + body.slice(at);
}

/** What the blanks and line breaks from an offset on fold to. */
function gapAt(body: string, from: number): { readonly end: number; readonly text: string } {
  let breaks = 0;
  let end = from;
  for (; isBlank(body[end]) || body[end] === '\n'; end++) if (body[end] === '\n') breaks++;
  return { end, text: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1) };
}

function readEscapes(body: string): string {
  let text = '';
  for (let at = 0; at < body.length; ) {
    const character = body[at] as string;
    if (character === '\\') {
      const escaped = escapeAt(body, at);
      text += escaped.text;
      at = escaped.end;
    } else if (isBlank(character) || character === '\n') {
      let end = at;
      while (isBlank(body[end])) end++;
      const gap = body[end] === '\n' ? gapAt(body, end) : { end, text: body.slice(at, end) };
      text += gap.text;
      at = gap.end;
    } else {
      let end = at + 1;
      while (end < body.length && !'\\\n \t\r'.includes(body[end] as string)) end++;
      text += body.slice(at, end);
      at = end;
    }
  }
  return text;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** How many hexadecimal digits follow. */
const widths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The escape at a backslash; one that YAML does not know stands for itself. */
function escapeAt(body: string, at: number): { readonly end: number; readonly text: string } {
  const letter = body[at + 1] ?? '';
  const known = escapes.get(letter);
  if (known !== undefined) return { end: at + 2, text: known };
  const width = widths.get(letter);
  if (width !== undefined) {
    const end = at + 2 + width;
    const digits = body.slice(at + 2, end);
    const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === width ? Number.parseInt(digits, 16) : Number.NaN;
    return { end, text: code <= 0x10ffff ? String.fromCodePoint(code) : body.slice(at, end) };
  }
  const lineBreak = letter === '\r' ? at + 2 : at + 1;
  if (body[lineBreak] !== '\n') return { end: at + 1 + letter.length, text: body.slice(at, at + 2) };
  // An escaped line break joins two lines without a space; empty lines behind it still are line feeds.
  const gap = gapAt(body, lineBreak);
  return { end: gap.end, text: gap.text.replace(' ', '') };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}
