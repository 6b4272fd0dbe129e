// Every scalar of a document with what the format takes it for, in the order of the text. What an alias brings in is written elsewhere, and
// is met there.
import type { IdMapShape, Shape, TextShape } from '../plan/field.ts';
import { documentShape } from '../plan/shape.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlScalar } from '../yaml/tree.ts';

export type MeaningfulScalar =
  | { readonly role: 'value'; readonly node: YamlScalar; readonly shape: Exclude<Shape, { readonly type: 'list' | 'map' | 'id-map' }> }
  /** The id of an entity. */
  | { readonly role: 'id'; readonly node: YamlScalar; readonly shape: IdMapShape }
  /** The language tag of a text. */
  | { readonly role: 'language'; readonly node: YamlScalar; readonly shape: TextShape };

export function* meaningfulScalars({ root }: YamlDocument): Generator<MeaningfulScalar> {
  if (root) yield* walk(root, documentShape);
}

function* walk(node: YamlNode, shape: Shape): Generator<MeaningfulScalar> {
  if (shape.type === 'list') {
    for (const item of node.kind === 'list' ? node.items : [node]) yield* walk(item, shape.item);
  } else if (node.kind === 'map') yield* walkMap(node, shape);
  else if (node.kind === 'scalar' && shape.type !== 'map' && shape.type !== 'id-map') yield { role: 'value', node, shape };
}

function* walkMap(map: YamlMap, shape: Shape): Generator<MeaningfulScalar> {
  for (const { key, value } of map.pairs) {
    if (key.kind !== 'scalar') continue;
    switch (shape.type) {
      case 'map': {
        const inner = Object.hasOwn(shape.fields, key.text) ? shape.fields[key.text]?.shape : undefined;
        if (inner) yield* walk(value, inner);
        break;
      }
      case 'id-map':
        yield { role: 'id', node: key, shape };
        yield* walk(value, shape.item);
        break;
      case 'text':
        yield { role: 'language', node: key, shape };
        if (value.kind === 'scalar') yield { role: 'value', node: value, shape };
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
