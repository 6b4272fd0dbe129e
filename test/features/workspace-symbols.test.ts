// Workspace symbols: ids and names in any script, by a part, or by their characters in order.
import { test } from 'node:test';
import { checkSymbols } from './support/workspace-symbols.ts';

const files = {
  'lib.plan.yaml': 'govplan: "1"\norganizations:\n  blue-sky: {name: {zh: 清河蓝天救援队, en: Blue Sky Rescue}, sector: volunteer-group}\n',
  'p.plan.yaml': `govplan: "1"
plan: {id: qinghe, title: {zh: 清河防汛预案, en: Qinghe Flood Plan}}
imports: lib.plan.yaml
organizations:
  blue-sky: {imported: true, responsibilities: {rescue: {action: 水上救援𠮷, phases: response}}}
  bureau: {name: Water Bureau, sector: government}
levels: {r1: {scheme: response, order: 1}}
`,
};

test('an id is found by a part of it or of its names, whatever the case', async () => {
  const sky = 'lib.plan.yaml organization blue-sky 清河蓝天救援队 Blue Sky Rescue';
  await checkSymbols(files, 'BLUE', [sky]);
  await checkSymbols(files, '蓝天', [sky]);
  await checkSymbols(files, 'sky resc', [sky]);
  await checkSymbols(files, 'bsr', [sky]);
  await checkSymbols(files, '救援', [
    'lib.plan.yaml organization blue-sky 清河蓝天救援队 Blue Sky Rescue',
    'Qinghe Flood Plan responsibility rescue 水上救援𠮷',
  ]);
  await checkSymbols(files, '𠮷', ['Qinghe Flood Plan responsibility rescue 水上救援𠮷']);
  await checkSymbols(files, 'zzz', []);
});

test('the best comes first, and every id with an empty query', async () => {
  await checkSymbols(files, 'r', [
    'Qinghe Flood Plan responsibility rescue 水上救援𠮷',
    'Qinghe Flood Plan level r1',
    'lib.plan.yaml organization blue-sky 清河蓝天救援队 Blue Sky Rescue',
    'Qinghe Flood Plan organization bureau Water Bureau',
  ]);
  await checkSymbols(files, '', [
    'lib.plan.yaml organization blue-sky 清河蓝天救援队 Blue Sky Rescue',
    'Qinghe Flood Plan plan qinghe 清河防汛预案 Qinghe Flood Plan',
    'Qinghe Flood Plan responsibility rescue 水上救援𠮷',
    'Qinghe Flood Plan organization bureau Water Bureau',
    'Qinghe Flood Plan level r1',
  ]);
});
