// What the server writes for editors to show or to save is what the command line writes: the report, the comparison with a revision, what
// fails with an actor. What is not saved yet counts.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Files, type Folder, type Outcome, withFolder } from '../cli/command-line.ts';
import { type Client, type Json, pulling, startClient, withServer } from './client.ts';

const example = await readFile(fileURLToPath(new URL('../../samples/modes/collaborative-governance.plan.yaml', import.meta.url)), 'utf8');
const path = 'plans/quake & co 云岭.plan.yaml';
const config = 'as-of: 2026-11-22\n';

const capabilities = { ...pulling, workspace: { ...pulling.workspace, textDocumentContent: {} } };

interface Both {
  readonly folder: Folder;
  readonly client: Client;
  readonly language: 'en' | 'zh';
}

async function inBoth(files: Files, language: 'en' | 'zh', work: (both: Both) => Promise<void>): Promise<void> {
  await withFolder({ 'govplan.config.yaml': config, ...files }, async (folder) => {
    const client = await startClient(folder.path, { capabilities, locale: language });
    try {
      await work({ folder, client, language });
    } finally {
      assert.equal(await client.stop(), 0);
    }
    assert.equal(client.stderr(), '');
  });
}

/** Asks for a view as VS Code does: what stands in the query is escaped as a whole. */
async function view(client: Client, name: string, query: string): Promise<string | undefined> {
  const answer = await client.request('workspace/textDocumentContent', { uri: `govplan:/quake.${name}?${encodeURIComponent(query)}` });
  return answer?.text;
}

async function commit(folder: Folder, message: string): Promise<void> {
  const run = promisify(execFile);
  const git = (...args: readonly string[]): Promise<unknown> =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder.path });
  await git('init', '-q');
  await git('add', '-A');
  await git('commit', '-q', '-m', message);
}

const cli = ({ folder, language }: Both, ...argv: readonly string[]): Promise<Outcome> => folder.run([...argv, '--lang', language]);
/** Reports are long: only the first line that differs is shown. */
function firstDifference(a: string, b: string): string | undefined {
  const [ours, theirs] = [a.split('\n'), b.split('\n')];
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index).find((line) => ours[line] !== theirs[line]);
  return at === undefined ? undefined : `line ${at + 1}: ${ours[at]?.slice(0, 200)} instead of ${theirs[at]?.slice(0, 200)}`;
}

const changed = example.replace('sector: social-organization', 'sector: volunteer-group').replace('basis: erl#72', 'basis: erl#999');
assert.notEqual(changed, example);

for (const language of ['en', 'zh'] as const) {
  test(`the report is that of the command line, to the byte (${language})`, () =>
    inBoth({ [path]: changed }, language, async (both) => {
      const { folder, client } = both;
      await client.open(path);
      for (const format of ['html', 'md'] as const) {
        const { stdout, stderr } = await cli(both, 'report', path, '--format', format);
        assert.equal(stderr, '');
        const params = { textDocument: { uri: client.uri(path) }, position: { line: 0, character: 0 }, format };
        assert.equal(firstDifference(await client.request('govplan/report', params), stdout), undefined);
      }
      assert.equal(await folder.read(path), changed);
    }));

  test(`a comparison with a revision is that of the command line, and follows edits (${language})`, () =>
    inBoth({ [path]: example }, language, async (both) => {
      const { folder, client } = both;
      await commit(folder, 'first');
      await client.open(path);
      const since = `${client.uri(path)} HEAD`;
      const diff = async (): Promise<string> => (await cli(both, 'diff', '--since', 'HEAD', path)).stdout;
      assert.equal(await view(client, 'diff.txt', since), await diff());
      client.change(path, 2, changed);
      assert.match((await client.next('workspace/textDocumentContent/refresh')).uri, /^govplan:\/quake\.diff\.txt/);
      const text = await view(client, 'diff.txt', since);
      await writeFile(join(folder.path, path), changed);
      assert.equal(text, await diff());
      assert.match(text ?? '', /volunteer-group/);
      assert.equal(await view(client, 'past.plan.yaml', since), example);
    }));

  test(`the classification is that of the command line, of one plan or of all in the file (${language})`, () =>
    inBoth({ [path]: `${example}---\ngovplan: "1"\nplan: {id: other, title: Other}\n` }, language, async (both) => {
      const { client } = both;
      await client.open(path);
      const { stdout } = await cli(both, 'classify', path);
      const all = await view(client, 'classification.txt', client.uri(path));
      assert.equal(all, stdout);
      const other = await view(client, 'classification.txt', `${client.uri(path)} other`);
      assert.match(other ?? '', /^plans\/quake & co 云岭\.plan\.yaml {2}Other\n/);
      assert.ok(stdout.endsWith(`\n${other}`));
      assert.equal(await view(client, 'classification.txt', `${client.uri(path)} renamed`), all);
    }));

  test(`what fails with an actor, and the ranking, are those of the command line (${language})`, () =>
    inBoth({ [path]: example }, language, async (both) => {
      const { client } = both;
      await client.open(path);
      const { stdout } = await cli(both, 'what-if', path, '--without', 'county-gov');
      assert.equal(await view(client, 'what-if.txt', `${client.uri(path)} county-gov`), stdout);
      const each = await cli(both, 'what-if', path, '--each');
      assert.equal(await view(client, 'what-if.txt', client.uri(path)), each.stdout);
    }));
}

test('a revision that cannot be compared with is said to be so', () =>
  inBoth({ [path]: example }, 'en', async ({ folder, client }) => {
    await client.open(path);
    const check = async (revision: string, uri = client.uri(path)): Promise<string> =>
      (await client.request('govplan/checkRevision', { textDocument: { uri }, revision })).problem ?? '';
    assert.equal(await check('HEAD'), 'This plan lies in no git repository.');
    await commit(folder, 'first');
    assert.equal(await check('HEAD'), '');
    for (const wrong of ['nowhere', '--all', '-h', '', 'HEAD:plans', 'HEAD --all', 'HEAD~1', '$(touch x)']) {
      assert.equal(await check(wrong), `The git repository has no revision '${wrong}'.`, wrong);
    }
    assert.match(await check('HEAD', 'vscode-vfs://github/a/b.plan.yaml'), /git cannot be read here/);
    assert.match(await check('HEAD', 'untitled:new.plan.yaml'), /git cannot be read here/);
    assert.match((await view(client, 'diff.txt', `${client.uri(path)} nowhere`)) ?? '', /no revision 'nowhere'/);
    assert.match((await view(client, 'what-if.txt', `${client.uri(path)} nobody`)) ?? '', /Nobody in the plan is called 'nobody'/);
  }));

test('a plan that was not there then is new as a whole, with what it imports read as it was', () =>
  inBoth({ 'lib.plan.yaml': 'govplan: "1"\norganizations:\n  office: {name: Office, sector: government}\n' }, 'en', async (both) => {
    const { folder, client } = both;
    await commit(folder, 'first');
    const text = 'govplan: "1"\nimports: lib.plan.yaml\nplan: {id: p, title: P}\nlinks: [{from: office, to: office, type: task}]\n';
    client.openUri(pathToFileURL(`${folder.path}/new.plan.yaml`).href, text);
    const shown = await view(client, 'diff.txt', `${client.uri('new.plan.yaml')} HEAD`);
    assert.match(shown ?? '', /^new\.plan\.yaml\n {2}Mode: /);
    assert.equal(await view(client, 'past.plan.yaml', `${client.uri('new.plan.yaml')} HEAD`), '');
  }));

test('lenses say what fails with an actor to clients that can do something with it', async () => {
  for (const whatIf of [true, false]) {
    const able = { ...capabilities, experimental: { govplan: { whatIf } } };
    await withServer({ [path]: example }, { capabilities: able }, async (client) => {
      await client.open(path);
      assert.equal(client.capabilities.codeLensProvider.resolveProvider, whatIf || undefined);
      const lenses: readonly Json[] = await client.request('textDocument/codeLens', { textDocument: { uri: client.uri(path) } });
      const unsaid = lenses.filter(({ command }) => command === undefined);
      if (!whatIf) return assert.deepEqual(unsaid, []);
      const lens = unsaid.find(({ data }) => data.actor === 'county-gov');
      const { command } = await client.request('codeLens/resolve', lens);
      assert.match(command.title, /^If it fails: \d+ responsibilit/);
      assert.deepEqual([command.command, command.arguments], ['govplan.whatIf', [client.uri(path), 'county-gov']]);
    });
  }
});
