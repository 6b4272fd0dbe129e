// Bundles what ships. One file for the command line: CommonJS, because the YAML library's ES modules do not bundle for Node, and for Node 20.
// What a command does not use is behind a dynamic import, which in one file means: not evaluated until it is asked for.
import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

await build({
  entryPoints: ['server/src/cli/bin.ts'],
  outfile: 'server/dist/govplan.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  charset: 'utf8',
  legalComments: 'external',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod('server/dist/govplan.cjs', 0o755);
