// The session: what is kept, what a change makes out of date, and that nobody is ever given what is older than the last edit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineDocumentRule } from '../../server/src/rules/rule.ts';
import { createSession, type Session } from '../../server/src/service/session.ts';
import type { FileContent } from '../../server/src/workspace/host.ts';
import { checkDate } from '../support/lint.ts';
import { createMemoryHost } from '../support/memory-host.ts';

interface Watched {
  readonly session: Session;
  readonly files: Record<string, string | FileContent>;
  /** Analyses the files, and says which of them were linted for that. */
  linted(...files: readonly string[]): Promise<readonly string[]>;
  /** How often a file was read from the disk. */
  readonly reads: Map<string, number>;
}

function watch(files: Record<string, string | FileContent>): Watched {
  const linted: string[] = [];
  const reads = new Map<string, number>();
  const text = { en: 'Tells that it ran.', zh: '表示已运行。' };
  const teller = defineDocumentRule({
    id: 'teller',
    group: 'shape',
    severity: 'information',
    fix: 'none',
    source: '',
    summary: text,
    why: text,
    messages: { ran: text },
    check: ({ file }) => {
      linted.push(file.id);
      return [];
    },
  });
  const memory = createMemoryHost(files);
  const host = {
    ...memory,
    read: async (id: string): Promise<FileContent> => {
      reads.set(id, (reads.get(id) ?? 0) + 1);
      return memory.read(id);
    },
  };
  const options = { catalogue: [teller], asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };
  const session = createSession(host, () => options);
  return {
    session,
    files,
    reads,
    linted: async (...ids) => {
      linted.length = 0;
      for (const id of ids) (await session.analyse(id))?.results();
      return [...linted];
    },
  };
}

const library = 'govplan: "1"\norganizations: {a: {name: 甲, sector: party}}\n';
const importer = (path: string): string => `govplan: "1"\nimports: ${path}\n`;

test('an analysis is kept until something it depends on changes, and nothing else is done again', async () => {
  const { session, linted, files, reads } = watch({
    'a.plan.yaml': importer('lib.plan.yaml'),
    'b.plan.yaml': importer('a.plan.yaml'),
    'c.plan.yaml': library,
    'lib.plan.yaml': library,
  });
  const all = Object.keys(files);
  assert.deepEqual(await linted(...all), all);
  assert.deepEqual(await linted(...all), []);
  assert.deepEqual([...session.changed('lib.plan.yaml')].sort(), ['a.plan.yaml', 'b.plan.yaml', 'lib.plan.yaml']);
  assert.deepEqual(await linted(...all), ['a.plan.yaml', 'b.plan.yaml', 'lib.plan.yaml']);
  assert.deepEqual(session.changed('c.plan.yaml'), ['c.plan.yaml']);
  assert.deepEqual(await linted(...all), ['c.plan.yaml']);
  assert.deepEqual(session.changed('never-read.plan.yaml'), []);
  assert.deepEqual(await linted(...all), []);
  assert.equal(reads.get('lib.plan.yaml'), 2, 'what did not change is not read again');
});

test('a dependency that is dropped is one no more', async () => {
  const { session, linted } = watch({ 'a.plan.yaml': importer('lib.plan.yaml'), 'lib.plan.yaml': library });
  await linted('a.plan.yaml');
  session.open('a.plan.yaml', library);
  await linted('a.plan.yaml');
  assert.deepEqual(session.changed('lib.plan.yaml'), ['lib.plan.yaml']);
});

test('a file that an import waits for, and a folder with it, count as changes', async () => {
  const { session, linted, files } = watch({ 'a.plan.yaml': importer('shared/lib.plan.yaml') });
  await linted('a.plan.yaml');
  files['shared/lib.plan.yaml'] = library;
  assert.ok(session.changed('shared/lib.plan.yaml').includes('a.plan.yaml'));
  const found = await session.analyse('a.plan.yaml');
  assert.ok(found?.closure.files.has('shared/lib.plan.yaml'));
  delete files['shared/lib.plan.yaml'];
  assert.ok(session.changed('shared').includes('a.plan.yaml'));
  assert.equal((await session.analyse('a.plan.yaml'))?.closure.files.has('shared/lib.plan.yaml'), false);
});

test('what the editor shows goes before the disk, until it is closed', async () => {
  const { session } = watch({ 'a.plan.yaml': importer('lib.plan.yaml'), 'lib.plan.yaml': library });
  const names = async (): Promise<readonly string[]> => {
    const analysis = await session.analyse('a.plan.yaml');
    return [...(analysis?.links()[0]?.names.all('actor').keys() ?? [])];
  };
  assert.deepEqual(await names(), ['a']);
  assert.deepEqual([...session.open('lib.plan.yaml', library.replace('a:', '乙𠮷:'))].sort(), ['a.plan.yaml', 'lib.plan.yaml']);
  assert.deepEqual(await names(), ['乙𠮷']);
  assert.deepEqual(session.changed('lib.plan.yaml'), [], 'the disk has no say');
  assert.deepEqual(session.open('lib.plan.yaml', library.replace('a:', '乙𠮷:')), [], 'nothing is new');
  assert.ok(session.isOpen('lib.plan.yaml'));
  assert.ok(session.close('lib.plan.yaml').includes('a.plan.yaml'));
  assert.deepEqual(await names(), ['a']);
});

test('an edit while files are read starts anew', async () => {
  const { session } = watch({ 'a.plan.yaml': importer('lib.plan.yaml'), 'lib.plan.yaml': library });
  const asked = session.analyse('a.plan.yaml');
  session.open('lib.plan.yaml', library.replace('a:', 'b:'));
  session.open('lib.plan.yaml', library.replace('a:', 'c:'));
  const analysis = await asked;
  assert.deepEqual([...(analysis?.links()[0]?.names.all('actor').keys() ?? [])], ['c']);
  assert.equal(await session.analyse('a.plan.yaml'), analysis, 'and that is kept');
});

test('a file named by the editor is a plan whatever its name, others by their first key', async () => {
  const { session } = watch({});
  const kinds = async (id: string): Promise<number | undefined> => (await session.analyse(id))?.file.documents.length;
  session.open('untitled:Untitled-1', 'x: 1\n', true);
  session.open('notes.yaml', 'x: 1\n');
  session.open('plan.yaml', 'govplan: "1"\n');
  assert.deepEqual([await kinds('untitled:Untitled-1'), await kinds('notes.yaml'), await kinds('plan.yaml')], [1, 0, 1]);
});

test('what cannot be read has no analysis, what is too large has that finding', async () => {
  const { session } = watch({ 'large.plan.yaml': { kind: 'too-large', bytes: 20_000_000 }, 'dir.plan.yaml': { kind: 'directory' } });
  assert.equal(await session.analyse('absent.plan.yaml'), undefined);
  assert.equal(await session.analyse('dir.plan.yaml'), undefined);
  const large = await session.analyse('large.plan.yaml');
  assert.deepEqual(
    large?.links().flatMap(({ problems }) => problems.map(({ rule, code }) => `${rule} ${code}`)),
    ['limit-exceeded file-size'],
  );
});

test('new options make every analysis anew, other folders every reading', async () => {
  const { session, linted, reads } = watch({ 'a.plan.yaml': library, 'b.plan.yaml': library });
  await linted('a.plan.yaml', 'b.plan.yaml');
  session.reconfigure();
  assert.deepEqual(await linted('a.plan.yaml', 'b.plan.yaml'), ['a.plan.yaml', 'b.plan.yaml']);
  assert.equal(reads.get('a.plan.yaml'), 1);
  session.reset();
  await linted('a.plan.yaml');
  assert.equal(reads.get('a.plan.yaml'), 2);
});

test('a file that goes away while everything is forgotten is read again, and then it is not there', async () => {
  const files: Record<string, string> = { 'a.plan.yaml': 'govplan: "1"\n' };
  const memory = createMemoryHost(files);
  const read = async (id: string): Promise<FileContent> => {
    const content = await memory.read(id);
    // It was read for a store that is given up before it can be asked again.
    if (content.kind === 'text') queueMicrotask(() => session.reset());
    delete files[id];
    return content;
  };
  const options = { catalogue: [], asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };
  const session = createSession({ ...memory, read }, () => options);
  assert.equal(await session.analyse('a.plan.yaml'), undefined);
});
