// Texts of a plan as Markdown, and Markdown for clients that show plain text only.

/** Texts of a plan are shown as they are written: nothing in them is Markdown, a link or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, '\\$&').replace(/\s*(?:\r\n?|\n)\s*/g, ' ');
}

/** An id or a word of the format. What could end the code is left out. */
export function code(word: string): string {
  return `\`${word.replaceAll('`', '').replace(/\s+/g, ' ')}\``;
}

/** What the Markdown of this service says without its marks: emphasis, code and escapes. */
export function plainText(markdown: string): string {
  return markdown.replace(/\\([\\`*_{}[\]<>()#+!|~&-])|\*\*|[*`]| {2}(?=\n)/g, (_, escaped: string | undefined) => escaped ?? '');
}
