// Bytes to text, strictly: the format is UTF-8, and what is not is reported at its first bad byte (format.md section 1).

export interface Decoded {
  /** Without its byte order mark; what was no UTF-8 is replaced by U+FFFD. */
  readonly text: string;
  /** UTF-16 offset of the first character that was no valid UTF-8; undefined where all was. */
  readonly invalidAt: number | undefined;
  readonly hasByteOrderMark: boolean;
}

export function decodeUtf8(bytes: Uint8Array): Decoded {
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const strict = decodeStrictly(bytes);
  if (strict !== undefined) return { text: strict, invalidAt: undefined, hasByteOrderMark };
  const bad = firstInvalidByte(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const invalidAt = bad === undefined ? undefined : new TextDecoder('utf-8').decode(bytes.subarray(0, bad)).length;
  return { text, invalidAt, hasByteOrderMark };
}

/**
 * Undefined for what is no UTF-8. A decoder leaves the byte order mark out by itself; it must not be asked about a piece that begins behind it.
 */
function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Offset of the first byte that begins no well-formed sequence (Unicode 15, table 3-7); undefined where there is none. */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(first);
    if (length === 0 || at + length > bytes.length) return at;
    const second = bytes[at + 1] as number;
    if (second < lowestSecond(first) || second > highestSecond(first)) return at;
    for (let i = 2; i < length; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return undefined;
}

function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** No overlong forms. */
function lowestSecond(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

/** No surrogates, and nothing behind U+10FFFF. */
function highestSecond(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}
