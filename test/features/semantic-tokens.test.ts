// Semantic tokens: actors, rights, responsibilities, citations, modes and phases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { encodeTokens, semanticTokens, tokensEdit } from '../../server/src/service/semantic-tokens.ts';
import { analyseText } from './support/marked-plan.ts';
import { openedUri, withClient } from './support/protocol.ts';
import { checkSemanticTokens } from './support/semantic-tokens.ts';

test('declarations and references, with the side of each actor', async () => {
  await checkSemanticTokens(
    `organizations:
  mayor: {name: Mayor, sector: government, rights: {lead: {kind: command, with: 蓝天, basis: "erl#72.1", entails: rescue}}}
  蓝天: {name: 🚣, sector: volunteer-group, parent: mayor, responsibilities: {rescue: {action: 水上救援, phases: [warning, response]}}}
  union: {name: Union, sector: mass-organization}
  expert: {name: Expert, sector: expert}
bodies:
  hq: {name: HQ, kind: command-headquarters, chair: mayor, advisers: [expert, nobody]}
legal-bases:
  erl: {title: 突发事件应对法, kind: law}
levels:
  r1: {scheme: response, order: 1, activated-by: lead}
`,
    [
      'mayor actor declaration government',
      'lead right declaration',
      '蓝天 actor society',
      '"erl#72.1" legalReference',
      'rescue responsibility',
      '蓝天 actor declaration society',
      'mayor actor government',
      'rescue responsibility declaration',
      'warning phase',
      'response phase',
      'union actor declaration society',
      'expert actor declaration',
      'hq actor declaration government',
      'mayor actor government',
      'expert actor',
      'nobody actor',
      'erl legalReference declaration',
      'lead right',
    ],
  );
});

test('the mode aimed at, the phases of the plan, and the plans above it', async () => {
  await checkSemanticTokens(
    'govplan: "1"\nplan: {id: a, title: A, type: special, jurisdiction: {level: county, name: A}, status: draft, phases: response, target-mode: equal-cooperation, parent-plans: [nat, ../b.plan.yaml]}\n',
    ['response phase', 'equal-cooperation mode', 'nat legalReference'],
  );
});

test('what participation goes through is an actor or not', async () => {
  await checkSemanticTokens(
    'bodies:\n  hq: {name: HQ, kind: council, chair: a}\nchannels:\n  line: {name: L, kind: hotline, operated-by: hq}\nparticipation: [{via: hq}, {via: line}]\n',
    ['hq actor declaration', 'a actor', 'hq actor', 'hq actor'],
  );
});

test('an entry for an imported organization declares nothing, and its side is known', async () => {
  const files = { 'plans/library.plan.yaml': 'govplan: "1"\norganizations:\n  fire: {name: Fire, sector: government}\n' };
  await checkSemanticTokens('imports: library.plan.yaml\norganizations:\n  fire: {imported: true}\n', ['fire actor government'], files);
});

test('a library knows the sides of its organizations', async () => {
  await checkSemanticTokens(
    'govplan: "1"\norganizations:\n  fire: {name: F, sector: government}\n  club: {name: C, sector: community, parent: fire}\n',
    ['fire actor declaration government', 'club actor declaration society', 'fire actor government'],
  );
});

test('a half-typed plan has the tokens that can be told', async () => {
  await checkSemanticTokens(
    'organizations:\n  fire: {name: F, sector: government, parent: club\n  club: {name: "C\nlinks: [{from: fire\n',
    ['fire actor declaration government', 'club actor', 'club actor declaration', 'fire actor government'],
  );
});

test('places are relative, and a token counts in UTF-16', async () => {
  const analysis = await analyseText('govplan: "1"\norganizations:\n  𠮷野: {name: 𠮷, sector: community, parent: 𠮷野}\n  b: {}\n');
  assert.deepEqual(encodeTokens(semanticTokens(analysis), analysis.file.lines), [2, 2, 3, 0, 1 | 4, 0, 43, 3, 0, 4, 1, 2, 1, 0, 1]);
});

test('an edit of the numbers is one piece', () => {
  assert.deepEqual(tokensEdit([1, 2, 3, 4], [1, 9, 9, 3, 4]), { start: 1, deleteCount: 1, data: [9, 9] });
  assert.deepEqual(tokensEdit([1, 1], [1, 1, 1]), { start: 2, deleteCount: 0, data: [1] });
  assert.deepEqual(tokensEdit([1, 2, 1, 2], [1, 2]), { start: 2, deleteCount: 2, data: [] });
  assert.equal(tokensEdit([1, 2], [1, 2]), undefined);
});

test('the server announces its legend, and answers whole, in part, and with what has changed', async () => {
  const text = 'govplan: "1"\norganizations:\n  a: {name: A, sector: party}\n  b: {name: B, sector: party}\n';
  const textDocument = { uri: openedUri };
  await withClient({ text }, async ({ capabilities, request, change }) => {
    assert.deepEqual(capabilities.semanticTokensProvider, {
      legend: {
        tokenTypes: ['actor', 'right', 'responsibility', 'legalReference', 'mode', 'phase'],
        tokenModifiers: ['declaration', 'government', 'society'],
      },
      full: { delta: true },
      range: true,
    });
    const whole = await request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    assert.deepEqual(whole.data, [2, 2, 1, 0, 3, 1, 2, 1, 0, 3]);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    const part = await request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
    assert.deepEqual(part.data, [3, 2, 1, 0, 3]);
    await change(text.replace('  b:', '  bb:'));
    const { resultId: previousResultId } = whole;
    const delta = await request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { textDocument, previousResultId });
    assert.deepEqual(delta.edits, [{ start: 7, deleteCount: 1, data: [2] }]);
    const again = await request<SemanticTokens>('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: 'none' });
    assert.deepEqual(again.data, [2, 2, 1, 0, 3, 1, 2, 2, 0, 3]);
  });
});
