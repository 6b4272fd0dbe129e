// Markup that cannot be injected into: what stands in the source of this project is markup, whatever is put into it is text and escaped, unless
// it is markup itself. Elements are closed as in XML, so that the SVG in a page, and the page itself, can be read by any parser.

export interface Markup {
  readonly markup: string;
}

/** `undefined` is left out; lists are joined. */
export type Content = string | number | Markup | undefined | readonly Content[];

export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: parts.map((part, index) => part + (index < contents.length ? render(contents[index]) : '')).join('') };
}

/** For a text that is the project's own, such as its style sheet. */
export function trusted(text: string): Markup {
  return { markup: text };
}

/** A place within the page, for what a plan names: ids may hold any letter. */
export function anchorOf(kind: string, id: string): string {
  return `${kind}-${encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))}`;
}

/** Coordinates need no more than a tenth of a pixel; rounding keeps the bytes alike wherever they are computed. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') return escapeText(content);
  return 'markup' in content ? content.markup : content.map(render).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Controls, lone surrogates and characters that turn the direction of what follows have no place in a page. */
function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\P{Cc}\t\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd');
}
