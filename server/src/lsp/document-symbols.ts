// The outline over the protocol; flat for clients that know no other.
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type OutlineItem, type OutlineKind, outlineOf } from '../service/document-symbols.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerDocumentSymbols: Feature = (context) => {
  const { hierarchicalDocumentSymbolSupport: isTree, symbolKind } = context.capabilities().textDocument?.documentSymbol ?? {};
  const kinds = symbolKindsFor(symbolKind?.valueSet);
  context.connection.onDocumentSymbol(({ textDocument }, token) =>
    answer<DocumentSymbol[] | SymbolInformation[] | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const turn = context.turnsFor(textDocument.uri, analysis, token);
      const outline = await outlineOf(analysis, context.language(), turn);
      return isTree
        ? outline.map((item) => toSymbol(item, kinds))
        : outline.flatMap((item) => flatten(item, kinds, textDocument.uri, undefined));
    }),
  );
  return { documentSymbolProvider: true };
};

function toSymbol({ kind, name, detail, range, selection, children }: OutlineItem, kinds: SymbolKinds): DocumentSymbol {
  const below = children.map((child) => toSymbol(child, kinds));
  return { kind: kinds[kind], name: name || '?', detail, range, selectionRange: selection, children: below };
}

function flatten(item: OutlineItem, kinds: SymbolKinds, uri: string, containerName: string | undefined): SymbolInformation[] {
  const { kind, name, range, children } = item;
  return [
    { kind: kinds[kind], name: name || '?', location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...children.flatMap((child) => flatten(child, kinds, uri, name)),
  ];
}

type SymbolKinds = Readonly<Record<OutlineKind, SymbolKind>>;

/** Those that a client knows: where it does not say which, the ones of the first protocol. */
export function symbolKindsFor(known: readonly SymbolKind[] | undefined): SymbolKinds {
  const isKnown = (kind: SymbolKind): boolean => known?.includes(kind) ?? kind <= SymbolKind.Array;
  const entries = Object.entries(symbolKinds).map(([item, kind]) => [item, isKnown(kind) ? kind : SymbolKind.Field]);
  return Object.fromEntries(entries);
}

/** The nearest of what editors have symbols for. */
const symbolKinds: SymbolKinds = {
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
