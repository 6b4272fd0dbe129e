// The files of a session: which paths are followed, how deep, what of them is known to be missing, and what is read anew when something changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importDepthLimit } from '../../server/src/workspace/import-graph.ts';
import { type Closure, createStore, importedFiles, importProblems, isWhole, sightOf } from '../../server/src/workspace/store.ts';
import { createMemoryHost, type MemoryFiles } from '../support/memory-host.ts';

const importing = (...paths: readonly string[]): string => `govplan: "1"\nimports: ${JSON.stringify(paths)}\n`;

const closureOf = (files: MemoryFiles, entry = 'a.plan.yaml'): Promise<Closure> => createStore(createMemoryHost(files)).closure(entry);

function documentOf({ entry }: Closure) {
  const [document] = entry.documents;
  assert.ok(document);
  return document;
}

const problemsOf = (closure: Closure): readonly string[] =>
  importProblems(documentOf(closure), closure).map(({ rule, code, data }) => `${rule} ${code} ${data.path}`);

const seenFrom = (closure: Closure): readonly string[] => importedFiles(documentOf(closure), closure).map(({ file }) => file.id);

test('only relative paths of YAML files are followed, and none that leads out', async () => {
  const refused = {
    'https://example.org/a.plan.yaml': 'url',
    'file:a.plan.yaml': 'url',
    '//host/a.plan.yaml': 'url',
    '/a.plan.yaml': 'absolute',
    'C:a.plan.yaml': 'absolute',
    'sub\\b.plan.yaml': 'backslash',
    'b\0.plan.yaml': 'absent',
    [`${'b/'.repeat(2048)}b.yaml`]: 'absent',
    'b.txt': 'not-yaml',
    '../b.plan.yaml': 'outside',
    'b.plan.yaml': 'absent',
  };
  const asked: string[] = [];
  const host = createMemoryHost({ 'a.plan.yaml': importing(...Object.keys(refused)) });
  const store = createStore({
    ...host,
    resolve: (from, path) => {
      asked.push(path);
      return host.resolve(from, path);
    },
  });
  const closure = await store.closure('a.plan.yaml');
  assert.deepEqual(
    closure.edges(documentOf(closure)).map(({ path, failure }) => [path, failure]),
    Object.entries(refused),
  );
  assert.deepEqual(asked, ['../b.plan.yaml', 'b.plan.yaml'], 'of the others the disk is not even asked');
});

test('imports are followed as deep as the limit; what is below is not seen, and said at the import that leads there', async () => {
  const chain = (length: number): MemoryFiles =>
    Object.fromEntries([
      ['a.plan.yaml', importing('1.plan.yaml')],
      ...Array.from({ length }, (_, i) => [`${i + 1}.plan.yaml`, i + 1 < length ? importing(`${i + 2}.plan.yaml`) : importing()]),
    ]);
  const deep = await closureOf(chain(importDepthLimit));
  assert.deepEqual([problemsOf(deep), seenFrom(deep).length], [[], importDepthLimit]);
  assert.equal(isWhole(documentOf(deep), importedFiles(documentOf(deep), deep), deep), true);
  const deeper = await closureOf(chain(importDepthLimit + 1));
  assert.deepEqual([problemsOf(deeper), seenFrom(deeper).length], [['limit-exceeded import-depth 1.plan.yaml'], importDepthLimit]);
  assert.equal(sightOf(documentOf(deeper), deeper).complete, false);
});

test('a file is seen once, through the import that names it, and a file does not see itself', async () => {
  const closure = await closureOf({
    'a.plan.yaml': importing('b.plan.yaml', 'c.plan.yaml', './c.plan.yaml'),
    'b.plan.yaml': importing('c.plan.yaml', 'a.plan.yaml'),
    'c.plan.yaml': importing('d.plan.yaml'),
    'd.plan.yaml': importing(),
  });
  assert.deepEqual(
    importedFiles(documentOf(closure), closure).map(({ file, via }) => `${file.id} by ${via.text}`),
    ['b.plan.yaml by b.plan.yaml', 'c.plan.yaml by c.plan.yaml', 'd.plan.yaml by b.plan.yaml'],
  );
  assert.deepEqual(problemsOf(closure), ['import-cycle cycle b.plan.yaml']);
});

test('what an import lacks, its importers may lack: a failed import, not a failed parent', async () => {
  const sightWith = async (text: string): Promise<boolean> => {
    const closure = await closureOf({ 'a.plan.yaml': importing('b.plan.yaml'), 'b.plan.yaml': text });
    return sightOf(documentOf(closure), closure).complete;
  };
  assert.equal(await sightWith(importing()), true);
  assert.equal(await sightWith(importing('absent.plan.yaml')), false);
  assert.equal(await sightWith('govplan: "1"\nimports: {path: c.plan.yaml}\n'), false);
  assert.equal(await sightWith('govplan: "1"\nplan: {parent-plans: [absent.plan.yaml]}\n'), true);
});

test('one faulty document makes an import fail, and only a file with a plan is a parent', async () => {
  const closure = await closureOf({
    'a.plan.yaml': 'govplan: "1"\nimports: half.plan.yaml\nplan: {parent-plans: [library.plan.yaml, both.plan.yaml]}\n',
    'half.plan.yaml': `${importing()}---\ngovplan: "1\n`,
    'library.plan.yaml': importing(),
    'both.plan.yaml': `${importing()}---\ngovplan: "1"\nplan: {id: p}\n`,
  });
  assert.deepEqual(problemsOf(closure), ['import-failed faulty half.plan.yaml', 'import-failed no-plan library.plan.yaml']);
});

test('what changes is read anew, and what it was found to reach', async () => {
  const files: Record<string, string> = { 'a.plan.yaml': importing('b.plan.yaml'), 'b.plan.yaml': importing() };
  const reads: string[] = [];
  const host = createMemoryHost(files);
  const store = createStore({
    ...host,
    read: (id) => {
      reads.push(id);
      return host.read(id);
    },
  });
  const seen = async (): Promise<readonly string[]> => seenFrom(await store.closure('a.plan.yaml'));
  assert.deepEqual(await seen(), ['b.plan.yaml']);
  assert.deepEqual(await seen(), ['b.plan.yaml']);
  assert.deepEqual(reads, ['a.plan.yaml', 'b.plan.yaml'], 'as long as nothing changes, nothing is read again');
  files['c.plan.yaml'] = importing();
  store.open('b.plan.yaml', importing('c.plan.yaml'));
  assert.deepEqual(await seen(), ['b.plan.yaml', 'c.plan.yaml'], 'the text of an editor goes before that of the disk');
  store.forget('b.plan.yaml');
  assert.deepEqual(await seen(), ['b.plan.yaml']);
  delete files['b.plan.yaml'];
  store.forget('b.plan.yaml');
  assert.deepEqual(problemsOf(await store.closure('a.plan.yaml')), ['import-failed absent b.plan.yaml']);
});

test('a closure of what cannot be read is none', () =>
  assert.rejects(closureOf({}, 'a.plan.yaml'), /a\.plan\.yaml cannot be read: absent/));
