// What stands in scalars: ids, versions, strings, numbers, dates, durations, texts in several languages, references to the law and to parent plans.
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import { complexKeys, entriesOf } from '../yaml/view.ts';
import { citationMeant } from './chinese-citation.ts';
import type { DurationValue, LegalReference, Located, ParentPlanValue, TextValue } from './field.ts';
import { type FoundReference, leadsNowhere, report, type Scope, visible, wrongType } from './read-scope.ts';
import { dateMeant, durationMeant, isId, isLanguageTag, isPlanPath, type ScalarShape } from './scalars.ts';
import { writtenCitation, writtenScalar, writtenText } from './written.ts';

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

export function readScalar(node: YamlNode, shape: ScalarShape, scope: Scope): Located<string | number | DurationValue> | undefined {
  return (node.kind === 'scalar' ? writtenScalar(node, shape, scope.memory) : undefined) ?? reportMisread(node, shape, scope);
}

/** Says why a node is not what such a shape asks for. */
function reportMisread(node: YamlNode, shape: ScalarShape, scope: Scope): undefined {
  const { text, value } = node.kind === 'scalar' ? node : { text: '', value: undefined };
  switch (shape.type) {
    case 'string':
      return wrongType(scope, node, typeof value === 'string' ? 'filled' : 'string');
    case 'number': {
      const { integer, minimum = Number.NEGATIVE_INFINITY } = shape;
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(scope, node, 'number');
      if (integer && !Number.isInteger(value)) return wrongType(scope, node, 'integer');
      return wrongType(scope, node, 'minimum', { minimum });
    }
    case 'date': {
      if (typeof value !== 'string') return wrongType(scope, node, 'date');
      const code = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'no-such-day' : 'malformed';
      return report(scope, 'bad-date', code, node, { value: text }, meantBy(dateMeant(text)));
    }
    case 'duration':
      if (value === undefined || typeof value === 'boolean') return wrongType(scope, node, 'duration');
      return report(scope, 'bad-duration', 'malformed', node, { value: text }, meantBy(durationMeant(text)));
  }
}

function meantBy(word: string | undefined): { readonly candidates: readonly string[] } {
  return { candidates: word === undefined ? [] : [word] };
}

export function readText(node: YamlNode, scope: Scope): TextValue | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') return writtenText(node, node, scope.memory);
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
  return parts.size > 0 ? writtenText(node, parts, scope.memory) : undefined;
}

export function readLegalReference(node: YamlNode, scope: Scope): LegalReference | undefined {
  if (node.kind !== 'scalar' || node.value === undefined) return wrongType(scope, node, 'legal-reference');
  const found = writtenCitation(node, scope.route, scope.aliasOf(node), scope.memory);
  if (found === undefined) {
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
  scope.reading.legalReferences.push(found);
  return found;
}

export function readParentPlan(node: YamlNode, scope: Scope): ParentPlanValue | undefined {
  if (node.kind !== 'scalar' || node.value === undefined) return wrongType(scope, node, 'parent-plan');
  if (isPlanPath(node.text)) return { kind: 'path', path: node.text, node };
  if (/[/\\:]/.test(node.text)) return { kind: 'path', path: node.text, node };
  const id = readId(node, scope);
  if (id === undefined) return undefined;
  const found: FoundReference = { id: id.value, node: id.node, to: 'legal-basis', route: scope.route, through: scope.aliasOf(node) };
  scope.reading.references.push(found);
  return { kind: 'legal-basis', reference: found, node: id.node };
}
