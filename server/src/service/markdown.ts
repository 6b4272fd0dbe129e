// Texts of a plan as Markdown, and Markdown for clients that show plain text only.

/**
 * Texts of a plan are shown as they are written: nothing in them is Markdown, a link or HTML, wherever in a line they stand, and none turns
 * the direction of what follows.
 */
export function escapeMarkdown(text: string): string {
  return (
    shown(text)
      .trim()
      .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
      // At the head of a line these would begin a list, or make a heading of the line above.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)(?=[.)](?: |$))/, '$1\\')
  );
}

/** An id or a word of the format. What could end the code is left out. */
export function code(word: string): string {
  return `\`${shown(word.replaceAll('`', ''))}\``;
}

/** What the Markdown of this service says without its marks: emphasis, code and escapes. */
export function plainText(markdown: string): string {
  return markdown.replace(/\\([\\`*_{}[\]<>#|~!&+=.)-])|\*\*|[*`]| {2}(?=\n)/g, (_, escaped: string | undefined) => escaped ?? '');
}

/** In one line. Controls, lone surrogates and characters that turn the direction of writing become visible. */
function shown(text: string): string {
  return text.replace(/[ \t\r\n\v\f\u0085\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
