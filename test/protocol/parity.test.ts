// The editor and the command line give the same findings, to the character: for every sample, and for every fence of every rule's page.
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Folder, type JsonFinding, lintToJson, withFolder } from '../cli/command-line.ts';
import { parsePage } from '../support/page.ts';
import { type Client, type Diagnostic, pulling, pushing, startClient } from './client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const severities = ['', 'error', 'warning', 'information'];
const config = 'as-of: 2026-11-22\n';

type Texts = Record<string, string>;

async function samples(): Promise<Texts> {
  const files: Texts = { 'govplan.config.yaml': config };
  for await (const path of glob('samples/**/*.{yaml,yml}', { cwd: root }))
    files[path.replaceAll('\\', '/')] = await readFile(join(root, path), 'utf8');
  return files;
}

/** Each fence in a folder of its own, with its other files and its configuration. */
async function fences(): Promise<Texts> {
  const files: Texts = {};
  for await (const path of glob('test/rules/*.md', { cwd: root })) {
    const rule = path.replace(/^.*[\\/]|\.md$/g, '');
    const page = parsePage((await readFile(join(root, path), 'utf8')).replaceAll('\r\n', '\n'), rule);
    for (const { line, text, files: others, options } of page.fences) {
      const folder = `${rule}/${line}`;
      const isConfig = rule === 'invalid-config';
      files[`${folder}/${isConfig ? 'govplan.config.yaml' : 'page.plan.yaml'}`] = text;
      if (isConfig) files[`${folder}/page.plan.yaml`] = 'govplan: "1"\n';
      else
        files[`${folder}/govplan.config.yaml`] =
          `as-of: ${options.get('as-of') ?? '2026-11-22'}\nprofile: ${options.get('profile') ?? 'generic'}\n`;
      // A file that cannot be read is none here.
      for (const [name, content] of Object.entries(others)) if (typeof content === 'string') files[`${folder}/${name}`] = content;
    }
  }
  return files;
}

/** What both are compared by, as one line of text. */
interface Comparable {
  readonly code: unknown;
  readonly severity: unknown;
  readonly message: string;
  readonly range: unknown;
  readonly related: readonly (readonly [path: string, range: unknown, message: string])[];
}

function fromFinding({ rule, severity, message, range, ...rest }: JsonFinding): Comparable {
  const related = (rest.related ?? []) as readonly { readonly path: string; readonly range: unknown; readonly message: string }[];
  return { code: rule, severity, message, range, related: related.map((place) => [place.path, place.range, place.message]) };
}

function fromDiagnostic(client: Client, { code, severity, message, range, relatedInformation = [] }: Diagnostic): Comparable {
  const related = relatedInformation.map(({ location, message: text }) => [pathOf(client, location.uri), location.range, text] as const);
  return { code, severity: severities[severity], message, range, related };
}

function pathOf(client: Client, uri: string): string {
  return decodeURIComponent(uri.slice(client.uri('').length + 1));
}

/** By path, what the command line finds and no exception excuses. */
async function linted(folder: Folder, language: string): Promise<ReadonlyMap<string, readonly Comparable[]>> {
  const { files } = await lintToJson(folder, ['--lang', language]);
  const found = new Map<string, Comparable[]>();
  for (const { path, findings } of files) {
    found.set(path, [...(found.get(path) ?? []), ...findings.filter(({ suppressed }) => suppressed === undefined).map(fromFinding)]);
  }
  return found;
}

async function checkParity(files: Texts, language: 'en' | 'zh'): Promise<void> {
  await withFolder(files, async (folder) => {
    const expected = await linted(folder, language);
    const client = await startClient(folder.path, { capabilities: pulling, locale: language });
    const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
    const found = new Map<string, readonly Diagnostic[]>(
      items.map((item: { uri: string; items: Diagnostic[] }) => [pathOf(client, item.uri), item.items]),
    );
    let count = 0;
    for (const [path, comparables] of expected) {
      assert.deepEqual(
        found.get(path)?.map((item) => fromDiagnostic(client, item)),
        comparables,
        path,
      );
      count += comparables.length;
    }
    for (const [path, diagnostics] of found) if (!expected.has(path)) assert.deepEqual(diagnostics, [], path);
    assert.ok(count > 100, `${count} findings were compared`);
    assert.equal(await client.stop(), 0);
  });
}

test('the samples, in English', async () => checkParity(await samples(), 'en'));

test('the samples, in Chinese', async () => checkParity(await samples(), 'zh'));

test('every fence of every page', async () => checkParity(await fences(), 'zh'));

test('documents that are opened are no different, pushed or pulled', async () => {
  const files = await samples();
  await withFolder(files, async (folder) => {
    const expected = await linted(folder, 'en');
    const [pull, push] = [
      await startClient(folder.path, { capabilities: pulling }),
      await startClient(folder.path, { capabilities: pushing }),
    ];
    for (const path of Object.keys(files)) {
      await Promise.all([pull.open(path), push.open(path)]);
      const comparables = expected.get(path) ?? [];
      const { items } = await pull.pull(path);
      assert.deepEqual(
        items.map((item: Diagnostic) => fromDiagnostic(pull, item)),
        comparables,
        path,
      );
      const { diagnostics } = await push.pushed(path);
      assert.deepEqual(
        diagnostics.map((item) => fromDiagnostic(push, item)),
        comparables,
        path,
      );
    }
    await Promise.all([pull.stop(), push.stop()]);
  });
});
