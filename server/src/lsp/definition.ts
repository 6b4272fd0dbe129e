// Definition over the protocol: a link that reveals the whole entry to clients that can show one, else the place of the name.
import type { DefinitionLink, Location } from 'vscode-languageserver';
import { cursorAt } from '../service/cursor.ts';
import { definitionAt } from '../service/definition.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerDefinition: Feature = (context) => {
  const { connection, platform, workspace } = context;
  const takesLinks = context.capabilities().textDocument?.definition?.linkSupport === true;
  connection.onDefinition(({ textDocument, position }, token) =>
    answer<DefinitionLink[] | Location | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      // Only what a library leaves to the plans that import it needs the whole workspace.
      const isLeftOpen = cursorAt(analysis, offset)?.reference?.to === 'level';
      const found = definitionAt(analysis, offset) ?? (isLeftOpen ? definitionAt(analysis, offset, await workspace.analyses()) : undefined);
      if (found === undefined) return null;
      const targetUri = platform.toUri(found.file);
      if (!takesLinks) return { uri: targetUri, range: found.selection };
      const { origin, range, selection } = found;
      return [{ originSelectionRange: origin, targetUri, targetRange: range, targetSelectionRange: selection }];
    }),
  );
  return { definitionProvider: true };
};
