// Phrases are found by whole words, and the lists hold what can be found.
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BREAK, createGlance, createPhraseFinder, type RoleList, wordsOf } from '../../server/src/text/phrases.ts';

test('a text is cut into words of its scripts', () => {
  assert.deepEqual(wordsOf("The mayor's 2-year plan, Ｖ２"), ['the', 'mayor', '2', 'year', 'plan', BREAK, 'v2']);
  assert.deepEqual(wordsOf('老人、儿童（含孕妇）'), ['老', '人', BREAK, '儿', '童', BREAK, '含', '孕', '妇', BREAK]);
  assert.deepEqual(wordsOf('ボランティア'), [...'ボランティア']);
  // The same with a character that is not among the common ones.
  assert.deepEqual(wordsOf("Élan's 老人"), ['élan', '老', '人']);
});

test('a phrase is whole words, and does not count within a longer one that is excepted', () => {
  const finds = createPhraseFinder(() => ({ phrases: ['donation', 'minor', '老人'], notWithin: ['blood donation'] }));
  assert.deepEqual(['a Donation', 'minority', '安置老人', '养老，人员', 'blood donation', 'blood donation and donation'].map(finds), [
    true,
    false,
    true,
    false,
    false,
    true,
  ]);
});

test('a glance misses no phrase, however its text writes it', () => {
  const mayHold = createGlance(['donation', '捐赠', 'élan vital']);
  for (const text of ['Donations', 'DONATION', '接受捐赠', 'ｄｏｎａｔｉｏｎ', '捐-赠', 'Élan vital', 'E\u0301LAN VITAL'])
    assert.ok(mayHold(text), text);
  for (const text of ['', '转移安置群众', 'Evacuate']) assert.equal(mayHold(text), false, text);
});

test('every listed phrase is in lower case and compatibility form, and begins with a letter or a number', async () => {
  let phrases = 0;
  for await (const path of glob(fileURLToPath(new URL('../../server/data/*.json', import.meta.url)))) {
    const { lists } = JSON.parse(await readFile(path, 'utf8')) as { readonly lists?: readonly RoleList[] };
    for (const phrase of (lists ?? []).flatMap(({ words }) => words ?? [])) {
      phrases++;
      assert.equal(phrase, phrase.normalize('NFKC').toLowerCase());
      assert.equal(wordsOf(phrase)[0]?.charAt(0), phrase.charAt(0), phrase);
    }
  }
  assert.ok(phrases > 100);
});
