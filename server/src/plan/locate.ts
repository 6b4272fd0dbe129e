// Which field of the format a node stands in: the shape followed along the node's route. Hover, completion and outline ask here.
import type { YamlNode, YamlPair } from '../yaml/tree.ts';
import { followAlias } from '../yaml/view.ts';
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
    if (step === undefined) {
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
  const route = steps.filter((step) => step !== undefined);
  return { shape, field, owner, idOf: role === 'key' ? idOf : undefined, role, route };
}

/** Keys from the top, `undefined` for an item of a list. */
function stepsTo(node: YamlNode): readonly (string | undefined)[] {
  const steps: (string | undefined)[] = [];
  let current = node;
  for (let { parent } = current; parent !== undefined; { parent } = current) {
    if (parent.kind === 'pair') {
      steps.push(keyText(parent));
      current = parent.parent;
    } else {
      steps.push(undefined);
      current = parent;
    }
  }
  return steps.reverse();
}

function keyText(pair: YamlPair): string {
  const key = followAlias(pair.key);
  return key?.kind === 'scalar' ? key.text : '';
}
