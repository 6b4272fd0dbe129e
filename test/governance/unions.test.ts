// Counting unions by bits and number by number against sets that are put together one by one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createUnions } from '../../server/src/governance/unions.ts';

/** More than a word, so that some sets are kept as bits and others as they are. */
const size = 70;
const numbers = fc.uniqueArray(fc.nat(size - 1), { maxLength: size });
const questions = fc.array(fc.array(fc.nat(100)), { minLength: 2, maxLength: 4 });

test('a union is as large as the set of all numbers, and alone is what no other set has', () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 9 }), numbers, questions, (sets, more, asked) => {
      const unions = createUnions(sets, size);
      // Several questions to one counter: nothing of one may be left for the next.
      for (const question of asked) {
        const places = [...new Set(question.map((any) => any % sets.length))];
        const alone = new Map<number, number>();
        const union = unions.sizeAndAlone(places, (place, own) => alone.set(place, own));
        const all = places.flatMap((place) => sets[place] ?? []);
        assert.equal(union, new Set(all).size);
        assert.equal(unions.size(places, more), new Set([...all, ...more]).size);
        for (const place of places) {
          const own = (sets[place] ?? []).filter((number) => all.indexOf(number) === all.lastIndexOf(number));
          assert.equal(alone.get(place), own.length);
        }
      }
    }),
  );
});
