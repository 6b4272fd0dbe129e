// The scalars that have a form of their own: ids, versions, texts in several languages, references to the law and to parent plans.
import type { Span } from '../text/span.ts';
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import { complexKeys, entriesOf } from '../yaml/view.ts';
import { citationMeant } from './chinese-citation.ts';
import type { LegalReference, ParentPlanValue, TextValue } from './field.ts';
import { createText } from './read-memory.ts';
import { type FoundLegalReference, type FoundReference, leadsNowhere, report, type Scope, visible, wrongType } from './read-scope.ts';
import { isId, isLanguageTag, isPlanPath, parseLegalReference } from './scalars.ts';

export function readId(node: YamlNode, scope: Scope): { readonly value: string; readonly node: YamlScalar } | undefined {
  if (node.kind !== 'scalar' || node.value === undefined) return wrongType(scope, node, 'id');
  if (!isId(node.text)) return report(scope, 'bad-id', 'malformed', node, { id: node.text });
  return isString(node) ? node : { value: node.text, node };
}

function isString(node: YamlScalar): node is YamlScalar & { readonly value: string } {
  return typeof node.value === 'string';
}

export function readVersion(node: YamlNode, scope: Scope): { readonly value: string; readonly node: YamlNode } | undefined {
  if (node.kind === 'scalar' && (node.value === '1' || node.value === 1)) return { value: '1', node };
  return report(scope, 'format-version', 'unsupported', visible(scope, node), { value: node.kind === 'scalar' ? node.text : '' });
}

export function readText(node: YamlNode, scope: Scope): TextValue | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') return createText(node, node, scope.memory);
  if (node.kind !== 'map') return wrongType(scope, node, 'text');
  const parts = new Map<string, YamlScalar>();
  for (const key of complexKeys(node)) report(scope, 'unknown-key', 'complex', key, {});
  const entries = entriesOf(node);
  for (const entry of entries) {
    const { key, value } = entry;
    if (!isLanguageTag(key.text)) report(scope, 'unknown-key', 'language-tag', visible(scope, key), { key: key.text });
    else if (value === undefined) leadsNowhere(scope);
    else if (value.kind !== 'scalar' || typeof value.value !== 'string') wrongType(scope.enter(key.text, entry), value, 'string');
    else if (!parts.has(key.text)) parts.set(key.text, value);
  }
  if (entries.length === 0 && complexKeys(node).length === 0) return wrongType(scope, node, 'text');
  return parts.size > 0 ? createText(node, parts, scope.memory) : undefined;
}

export function readLegalReference(node: YamlNode, scope: Scope): LegalReference | undefined {
  if (node.kind !== 'scalar' || node.value === undefined) return wrongType(scope, node, 'legal-reference');
  const parsed = parseLegalReference(node.text);
  if (parsed === undefined) {
    const meant = citationMeant(node.text);
    return report(
      scope,
      'bad-id',
      'legal-reference',
      node,
      { id: node.text },
      { candidates: meant ? [`${meant.id}#${meant.locator}`] : [] },
    );
  }
  const { id, locator } = parsed;
  const { start: locatorFrom, end: locatorTo } = locatorSpan(node, locator);
  const found: FoundLegalReference = { id, locator, node, to: 'legal-basis', locatorFrom, locatorTo, route: scope.route };
  scope.reading.legalReferences.push(found);
  return found;
}

/** Where the locator stands in the scalar, within its quotes. Escapes and block scalars shift it: then it is the whole scalar. */
function locatorSpan(node: YamlScalar, locator: string | undefined): Span {
  const length = node.end - node.start;
  const quote = node.style === 'single-quoted' || node.style === 'double-quoted' ? 1 : 0;
  const end = length - quote;
  if (locator === undefined) return { start: end, end };
  return end - quote === node.text.length ? { start: end - locator.length, end } : { start: 0, end: length };
}

export function readParentPlan(node: YamlNode, scope: Scope): ParentPlanValue | undefined {
  if (node.kind !== 'scalar' || node.value === undefined) return wrongType(scope, node, 'parent-plan');
  if (isPlanPath(node.text)) return { kind: 'path', path: node.text, node };
  if (/[/\\:]/.test(node.text)) return { kind: 'path', path: node.text, node };
  const id = readId(node, scope);
  if (id === undefined) return undefined;
  const found: FoundReference = { id: id.value, node: id.node, to: 'legal-basis', route: scope.route };
  scope.reading.references.push(found);
  return { kind: 'legal-basis', reference: found, node: id.node };
}
