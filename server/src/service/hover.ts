// Hover: what a key means, what an id stands for, where a plan stands among the modes, whether an instrument is in force.
import { indicatorDefinition } from '../governance/indicators.ts';
import type { PlanDocument } from '../plan/build.ts';
import { requiredKeys } from '../plan/conditions.ts';
import { type Field, say } from '../plan/field.ts';
import { type Location, locate } from '../plan/locate.ts';
import { governanceModes } from '../plan/vocabulary.ts';
import { profileOf } from '../rules/context.ts';
import { chooseText, fillText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import { ancestors } from '../yaml/route.ts';
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import { entriesOf, followAlias } from '../yaml/view.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { entityCard } from './entity-card.ts';
import { enumValueText, fieldText } from './field-text.ts';
import { indicatorText } from './indicator-text.ts';
import { languageNames } from './language-names.ts';
import { locatorText } from './legal-basis-card.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { modesText } from './modes-text.ts';
import type { Analysis } from './session.ts';

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

const texts = {
  tag: say('a language (BCP 47)', '语言标记（BCP 47）'),
  plan: say('Plan {title}', '预案{title}'),
  library: say(
    'Library (organizations: {organizations}, legal bases: {bases}, agreements: {agreements})',
    '库：{organizations} 个组织，{bases} 项法律依据，{agreements} 项协议',
  ),
};

export function hoverAt(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const cursor = cursorAt(analysis, offset);
  if (cursor === undefined) return undefined;
  const markdown = hoverText(cursor, analysis, language);
  return markdown === undefined ? undefined : { range: analysis.file.lines.range(cursor.node), markdown };
}

function hoverText(cursor: Cursor, analysis: Analysis, language: Language): string | undefined {
  const { node, location, target, reference } = cursor;
  const meant = followAlias(node);
  if (meant?.kind !== 'scalar') return undefined;
  const { text } = meant;
  if (target) {
    const card = entityCard(target, cursor.result, analysis.options.asOf, language);
    const locator = reference && 'locator' in reference ? reference.locator : undefined;
    if (card !== undefined && locator === undefined) return card;
    if (card !== undefined && locator !== undefined) {
      const basis = target.document.content?.legalBases.find(({ id }) => id === target.declaration.id);
      const head = cursor.result.linked.plan?.head;
      const profile = head ? profileOf(head, analysis.options) : 'generic';
      return `${card}\n\n${locatorText(locator, basis, profile, language)}`;
    }
  }
  const translated = translatedText(node, text, language);
  if (translated !== undefined) return translated;
  const field = location.field && fieldIn(location, location.field, node);
  if (location.role === 'key') return field && fieldText(text, field, language);
  const shape = location.shape?.type === 'list' ? location.shape.item : location.shape;
  if (shape?.type === 'enum' && Object.hasOwn(shape.values, text)) {
    return shape.values === governanceModes ? modesText(cursor.result, language) : enumValueText(text, shape, language);
  }
  const indicator = location.route.join('/') === 'context/indicators/id' ? indicatorDefinition(text) : undefined;
  if (indicator) return indicatorText(indicator, language);
  const file = shape?.type === 'string' || shape?.type === 'parent-plan' ? fileText(cursor.document, meant, analysis, language) : undefined;
  if (file !== undefined) return file;
  return field && fieldText(location.route.at(-1) ?? '', field, language);
}

/** A field as it is in the map that it stands in: whether it is required may depend on the other keys. */
function fieldIn({ owner }: Location, field: Field, node: YamlNode): Field {
  const pair = ancestors(node).find((above) => above.kind === 'pair');
  if (owner === undefined || pair?.key.kind !== 'scalar') return field;
  const present = new Map(entriesOf(pair.parent).map((entry) => [entry.key.text, entry]));
  return { ...field, required: requiredKeys(owner, present).includes(pair.key.text) };
}

/** Of a text that is written in several languages: what text it is, and at a tag of which language. */
function translatedText(node: YamlNode, text: string, language: Language): string | undefined {
  if (node.parent?.kind !== 'pair') return undefined;
  const map = node.parent.parent;
  const location = locate(map);
  const { shape, field, route } = location;
  const item = shape?.type === 'list' ? shape.item : shape;
  if (item?.type !== 'text' || field === undefined) return undefined;
  const about = fieldText(route.at(-1) ?? '', fieldIn(location, field, map), language);
  if (node.parent.key !== node) return about;
  const name = Object.hasOwn(languageNames, text) ? languageNames[text]?.[language] : undefined;
  return `**${code(text)}** — ${name ?? texts.tag[language]}\n\n${about}`;
}

/** What an import or a parent path leads to. */
function fileText(document: PlanDocument, node: YamlScalar, { closure }: Analysis, language: Language): string | undefined {
  const edge = closure.edges(document).find((candidate) => candidate.node === node);
  const found = edge?.target === undefined ? undefined : closure.files.get(edge.target)?.documents[0]?.content;
  if (found === undefined) return undefined;
  const { title, id } = found.plan ?? {};
  if (found.plan) {
    const name = title ? escapeMarkdown(chooseText(title.byLanguage, language)) : '';
    const quoted = language === 'zh' ? `《${name}》` : `**${name}**`;
    return `${fillText(texts.plan, { title: quoted }, language)}${id ? ` ${code(id.value)}` : ''}`;
  }
  const counts = { organizations: found.organizations.length, bases: found.legalBases.length, agreements: found.agreements.length };
  return fillText(texts.library, counts, language);
}
