// The one way by which tests follow links: the marked places, and where each leads.
import assert from 'node:assert/strict';
import { linksOf } from '../../../server/src/service/document-links.ts';
import { readMarkedFiles } from './marked-files.ts';

/** The file with the cursor is asked. */
export async function checkLinks(source: string | Readonly<Record<string, string>>, targets: readonly string[]): Promise<void> {
  const { analysis, marked, show } = await readMarkedFiles(source);
  const links = linksOf(analysis);
  assert.deepEqual(
    links.map(({ range }) => show(analysis.file.id, analysis.file.lines.span(range))),
    marked,
  );
  assert.deepEqual(
    links.map(({ target }) => (target.kind === 'file' ? target.file : target.address)),
    targets,
  );
}
