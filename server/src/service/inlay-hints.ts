// Inlay hints: behind a reference the name of what it leads to, in the reader's language.
import type { FoundReference } from '../plan/read-scope.ts';
import type { Language } from '../rules/render.ts';
import { firstFrom } from '../text/halving.ts';
import type { Position } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import { findTarget } from '../workspace/names.ts';
import type { YamlNode } from '../yaml/tree.ts';
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
    referencesWithin(linked, analysis, span).flatMap((reference): readonly InlayHint[] => {
      const { to, id } = reference;
      const target = findTarget(to, id, linked.names);
      const name = target && briefOf(target)?.name?.replace(/\s+/g, ' ').trim();
      if (!name || name === id) return [];
      const characters = Array.from(name);
      const isShort = characters.length <= longestLabel;
      const label = isShort ? name : `${characters.slice(0, longestLabel - 1).join('')}…`;
      return [{ position: lines.position(placeOf(reference).end), label, tooltip: isShort ? undefined : name }];
    }),
  );
}

/** A place may be read more than once: what is merged into several maps is, and it has one hint. */
function referencesWithin({ document }: Linked, { file }: Analysis, span: Span): readonly FoundReference[] {
  // An alias stands on one line.
  const from = file.lines.lineStart(file.lines.position(span.start).line);
  const hasAlias = file.pieces.slice(from, span.end).includes('*');
  const found = [document.references, document.legalReferences].flatMap((references) => {
    // They are in the order in which their nodes stand in the text, and none is inside another; aliases stand anywhere.
    const first = firstFrom(references, ({ node }) => node.end >= span.start);
    const next = firstFrom(references, ({ node }) => node.end > span.end);
    const written = references.slice(first, next).filter(({ node, through }) => !through && node.document === document.yaml);
    const aliased = hasAlias ? references.filter(({ through }) => through && through.end >= span.start && through.end <= span.end) : [];
    return [...written, ...aliased];
  });
  const byPlace = new Map(found.map((reference) => [placeOf(reference), reference]));
  return [...byPlace.values()].sort((a, b) => placeOf(a).start - placeOf(b).start);
}

/** Where it is said: at the alias, where one stands for the id. */
function placeOf({ node, through }: FoundReference): YamlNode {
  return through ?? node;
}
