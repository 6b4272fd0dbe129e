// How texts call a plan and its actors: by name and id.
import { inBrackets } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Actor, Plan } from '../workspace/plan.ts';

export function actorLabel({ id, declaration: { name } }: Actor, language: Language): string {
  const text = name ? oneLine(chooseText(name.byLanguage, language)) : '';
  return text === '' ? id : text + inBrackets(id, language);
}

/** Where there is no room for the id. */
export function actorName({ id, declaration: { name } }: Actor, language: Language): string {
  return (name && oneLine(chooseText(name.byLanguage, language))) || id;
}

export function planHeading({ head: { id, title } }: Plan, language: Language): string {
  const text = title ? oneLine(chooseText(title.byLanguage, language)) : '';
  return text === '' ? (id?.value ?? '') : text + inBrackets(id?.value ?? '', language);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
