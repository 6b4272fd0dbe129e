import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamedOrganization } from '../../server/src/rules/shared/renamed-organizations.ts';

function check(name: string, replacedByZh: string | undefined): void {
  assert.equal(renamedOrganization(name)?.replacedBy.zh, replacedByZh, name);
}

test('knows the national bodies of the 2018 reform and later', () => {
  check('国家安全生产监督管理总局', '应急管理部');
  check('国家安监总局', '应急管理部');
  check('民政部救灾司', '应急管理部');
  check('国土资源部', '自然资源部');
  check('中华人民共和国国土资源部', '自然资源部');
  check('《环境保护部》', '生态环境部');
  check('国家卫生和计划生育委员会', '国家卫生健康委员会');
  check('国家旅游局', '文化和旅游部');
  check('国家林业局', '国家林业和草原局');
  check('应急管理部消防救援局', '国家消防救援局');
  check('The State Administration of Work Safety (SAWS)', '应急管理部');
  assert.equal(renamedOrganization('国土资源部')?.since, '2018-03-17');
});

test('knows local bodies behind the name of an area', () => {
  check('某市安全生产监督管理局', '某市应急管理局');
  check('清河市安监局', '清河市应急管理局');
  check('市安监局', '市应急管理局');
  check('XX市安监局', 'XX市应急管理局');
  check('县人民政府安全生产监督管理局', '县人民政府应急管理局');
  check('河南省国土资源厅', '河南省自然资源厅');
  check('清河县国土资源局', '清河县自然资源主管部门');
  check('区卫计委', '区卫生健康委员会（局）');
  check('固原市环保局', '固原市生态环境局');
  check('市 食品药品监督管理局', '市市场监督管理局');
  check('市公安消防支队', '市消防救援支队');
  check('清河市公安局消防支队', '清河市消防救援支队');
  check('公安消防部队', '国家综合性消防救援队伍');
});

test('leaves bodies alone that exist, or may', () => {
  for (const name of [
    '应急管理部',
    '清河市应急管理局',
    '国家防汛抗旱总指挥部',
    '中国地震局',
    '国家海洋局',
    '水利部',
    '市水利局',
    '民政部',
    '市民政局',
    '自然资源部',
    '市自然资源和规划局',
    '某某省药品监督管理局',
    '市市场监督管理局',
    '市卫生健康委员会',
    '市卫生局',
    '市生态环境局',
    '市农业农村局',
    '市文化和旅游局',
    '市文化旅游局',
    '市林业局',
    '市消防救援支队',
    '市消防支队',
    '企业专职消防队',
    '国家矿山安全监察局',
    '食品安全监管局',
    '开发区安全环保局',
    '经济开发区安监局',
    '高新区环境保护局',
    '清河集团安监局',
    '铁路安监局',
    '环保部',
    '监察部',
    '农业部',
    '澳门环境保护局',
    '原市安监局',
    '市应急管理局（原市安监局）',
    '市安监局（现市应急管理局）',
    'Ministry of Emergency Management',
    'Ministry of Agriculture and Rural Affairs',
    '',
  ])
    check(name, undefined);
});
