// Which field of the format a node stands in: the shape followed along the node's route. Hover, completion and outline ask here.
import { stepsTo } from '../yaml/route.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Field, IdMapShape, MapShape, Shape } from './field.ts';
import { documentShape } from './shape.ts';

export interface Location {
  /** What stands here: the shape of the value; for a key, of the value behind it. Undefined outside the format. */
  readonly shape: Shape | undefined;
  /** The field whose key or value this is; undefined for ids of id maps and for unknown keys. */
  readonly field: Field | undefined;
  /** The map of fixed keys the node stands in, with its shape: where keys are completed. */
  readonly owner: MapShape | undefined;
  /** Set where the node is the id of an entity. */
  readonly idOf: IdMapShape | undefined;
  readonly role: 'key' | 'value';
  /** Keys and ids from the top, list indexes left out: `['organizations', 'blue-sky', 'rights']`. */
  readonly route: readonly string[];
}

export function locate(node: YamlNode): Location {
  const steps = stepsTo(node);
  let shape: Shape | undefined = documentShape;
  let field: Field | undefined;
  let owner: MapShape | undefined;
  let idOf: IdMapShape | undefined;
  for (const step of steps) {
    const within: Shape | undefined = shape?.type === 'list' ? shape.item : shape;
    if (typeof step === 'number') {
      shape = within;
      continue;
    }
    field = undefined;
    idOf = undefined;
    owner = undefined;
    if (within?.type === 'map') {
      owner = within;
      field = Object.hasOwn(within.fields, step) ? within.fields[step] : undefined;
      shape = field?.shape;
    } else if (within?.type === 'id-map') {
      idOf = within;
      shape = within.item;
    } else shape = undefined;
  }
  const role = node.parent?.kind === 'pair' && node.parent.key === node ? 'key' : 'value';
  const route = steps.filter((step) => typeof step === 'string');
  return { shape, field, owner, idOf: role === 'key' ? idOf : undefined, role, route };
}
