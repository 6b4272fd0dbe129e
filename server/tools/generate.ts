// `npm run generate`: everything that is written from something else. `--check` writes nothing that is committed and fails where it is stale.
import { fileURLToPath } from 'node:url';
import { catalogueFile } from './catalogue.ts';
import { bringUpToDate } from './generated-file.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The list of rules comes first and is written even in check mode: it is not committed, and what follows may import it.
await bringUpToDate(root, await catalogueFile(root), false);
