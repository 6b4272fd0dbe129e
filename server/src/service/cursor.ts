// What the cursor is on: the node, the field of the format it stands in, and the id it declares or refers to.
import type { PlanDocument } from '../plan/build.ts';
import { type Location, locate } from '../plan/locate.ts';
import type { Declaration, FoundLegalReference, FoundReference } from '../plan/read.ts';
import type { DocumentResult } from '../rules/run.ts';
import { type Declared, findTarget } from '../workspace/names.ts';
import { nodeAt } from '../yaml/route.ts';
import type { YamlNode } from '../yaml/tree.ts';
import type { Analysis } from './session.ts';

export interface Cursor {
  readonly result: DocumentResult;
  readonly document: PlanDocument;
  readonly node: YamlNode;
  readonly location: Location;
  /** The reference the cursor is on. */
  readonly reference: FoundReference | FoundLegalReference | undefined;
  /** The declaration the cursor is on, or that the reference leads to. */
  readonly target: Declared | undefined;
}

/** Undefined where no govplan document has a node at the offset. */
export function cursorAt(analysis: Analysis, offset: number): Cursor | undefined {
  for (const result of analysis.results()) {
    const { document } = result;
    const node = nodeAt(document.yaml, offset);
    if (node === undefined) continue;
    const reference = [...document.references, ...document.legalReferences].find((candidate) => candidate.node === node);
    const declared = document.declarations.find((declaration) => declaration.idNode === node);
    return { result, document, node, location: locate(node), reference, target: targetOf(reference, declared, result) };
  }
  return undefined;
}

function targetOf(reference: Cursor['reference'], declared: Declaration | undefined, result: DocumentResult): Declared | undefined {
  const { names } = result.linked;
  if (reference) return findTarget(reference.to, reference.id, names);
  if (declared === undefined) return undefined;
  // An entry with `imported: true` declares nothing: it speaks of what the import declares.
  return declared.addition ? names.find(declared.space, declared.id) : { declaration: declared, document: result.document, via: undefined };
}
