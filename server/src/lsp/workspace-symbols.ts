// Workspace symbols over the protocol. A symbol is called by its id and its names: clients look for the query in that once more.

import { findSymbols } from '../service/workspace-symbols.ts';
import { answer } from './answer.ts';
import { symbolKinds } from './document-symbols.ts';
import type { Feature } from './server.ts';

export const registerWorkspaceSymbols: Feature = (context) => {
  const { connection, platform, workspace } = context;
  connection.onWorkspaceSymbol(({ query }, token) =>
    answer(token, async () => {
      await context.settle(token);
      const files = (await workspace.analyses()).map(({ file }) => file);
      const found = findSymbols(files, query, context.language(), context.shown);
      return found.map(({ kind, id, names, container, file, range }) => ({
        kind: symbolKinds[kind],
        name: names.length > 0 ? `${id} ${names.join(' / ')}` : id,
        containerName: container,
        location: { uri: platform.toUri(file), range },
      }));
    }),
  );
  return { workspaceSymbolProvider: true };
};
