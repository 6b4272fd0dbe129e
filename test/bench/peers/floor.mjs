// Reads a file, or all files below a folder; `parse` reads them as JSON too. Plain JavaScript, for the Node that users have.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [, , work, target] = process.argv;
const files = statSync(target).isFile()
  ? [target]
  : readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

for (const file of files) {
  const bytes = readFileSync(file);
  if (work === 'parse') JSON.parse(bytes.toString('utf8'));
}
