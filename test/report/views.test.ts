// The responsibility matrix and the network as text: what a plan states is in them, and columns stand under each other whatever the script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth } from '../../server/src/report/display-width.ts';
import { matrixText } from '../../server/src/report/matrix-text.ts';
import { networkText } from '../../server/src/report/network-text.ts';
import type { Language } from '../../server/src/rules/render.ts';
import type { RuleContext } from '../../server/src/rules/rule.ts';
import { analyseText } from '../features/support/marked-plan.ts';

const plan = `govplan: "1"
plan: {id: p, title: {zh: 清河预案, en: Qinghe Plan}, phases: [preparedness, response]}
organizations:
  gov:
    name: {zh: 清河市人民政府, en: City Government}
    sector: government
    rights: {lead: {kind: command, phases: response}, say: {kind: propose, phases: preparedness}}
  sky:
    name: 蓝天𠮷
    sector: volunteer-group
    responsibilities: {rescue: {action: 救援, phases: response, with: hq}}
  far: {name: Province, sector: government, external: true}
  lone: {name: L, sector: community}
  guest: {name: G, sector: international}
bodies:
  hq: {name: HQ, kind: council, chair: gov, members: sky, office: gov}
functions:
  esf: {name: F, phases: preparedness, primary: gov, support: [lone]}
links:
  - {from: gov, to: sky, type: task}
  - {from: sky, to: gov, type: share-information, mutual: true, phases: response}
  - {from: gov, to: far, type: report}
participation:
  - {phases: preparedness, who: hq, level: involve}
  - {phases: response, who: lone, level: inform}
`;

async function contextOf(text: string): Promise<RuleContext> {
  const context = (await analyseText(text)).results()[0]?.context;
  assert.ok(context);
  return context;
}

async function matrix(text: string, language: Language): Promise<readonly string[]> {
  return matrixText((await contextOf(text)).plan, language);
}

async function network(text: string, language: Language): Promise<readonly string[]> {
  return networkText(await contextOf(text), language);
}

test('the matrix says what each actor does in each phase, and where there are gaps', async () => {
  assert.deepEqual(await matrix(plan, 'en'), [
    'Qinghe Plan (p)',
    '',
    'Actor                  preparedness  response',
    '─────────────────────────────────────────────',
    'City Government (gov)  L             ·',
    '蓝天𠮷 (sky)           ·             S',
    'Province (far)         ·             ·',
    'L (lone)               +             ·',
    'G (guest)              ·             ·',
    'HQ (hq)                ·             S',
    '─────────────────────────────────────────────',
    '',
    'L  leads a function',
    'B  bears a responsibility alone',
    'S  shares a responsibility',
    '+  supports a function',
    '',
    'Nobody bears a responsibility in these phases: preparedness',
    'No function has a coordinator or primary agency in these phases: response',
    'Without a responsibility or a function: G (guest)',
  ]);
});

test('columns stand under each other in Chinese too', async () => {
  const lines = await matrix(plan, 'zh');
  const head = lines[2] ?? '';
  assert.match(head, /^主体\s+应急准备 {2}应急处置与救援$/);
  const column = displayWidth(head.slice(0, head.indexOf('应急处置')));
  for (const line of lines.slice(4, 10)) {
    const cut = [...line].findIndex((_, index) => displayWidth([...line].slice(0, index).join('')) === column);
    assert.match([...line].slice(cut).join(''), /^[牵担共配·]$/, line);
  }
});

test('the network shows measures, sides, ties in both directions, and seats', async () => {
  const lines = await network(plan, 'en');
  assert.deepEqual(lines.slice(lines.indexOf('Government side')), [
    'Government side',
    '  City Government (gov)',
    '    ↔ 蓝天𠮷 (sky)  information sharing (cooperative)',
    '    → 蓝天𠮷 (sky)  tasking (directive)',
    '    → Province (far)  reporting',
    '    ▪ HQ (hq)  seat: chair, office',
    '  Province (far)  [external]',
    '    ← City Government (gov)  reporting',
    '  HQ (hq)',
    '    ▪ City Government (gov)  seat: chair, office',
    '    ▪ 蓝天𠮷 (sky)  seat: member',
    '',
    'Society side',
    '  蓝天𠮷 (sky)',
    '    ↔ City Government (gov)  information sharing (cooperative)',
    '    ← City Government (gov)  tasking (directive)',
    '    ▪ HQ (hq)  seat: member',
    '  L (lone)  [tied to nobody]',
    '',
    'Outside the two sides',
    '  G (guest)  [tied to nobody]',
  ]);
  assert.deepEqual(lines.slice(0, 5), [
    'Qinghe Plan (p)',
    '',
    'Actors                                         5',
    'Ties between them                              3',
    'Components                                     3',
  ]);
});

test('a plan without actors is no table', async () => {
  assert.deepEqual(await matrix('govplan: "1"\nplan: {title: 空}\n', 'zh'), ['空', '', '本预案没有参与主体。']);
  assert.equal((await network('govplan: "1"\nplan: {id: p}\n', 'en'))[0], 'p');
});
