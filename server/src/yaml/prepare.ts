// Makes a text fit for a YAML parser without moving anything: every change keeps the length, so offsets stay those of the text given.

export interface PreparedText {
  /** As long as the text given: lone CR turned into LF, what no YAML may hold turned into U+FFFD. */
  readonly text: string;
  /** Offsets of the characters that YAML 1.2 allows nowhere (C0 controls, halves of surrogate pairs), each the first of a run. */
  readonly forbidden: readonly number[];
  /** Offsets of those it allows inside quotes only (DEL, C1 controls, a byte order mark, U+FFFE, U+FFFF), each the first of a run. */
  readonly quotedOnly: readonly number[];
}

export function prepareText(given: string): PreparedText {
  if (!unusual.test(given)) return { text: given, forbidden: [], quotedOnly: [] };
  const forbidden: number[] = [];
  const quotedOnly: number[] = [];
  const parts: string[] = [];
  let copied = 0;
  let forbiddenEnd = -1;
  let quotedOnlyEnd = -1;
  const replace = (at: number, by: string): void => {
    parts.push(given.slice(copied, at), by);
    copied = at + 1;
  };

  for (let at = 0; at < given.length; at++) {
    const code = given.charCodeAt(at);
    switch (classOf(code, given, at)) {
      case 'plain':
        break;
      case 'pair':
        at++;
        break;
      case 'lone-return':
        replace(at, '\n');
        break;
      case 'forbidden':
        if (forbiddenEnd !== at) forbidden.push(at);
        forbiddenEnd = at + 1;
        replace(at, '\ufffd');
        break;
      case 'quoted-only':
        if (quotedOnlyEnd !== at) quotedOnly.push(at);
        quotedOnlyEnd = at + 1;
        break;
    }
  }
  if (parts.length === 0) return { text: given, forbidden, quotedOnly };
  parts.push(given.slice(copied));
  return { text: parts.join(''), forbidden, quotedOnly };
}

/** What only a look at its neighbours can tell is plain, and all that is not: the usual text has none of it, which an expression finds soonest. */
const unusual = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]|\r(?!\n)/;

/** How a reader names a character that it cannot show. */
export function characterName(text: string, offset: number): string {
  return `U+${(text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

type CharacterClass = 'plain' | 'pair' | 'lone-return' | 'forbidden' | 'quoted-only';

/** By `c-printable` and `nb-json` of YAML 1.2.2, sections 5.1 and 7.3. */
function classOf(code: number, text: string, at: number): CharacterClass {
  if (code >= 0x20 && code < 0x7f) return 'plain';
  if (code < 0x20) {
    if (code === 0x0a || code === 0x09) return 'plain';
    if (code !== 0x0d) return 'forbidden';
    return text.charCodeAt(at + 1) === 0x0a ? 'plain' : 'lone-return';
  }
  if (code < 0xa0) return code === 0x85 ? 'plain' : 'quoted-only';
  if (code < 0xd800) return 'plain';
  if (code < 0xdc00) return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 'pair' : 'forbidden';
  if (code < 0xe000) return 'forbidden';
  if (code === 0xfeff) return at === 0 ? 'plain' : 'quoted-only';
  return code >= 0xfffe ? 'quoted-only' : 'plain';
}

/** The length of a text in UTF-8; a lone half of a surrogate pair counts three, as its replacement does. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
}
