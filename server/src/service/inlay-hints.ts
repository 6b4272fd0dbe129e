// Inlay hints: behind a reference the name of what it leads to, in the reader's language.
import type { FoundReference } from '../plan/read-scope.ts';
import type { Language } from '../rules/render.ts';
import { firstFrom } from '../text/halving.ts';
import type { Position } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import { findTarget } from '../workspace/names.ts';
import { createBriefs } from './entity-brief.ts';
import type { Analysis } from './session.ts';

export interface InlayHint {
  /** Behind the reference. */
  readonly position: Position;
  readonly label: string;
  /** The whole name, where the label is only its beginning. */
  readonly tooltip: string | undefined;
}

/** The title of a law may fill a line; of a longer name than this the beginning must do. */
const longestLabel = 40;

/** The hints of a part of the text, in its order. None where the id says the name already. */
export function inlayHints(analysis: Analysis, span: Span, language: Language): readonly InlayHint[] {
  const { lines } = analysis.file;
  const briefOf = createBriefs(language, analysis.options.asOf);
  return analysis.links().flatMap((linked) =>
    referencesWithin(linked, span).flatMap(({ to, id, node }): readonly InlayHint[] => {
      const target = findTarget(to, id, linked.names);
      const name = target && briefOf(target)?.name?.replace(/\s+/g, ' ').trim();
      if (!name || name === id) return [];
      const characters = Array.from(name);
      const isShort = characters.length <= longestLabel;
      const label = isShort ? name : `${characters.slice(0, longestLabel - 1).join('')}…`;
      return [{ position: lines.position(node.end), label, tooltip: isShort ? undefined : name }];
    }),
  );
}

/** A node that aliases lead to is shown once, where it stands. */
function referencesWithin({ document }: Linked, span: Span): readonly FoundReference[] {
  // References are in the order in which their nodes stand in the text, and none is inside another.
  const found = [document.references, document.legalReferences].flatMap((references) => {
    const from = firstFrom(references, ({ node }) => node.end >= span.start);
    const to = firstFrom(references, ({ node }) => node.end > span.end);
    return references.slice(from, to).filter(({ node }) => node.document === document.yaml);
  });
  const byNode = new Map(found.map((reference) => [reference.node, reference]));
  return [...byNode.values()].sort((a, b) => a.node.start - b.node.start);
}
