import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  citesSuccessor,
  type InstrumentCitation,
  identifyInstrument,
  type KnownInstrument,
  knownInstruments,
  successorArticle,
} from '../../server/src/rules/shared/legal-register.ts';

const LAW = '中华人民共和国突发事件应对法';
const MEASURES = '突发事件应急预案管理办法';

function check(id: string | undefined, citation: InstrumentCitation): void {
  assert.equal(identifyInstrument(citation)?.id, id, JSON.stringify(citation));
}

test('tells the 2007 edition of the Emergency Response Law from the 2024 one', () => {
  const old = 'emergency-response-law-2007';
  check(old, { titles: [LAW], articles: 70 });
  check(old, { titles: [LAW], effective: '2007-11-01' });
  check(old, { titles: [LAW], issued: '2007-08-30' });
  check(old, { titles: [LAW], number: '主席令第六十九号' });
  check(old, { titles: [LAW], number: '中华人民共和国主席令 第69号' });
  check(old, { titles: ['《突发事件应对法》'], articles: 70 });
  check(old, { titles: ['突发事件应对法（2007年）'] });
  check(old, { titles: ['《突发事件应对法》（2007年版）'] });
  check(old, { titles: ["Emergency Response Law of the People's Republic of China"], effective: '2007-11-01' });
  check(old, { titles: ['Emergency Response Law of the People’s Republic of China (2007)'] });

  check(undefined, { titles: [LAW] });
  check(undefined, { titles: [LAW], effective: '2024-11-01', articles: 106 });
  check(undefined, { titles: [LAW], issued: '2007-08-30', amended: ['2024-06-28'] });
  check(undefined, { titles: [LAW], issued: '2007-08-30', effective: '2024-11-01' });
  check(undefined, { titles: [LAW], effective: '2024-11-01', articles: 70 });
  check(undefined, { titles: [`${LAW}（2024修订）`], issued: '2007-08-30' });
  check(undefined, { titles: [LAW], effective: '2010-01-01' });
  check(undefined, { titles: ['河南省实施《突发事件应对法》办法'], articles: 70 });
  check(undefined, { titles: ['中华人民共和国突发公共卫生事件应对法'], articles: 70 });
  check(undefined, { titles: ['中华人民共和国防洪法'], effective: '2007-11-01', articles: 70 });
  check(undefined, { titles: ['核安全法'], number: '主席令第六十九号' });
});

test('knows the 2013 Measures by number, whatever the brackets', () => {
  const old = 'emergency-plan-measures-2013';
  for (const number of [
    '国办发〔2013〕101号',
    '国办发[2013]101号',
    '国办发［２０１３］101号',
    '国办发（2013）101号',
    '国办发 (2013) 第101号',
    '国办发【2013】101号',
    '国办发2013年101号',
  ])
    check(old, { titles: [MEASURES], number });
  check(old, { titles: ['应急预案管理办法'], number: '国办发〔2013〕101号' });
  check(old, { titles: [`${MEASURES}（国办发〔2013〕101号）`] });
  check(old, { titles: [`《${MEASURES}》国办发〔2013〕101号`] });
  check(old, { titles: [`国务院办公厅关于印发《${MEASURES}》的通知`], issued: '2013-10-25' });
  check(old, { titles: [MEASURES], issued: '2013-10-25' });

  check(undefined, { titles: [MEASURES] });
  check(undefined, { titles: [MEASURES], number: '国办发〔2024〕5号' });
  check(undefined, { titles: [MEASURES], number: '国办发〔2013〕1号' });
  check(undefined, { titles: [MEASURES], number: '庆政办发〔2023〕40号', articles: 34 });
  check(undefined, { titles: [MEASURES], number: '国办发〔2013〕101号', issued: '2024-01-31' });
  check(undefined, { titles: [`北京市${MEASURES}`], issued: '2013-10-25' });
});

test('knows the overall plan of 2005 by its title, which no later plan bears', () => {
  check('national-overall-plan-2005', { titles: ['国家突发公共事件总体应急预案'] });
  check('national-overall-plan-2005', { titles: ['国家总体应急预案'], number: '国发〔2005〕11号' });
  check(undefined, { titles: ['国家突发事件总体应急预案'] });
  check(undefined, { titles: ['河南省突发公共事件总体应急预案'] });
  check(undefined, { titles: ['国家突发公共事件总体应急预案'], issued: '2025-02-25' });
});

test('knows the other replaced plans and standards only by what sets the edition apart', () => {
  check('disaster-relief-plan-2016', { titles: ['国家自然灾害救助应急预案'], number: '国办函〔2016〕25号' });
  check(undefined, { titles: ['国家自然灾害救助应急预案'], number: '国办函〔2024〕11号' });
  check('flood-drought-plan-2005', { titles: ['国家防汛抗旱应急预案'], issued: '2005-05-14' });
  check(undefined, { titles: ['国家防汛抗旱应急预案'], number: '国办函〔2022〕48号', issued: '2022-05-30' });
  check('gbt-29639-2013', { titles: ['生产经营单位生产安全事故应急预案编制导则'], number: 'GB/T 29639—2013' });
  check(undefined, { titles: ['生产经营单位生产安全事故应急预案编制导则'], number: 'GB/T 29639-2020' });
  check(undefined, { titles: [] });
  check(undefined, { titles: [''], number: '', articles: 70 });
});

test('maps an article only where it has a single successor', () => {
  const law = knownInstruments().find((instrument) => instrument.id === 'emergency-response-law-2007') as KnownInstrument;
  assert.equal(successorArticle(law, 12), 12);
  assert.equal(successorArticle(law, 44), 66);
  assert.equal(successorArticle(law, 70), 106);
  assert.equal(successorArticle(law, 61), undefined);
  assert.equal(successorArticle(law, 3), undefined);
  assert.equal(successorArticle(law, 71), undefined);
  assert.equal(Object.keys(law.articleMap).length, 70);
  assert.deepEqual(law.articleMap['61'], { to: [89, 90, 91, 15], single: false });
});

test('recognises what stands in the place of a replaced instrument', () => {
  const find = (id: string): KnownInstrument => knownInstruments().find((instrument) => instrument.id === id) as KnownInstrument;
  const law = find('emergency-response-law-2007');
  assert.ok(citesSuccessor({ titles: [LAW] }, law));
  assert.ok(citesSuccessor({ titles: [`《${LAW}》（2024修订）`], effective: '2024-11-01', articles: 106 }, law));
  assert.ok(!citesSuccessor({ titles: [LAW], articles: 70 }, law));
  assert.ok(!citesSuccessor({ titles: [LAW], effective: '2007-11-01' }, law));
  assert.ok(!citesSuccessor({ titles: [LAW], issued: '2015-01-01' }, law));
  assert.ok(!citesSuccessor({ titles: ['中华人民共和国防洪法'], effective: '2024-11-01', articles: 106 }, law));

  const plan = find('national-overall-plan-2005');
  assert.ok(citesSuccessor({ titles: ['国家突发事件总体应急预案'] }, plan));
  assert.ok(!citesSuccessor({ titles: ['国家突发公共事件总体应急预案'] }, plan));
  assert.ok(citesSuccessor({ titles: ['新办法'], number: '国办发〔2024〕5号' }, find('emergency-plan-measures-2013')));
});
