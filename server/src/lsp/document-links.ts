// Document links over the protocol.
import { linksOf } from '../service/document-links.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

export const registerDocumentLinks: Feature = (context) => {
  const { connection, platform } = context;
  connection.onDocumentLinks(({ textDocument }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      return linksOf(analysis).map(({ range, target }) => ({
        range,
        target: target.kind === 'file' ? platform.toUri(target.file) : target.address,
      }));
    }),
  );
  return { documentLinkProvider: {} };
};
