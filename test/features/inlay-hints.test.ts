// Inlay hints: the name behind a reference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHint } from 'vscode-languageserver';
import { checkInlayHints } from './support/inlay-hints.ts';
import { openedUri, withClient } from './support/protocol.ts';

const organizations = `organizations:
  mayor: {name: {en: Mayor, zh: 市长}, sector: government}
  蓝天: {name: 清河蓝天🚣救援队, sector: volunteer-group}
  同名: {name: 同名, sector: community}
`;

test('behind every reference the name of what it leads to', async () => {
  await checkInlayHints(`${organizations}links:
  - {from: mayor‹Mayor›, to: [蓝天‹清河蓝天🚣救援队›, mayor‹Mayor›], type: mutual-aid, agreement: pact‹互助协议›}
agreements:
  pact: {kind: mutual-aid, title: 互助协议, parties: [mayor‹Mayor›, 蓝天‹清河蓝天🚣救援队›]}
channels:
  line: {name: Hotline, kind: hotline, operated-by: "mayor"‹Mayor›}
participation:
  - {phases: response, who: 蓝天‹清河蓝天🚣救援队›, level: involve, via: line‹Hotline›}
`);
});

test('in the language of the client', async () => {
  await checkInlayHints(`${organizations}links: [{from: mayor‹市长›, to: 蓝天‹清河蓝天🚣救援队›, type: task}]\n`, { language: 'zh' });
});

test('none where the id is the name, where there is no name, and where nothing is declared', async () => {
  await checkInlayHints(
    `${organizations}links: [{from: 同名, to: nobody, type: task}]\nlevels: {r1: {scheme: response, order: 1, activated-by: lead}}\n`,
  );
});

test('a citation shows the title of the instrument, a long one its beginning', async () => {
  const title = '关于进一步加强某某省清河流域防汛抗旱应急管理工作和社会力量参与机制建设若干问题的指导意见（试行）';
  await checkInlayHints(`legal-bases:
  erl: {title: 突发事件应对法, kind: law}
  guide: {title: ${title}, kind: normative-document}
links:
  - {from: a, to: b, type: task, basis: [erl#72‹突发事件应对法›, guide‹${title.slice(0, 39)}…›]}
`);
});

test('names from imports', async () => {
  const files = { 'plans/library.plan.yaml': 'govplan: "1"\norganizations:\n  fire: {name: Fire Service, sector: government}\n' };
  await checkInlayHints('imports: library.plan.yaml\nlinks: [{from: fire‹Fire Service›, to: a, type: task}]\n', { files });
});

test('an alias of an id is a reference, the id that it stands for only where it is one itself', async () => {
  await checkInlayHints(`${organizations}links:\n  - {from: &m mayor‹Mayor›, to: *m‹Mayor› , type: task}\n`);
  await checkInlayHints(
    `organizations:\n  &m mayor: {name: Mayor, sector: government}\n  fire: {name: *m , sector: government, parent: *m‹Mayor› }\n`,
  );
});

test('what is merged into several maps has its hint once, where it is written', async () => {
  await checkInlayHints(
    `${organizations}links:\n  - &l {from: mayor‹Mayor›, to: [蓝天‹清河蓝天🚣救援队›], type: task}\n  - {<<: *l, type: report}\n  - *l\n`,
  );
});

test('only in the range that is asked for', async () => {
  await checkInlayHints(
    `${organizations}links:\n  - {from: mayor, to: 蓝天, type: task}\n  - {from: mayor‹Mayor›, to: 同名, type: task}\n  - {from: mayor, to: 蓝天, type: task}\n`,
    {
      lines: [8, 8],
    },
  );
});

test('a half-typed plan shows what it can', async () => {
  await checkInlayHints(`${organizations}links:\n  - {from: mayor‹Mayor›, to: [\nlevels: {\n`);
});

test('the server announces inlay hints', async () => {
  const text = 'govplan: "1"\norganizations:\n  a: {name: A, sector: party, parent: b}\n  b: {name: Board, sector: party}\n';
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  await withClient({ text }, async ({ capabilities, request }) => {
    assert.deepEqual(capabilities.inlayHintProvider, {});
    const hints = await request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: openedUri }, range });
    assert.deepEqual(hints, [{ position: { line: 2, character: 39 }, label: 'Board', paddingLeft: true }]);
  });
});
