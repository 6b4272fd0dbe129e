// A short, stable name for a text: fingerprints and cache keys. Not for security.

/** Two interleaved 32-bit FNV-style hashes over UTF-16 code units, as 16 hexadecimal digits. */
export function fingerprint(text: string): string {
  return fingerprintBehind('')(text);
}

/** The fingerprints of texts that begin alike: what they have in common is looked at once. */
export function fingerprintBehind(beginning: string): (rest: string) => string {
  // Two 32-bit halves with different offsets: enough to tell findings apart, and no BigInt on a hot path.
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ (code + 0x9e37), 0x01000193) ^ (low >>> 13);
    }
  };
  add(beginning);
  const begun = { low, high };
  return (rest) => {
    ({ low, high } = begun);
    add(rest);
    return hex(high) + hex(low);
  };
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
