import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVague } from '../../server/src/rules/shared/vague-actions.ts';

test('finds actions that say nothing', () => {
  for (const action of [
    '配合',
    '协助、配合',
    '协助 配合',
    '配合。',
    '参与',
    '支持',
    '支持和配合',
    '负责',
    '负责相关工作',
    '负责有关工作',
    '做好相关工作',
    '配合做好相关工作',
    '积极配合有关部门做好各项工作',
    '按职责分工负责',
    '按照各自职责做好相关工作',
    '各司其职、各负其责',
    '完成指挥部交办的其他工作',
    '承办上级交办的其他事项',
    '必要时提供协助',
    '根据需要给予支持',
    '协调相关工作',
    '配合牵头部门开展工作',
    '按照职责分工做好应急处置有关工作',
    '负责本行业应急处置相关工作',
    '承担市指挥部交办的其他工作',
    '完成领导交办的临时性工作',
    'Assist',
    'assist as needed',
    'Assist, as needed.',
    'support as required',
    'Provide support',
    'provides assistance as requested',
    'coordinate as appropriate',
    'assist and support the lead agency as necessary',
    'Co-operate with other agencies as required',
    'other duties as assigned',
    'participate',
  ])
    assert.equal(isVague(action), true, action);
});

test('leaves actions alone that name what is done', () => {
  for (const action of [
    '配合转移群众',
    '协助疏散',
    '参与水上救援',
    '支持灾后重建',
    '提供技术支持',
    '提供医疗支持',
    '协调',
    '统筹协调',
    '综合协调',
    '负责水情监测',
    '做好应急值守',
    '防汛物资储备',
    '灾后恢复重建',
    '按职责分工开展人员搜救',
    '必要时征用车辆',
    '参与应急救援',
    '做好本辖区应急处置',
    '负责现场指挥部后勤',
    '落实主体责任',
    '协助指挥部发布预警',
    '组织协调',
    '参与决策',
    '负责指挥部日常工作',
    '互助',
    'assist evacuation of residents',
    'support shelters as needed',
    'provide logistics support',
    'coordinate',
    'coordinate mass care',
    'provide boats as required',
    'assistance to survivors',
    'supporting documents review',
    'participate in drills',
    'help desk',
    '',
    '，',
    '1',
  ])
    assert.equal(isVague(action), false, action);
});

test('stays quick on a long text of overlapping words', () => {
  assert.equal(isVague('相关工作'.repeat(2000)), true);
  assert.equal(isVague(`${'相关工作'.repeat(2000)}救援`), false);
});
