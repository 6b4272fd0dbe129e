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
      return linksOf(analysis).flatMap(({ range, target }) => {
        const uri = target.kind === 'file' ? platform.toUri(target.file) : webUri(target.address);
        return uri === undefined ? [] : [{ range, target: uri }];
      });
    }),
  );
  return { documentLinkProvider: {} };
};

/** An address as people write it, with blanks and letters of any script, as the protocol wants it; undefined where it is none. */
function webUri(address: string): string | undefined {
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}
