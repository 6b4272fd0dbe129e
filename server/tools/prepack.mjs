// Before the npm package is made: what stands at the top of the project belongs into the package as well. Git ignores the copies.
import { copyFile } from 'node:fs/promises';

for (const file of ['LICENSE', 'README.md']) await copyFile(`../${file}`, file);
