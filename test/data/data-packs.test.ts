// Every entry of the data packs says where it comes from and when that was checked, in a form that the readers rely on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import donations from '../../server/data/donation-words.json' with { type: 'json' };
import indicators from '../../server/data/indicators.json' with { type: 'json' };
import instruments from '../../server/data/legal-instruments.json' with { type: 'json' };
import profiles from '../../server/data/profiles.json' with { type: 'json' };
import organizations from '../../server/data/renamed-organizations.json' with { type: 'json' };
import vague from '../../server/data/vague-actions.json' with { type: 'json' };
import groups from '../../server/data/vulnerable-groups.json' with { type: 'json' };
import { planTypes, profiles as profileNames } from '../../server/src/plan/vocabulary.ts';
import { exerciseCycle, profilePack } from '../../server/src/rules/shared/profiles.ts';
import { isRealDate } from '../../server/src/text/calendar.ts';

interface Sourced {
  readonly source: string;
  readonly checked: string;
}

function checkSource(entry: Sourced): void {
  assert.ok(entry.source.length > 5, JSON.stringify(entry));
  assert.ok(isRealDate(entry.checked), JSON.stringify(entry));
}

test('every list of words has a source, a date, and no word twice', () => {
  for (const { lists } of [vague, groups, donations])
    for (const list of lists) {
      checkSource(list);
      const words: readonly string[] = list.words;
      assert.ok(words.length > 0);
      assert.deepEqual(
        words.filter((word, i) => words.indexOf(word) !== i),
        [],
        `${list.role} ${list.language}`,
      );
    }
});

test('no word is vague and filler at once', () => {
  const words = (role: string) => vague.lists.filter((list) => list.role === role).flatMap((list): readonly string[] => list.words);
  const fillers = new Set(words('filler'));
  assert.deepEqual(
    words('vague').filter((word) => fillers.has(word)),
    [],
  );
});

test('every instrument gives the source of every fact it states', () => {
  for (const instrument of instruments.instruments) {
    for (const source of instrument.sources) checkSource(source);
    const sourced = new Set<string>(instrument.sources.flatMap((source): readonly string[] => source.facts));
    const stated = ['titles', 'numbers', 'issued', 'effective', 'repealed', 'articles', 'replacedBy'].filter((fact) => {
      const value = instrument[fact as keyof typeof instrument] as unknown;
      return value !== undefined && !(Array.isArray(value) && value.length === 0);
    });
    assert.deepEqual(
      stated.filter((fact) => !sourced.has(fact)),
      [],
      instrument.id,
    );
    for (const date of [instrument.issued, instrument.effective, instrument.repealed, instrument.replacedBy.since])
      if (date !== undefined) assert.ok(isRealDate(date), instrument.id);
    assert.equal(instrument.repealed, instrument.replacedBy.since, instrument.id);
    assert.ok(instrument.title.zh && instrument.title.en);
  }
});

test('the article map stays within both editions and marks single successors', () => {
  for (const { articleMap, articles, replacedBy } of instruments.instruments)
    for (const [article, entry] of Object.entries(articleMap)) {
      assert.ok(Number(article) <= (articles ?? 0));
      assert.ok(entry.to.every((target) => target >= 1 && target <= (replacedBy.articles ?? 0)));
      assert.equal(entry.single, entry.to.length === 1);
    }
});

test('every renamed organization has a source, a date and both languages; no name is listed twice', () => {
  const entries = [...organizations.national, ...organizations.local];
  for (const entry of entries) {
    checkSource(entry);
    assert.ok(isRealDate(entry.since));
    assert.ok(entry.replacedBy.zh && entry.replacedBy.en);
  }
  const names = [...organizations.national.flatMap((entry) => entry.names), ...organizations.local.flatMap((entry) => entry.suffixes)];
  assert.equal(new Set(names).size, names.length);
});

test('every indicator and unit has a source and a date', () => {
  for (const entry of [...indicators.indicators, ...indicators.units]) checkSource(entry);
  const names = indicators.units.flatMap((unit) => [unit.id, ...unit.aliases]);
  assert.equal(new Set(names).size, names.length);
});

test('there is a pack for every profile of the format, with sources', () => {
  assert.deepEqual(profiles.profiles.map((pack) => pack.id).sort(), Object.keys(profileNames).sort());
  for (const pack of profiles.profiles) for (const source of pack.sources) checkSource(source);
});

test('the cn pack has the cycles of the Measures, the others none', () => {
  const cn = profilePack('cn');
  assert.deepEqual(cn.cycles.review, { amount: 3, unit: 'y' });
  assert.equal(cn.filing.workingDays, 20);
  const exercised = Object.keys(planTypes).filter((type) => exerciseCycle(cn, type) !== undefined);
  assert.deepEqual(exercised, ['special', 'department']);
  for (const id of ['us', 'uk', 'jp', 'nz', 'generic', undefined, 'mars']) {
    assert.deepEqual(profilePack(id).cycles, {}, id);
    assert.equal(profilePack(id).filing.workingDays, undefined);
  }
});
