// The house rules that a program can check: layers, cycles, the one importer of the YAML library, state, sizes, names.
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** From the lowest to the highest: an import points to its own layer or to one before it. */
const layers = ['text', 'yaml', 'plan', 'workspace', 'network', 'governance', 'rules', 'service', 'report'] as const;

/** They stand above all layers and know nothing of one another; the disk is what the others share. */
const hosts: ReadonlySet<string> = new Set(['lsp', 'cli', 'io']);

interface SourceModule {
  /** From `server/src`, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const modules = await readModules();

test('an import points to its own layer or a lower one', () => {
  const wrong = modules.flatMap(({ path, imports }) => {
    const own = folderOf(path);
    const inside = imports.filter((target) => target.startsWith('.')).map((target) => posix.join(posix.dirname(path), target));
    return inside
      .filter((target) => !target.startsWith('..') && !mayImport(own, folderOf(target)) && !isServerStart(path, target))
      .map((target) => `${path} imports ${target}`);
  });
  assert.deepEqual(wrong, []);
});

test('outside of server/src, sources import data and the package description only', () => {
  const wrong = modules.flatMap(({ path, imports }) => {
    const targets = imports.filter((target) => target.startsWith('.')).map((target) => posix.join(posix.dirname(path), target));
    return targets
      .filter((target) => target.startsWith('..') && !/^\.\.\/(?:data\/[\w-]+|package)\.json$/.test(target))
      .map((target) => `${path} imports ${target}`);
  });
  assert.deepEqual(wrong, []);
});

test('only the layer yaml imports the YAML library', () => {
  const wrong = modules.filter(
    ({ path, imports }) => folderOf(path) !== 'yaml' && imports.some((target) => target === 'yaml' || target.startsWith('yaml/')),
  );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('only hosts import from Node', () => {
  const wrong = modules.filter(({ path, imports }) => !hosts.has(folderOf(path)) && imports.some((target) => target.startsWith('node:')));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('no import goes round in a circle', () => {
  const known = new Map(modules.map((module) => [module.path, valueImports(module)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const target of known.get(path) ?? []) visit(target, [...way, path]);
      done.add(path);
    }
  };
  for (const path of known.keys()) visit(path, []);
  assert.deepEqual(circles, []);
});

test('nothing is exported on behalf of another file', () => {
  const wrong = modules.filter(({ text }) => /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s/m.test(text));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('no module keeps state', () => {
  const wrong = modules.flatMap(({ path, text }) => {
    const stateful =
      /^(?:export )?(?:let|var)\s|^(?:export )?const \w+(?:: (?!Readonly)[^=\n]+)? = new (?:Map|Set|WeakMap|WeakSet)(?:<[^\n]*>)?\(\)|^(?:export )?const \w+(?:: (?!readonly)[^=\n]+)? = (?:\[\]|\{\});/gm;
    return [...text.matchAll(stateful)].map(([found]) => `${path}: ${found}`);
  });
  assert.deepEqual(wrong, []);
});

test('accessors belong to classes: one on a single object keeps all it can see until old objects are collected', () => {
  const core = modules.filter(({ path }) => !hosts.has(folderOf(path)) && folderOf(path) !== 'service');
  const wrong = core.flatMap(({ path, text }) => {
    const single = /^ {4,}[gs]et \w+\(|\bdefinePropert(?:y|ies)\(/gm;
    return [...text.matchAll(single)].map(([found]) => `${path}: ${found.trim()}`);
  });
  assert.deepEqual(wrong, []);
});

test('a file says first what it is for', () => {
  const wrong = modules.filter(({ path, text }) => !isRuleFile(path) && !text.startsWith('// '));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('files stay short enough to be read', () => {
  const lengths = modules.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 400),
    [],
  );
});

test('no file is a drawer for odds and ends, and nothing is left for later', async () => {
  const drawers = modules.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|misc|common|index)\.ts$/.test(path));
  assert.deepEqual(
    drawers.map(({ path }) => path),
    [],
  );
  const later = new RegExp(`\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|X{3})\\b`);
  const found: string[] = [];
  for await (const path of glob(['server/{src,tools}/**/*.ts', 'client/src/**/*.ts', 'test/**/*.{ts,md}', '*.md', 'docs/**/*.md'], {
    cwd: root,
  })) {
    if (later.test(await readFile(join(root, path), 'utf8'))) found.push(path);
  }
  assert.deepEqual(found, []);
});

test('the lock file knows the packages of every platform, without which nothing can be installed from it', async () => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const known = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !known.has(name)),
  );
  assert.deepEqual(missing, []);
});

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

function folderOf(path: string): string {
  return path.split('/')[0] as string;
}

function mayImport(own: string, other: string): boolean {
  if (own === other) return true;
  if (hosts.has(own)) return !hosts.has(other) || other === 'io';
  const [from, to] = [own, other].map((folder) => (layers as readonly string[]).indexOf(folder)) as [number, number];
  return from >= 0 && to >= 0 && to < from;
}

/** The command `govplan lsp` starts the other host. */
function isServerStart(path: string, target: string): boolean {
  return path === 'cli/lsp/lsp.ts' && target === 'lsp/bin.ts';
}

function isRuleFile(path: string): boolean {
  return /^rules\/(?!shared\/)[a-z-]+\/[a-z-]+\.ts$/.test(path);
}

/** What is left of the imports when the types are taken away: only these can go round in a circle at run time. */
function valueImports({ path, text }: SourceModule): readonly string[] {
  const values = [...text.matchAll(/^(?:import|export)\s+(?!type\s)([^;]*?)\s+from\s+'(\.[^']+)'/gm)];
  return values.flatMap(([, names = '', target = '']) => {
    const isTypesOnly =
      /^\{[^}]*\}$/.test(names.trim()) &&
      names
        .replace(/[{}]/g, '')
        .split(',')
        .every((name) => name.trim() === '' || name.trim().startsWith('type '));
    return isTypesOnly ? [] : [posix.join(posix.dirname(path), target)];
  });
}

async function readModules(): Promise<readonly SourceModule[]> {
  const found: SourceModule[] = [];
  for await (const file of glob('server/src/**/*.ts', { cwd: root })) {
    const path = file.replaceAll('\\', '/').slice('server/src/'.length);
    if (path.endsWith('.generated.ts')) continue;
    const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
    const imports = [...text.matchAll(/(?:^|\s)(?:import|export)\b[^;'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gm)];
    found.push({ path, text, imports: imports.map(([, one, two, three]) => (one ?? two ?? three) as string) });
  }
  assert.ok(found.length > 100, `${dirname(root)} holds the sources`);
  return found;
}
