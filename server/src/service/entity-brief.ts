// An entity in a word or two: the name behind its id, and what kind of thing it is. For lists and hints, where a card is too much.
import type { IdSpace, TextValue } from '../plan/field.ts';
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
  /** The same in every language of the plan: words by which somebody may look for it. */
  readonly words: readonly string[];
  readonly kind: string | undefined;
  /** No longer in force on the check date. */
  readonly isOutdated: boolean;
}

/**
 * Tells of one entity after the other. Of each document the entities of a kind are looked through once, when one of them is asked for.
 * Undefined where the entry could not be read.
 */
export function createBriefs(language: Language, asOf: string): (declared: Declared) => EntityBrief | undefined {
  const known = new Map<DocumentContent, Map<IdSpace, Briefs>>();
  return ({ declaration: { space, idNode }, document: { content } }) => {
    if (content === undefined) return undefined;
    const bySpace = known.get(content) ?? new Map<IdSpace, Briefs>();
    known.set(content, bySpace);
    const briefs = bySpace.get(space) ?? briefsOf(space, content, language, asOf);
    bySpace.set(space, briefs);
    return briefs.get(idNode)?.();
  };
}

/** As the plan has it, in every language. */
interface WrittenBrief {
  readonly name?: TextValue | undefined;
  readonly about?: TextValue | undefined;
  readonly kind?: string | undefined;
  readonly isOutdated?: boolean;
}

type Briefs = ReadonlyMap<YamlScalar, () => EntityBrief>;

function briefsOf(space: IdSpace, content: DocumentContent, language: Language, asOf: string): Briefs {
  const briefs = new Map<YamlScalar, () => EntityBrief>();
  const text = (value: TextValue | undefined): string | undefined => value && chooseText(value.byLanguage, language);
  const add = <E extends { readonly idNode: YamlScalar }>(entities: readonly E[], brief: (entity: E) => WrittenBrief): void => {
    for (const entity of entities) {
      briefs.set(entity.idNode, () => {
        const { name, about, kind, isOutdated = false } = brief(entity);
        const words = [...new Set((name ?? about)?.byLanguage.values() ?? [])];
        return { name: text(name), about: text(about), words, kind, isOutdated };
      });
    }
  };
  const holders = [content.organizations, content.bodies];
  switch (space) {
    case 'actor':
      add(content.organizations, ({ name, sector }) => ({ name, kind: sector && sectors[sector.value][language] }));
      add(content.bodies, ({ name, kind }) => ({ name, kind: kind && bodyKinds[kind.value][language] }));
      break;
    case 'right':
      for (const { rights } of holders.flat()) {
        add(rights, ({ object, kind }) => ({ about: object, kind: kind && rightKinds[kind.value][language] }));
      }
      break;
    case 'responsibility':
      for (const { responsibilities } of holders.flat()) add(responsibilities, ({ action }) => ({ about: action }));
      break;
    case 'capability':
      for (const { capabilities } of holders.flat()) add(capabilities, ({ kind }) => ({ kind: kind?.value }));
      break;
    case 'legal-basis':
      add(content.legalBases, ({ title, kind, repealed }) => ({
        name: title,
        kind: kind && legalBasisKinds[kind.value][language],
        isOutdated: repealed !== undefined && repealed.value <= asOf,
      }));
      break;
    case 'function':
      add(content.functions, ({ name }) => ({ name }));
      break;
    case 'agreement':
      add(content.agreements, ({ title, kind, expires }) => ({
        name: title,
        kind: kind && agreementKinds[kind.value][language],
        isOutdated: expires !== undefined && expires.value < asOf,
      }));
      break;
    case 'level':
      add(content.levels, ({ scheme, order, criteria }) => ({
        about: criteria,
        kind: scheme && [levelSchemes[scheme.value][language], order?.value].filter((part) => part !== undefined).join(' '),
      }));
      break;
    case 'channel':
      add(content.channels, ({ name, kind }) => ({ name, kind: kind && channelKinds[kind.value][language] }));
      break;
    case 'exercise':
      add(content.exercises, ({ type, on }) => ({
        kind: [type && exerciseTypes[type.value][language], on?.value].filter((part) => part !== undefined).join(' · '),
      }));
      break;
  }
  return briefs;
}
