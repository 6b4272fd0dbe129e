// What others wrote and this project installs: nothing runs at installation but what is known to, every licence is one we can keep, every
// package is pinned by its digest, and what ships needs no package at all.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = async (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const { packages } = JSON.parse(await read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };

/** The packages of others, by the name under which they are known. */
const installed = Object.entries(packages).flatMap(([path, locked]) =>
  path.includes('node_modules/') && !locked.link ? [{ name: path.slice(path.lastIndexOf('node_modules/') + 13), path, ...locked }] : [],
);

/** May run something when they are installed, and why. */
const installScripts: Readonly<Record<string, string>> = {
  esbuild: 'checks that the program for this machine is there; the bundler is a program of its own',
  node: 'puts the Node of the tool chain where npm looks for it',
  '@vscode/vsce-sign': 'would fetch a program that signs extensions; refused in package.json, we sign nothing',
};

/** Licences that ask for no more than their own text. */
const permissive: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
]);

/** Other licences, and why they are no matter: none of these packages is in anything that ships. */
const excepted: readonly (readonly [name: RegExp, license: string, reason: string])[] = [
  [/^@vscode\/vsce-sign(?:-.*)?$/, 'SEE LICENSE IN LICENSE.txt', 'comes with the packager of extensions, and is not run'],
  [/./, 'Artistic-2.0', 'tools of the tool chain, used and not passed on'],
];

test('only known packages run something when they are installed', () => {
  const running = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  assert.deepEqual(
    running.filter((name) => installScripts[name] === undefined),
    [],
    'these packages run a script at installation: look at what it does, then add them with the reason, or do without them',
  );
  assert.deepEqual(
    Object.keys(installScripts).filter((name) => !running.includes(name)),
    [],
    'these need no exception any more',
  );
});

test('npm is told the same', async () => {
  const { allowScripts } = JSON.parse(await read('package.json')) as { readonly allowScripts: Readonly<Record<string, boolean>> };
  assert.deepEqual(Object.keys(allowScripts).sort(), Object.keys(installScripts).sort());
});

test('every licence is permissive, or excepted with a reason', () => {
  const wrong = installed.filter(
    ({ name, license }) => !isPermissive(license) && !excepted.some(([pattern, id]) => pattern.test(name) && id === license),
  );
  assert.deepEqual(
    wrong.map(({ name, license }) => `${name}: ${license ?? 'none is stated'}`),
    [],
    'these packages have a licence that nobody has looked at',
  );
});

/** Of what may be chosen one will do; of what holds together all must. */
function isPermissive(license: string | undefined): boolean {
  if (license === undefined) return false;
  const bare = license.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some((one) => permissive.has(one));
  return bare.split(' AND ').every((one) => permissive.has(one));
}

test('every package is pinned by its digest, and comes over a connection that cannot be read along', () => {
  const loose = installed.filter(({ integrity, resolved, version }) => {
    const isSafe = resolved === undefined || resolved.startsWith('https://');
    return !/^sha(?:512|384)-/.test(integrity ?? '') || !isSafe || version === undefined;
  });
  assert.deepEqual(
    loose.map(({ path }) => path),
    [],
    'these packages are not pinned: npm must be able to tell that what it gets is what was looked at',
  );
});

test('what ships needs no package: what it is made of is bundled, and said in ARCHITECTURE.md', async () => {
  const server = JSON.parse(await read('server/package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const main = JSON.parse(await read('package.json')) as typeof server;
  for (const manifest of [server, main]) {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
      assert.deepEqual(manifest[kind] ?? {}, {}, `${kind}: whoever installs govplan installs nothing else`);
  }
  const architecture = await read('ARCHITECTURE.md');
  const bundled = Object.keys(server.devDependencies ?? {}).filter((name) => !/^@types\/|-types$/.test(name));
  assert.ok(bundled.length > 5 && bundled.length <= 25, `${bundled.length} packages are bundled`);
  assert.deepEqual(
    bundled.filter((name) => !architecture.includes(`\`${name}\``)),
    [],
    'these packages ship, and ARCHITECTURE.md does not say what for',
  );
  const tools = Object.keys(main.devDependencies ?? {}).filter((name) => !name.startsWith('@types/'));
  const named = architecture.slice(architecture.indexOf('\nFor development: ')).matchAll(/`(@?[a-z0-9-]+(?:\/[a-z0-9-]+)?)`/g);
  const known = new Set([...bundled, ...tools]);
  assert.deepEqual(
    tools.filter((name) => !architecture.includes(`\`${name}\``)),
    [],
    'ARCHITECTURE.md does not say what these tools are for',
  );
  assert.deepEqual(
    [...named].map(([, name = '']) => name).filter((name) => !known.has(name)),
    [],
    'ARCHITECTURE.md names tools that are not there',
  );
});
