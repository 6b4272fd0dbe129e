// What the entities of a comparison are called: an id alone says little to whoever did not write the plan.
import type { TextValue } from '../../plan/field.ts';
import { chooseText, type Language } from '../../rules/render.ts';
import type { ComparedDocument, ComparedSide } from './compare.ts';

/** By the name under which changes know them, `rights/activate-high`: as the newer version calls them, else the older one. */
export function entityTitles({ before, after }: ComparedDocument, language: Language): ReadonlyMap<string, string> {
  return new Map([...titlesOf(before, language), ...titlesOf(after, language)]);
}

function titlesOf(side: ComparedSide | undefined, language: Language): readonly (readonly [entity: string, title: string])[] {
  const plan = side?.result?.linked.plan;
  if (plan === undefined) return [];
  const named: readonly (readonly [section: string, id: string, title: TextValue | undefined])[] = [
    ...plan.organizations.map(({ id, declaration }) => ['organizations', id, declaration.name] as const),
    ...plan.bodies.map(({ id, declaration }) => ['bodies', id, declaration.name] as const),
    ...plan.rights.map(({ id, declaration }) => ['rights', id, declaration.object] as const),
    ...plan.responsibilities.map(({ id, declaration }) => ['responsibilities', id, declaration.action] as const),
    ...plan.functions.map(({ id, declaration }) => ['functions', id, declaration.name] as const),
    ...[...plan.legalBases].map(([id, { value }]) => ['legal-bases', id, value.title] as const),
    ...[...plan.agreements].map(([id, { value }]) => ['agreements', id, value.declaration.title] as const),
    ...plan.content.channels.map(({ id, name }) => ['channels', id, name] as const),
  ];
  return named.flatMap(([section, id, title]) => {
    const words = title ? chooseText(title.byLanguage, language).replace(/\s+/gu, ' ').trim() : '';
    return words === '' ? [] : [[`${section}/${id}`, words] as const];
  });
}
