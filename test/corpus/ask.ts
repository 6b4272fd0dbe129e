// What an editor asks about a text: everything at its beginning, its end and some places between.
import assert from 'node:assert/strict';
import type { Client } from '../protocol/client.ts';

const ofPlaces = ['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename'] as const;
const ofTexts = ['documentSymbol', 'foldingRange', 'documentLink', 'semanticTokens/full', 'codeLens', 'formatting'] as const;

/** Opens a file, asks, and closes it again. */
export async function ask(client: Client, path: string, text: string): Promise<void> {
  await client.open(path, text);
  const textDocument = { uri: client.uri(path) };
  const lines = text.split(/\r\n?|\n/);
  const last = lines.length - 1;
  const places = [0, 1, 2, last >> 1, last].map((line) => ({ line, character: Math.min(6, lines[line]?.length ?? 0) }));
  const { items } = await client.request('textDocument/diagnostic', { textDocument });
  assert.ok(Array.isArray(items), path);
  for (const position of places) {
    for (const method of ofPlaces) {
      // Where nothing can be renamed, that is an answer too.
      const answer = client.request(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } });
      await (method === 'prepareRename' ? answer.catch(() => undefined) : answer);
    }
  }
  const options = { tabSize: 2, insertSpaces: true };
  for (const method of ofTexts) await client.request(`textDocument/${method}`, { textDocument, options });
  client.close(path);
}
