// A short, stable name for a text: fingerprints and cache keys. Not for security.

/** Two interleaved 32-bit FNV-style hashes over UTF-16 code units, as 16 hexadecimal digits. */
export function fingerprint(text: string): string {
  // Two 32-bit halves with different offsets: enough to tell findings apart, and no BigInt on a hot path.
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + 0x9e37), 0x01000193) ^ (low >>> 13);
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
