// Where a name is declared: ids across files, anchors of aliases, and the files that import and parent paths lead to.
import type { Range } from '../text/line-index.ts';
import { type Span, touches } from '../text/span.ts';
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { propertySpan } from './anchors.ts';
import type { Analysis } from './session.ts';
import { type PlanSymbol, symbolAt } from './symbols.ts';

export interface Definition {
  /** The name that was asked about. */
  readonly origin: Range;
  readonly file: FileId;
  /** The whole entry, with what stands below its name. */
  readonly range: Range;
  /** The name alone. */
  readonly selection: Range;
}

/** `others` are the plans of the workspace: a library may leave to them what it refers to. */
export function definitionAt(analysis: Analysis, offset: number, others: readonly Analysis[] = []): Definition | undefined {
  const { lines } = analysis.file;
  const found = symbolAt(analysis, offset, others);
  if (found) {
    const place = placeOf(found.symbol, [analysis, ...others]);
    return place && { origin: lines.range(found.span), ...place };
  }
  for (const document of analysis.file.documents) {
    const edge = analysis.closure.edges(document).find(({ node }) => touches(node, offset));
    const file = edge?.target === undefined ? undefined : analysis.closure.files.get(edge.target);
    if (edge === undefined || file === undefined) continue;
    const start = { line: 0, character: 0 };
    return {
      origin: lines.range(edge.node),
      file: file.id,
      range: file.lines.range({ start: 0, end: file.pieces.length }),
      selection: { start, end: start },
    };
  }
  return undefined;
}

function placeOf(symbol: PlanSymbol, analyses: readonly Analysis[]): Omit<Definition, 'origin'> | undefined {
  const place = (file: SourceFile | undefined, whole: Span, name: Span): Omit<Definition, 'origin'> | undefined =>
    file && { file: file.id, range: file.lines.range(whole), selection: file.lines.range(name) };
  switch (symbol.kind) {
    case 'id': {
      const { idNode } = symbol.declared.declaration;
      const file = fileOf(idNode.document.origin, analyses);
      return place(file, idNode.parent?.kind === 'pair' ? idNode.parent : idNode, idNode);
    }
    case 'plan-id':
      return place(fileOf(symbol.node.document.origin, analyses), symbol.node, symbol.node);
    case 'anchor': {
      const { node, span } = symbol.anchor;
      return place(fileOf(node.document.origin, analyses), propertySpan(symbol.anchor), span);
    }
  }
}

function fileOf(id: FileId, analyses: readonly Analysis[]): SourceFile | undefined {
  for (const { closure } of analyses) {
    const file = closure.files.get(id);
    if (file) return file;
  }
  return undefined;
}
