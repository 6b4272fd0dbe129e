// The chain of command and reporting: directive links and reports, from whoever is at the beginning to whom they lead.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callsOf } from '../../server/src/service/call-hierarchy.ts';
import { checkHierarchy } from './support/call-hierarchy.ts';
import { readMarkedFiles } from './support/marked-files.ts';

const plan = `organizations:
  mayor: {name: 市长, sector: government}
  bureau: {name: {zh: 水利局, en: Water Bureau}, sector: government}
  sky: {name: 蓝天𠮷, sector: volunteer-group}
bodies:
  hq: {name: HQ, kind: command-headquarters, chair: mayor}
links:
  - {from: mayor, to: hq, type: command}
  - {from: [hq, mayor], to: [bureau, sky], type: task}
  - {from: bureau, to: mayor, type: report}
  - {from: bureau, to: sky, type: supervise}
  - {from: bureau, to: sky, type: share-information}
  - {from: sky, to: hq, type: report, mutual: true}
`;

test('whom an actor directs and reports to, and who directs and reports to it', async () => {
  await checkHierarchy(plan.replace('  bureau:', '  «bur|eau»:'), {
    item: 'Water Bureau | bureau',
    outgoing: { '市长 | mayor · reporting': ['mayor'], '蓝天𠮷 | sky · supervision (directive)': ['sky'] },
    incoming: { 'HQ | hq · tasking (directive)': ['bureau'], '市长 | mayor · tasking (directive)': ['bureau'] },
  });
  await checkHierarchy(plan.replace('  sky:', '  «sky»:').replace('from: sky', 'from: sk|y'), {
    item: '蓝天𠮷 | sky',
    language: 'zh',
    outgoing: { 'HQ | hq · 报告': ['hq'] },
    incoming: {
      'HQ | hq · 交办（指令性）、报告': ['sky', 'sky'],
      '市长 | mayor · 交办（指令性）': ['sky'],
      '水利局 | bureau · 监督（指令性）': ['sky'],
    },
  });
});

test('an imported actor is at its place in the plan', () =>
  checkHierarchy(
    {
      'lib.plan.yaml': 'govplan: "1"\norganizations: {a: {name: 甲, sector: government}, b: {name: 乙, sector: party}}\n',
      'test.plan.yaml': 'imports: lib.plan.yaml\nlinks: [{from: «a», to: b, type: command}, {from: |a, to: b, type: task}]\n',
    },
    { item: '甲 | a', outgoing: { '乙 | b · command (directive), tasking (directive)': ['b', 'b'] } },
  ));

test('nothing but an actor has a chain, and a library has none', async () => {
  await checkHierarchy(plan.replace('type: command', 'type: com|mand'), { item: undefined });
  await checkHierarchy('govplan: "1"\norganizations: {a|: {name: A, sector: party}}\n', { item: undefined });
  await checkHierarchy('links: [{from: no|body, to: none, type: task}]\n', { item: undefined });
});

test('a link that names thousands leads to each of them once, where it names it first', async () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => `o${n}`);
  const organizations = ids.map((id) => `  ${id}: {name: N, sector: community}\n`).join('');
  const { analysis } = await readMarkedFiles(`organizations:\n${organizations}links: [{from: o0, to: [${ids.join()}, o1], type: task|}]\n`);
  const calls = callsOf(analysis, { document: 0, actor: 'o0' }, 'outgoing', 'en');
  assert.equal(calls.length, ids.length - 1);
  const first = analysis.file.text.indexOf('[o0') + '[o0,'.length;
  assert.deepEqual(calls[0]?.places, [analysis.file.lines.range({ start: first, end: first + 'o1'.length })]);
});
