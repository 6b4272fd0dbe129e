// A text with its new faults undone, and with nothing else that changed: what it says is what the newer version would, had nobody made them.
import type { Field, Shape } from '../../plan/field.ts';
import { documentShape } from '../../plan/shape.ts';
import type { Finding } from '../../rules/finding.ts';
import { editsBetween } from '../../text/difference.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { encloses, type Span } from '../../text/span.ts';
import { removePair } from '../../yaml/edit.ts';
import { removeItem } from '../../yaml/remove-item.ts';
import { ancestors, nodeAt, stepsTo } from '../../yaml/route.ts';
import type { YamlNode, YamlPair } from '../../yaml/tree.ts';

/** `faults` are findings in `now`. What was added goes as far as it is faulty; what was altered is again as it was in `old`. */
export function undoFaults(now: string, old: string, faults: readonly Finding[]): string {
  const changes = editsBetween(now, old).flatMap((edit) => lineByLine(now, edit));
  const added = changes.filter(({ newText }) => newText === '');
  const undoing = new Set<TextEdit>();
  for (const fault of faults) for (const edit of undoingOf(fault, now, changes, added)) undoing.add(edit);
  return applyEdits(now, [...undoing]).text;
}

function undoingOf(
  { rule, document, span }: Finding,
  now: string,
  changes: readonly TextEdit[],
  added: readonly TextEdit[],
): Iterable<TextEdit> {
  const unit = unitAt(nodeAt(document, span.start));
  const isNew = unit !== undefined && added.some((edit) => encloses(edit.span, unit));
  if (rule.id !== 'missing-key') {
    if (isNew) return unit.kind === 'pair' ? removePair(now, unit) : removeItem(now, unit);
    return changes.filter((edit) => edit.span.start <= span.end && span.start <= edit.span.end);
  }
  // What is missing in an entry that is new has never been there; the line behind an entry may be where its last key stood.
  if (unit === undefined || isNew) return [];
  return changes.filter(({ span: { start, end }, newText }) => newText !== '' && unit.start <= start && end <= unit.end + 2);
}

/** The innermost pair or item around a node that a map or list could do without. */
function unitAt(node: YamlNode | undefined): YamlPair | YamlNode | undefined {
  if (node === undefined) return undefined;
  return [node, ...ancestors(node)].find((around) => {
    if (around.kind === 'pair') return fieldOf(around)?.required !== true;
    const list = around.parent;
    if (list?.kind !== 'list') return false;
    return list.items.length > 1 || list.parent?.kind !== 'pair' || fieldOf(list.parent)?.required !== true;
  });
}

function fieldOf(pair: YamlPair): Field | undefined {
  let shape: Shape = documentShape;
  let field: Field | undefined;
  for (const step of stepsTo(pair.value)) {
    field = undefined;
    // A single item stands for a list of one.
    if (shape.type === 'list') shape = shape.item;
    if (typeof step === 'number') continue;
    if (shape.type === 'id-map') shape = shape.item;
    else if (shape.type === 'map' && Object.hasOwn(shape.fields, step)) {
      field = shape.fields[step];
      shape = field?.shape ?? shape;
    } else return undefined;
  }
  return field;
}

/** Where as many lines were altered as there are now, each is a change of its own. */
function lineByLine(now: string, edit: TextEdit): readonly TextEdit[] {
  const lines = now.slice(edit.span.start, edit.span.end).split('\n');
  const old = edit.newText.split('\n');
  if (lines.length !== old.length) return [edit];
  let { start } = edit.span;
  return lines.flatMap((line, index) => {
    const span: Span = { start, end: start + line.length };
    start = span.end + 1;
    const newText = old[index] ?? '';
    return newText === line ? [] : [{ span, newText }];
  });
}
