// An entity in a word or two: the name behind its id, and what kind of thing it is. For lists and hints, where a card is too much.
import type { TextValue } from '../plan/field.ts';
import type { DocumentContent } from '../plan/shape.ts';
import {
  agreementKinds,
  bodyKinds,
  channelKinds,
  exerciseTypes,
  legalBasisKinds,
  levelSchemes,
  rightKinds,
  sectors,
} from '../plan/vocabulary.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Declared } from '../workspace/names.ts';
import type { YamlScalar } from '../yaml/tree.ts';

export interface EntityBrief {
  /** The name or title that the plan gives it. */
  readonly name: string | undefined;
  /** What it is about, where it has no name: the object of a right, the action of a responsibility, the criteria of a level. */
  readonly about: string | undefined;
  readonly kind: string | undefined;
  /** No longer in force on the check date. */
  readonly isOutdated: boolean;
}

/** Tells of one entity after the other. Each document is looked through once. Undefined where the entry could not be read. */
export function createBriefs(language: Language, asOf: string): (declared: Declared) => EntityBrief | undefined {
  const known = new Map<DocumentContent, ReadonlyMap<YamlScalar, () => EntityBrief>>();
  return ({ declaration, document }) => {
    const { content } = document;
    if (content === undefined) return undefined;
    let briefs = known.get(content);
    if (briefs === undefined) {
      briefs = briefsOf(content, language, asOf);
      known.set(content, briefs);
    }
    return briefs.get(declaration.idNode)?.();
  };
}

function briefsOf(content: DocumentContent, language: Language, asOf: string): ReadonlyMap<YamlScalar, () => EntityBrief> {
  const briefs = new Map<YamlScalar, () => EntityBrief>();
  const text = (value: TextValue | undefined): string | undefined => value && chooseText(value.byLanguage, language);
  const add = <E extends { readonly idNode: YamlScalar }>(entities: readonly E[], brief: (entity: E) => Partial<EntityBrief>): void => {
    const nothing = { name: undefined, about: undefined, kind: undefined, isOutdated: false };
    for (const entity of entities) briefs.set(entity.idNode, () => ({ ...nothing, ...brief(entity) }));
  };
  add(content.organizations, ({ name, sector }) => ({ name: text(name), kind: sector && sectors[sector.value][language] }));
  add(content.bodies, ({ name, kind }) => ({ name: text(name), kind: kind && bodyKinds[kind.value][language] }));
  for (const { rights, responsibilities, capabilities } of [...content.organizations, ...content.bodies]) {
    add(rights, ({ object, kind }) => ({ about: text(object), kind: kind && rightKinds[kind.value][language] }));
    add(responsibilities, ({ action }) => ({ about: text(action) }));
    add(capabilities, ({ kind }) => ({ kind: kind?.value }));
  }
  add(content.legalBases, ({ title, kind, repealed }) => ({
    name: text(title),
    kind: kind && legalBasisKinds[kind.value][language],
    isOutdated: repealed !== undefined && repealed.value <= asOf,
  }));
  add(content.functions, ({ name }) => ({ name: text(name) }));
  add(content.agreements, ({ title, kind, expires }) => ({
    name: text(title),
    kind: kind && agreementKinds[kind.value][language],
    isOutdated: expires !== undefined && expires.value < asOf,
  }));
  add(content.levels, ({ scheme, order, criteria }) => ({
    about: text(criteria),
    kind: scheme && [levelSchemes[scheme.value][language], order?.value].filter((part) => part !== undefined).join(' '),
  }));
  add(content.channels, ({ name, kind }) => ({ name: text(name), kind: kind && channelKinds[kind.value][language] }));
  add(content.exercises, ({ type, on }) => ({
    kind: [type && exerciseTypes[type.value][language], on?.value].filter((part) => part !== undefined).join(' · '),
  }));
  return briefs;
}
