// `npm run generate`: everything that is written from something else. With `--check` nothing that is committed is written, and the run
// fails where such a file is not what it should be.
import { fileURLToPath } from 'node:url';
import { catalogueFile } from './catalogue.ts';
import { bringUpToDate } from './generated-file.ts';
import { pagesFile } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');

// What is not committed comes first and is written even in check mode: what follows may import it.
await bringUpToDate(root, await catalogueFile(root), false);
await bringUpToDate(root, await pagesFile(root), false);

const { committedFiles } = await import('./committed-files.ts');
const { precision } = await import('./precision.ts');
// It runs the linter itself, which may be out of order while somebody works on it.
const { files: precisionPages, faults } = await precision(root).catch((error: unknown) => ({ files: [], faults: [String(error)] }));
const stale: string[] = [];
for (const file of [...committedFiles(), ...precisionPages]) if (await bringUpToDate(root, file, check)) stale.push(file.path);
if (check && stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run \`npm run generate\` and commit what it writes.`);
  process.exitCode = 1;
}
// Who only wants to build is told, and not stopped.
for (const fault of faults) console.error(`docs/precision.md: ${fault}`);
if (check && faults.length > 0) process.exitCode = 1;
