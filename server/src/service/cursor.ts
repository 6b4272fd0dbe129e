// What the cursor is on: the node, the field of the format it stands in, and the id it declares or refers to.
import type { PlanDocument } from '../plan/build.ts';
import { type Location, locate } from '../plan/locate.ts';
import type { Declaration, FoundLegalReference, FoundReference } from '../plan/read-scope.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { Linked } from '../workspace/link.ts';
import { type Declared, findTarget } from '../workspace/names.ts';
import { nodeAt } from '../yaml/route.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { followAlias } from '../yaml/view.ts';
import type { Analysis } from './session.ts';

export interface Cursor {
  /** What the rules say of the document: they run when this is first looked at. */
  readonly result: DocumentResult;
  readonly linked: Linked;
  readonly document: PlanDocument;
  readonly node: YamlNode;
  readonly location: Location;
  /** The reference the cursor is on, which an alias may say. */
  readonly reference: FoundReference | FoundLegalReference | undefined;
  /** The declaration the cursor is on, or that the reference leads to. */
  readonly target: Declared | undefined;
}

/** Undefined where no govplan document has a node at the offset. */
export function cursorAt(analysis: Analysis, offset: number): Cursor | undefined {
  for (const [index, linked] of analysis.links().entries()) {
    const { document } = linked;
    const node = nodeAt(document.yaml, offset);
    if (node === undefined) continue;
    const location = locate(node);
    const isMeant = (candidate: FoundReference): boolean => (node.kind === 'alias' ? candidate.through : candidate.node) === node;
    const reference = document.references.find(isMeant) ?? document.legalReferences.find(isMeant);
    // What an alias stands for may be an id where that is written, and a text where the alias stands.
    const idNode = node.kind === 'alias' && location.role === 'key' ? followAlias(node) : node;
    const declared = reference ? undefined : document.declarations.find((declaration) => declaration.idNode === idNode);
    return {
      get result() {
        return analysis.results()[index] as DocumentResult;
      },
      linked,
      document,
      node,
      location,
      reference,
      target: targetOf(reference, declared, linked),
    };
  }
  return undefined;
}

function targetOf(reference: Cursor['reference'], declared: Declaration | undefined, linked: Linked): Declared | undefined {
  if (reference) return findTarget(reference.to, reference.id, linked.names);
  if (declared === undefined) return undefined;
  // An entry with `imported: true` declares nothing: it speaks of what the import declares.
  return declared.addition
    ? linked.names.find(declared.space, declared.id)
    : { declaration: declared, document: linked.document, via: undefined };
}
