import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesDonations } from '../../server/src/rules/shared/donations.ts';
import { namesVulnerableGroup } from '../../server/src/rules/shared/vulnerable-groups.ts';

function checkAll(finder: (text: string) => boolean, expected: boolean, texts: readonly string[]): void {
  for (const text of texts) assert.equal(finder(text), expected, text);
}

test('finds vulnerable groups in Chinese, English, Japanese and Māori', () => {
  checkAll(namesVulnerableGroup, true, [
    '受灾老人、儿童、残疾人等群众',
    '转移老弱病残孕人员',
    '优先救助孕产妇',
    '未成年人保护',
    '弱势群体帮扶',
    '留守儿童转移',
    '失能人员转运',
    '全体学生，重点照顾残疾学生',
    '协助坐轮椅的师生疏散',
    'Evacuate the elderly',
    'children and pregnant women',
    'Children’s shelters',
    'people with disabilities',
    'assist the disabled',
    'persons who are disabled',
    'elderly, disabled',
    'VULNERABLE GROUPS',
    'most vulnerable first',
    'residents vulnerable to heat',
    'access and functional needs',
    'older people in care homes',
    '避難行動要支援者の避難誘導',
    '高齢者・障害者の支援',
    'Shelter for kaumātua and tamariki',
  ]);
});

test('does not take things, places and parts of words for vulnerable groups', () => {
  checkAll(namesVulnerableGroup, false, [
    '水情监测预报',
    '转移群众',
    '脆弱性评估',
    '最低保障水位',
    '养老，人员转移',
    '设备失能处置',
    '单独居住区域',
    '元老人物',
    'remove disabled vehicles',
    'alarms are disabled',
    'protect vulnerable infrastructure',
    'areas vulnerable to flooding',
    'vulnerability assessment',
    'minor injuries',
    'minority report',
    'childcareful',
    'senior officers',
    'elder Street bridge repair',
    'older equipment',
    'blind spots',
    '障害物の除去',
    '',
  ]);
});

test('finds donations', () => {
  checkAll(namesDonations, true, [
    '开展募捐',
    '接收社会捐赠款物',
    '捐款管理',
    '捐赠、发放物资',
    'Donations management',
    'manage donated goods',
    'coordinate a donation hotline',
    'Fundraising',
    '義援金の受付',
  ]);
});

test('does not take blood, organs or parts of words for donations', () => {
  checkAll(namesDonations, false, [
    '防汛物资储备',
    '组织无偿献血',
    '遗体器官捐献协调',
    '捐躯人员抚恤',
    'blood donation sites',
    'organ donations',
    'donor coordination',
    'condonation',
    '',
  ]);
  assert.equal(namesDonations('blood donations and cash donations'), true);
});
