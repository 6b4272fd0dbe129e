// Pieces of long texts. Engines make a piece out of its place in the text, which therefore stays in memory as long as the piece does.

/** The same characters in a text of their own: whoever keeps it keeps no longer one. */
export function ownText(piece: string): string {
  return [piece.slice(0, 1), piece.slice(1)].join('');
}
