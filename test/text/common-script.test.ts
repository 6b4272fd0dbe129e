// Where a text is written in common characters alone, the short expressions say what Unicode's classes do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionFor } from '../../server/src/text/common-script.ts';

const common = /common/;
const any = /any/u;
const characters = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code)).filter(
  (character) => expressionFor(character, common, () => any) === common,
);

test('most characters of plans are common, and none that combines or cannot be seen', () => {
  assert.ok(characters.length > 21_000);
  for (const text of ['Flood plan (draft), 2026\n', '清河市防汛抗旱应急预案（试行）：第3条、“联防联控”……', '町内会とボランティア']) {
    assert.equal(
      expressionFor(text, common, () => any),
      common,
      text,
    );
  }
  for (const text of ['é', 'e\u0301', '\u200b', '𠮷', 'か\u3099', '\u3000', '\u00a0', '\0', '\u2028']) {
    assert.equal(
      expressionFor(text, common, () => any),
      any,
      JSON.stringify(text),
    );
  }
});

for (const [name, short, long] of [
  ['letters', /[A-Za-zぁ-ゖァ-ヺー一-鿿]/, /\p{L}/u],
  ['numbers', /[0-9]/, /\p{N}/u],
  ['dashes', /[-—]/, /\p{Pd}/u],
  ['ideographs', /[一-鿿]/, /\p{Script=Han}/u],
  ['marks, and what cannot be seen', /(?!)/, /\p{M}|\p{Cf}/u],
  ['what is read aloud', /[A-Za-z0-9$+<=>^`|~ぁ-ゖァ-ヺー一-鿿]/, /[^\s\p{P}\p{Z}\p{Cf}]/u],
] as const) {
  test(`of common characters, ${name} are what Unicode says`, () => {
    assert.deepEqual(
      characters.filter((character) => short.test(character) !== long.test(character)),
      [],
    );
  });
}

test('of common characters, punctuation alone has another compatibility form', () => {
  const other = characters.filter((character) => character.normalize('NFKC') !== character);
  assert.ok(other.includes('：'));
  assert.deepEqual(
    other.filter((character) => !/\p{P}/u.test(character)),
    [],
  );
});
