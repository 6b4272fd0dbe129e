// Workspace symbols over the protocol. A symbol is called by its id and its names: clients look for the query in that once more.

import type { Analysis } from '../service/session.ts';
import { findSymbols, type IndexedSymbol, symbolsOf } from '../service/workspace-symbols.ts';
import type { FileId } from '../workspace/host.ts';
import { answer } from './answer.ts';
import { symbolKindsFor } from './document-symbols.ts';
import type { Feature } from './server.ts';

export const registerWorkspaceSymbols: Feature = (context) => {
  const { connection, platform, session, workspace } = context;
  const kinds = symbolKindsFor(context.capabilities().workspace?.symbol?.symbolKind?.valueSet);
  /** By what an analysis depends on: it goes when that is no more what holds. */
  const known = new WeakMap<object, readonly IndexedSymbol[]>();
  const learn = ({ dependencies, file }: Analysis): readonly IndexedSymbol[] => {
    const symbols = symbolsOf(file, context.language(), context.shown);
    known.set(dependencies, symbols);
    return symbols;
  };
  /** Undefined where the file has changed since it was looked at. */
  const symbolsIn = (file: FileId): readonly IndexedSymbol[] | undefined => {
    const dependencies = session.dependencies(file);
    return dependencies && known.get(dependencies);
  };
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, async () => {
      await context.settle(token);
      const symbols: IndexedSymbol[] = [];
      const turn = (): Promise<void> => context.turn(token);
      for (const file of await workspace.each(learn, (dependencies) => !known.has(dependencies), turn)) {
        // An earlier version that is shown beside has the same symbols once more.
        if (!platform.hasPlace(file)) continue;
        const changed = symbolsIn(file) ? undefined : await session.analyse(file);
        for (const symbol of (changed ? learn(changed) : symbolsIn(file)) ?? []) symbols.push(symbol);
        if (changed) workspace.release(changed);
      }
      return findSymbols(symbols, query).map(({ kind, id, names, container, file, range }) => ({
        kind: kinds[kind],
        name: names.length > 0 ? `${id} ${names.join(' / ')}` : id,
        containerName: container,
        location: { uri: platform.toUri(file), range },
      }));
    }),
  );
  return { workspaceSymbolProvider: true };
};
