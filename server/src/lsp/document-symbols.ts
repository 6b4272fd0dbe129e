// The outline over the protocol; flat for clients that know no other.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, type OutlineKind, outlineOf } from '../service/document-symbols.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerDocumentSymbols: Feature = (context) => {
  const isTree = context.capabilities().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  context.connection.onDocumentSymbol(({ textDocument }, token) =>
    answer<DocumentSymbol[] | SymbolInformation[] | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const turn = context.turnsFor(textDocument.uri, analysis, token);
      const outline = await outlineOf(analysis, context.language(), turn);
      return isTree ? outline.map(toSymbol) : outline.flatMap((item) => flatten(item, textDocument.uri, undefined));
    }),
  );
  return { documentSymbolProvider: true };
};

function toSymbol({ kind, name, detail, range, selection, children }: OutlineItem): DocumentSymbol {
  return { kind: symbolKinds[kind], name: name || '?', detail, range, selectionRange: selection, children: children.map(toSymbol) };
}

function flatten(item: OutlineItem, uri: string, containerName: string | undefined): SymbolInformation[] {
  const { kind, name, range, children } = item;
  return [
    { kind: symbolKinds[kind], name: name || '?', location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...children.flatMap((child) => flatten(child, uri, name)),
  ];
}

/** The nearest of what editors have symbols for. */
export const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  plan: SymbolKind.Module,
  library: SymbolKind.Package,
  organization: SymbolKind.Class,
  body: SymbolKind.Interface,
  right: SymbolKind.Method,
  responsibility: SymbolKind.Function,
  capability: SymbolKind.Property,
  'legal-basis': SymbolKind.Constant,
  function: SymbolKind.Namespace,
  link: SymbolKind.Operator,
  agreement: SymbolKind.Struct,
  level: SymbolKind.EnumMember,
  procedure: SymbolKind.Event,
  channel: SymbolKind.Object,
  participation: SymbolKind.Field,
  cultivation: SymbolKind.Field,
  exercise: SymbolKind.Event,
};
