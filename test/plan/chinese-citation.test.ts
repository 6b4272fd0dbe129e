// Citations as Chinese documents write them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationMeant } from '../../server/src/plan/chinese-citation.ts';

test('an article, its paragraph and its item are told, in figures and in characters', () => {
  const known = {
    突发事件应对法第92条: ['突发事件应对法', '92'],
    '《突发事件应对法》第八十六条': ['突发事件应对法', '86'],
    '《突发事件应对法》 第一百零六条': ['突发事件应对法', '106'],
    '《防洪法》第四十五条第二款': ['防洪法', '45.2'],
    消防法第十条第一款第三项: ['消防法', '10.1.3'],
    消防法第十条第二款第三项: ['消防法', '10.2.3'],
    突发事件应对法第一百〇六条: ['突发事件应对法', '106'],
    '消防法第二十条（三）项': ['消防法', '20.1.3'],
    第一法第一百一十条: ['第一法', '110'],
  };
  for (const [text, [id, locator]] of Object.entries(known)) assert.deepEqual(citationMeant(text), { id, locator }, text);
});

test('what names no article is no citation', () => {
  for (const text of [
    '突发事件应对法',
    '第92条',
    '《突发事件应对法》',
    '突发事件应对法第条',
    'law#72',
    '《a b c》第1款',
    '防洪法（修订）第3条',
  ]) {
    assert.equal(citationMeant(text), undefined, text);
  }
});
