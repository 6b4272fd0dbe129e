// Definition over the protocol: a link that reveals the whole entry to clients that can show one, else the place of the name.
import type { DefinitionLink, Location } from 'vscode-languageserver';
import { definitionAt } from '../service/definition.ts';
import { isLeftOpen } from '../service/symbols.ts';
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
      const found =
        definitionAt(analysis, offset) ??
        (isLeftOpen(analysis, offset)
          ? await workspace.together(
              (others) => definitionAt(analysis, offset, others),
              (dependencies) => dependencies.has(analysis.file.id),
              context.turnsFor(textDocument.uri, analysis, token),
            )
          : undefined);
      if (found === undefined) return null;
      const targetUri = platform.toUri(found.file);
      if (!takesLinks) return { uri: targetUri, range: found.selection };
      const { origin, range, selection } = found;
      return [{ originSelectionRange: origin, targetUri, targetRange: range, targetSelectionRange: selection }];
    }),
  );
  return { definitionProvider: true };
};
