// What is probably meant by a word that is none of the format's: only where one thing can be meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alikeIn, createKeyIndex, createValueIndex } from '../../server/src/plan/meant-words.ts';
import { documentShape } from '../../server/src/plan/shape.ts';

const values = {
  fire: { en: 'fire brigade, or rescue team', zh: '消防救援（专业队伍）' },
  dike: { en: 'dike guards (flood season)', zh: '巡堤队' },
  boat: { en: 'boats and rescue team', zh: '巡逻艇' },
};

test('a word that one meaning names, however it is written, is that value; of two it is neither', () => {
  assert.equal(alikeIn(values, 'Fire Brigade')?.word, 'fire');
  assert.equal(alikeIn(values, 'dike-guards')?.word, 'dike');
  assert.equal(alikeIn(values, 'rescue team'), undefined);
  assert.equal(alikeIn(values, '-'), undefined, 'where nothing is written, nothing is meant');
});

test('Chinese words mean the value that they begin, whole ones before parts, and no single character does', () => {
  const { nearest } = createValueIndex(values);
  assert.deepEqual(nearest('消防救援'), ['fire']);
  assert.deepEqual(nearest('消防'), ['fire']);
  assert.deepEqual(nearest('巡'), []);
  assert.deepEqual(nearest('救援'), []);
  assert.deepEqual(createValueIndex({ ...values, all: { en: 'all', zh: '巡堤队和消防' } }).nearest('巡堤队'), ['dike']);
});

test('the last word of what a key means is enough for a key', () => {
  const { nearest } = createKeyIndex(documentShape.fields, ['organizations', 'no-such-key']);
  assert.deepEqual(nearest('organisations'), ['organizations']);
});
