// The manifest of the extension is true: what it names exists, what exists is named, and every text is there in both languages.
import assert from 'node:assert/strict';
import { access, glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { tokenModifiers, tokenTypes } from '../../server/src/service/semantic-tokens.ts';

const root = new URL('../../', import.meta.url);
const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(new URL(path, root), 'utf8'));

type Texts = Readonly<Record<string, string>>;

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string; readonly icon: Texts }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
  };
}

const manifest = (await readJson('package.json')) as Manifest;
const { contributes } = manifest;
const texts = { en: (await readJson('package.nls.json')) as Texts, zh: (await readJson('package.nls.zh-cn.json')) as Texts };
const sources = new Map<string, string>();
for await (const path of glob('client/src/**/*.ts', { cwd: root })) sources.set(path, await readFile(new URL(path, root), 'utf8'));
const allSources = [...sources.values()].join('\n');

test('every file that the manifest names exists', async () => {
  const { main, browser, icon } = manifest;
  const { languages, grammars, snippets, walkthroughs } = contributes;
  const named = [
    ...[main, browser, icon],
    ...languages.flatMap(({ configuration, icon: icons }) => [configuration, ...Object.values(icons)]),
    ...grammars.map(({ path }) => path),
    ...snippets.flatMap(({ path }) => [texts.en, texts.zh].map((known) => known[path.slice(1, -1)] ?? path)),
    ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
  ];
  for (const path of named) await assert.doesNotReject(access(new URL(path, root)), path);
});

test('every text of the manifest is there in both languages, and none is left over', () => {
  const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
  assert.deepEqual(Object.keys(texts.en).sort(), [...used].sort());
  assert.deepEqual(Object.keys(texts.zh).sort(), [...used].sort());
});

test('the walkthrough marks code as VS Code reads it there, with two backticks', () => {
  for (const [key, text] of [texts.en, texts.zh].flatMap((known) => Object.entries(known)))
    if (key.startsWith('walkthrough.')) assert.doesNotMatch(text, /(?<!`)`(?!`)/, key);
});

test('every text of the extension is there in Chinese, with the same places to fill, and none is left over', async () => {
  const chinese = (await readJson('client/src/texts.zh.json')) as Texts;
  const used = [...allSources.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text);
  assert.deepEqual(Object.keys(chinese).sort(), [...new Set(used)].sort());
  const places = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).sort();
  for (const [english, text] of Object.entries(chinese)) assert.deepEqual(places(text), places(english), english);
});

test('the commands of the manifest are those of the extension', () => {
  const registered = [...allSources.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, id]) => id);
  assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), registered.sort());
});

test('links and menus lead to commands that exist', () => {
  const focus = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => `${id}.focus`));
  const known = new Set([...contributes.commands.map(({ command }) => command), ...focus, 'workbench.actions.view.problems']);
  const all = JSON.stringify([manifest, texts]);
  const named = [...all.matchAll(/(?:command:|onCommand:|"command":")([\w.]+)/g)].map(([, id = '']) => id);
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  );
});

test('every setting is read by the extension or by the library that speaks to the server', () => {
  const readElsewhere = new Set(['govplan.trace.server']);
  for (const setting of Object.keys(contributes.configuration.properties)) {
    const name = setting.slice('govplan.'.length);
    assert.ok(readElsewhere.has(setting) || allSources.includes(`'${name}'`), setting);
  }
});

test('the token types and modifiers are those the server speaks of', () => {
  assert.deepEqual(
    contributes.semanticTokenTypes.map(({ id }) => id),
    tokenTypes,
  );
  const standard = new Set(['declaration']);
  assert.deepEqual(
    contributes.semanticTokenModifiers.map(({ id }) => id),
    tokenModifiers.filter((modifier) => !standard.has(modifier)),
  );
});
