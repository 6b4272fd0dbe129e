// References over the protocol, through all plans and libraries of the workspace.
import type { Location } from 'vscode-languageserver';
import { referencesTo } from '../service/references.ts';
import { isShared, symbolAt } from '../service/symbols.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerReferences: Feature = (context) => {
  const { connection, platform, workspace } = context;
  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    answer<Location[] | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      const own = symbolAt(analysis, offset);
      const others = own === undefined || isShared(own.symbol) ? await workspace.analyses() : [];
      const found = own ?? symbolAt(analysis, offset, others);
      if (found === undefined) return null;
      const places = referencesTo(found.symbol, analysis, others, { includeDeclaration });
      return places.map(({ file, range }) => ({ uri: platform.toUri(file), range }));
    }),
  );
  return { referencesProvider: true };
};
