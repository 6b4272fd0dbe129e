// What the format asks for at a place of a document, for the fixes that write something there.
import type { MapShape, Shape } from '../../plan/field.ts';
import { documentShape } from '../../plan/shape.ts';
import { routeOf } from '../../yaml/route.ts';
import type { YamlNode } from '../../yaml/tree.ts';

/**
 * The shape of the map that stands, or should stand, at a node; for a key, at its value. Undefined where the format has no map, and in
 * what only aliases lead to, such as the maps under an `x-` key.
 */
export function mapShapeAt(node: YamlNode): MapShape | undefined {
  const route = routeOf(node);
  let shape: Shape | undefined = documentShape;
  for (const step of route === '' ? [] : route.split('/')) {
    // A single item stands for a list of one: then no index leads into the list.
    if (shape?.type === 'list' && !/^\d+$/.test(step)) shape = shape.item;
    shape = shape && inside(shape, step);
  }
  if (shape?.type === 'list') shape = shape.item;
  return shape?.type === 'map' ? shape : undefined;
}

function inside(shape: Shape, step: string): Shape | undefined {
  switch (shape.type) {
    case 'map':
      return Object.hasOwn(shape.fields, step) ? shape.fields[step]?.shape : undefined;
    case 'id-map':
    case 'list':
      return shape.item;
    default:
      return undefined;
  }
}
