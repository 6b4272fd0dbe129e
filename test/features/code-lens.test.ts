// Code lenses: the mode over the plan, the counts over each actor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import { checkCodeLenses } from './support/code-lens.ts';
import { openedUri, withClient } from './support/protocol.ts';

const small = `organizations:
  mayor: {name: Mayor, sector: government, rights: {lead: {kind: command}, start: {kind: activate}, end: {kind: terminate}}}
  蓝天: {name: 蓝天🚣, sector: volunteer-group, responsibilities: {rescue: {action: 水上救援, phases: response}}}
links: [{from: mayor, to: 蓝天, type: task}, {from: mayor, to: 蓝天, type: command}]
`;

test('over each actor what it holds, bears and is tied to, over the plan its mode', async () => {
  await checkCodeLenses(small, [
    'plan: Governance mode: government control · confidence 0.40',
    'mayor: 3 rights · 0 responsibilities · 1 tie',
    '蓝天: 0 rights · 1 responsibility · 1 tie',
  ]);
  await checkCodeLenses(
    small,
    ['plan: 治理模式：政府管控 · 置信度 0.40', 'mayor: 3 项权利 · 0 项职责 · 1 个联系', '蓝天: 0 项权利 · 1 项职责 · 1 个联系'],
    { language: 'zh' },
  );
});

test('co-holders hold, deciders hold what their body holds, and a seat ties to all who sit there', async () => {
  const source = `organizations:
  a: {name: A, sector: government, rights: {lead: {kind: command, with: b}}}
  b: {name: B, sector: government}
  c: {name: C, sector: community}
  d: {name: D, sector: community}
bodies:
  hq: {name: HQ, kind: council, chair: a, members: [b, c], rights: {agree: {kind: approve}}, responsibilities: {meet: {action: Meet, phases: response}}}
links: [{from: a, to: [b, d], type: task}]
`;
  await checkCodeLenses(source.replace('name: HQ', 'decision-rule: majority, name: HQ'), [
    'plan: Governance mode: government control · confidence 0.11',
    'a: 2 rights · 1 responsibility · 4 ties',
    'b: 2 rights · 1 responsibility · 3 ties',
    'c: 1 right · 1 responsibility · 3 ties',
    'd: 0 rights · 0 responsibilities · 1 tie',
    'hq: 1 right · 1 responsibility · 3 ties',
  ]);
});

test('an imported organization has its lens where the plan adds to it', async () => {
  const files = {
    'plans/library.plan.yaml':
      'govplan: "1"\norganizations:\n  fire: {name: Fire, sector: government}\n  other: {name: Other, sector: party}\n',
  };
  await checkCodeLenses(
    'imports: library.plan.yaml\norganizations:\n  fire: {imported: true, rights: {lead: {kind: command}}}\n',
    ['plan: Governance mode: insufficient evidence', 'fire: 1 right · 0 responsibilities · 0 ties'],
    { files },
  );
});

test('a library has none, and a plan with a fault of syntax no mode', async () => {
  await checkCodeLenses('govplan: "1"\norganizations:\n  fire: {name: Fire, sector: government}\n', []);
  await checkCodeLenses('organizations:\n  fire: {name: Fire, sector: government}\nlevels: [\n', [
    'fire: 0 rights · 0 responsibilities · 0 ties',
  ]);
});

test('each plan of a file has its own', async () => {
  const plan = (id: string): string =>
    `govplan: "1"\nplan: {id: ${id}, title: A, type: special, jurisdiction: {level: county, name: A}, status: draft}\n`;
  await checkCodeLenses(`${plan('a')}---\n${plan('b')}`, [
    'plan: Governance mode: insufficient evidence',
    'plan: Governance mode: insufficient evidence',
  ]);
});

test('the server announces code lenses', async () => {
  await withClient({ text: 'govplan: "1"\nplan: {id: a}\n' }, async ({ capabilities, request }) => {
    assert.deepEqual(capabilities.codeLensProvider, {});
    const lenses = await request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: openedUri } });
    assert.deepEqual(lenses, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
        command: { title: 'Governance mode: insufficient evidence', command: '' },
      },
    ]);
  });
});

test('a client is asked to look again where another file changed what it shows, and not where it edited itself', async () => {
  const capabilities = {
    workspace: {
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
  };
  const refreshes = ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'workspace/semanticTokens/refresh'];
  const library = (name: string): string => `govplan: "1"\norganizations:\n  fire: {name: ${name}, sector: government}\n`;
  const text = 'govplan: "1"\nimports: library.plan.yaml\nplan: {id: a}\nlinks: [{from: fire, to: b, type: task}]\n';
  await withClient(
    { text, capabilities, files: { 'plans/library.plan.yaml': library('Fire') } },
    async ({ request, change, notify, asked }) => {
      const lenses = (): Promise<CodeLens[]> => request('textDocument/codeLens', { textDocument: { uri: openedUri } });
      const refreshed = (): readonly string[] => asked.filter((method) => refreshes.includes(method)).sort();
      await lenses();
      await change(`${text}# edited\n`);
      await lenses();
      assert.deepEqual(refreshed(), []);
      const uri = openedUri.replace('test.plan', 'library.plan');
      await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'governance-plan', version: 1, text: library('Feuer') } });
      await lenses();
      assert.deepEqual(refreshed(), refreshes);
    },
  );
});
