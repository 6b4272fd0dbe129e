// Call hierarchy over the protocol: the chain of command and reporting. An item carries which actor of which document it is.
import { type CallHierarchyItem, type CancellationToken, SymbolKind } from 'vscode-languageserver';
import { type ActorKey, callsOf, type HierarchyItem, hierarchyAt } from '../service/call-hierarchy.ts';
import { answer } from './answer.ts';
import type { Feature, ServerContext } from './server.ts';

export const registerCallHierarchy: Feature = (context) => {
  const { connection } = context;
  connection.languages.callHierarchy.onPrepare(({ textDocument: { uri }, position }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(uri, token);
      const item = analysis && hierarchyAt(analysis, analysis.file.lines.offset(position), context.language());
      return item ? [toItem(item, uri)] : null;
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }, token) =>
    answer(token, async () =>
      (await calls(context, item, 'outgoing', token)).map(({ item: to, places }) => ({
        to: toItem(to, item.uri),
        fromRanges: [...places],
      })),
    ),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }, token) =>
    answer(token, async () =>
      (await calls(context, item, 'incoming', token)).map(({ item: from, places }) => ({
        from: toItem(from, item.uri),
        fromRanges: [...places],
      })),
    ),
  );
  return { callHierarchyProvider: true };
};

async function calls(
  context: ServerContext,
  { uri, data, selectionRange }: CallHierarchyItem,
  direction: 'outgoing' | 'incoming',
  token: CancellationToken,
): Promise<ReturnType<typeof callsOf>> {
  const analysis = await context.analyse(uri, token);
  if (analysis === undefined) return [];
  // A client may leave out what it does not understand.
  const key = isKey(data) ? data : hierarchyAt(analysis, analysis.file.lines.offset(selectionRange.start), context.language())?.key;
  return key ? callsOf(analysis, key, direction, context.language()) : [];
}

function toItem({ key, kind, name, detail, range, selection }: HierarchyItem, uri: string): CallHierarchyItem {
  return {
    kind: kind === 'body' ? SymbolKind.Interface : SymbolKind.Class,
    name,
    detail,
    uri,
    range,
    selectionRange: selection,
    data: key,
  };
}

function isKey(data: unknown): data is ActorKey {
  return typeof data === 'object' && data !== null && 'actor' in data && 'document' in data;
}
