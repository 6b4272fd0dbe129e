// Bundles what ships, each host into one file: CommonJS for Node, because the YAML library's ES modules do not bundle for it, and for
// Node 20; for the browser what an extension host and a Web Worker can load.
// What a command does not use is behind a dynamic import, which in one file means: not evaluated until it is asked for.
import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { viewStyle } from './server/src/report/html/view-style.ts';
import { thirdPartyNotices } from './server/tools/third-party-notices.mjs';

const common = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'external',
  logLevel: 'warning',
  metafile: true,
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const browser = { ...common, platform: 'browser', target: 'es2022', minifyIdentifiers: true };

const server = [
  build({ ...node, entryPoints: ['server/src/cli/bin.ts'], outfile: 'server/dist/govplan.cjs', banner: { js: '#!/usr/bin/env node' } }),
  build({ ...node, entryPoints: ['server/src/lsp/bin.ts'], outfile: 'server/dist/server.cjs' }),
  build({ ...browser, entryPoints: ['server/src/lsp/worker.ts'], outfile: 'server/dist/server-worker.js', format: 'iife' }),
];
const client = [
  build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'client/dist/extension.cjs', external: ['vscode'] }),
  build({
    ...browser,
    entryPoints: ['client/src/extension-web.ts'],
    outfile: 'client/dist/extension-web.js',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({
    ...browser,
    entryPoints: ['client/src/governance-view/browser/script.ts'],
    outfile: 'client/dist/governance-view.js',
    format: 'iife',
  }),
];
const metafilesOf = async (builds) => (await Promise.all(builds)).map(({ metafile }) => metafile);
// The npm package has the server's bundles, the extension has all.
await writeFile('server/dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(await metafilesOf(server)));
await writeFile('client/dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(await metafilesOf([...server, ...client])));
await writeFile('client/dist/governance-view.css', viewStyle);
await chmod('server/dist/govplan.cjs', 0o755);
