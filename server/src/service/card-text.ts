// How the cards of all entities are written: a heading, what it is, and a list of rows.
import type { Bilingual, TextValue } from '../plan/field.ts';
import { punctuation } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Actor } from '../workspace/plan.ts';
import { code, escapeMarkdown } from './markdown.ts';

export interface CardWriter {
  /** Head, further paragraphs, then the rows as a list; what is undefined or empty is left out. */
  card(head: string, rows: readonly (string | undefined)[], ...paragraphs: readonly (string | undefined)[]): string;
  /** The name in bold with the id behind it; on the next line what kind of thing it is. */
  heading(name: TextValue | undefined, id: string, kind?: string | undefined): string;
  row(label: Bilingual, text: string): string;
  /** A text of the plan in the reader's language. */
  text(text: TextValue | undefined): string | undefined;
  nameOf(actor: Actor): string;
  /** Facts side by side. */
  joined(facts: readonly (string | undefined)[]): string;
  list(words: readonly string[]): string;
  /** The first of many names, and how many more there are. */
  several(texts: readonly string[], count?: number): string;
}

/** How many names a row lists before it counts. */
export const mostListed = 6;

const none: Bilingual = { en: 'none', zh: '无' };
const more: Bilingual = { en: 'and {count} more', zh: '等共 {total} 项' };

export function createCardWriter(language: Language): CardWriter {
  const [comma, semicolon] = [punctuation.comma[language], punctuation.semicolon[language]];
  // Of names that have commas in them nobody could tell where one ends.
  const list = (words: readonly string[]): string => words.join(words.some((word) => word.includes(comma)) ? semicolon : comma);
  const text = (value: TextValue | undefined): string | undefined => value && escapeMarkdown(chooseText(value.byLanguage, language));
  return {
    list,
    text,
    nameOf: (actor) => text(actor.declaration.name) || code(actor.id),
    joined: (facts) => facts.filter(Boolean).join(' · '),
    row: (label, value) => `- ${label[language]}${punctuation.colon[language]}${value}`,
    heading(name, id, kind) {
      const written = text(name);
      const title = written ? `**${written}** ${code(id)}` : `**${code(id)}**`;
      return kind ? `${title}  \n${kind}` : title;
    },
    several(texts, count = texts.length) {
      if (count === 0) return none[language];
      const shown = list(texts.slice(0, mostListed));
      if (count <= mostListed) return shown;
      return `${shown} ${more[language].replace('{count}', String(count - mostListed)).replace('{total}', String(count))}`;
    },
    card(head, rows, ...paragraphs) {
      return [head, ...paragraphs, rows.filter((row) => row !== undefined).join('\n')].filter(Boolean).join('\n\n');
    },
  };
}
