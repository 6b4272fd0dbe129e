// References over the protocol, through all plans and libraries of the workspace.
import type { Location } from 'vscode-languageserver';
import { eachOnce, type ReferencePlace, referencesTo } from '../service/references.ts';
import { isLeftOpen, isShared, symbolAt } from '../service/symbols.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerReferences: Feature = (context) => {
  const { connection, platform, workspace } = context;
  const locations = (places: readonly ReferencePlace[]): Location[] =>
    places.map(({ file, range }) => ({ uri: platform.toUri(file), range }));
  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    answer<Location[] | null>(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const offset = analysis.file.lines.offset(position);
      const turn = context.turnsFor(textDocument.uri, analysis, token);
      const own = symbolAt(analysis, offset);
      if (own && !isShared(own.symbol)) return locations(referencesTo(own.symbol, analysis, [], { includeDeclaration }));
      // In a library, what the plans declare that import it.
      const found =
        own ??
        (isLeftOpen(analysis, offset)
          ? await workspace.together(
              (others) => symbolAt(analysis, offset, others),
              (dependencies) => dependencies.has(analysis.file.id),
              turn,
            )
          : undefined);
      if (found?.symbol.kind !== 'id') return null;
      const { symbol } = found;
      const { origin } = symbol.declared.document.yaml;
      const places = [referencesTo(symbol, analysis, [], { includeDeclaration })];
      await workspace.each(
        (other) => places.push(referencesTo(symbol, other, [], { includeDeclaration })),
        (dependencies) => dependencies.has(origin),
        turn,
        symbol.declared.declaration.id,
      );
      return locations(eachOnce(places.flat()));
    }),
  );
  return { referencesProvider: true };
};
