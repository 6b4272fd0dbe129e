// docs/security.md promises nothing that no test proves: every promise names tests, and every test that is named is there.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const page = await readFile(new URL('../../docs/security.md', import.meta.url), 'utf8');
const promises = page.split(/^## /m).slice(1);

for (const promise of promises) {
  const title = promise.slice(0, promise.indexOf('\n'));
  test(`'${title}' is proved by the tests it names`, async () => {
    const proofs = [...promise.matchAll(/^\* `([^`]+)`: "(.+)"$/gm)];
    assert.ok(proofs.length > 0, 'a promise without a proof');
    for (const [, path = '', name = ''] of proofs) {
      const text = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
      // A name may be the constant part of one that is made for many cases.
      assert.ok(
        [`test('${name}'`, `test(\n  '${name}'`, `${name}\``].some((call) => text.includes(call)),
        `${path} has no test "${name}"`,
      );
    }
  });
  test(`'${title}' is promised in both languages`, () => assert.match(promise, /\p{sc=Han}{8}/u));
}

test('the page has every promise', () => {
  assert.ok(promises.length >= 9, `${promises.length} promises`);
});
