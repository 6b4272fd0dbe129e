// Texts of a plan inside Markdown.

/** Nothing in a plan's texts may become markup, a link or a mention of somebody. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n]+/g, ' ')
      .replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
      .replace(/[\\`*_{}[\]>#|~!]/g, '\\$&')
      .replaceAll('@', '@\u200b')
      // A forge makes links of bare addresses by itself.
      .replaceAll('://', ':\u200b//')
      .replace(/\bwww\./gi, '$&\u200b')
  );
}
