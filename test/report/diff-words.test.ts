// A comparison is read by people who know neither the plan nor the format: defaults are told by what they mean, a text by the language that
// changed, a body with its seats at once; and every key and value of the format has a word in Chinese.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shape } from '../../server/src/plan/field.ts';
import { keyMeaning } from '../../server/src/plan/meant-words.ts';
import { documentShape } from '../../server/src/plan/shape.ts';
import { keyWords } from '../../server/src/report/diff/field-words.ts';
import { withFolder } from '../cli/command-line.ts';

const plan = `govplan: "1"
plan: {id: mill, title: Mill, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft}
organizations:
  office: {name: {en: Office, zh: 办公室}, sector: government, rights: {open: {kind: activate, object: The gate, rule: consensus}}}
  team: {name: Team, sector: volunteer-group}
  crew: {name: Crew, sector: volunteer-group}
bodies:
  hq: {name: HQ, kind: council, chair: office, members: [team, crew], decision-rule: consensus}
functions:
  rescue: {name: Rescue, primary: office, support: [team, crew], phases: [response, prevention]}
participation:
  - {phases: response, who: team, level: consult, via: hq}
`;

async function linesBetween(now: string, language: 'en' | 'zh'): Promise<readonly string[]> {
  let lines: readonly string[] = [];
  await withFolder({ 'a.plan.yaml': plan, 'b.plan.yaml': now }, async (folder) => {
    const { stdout } = await folder.run(['diff', 'a.plan.yaml', 'b.plan.yaml', '--as-of', '2025-11-22', '--lang', language]);
    lines = stdout.split('\n').flatMap((line) => line.match(/^ {4}([-+~>] .*?) {2}[ab]\.plan\.yaml:\d+$/)?.[1] ?? []);
  });
  return lines;
}

test('what is not said any more is told by what it means then', async () => {
  const now = plan
    .replace(', decision-rule: consensus', '')
    .replace(', rule: consensus', '')
    .replace(', phases: [response, prevention]', '');
  assert.deepEqual(await linesBetween(now, 'en'), [
    "~ hq  'HQ'  decision-rule: consensus → chair-decides (default)",
    "~ open  'The gate'  rule: consensus → sole (default)",
    "~ rescue  'Rescue'  phases: prevention, response → all (default)",
  ]);
  assert.deepEqual(await linesBetween(now, 'zh'), [
    '~ hq  “HQ”  决策规则（decision-rule）：协商一致（consensus） → 主持单位决定（chair-decides，默认）',
    '~ open  “The gate”  行使方式（rule）：协商一致（consensus） → 单独行使（sole，默认）',
    '~ rescue  “Rescue”  运行阶段（phases）：预防（prevention）、应急处置与救援（response） → 全部（默认）',
  ]);
});

test('a mode is told by its name, without what explains it', async () => {
  const aims = (mode: string): string => plan.replace('status: draft', `status: draft, target-mode: ${mode}`);
  assert.deepEqual(await linesBetween(aims('equal-cooperation'), 'zh'), ['~ 目标模式（target-mode）：无 → 平等合作（equal-cooperation）']);
});

test('of a list what came and went is said, of a name the language that changed', async () => {
  const now = plan.replace('support: [team, crew]', 'support: team').replace('办公室', '办公厅');
  assert.deepEqual(await linesBetween(now, 'en'), [
    '~ office  name (zh): 办公室 → 办公厅',
    "~ rescue  'Rescue'  support: −crew (team stays)",
  ]);
  assert.deepEqual(await linesBetween(now, 'zh'), [
    '~ office  组织名称（name）：办公室 → 办公厅',
    '~ rescue  “Rescue”  配合单位（support）：−crew，保留：team',
  ]);
});

test('a body that is gone takes its seats along in one line', async () => {
  const now = plan.replace(/^bodies:\n.*\n/m, '').replace(', via: hq', '');
  assert.deepEqual(await linesBetween(now, 'en'), [
    '- hq  name: HQ; kind: council',
    "- hq  'HQ'  office (chair); team (member); crew (member)",
    '~ team  response: consult via hq → consult',
  ]);
  assert.deepEqual(
    (await linesBetween(now, 'zh')).at(-1),
    '~ team  应急处置与救援（response）：咨询（consult），通过 hq → 咨询（consult）',
  );
});

test('a measure that moved by less than is shown is named without a number', () => {
  const names = Array.from(
    { length: 150 },
    (_, index) => `  o${index}: {name: O, sector: government, rights: {r${index}: {kind: decide}}}\n`,
  );
  const large = plan.replace('bodies:\n', `${names.join('')}bodies:\n`);
  const now = large.replace('kind: activate', 'kind: activate, with: team');
  return withFolder({ 'a.plan.yaml': large, 'b.plan.yaml': now }, async (folder) => {
    const { stdout } = await folder.run(['diff', 'a.plan.yaml', 'b.plan.yaml', '--as-of', '2025-11-22']);
    assert.match(stdout, /^ {4}less than 0\.01 each: who holds the decision rights$/m);
    assert.doesNotMatch(stdout, /[LX] [+−]0\.00/);
  });
});

test('every key of the format has a word in Chinese, the one by which the format itself explains it', () => {
  const bare: string[] = [];
  const visit = (shape: Shape, path: string): void => {
    if (shape.type === 'list') visit(shape.item, path);
    else if (shape.type === 'map' || shape.type === 'id-map') {
      const { fields } = shape.type === 'map' ? shape : shape.item;
      for (const [key, { shape: own, doc }] of Object.entries(fields)) {
        if (!/^[\p{Script=Han} 01、]{1,16}$/u.test(keyMeaning(doc))) bare.push(`${path}.${key}: ${keyMeaning(doc)}`);
        visit(own, `${path}.${key}`);
      }
    }
  };
  visit(documentShape, '');
  // What is said with it is written once, with the entry that has it.
  assert.deepEqual(bare, ['.organizations.imported: `true`']);
});

test('a key is told by what it means where it stands', async () => {
  const now = plan.replace('status: draft}', 'status: draft, filing: {with: office}, consultation: {with: [team]}}');
  assert.deepEqual(await linesBetween(now, 'zh'), [
    '~ 预案备案（filing）：无 → {备案机关（with）：office}；征求意见情况（consultation）：无 → {征求意见的对象（with）：team}',
  ]);
  assert.equal(keyWords('rights', 'holder', 'zh'), '所属主体（holder）');
  assert.equal(keyWords('procedures', 'within', 'zh'), '时限（within）');
});
