// The outline: every kind of entry at its place, with names in the reader's language.
import { test } from 'node:test';
import { checkOutline } from './support/outline.ts';

const plan = `govplan: "1"
plan: {id: qinghe, title: {zh: 清河市防汛预案, en: Qinghe Flood Plan}}
legal-bases:
  erl: {title: 突发事件应对法, kind: law}
organizations:
  bureau:
    name: {zh: 水利局, en: Water Bureau}
    rights:
      warn: {kind: issue-warning, object: 洪水}
    responsibilities:
      watch: {action: 监测𠮷, phases: warning}
    capabilities:
      boats: {kind: rescue-boat}
bodies:
  hq: {name: 指挥部, kind: command-headquarters, chair: bureau}
functions:
  esf: {name: 通信, primary: bureau}
links:
  - {from: [hq, bureau], to: bureau, type: task}
  - {from: hq, to: bureau, type: share-information, mutual: true}
agreements:
  pact: {kind: contract, parties: [hq, bureau]}
levels:
  r1: {scheme: response, order: 1, criteria: 特大洪水}
procedures:
  reporting: {within: 2h}
channels:
  line: {name: 热线, kind: hotline, operated-by: bureau}
participation:
  - {phases: [warning, response], who: bureau, level: inform, via: hq}
cultivation:
  - {kind: train, provider: hq, recipients: [bureau]}
exercises:
  drill: {type: tabletop, on: 2025-06-10, participants: bureau}
`;

test('every entry of a plan is in its outline, actors with what they hold', async () => {
  await checkOutline(plan, [
    'plan qinghe — Qinghe Flood Plan',
    '  legal-basis erl — 突发事件应对法',
    '  organization bureau — Water Bureau',
    '    right warn — issue a warning · 洪水',
    '    responsibility watch — 监测𠮷',
    '    capability boats — rescue-boat',
    '  body hq — 指挥部',
    '  function esf — 通信',
    '  link hq, bureau → bureau — tasking (directive) @{from: [hq, bureau], to: bureau, type: task}',
    '  link hq ↔ bureau — information sharing (cooperative) @{from: hq, to: bureau, type: share-information, mutual: true}',
    '  agreement pact — contract',
    '  level r1 — response level 1 · 特大洪水',
    '  procedure reporting — ',
    '  channel line — 热线',
    '  participation bureau — inform: society is told (1) · monitoring and early warning, response and rescue @{phases: [warning, response], who: bureau, level: inform, via: hq}',
    '  cultivation hq → bureau — train @{kind: train, provider: hq, recipients: [bureau]}',
    '  exercise drill — tabletop · 2025-06-10',
  ]);
});

test('names are in the language of the reader', () =>
  checkOutline(
    'govplan: "1"\nplan: {id: p, title: {zh: 预案, en: Plan}}\norganizations: {a: {name: {zh: 甲, en: A}, sector: party}}\n',
    ['plan p — 预案', '  organization a — 甲'],
    'zh',
  ));

test('a library and several documents each have their own root', () =>
  checkOutline('govplan: "1"\norganizations: {a: {name: A, sector: party}}\n---\ngovplan: "1"\nplan: {id: p}\n', [
    'library library —  @govplan',
    '  organization a — A',
    'plan p — ',
  ]));

test('what an alias or a merge brings in is shown where that stands', () =>
  checkOutline(
    `govplan: "1"
x-rights: &rights {lift: {kind: activate}}
organizations:
  a: {name: A, sector: party, rights: *rights}
  b: {<<: {imported: false}, name: B, sector: party}
`,
    ['library library —  @govplan', '  organization a — A', '    right lift — activate a response @*rights', '  organization b — B'],
  ));

test('an imported organization has the name that it has in its library', () =>
  checkOutline(
    'govplan: "1"\nimports: lib.plan.yaml\norganizations: {fire: {imported: true}, gone: {imported: true}}\n',
    ['library library —  @govplan', '  organization fire — 消防', '  organization gone — '],
    'zh',
    { 'plans/lib.plan.yaml': 'govplan: "1"\norganizations: {fire: {name: {en: Fire Service, zh: 消防}, sector: government}}\n' },
  ));

test('half a text has half an outline', async () => {
  await checkOutline('govplan: "1"\norganizations:\n  a:\n    name: "A\n  b: {name: B\n', [
    'library library —  @govplan',
    '  organization a — A',
    '  organization b — B',
  ]);
  await checkOutline('govplan: "1"\nlinks:\n  - from: a\n  - \n', ['library library —  @govplan', '  link a → —  @from: a']);
  await checkOutline('govplan\n', []);
});
