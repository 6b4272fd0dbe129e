// Every scalar of a document, or of a part of it, with what the format takes it for, in the order of the text. What an alias brings in is
// written elsewhere, and is met there.
import type { IdMapShape, Shape, TextShape } from '../plan/field.ts';
import { documentShape } from '../plan/shape.ts';
import type { Span } from '../text/span.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlScalar } from '../yaml/tree.ts';
import { within } from './within.ts';

export type MeaningfulScalar =
  | { readonly role: 'value'; readonly node: YamlScalar; readonly shape: Exclude<Shape, { readonly type: 'list' | 'map' | 'id-map' }> }
  /** The id of an entity. */
  | { readonly role: 'id'; readonly node: YamlScalar; readonly shape: IdMapShape }
  /** The language tag of a text. */
  | { readonly role: 'language'; readonly node: YamlScalar; readonly shape: TextShape };

type Visit = (scalar: MeaningfulScalar) => void;

/** Only what lies in the span is looked at, and what holds it; scalars beside it may be met as well. */
export function visitScalars({ root }: YamlDocument, visit: Visit, span: Span = everywhere): void {
  if (root) walk(root, documentShape, span, visit);
}

const everywhere: Span = { start: 0, end: Number.POSITIVE_INFINITY };

function walk(node: YamlNode, shape: Shape, span: Span, visit: Visit): void {
  if (shape.type === 'list') {
    if (node.kind !== 'list') walk(node, shape.item, span, visit);
    else for (const item of within(node.items, span)) walk(item, shape.item, span, visit);
  } else if (node.kind === 'map') walkMap(node, shape, span, visit);
  else if (node.kind === 'scalar' && shape.type !== 'map' && shape.type !== 'id-map') visit({ role: 'value', node, shape });
}

function walkMap(map: YamlMap, shape: Shape, span: Span, visit: Visit): void {
  for (const { key, value } of within(map.pairs, span)) {
    if (key.kind !== 'scalar') continue;
    switch (shape.type) {
      case 'map': {
        const inner = Object.hasOwn(shape.fields, key.text) ? shape.fields[key.text]?.shape : undefined;
        if (inner) walk(value, inner, span, visit);
        break;
      }
      case 'id-map':
        visit({ role: 'id', node: key, shape });
        walk(value, shape.item, span, visit);
        break;
      case 'text':
        visit({ role: 'language', node: key, shape });
        if (value.kind === 'scalar') visit({ role: 'value', node: value, shape });
        break;
      case 'version':
      case 'id':
      case 'string':
      case 'boolean':
      case 'number':
      case 'date':
      case 'duration':
      case 'enum':
      case 'reference':
      case 'legal-reference':
      case 'parent-plan':
      case 'list':
        break;
    }
  }
}
