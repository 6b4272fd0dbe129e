// Bundles what ships, each host into one file: CommonJS for Node, because the YAML library's ES modules do not bundle for it, and for
// Node 20; for the browser what an extension host and a Web Worker can load.
// What a command does not use is behind a dynamic import, which in one file means: not evaluated until it is asked for. What stands in `seldom`
// is, too, though it is imported like everything else; what stands in `apart` is a file of its own.
import { chmod, glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { viewStyle } from './server/src/report/html/view-style.ts';
import { thirdPartyNotices } from './server/tools/third-party-notices.mjs';

const sources = await Array.fromAsync(glob('server/src/**/*.ts'), (path) => readFile(path, 'utf8'));

/** Imports that are evaluated when something of them is first used: most runs never do, and each takes a millisecond or several. */
const seldom = [
  'node:child_process',
  'node:crypto',
  'node:fs/promises',
  'node:os',
  'node:timers/promises',
  'node:util',
  'node:v8',
  'node:worker_threads',
  'cli-progress',
  'd3-force',
  'diff',
  'graphology',
  'graphology-metrics/graph/density.js',
  'ignore',
  'picocolors',
  'picomatch',
  'yaml',
];

/**
 * Puts a module before each of them that has the names which our sources import, and fetches it when one of them is first read. What is imported
 * as a whole is a function, or an object of which `createColors` is used.
 */
const evaluateLate = {
  name: 'evaluate-late',
  setup(builder) {
    const namespace = 'late';
    builder.onResolve({ filter: /^[a-z]/ }, ({ path, kind, namespace: importer }) =>
      importer !== namespace && kind === 'import-statement' && seldom.includes(path) ? { path, namespace } : undefined,
    );
    builder.onLoad({ filter: /^/, namespace }, ({ path }) => {
      const module = `require(${JSON.stringify(path)})`;
      const getters = [...importedNames(path), 'createColors'].map((name) => `${name}: { enumerable: true, get: () => ${module}.${name} }`);
      const contents = `module.exports = Object.defineProperties((...given) => ${module}(...given), { ${getters.join(', ')} });`;
      return { contents, ...(isBuiltin(path) || { resolveDir: import.meta.dirname }) };
    });
  },
};

/** The names that our sources import from a module. */
function importedNames(path) {
  const lists = sources.flatMap((text) => [...text.matchAll(/^import (?:\w+, )?\{([^}]+)\} from '([^']+)';$/gm)]);
  const names = lists.filter(([, , from]) => from === path).flatMap(([, list]) => list.split(','));
  return new Set(names.map((name) => name.trim().split(' as ')[0]).filter((name) => name !== '' && !name.startsWith('type ')));
}

/** Data is text until something of it is read: a register may be large, and its rule have nothing to look up. */
const parseLate = {
  name: 'parse-late',
  setup(builder) {
    builder.onLoad({ filter: /[/\\]server[/\\]data[/\\][\w-]+\.json$/ }, async ({ path }) => {
      const data = JSON.parse(await readFile(path, 'utf8'));
      const getters = Object.keys(data).map((key) => `get ${key}() { return late().${key}; }`);
      const text = JSON.stringify(JSON.stringify(data));
      return { contents: `let data; const late = () => (data ??= JSON.parse(${text})); module.exports = { ${getters.join(', ')} };` };
    });
  },
};

/** Dynamic imports that lead to another file beside the bundle. */
const apart = { 'lsp/bin.ts': './server.cjs', 'cli/pages.generated.ts': './pages.cjs' };

const keepApart = {
  name: 'keep-apart',
  setup(builder) {
    builder.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const target = resolve(resolveDir, path);
      const [, file] = Object.entries(apart).find(([source]) => target === resolve('server/src', source)) ?? [];
      return file && { path: file, external: true };
    });
  },
};

/**
 * Makes of dynamic imports in our sources static ones. Around a module that may be loaded later, and all that it imports, esbuild puts a
 * function: of a program that is ended at once, calling hundreds of these is a good part.
 */
const loadAtOnce = {
  name: 'load-at-once',
  setup(builder) {
    builder.onLoad({ filter: /[/\\]server[/\\]src[/\\]cli[/\\].*\.ts$/ }, async ({ path }) => {
      const imports = [];
      const text = (await readFile(path, 'utf8')).replace(/\bimport\(('[^']+')\)/g, (_, from) => {
        const name = `atOnce${imports.length}`;
        imports.push(`import * as ${name} from ${from};`);
        return `Promise.resolve(${name})`;
      });
      return { contents: [text, ...imports].join('\n'), loader: 'ts' };
    });
  },
};

/** esbuild leaves regular expressions as they are: these are the last of our texts that are not ASCII. */
const escapeExpressions = {
  name: 'escape-expressions',
  setup(builder) {
    builder.initialOptions.write = false;
    builder.onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(
          path,
          text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        );
      }
    });
  },
};

const common = {
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'external',
  logLevel: 'warning',
  metafile: true,
};
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // A text that is all ASCII is read, and kept by V8, in half the time and space.
  charset: 'ascii',
  // What `kept-program.ts` runs has `require` alone.
  supported: { 'dynamic-import': false },
  plugins: [evaluateLate, parseLate, keepApart, escapeExpressions],
};
/** The form in which `kept-program.ts` runs a program: a function that is given `require`. */
const asFunction = { banner: { js: '(function (require) {' }, footer: { js: '})' } };
/** What is started most often also reads and keeps less where names are short. */
const quick = { minifyIdentifiers: true, plugins: [loadAtOnce, ...node.plugins] };
const browser = { ...common, platform: 'browser', target: 'es2022', minifyIdentifiers: true };

const server = [
  build({ ...node, entryPoints: ['server/src/cli/launch.ts'], outfile: 'server/dist/govplan.cjs', banner: { js: '#!/usr/bin/env node' } }),
  build({ ...node, ...asFunction, entryPoints: ['server/src/cli/bin.ts'], outfile: 'server/dist/main.cjs' }),
  build({ ...node, ...asFunction, ...quick, entryPoints: ['server/src/cli/lint/bin.ts'], outfile: 'server/dist/lint.cjs' }),
  build({ ...node, entryPoints: ['server/src/cli/pages.generated.ts'], outfile: 'server/dist/pages.cjs' }),
  build({ ...node, entryPoints: ['server/src/lsp/launch.ts'], outfile: 'server/dist/server.cjs' }),
  build({ ...node, ...asFunction, entryPoints: ['server/src/lsp/bin.ts'], outfile: 'server/dist/server-main.cjs' }),
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
