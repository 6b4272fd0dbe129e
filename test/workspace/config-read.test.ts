// What a configuration file says: every setting that is understood, and of a wrong one nothing but its fault.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { knownRules } from '../../server/src/rules/known-rules.ts';
import { type ConfigSettings, readConfig } from '../../server/src/workspace/config-read.ts';
import { placeSpan } from '../../server/src/yaml/view.ts';

const known = knownRules(catalogue);

/** The settings, and each fault as its code and what stands there. */
function read(text: string): ConfigSettings & { readonly faults: readonly string[] } {
  const { file, settings } = readConfig('govplan.config.yaml', text, known);
  const faults = file.problems.map(({ code, place }) => {
    const { start, end } = placeSpan(place);
    return `${code} ${text.slice(start, end)}`;
  });
  return { ...settings, faults };
}

test('every setting is read', () => {
  const { faults, ...settings } = read(`extends: [strict, ../house.yaml]
files: [plans/**/*.yaml, a.yaml]
ignore: old
profile: cn
as-of: 2026-11-22
rules: {date-order: warning, capability-unused: off, agreement-missing: info, filing-late: {severity: error, working-days: 20}}
overrides:
  - {files: drafts/*, rules: {plan-expired: off}}
cycles: {review: 2y, exercise: 18mo}
x-note: {anything: here}
`);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    settings.extends.map(({ text }) => text),
    ['strict', '../house.yaml'],
  );
  assert.deepEqual([settings.files, settings.ignore], [['plans/**/*.yaml', 'a.yaml'], ['old']]);
  assert.deepEqual([settings.profile, settings.asOf, settings.cycles], ['cn', '2026-11-22', { review: '2y', exercise: '18mo' }]);
  assert.deepEqual(
    [...settings.rules],
    [
      ['date-order', { severity: 'warning', options: {} }],
      ['capability-unused', { severity: 'off', options: {} }],
      ['agreement-missing', { severity: 'information', options: {} }],
      ['filing-late', { severity: 'error', options: { 'working-days': 20 } }],
    ],
  );
  assert.deepEqual(
    settings.overrides.map(({ files, rules }) => [files, [...rules.keys()]]),
    [[['drafts/*'], ['plan-expired']]],
  );
});

test('an empty file, or one of comments, says nothing and is right', () => {
  for (const text of ['', '# later\n', '~\n']) {
    const { faults, files, ignore, rules, overrides } = read(text);
    assert.deepEqual([faults, files, ignore, [...rules], overrides], [[], undefined, [], [], []], text);
  }
});

test('what is no map, or a second document, is said', () => {
  assert.deepEqual(read('strict\n').faults, ['not-a-map strict']);
  assert.deepEqual(read('- strict\n').faults, ['not-a-map - strict']);
  assert.deepEqual(read('profile: cn\n---\nprofile: uk\n').faults, ['several-documents profile: uk']);
  assert.deepEqual(read('profile: cn\n---\n').faults, []);
});

test('of a text that is faulty nothing is taken', () => {
  const { faults, profile } = read('profile: cn\nrules: {\n---\nprofile: uk\n');
  assert.deepEqual([faults, profile], [[], undefined]);
});

test('patterns: where all that are given are wrong, the default holds', () => {
  const wild = '"**/a/**/b/**/c"';
  assert.deepEqual(read(`files: [${wild}]\n`).files, undefined);
  assert.deepEqual(read(`files: [${wild}]\n`).faults, [`unbounded-pattern ${wild}`]);
  assert.deepEqual(read(`files: [${wild}, a.yaml]\n`).files, ['a.yaml']);
  assert.deepEqual(read('files: []\n').faults, ['wrong-type []']);
  assert.deepEqual(read('files: [" "]\n').faults, ['wrong-type " "']);
  assert.deepEqual([read('ignore: []\n').faults, read('ignore: []\n').ignore], [[], []]);
});

test('a wrong value is said where it stands, and sets nothing', () => {
  const { faults, rules, overrides, profile } = read(`profile: [cn]
rules:
  no-such-rule: off
  unknown-key: info
  bad-date: {severity: off}
  date-order: loud
  plan-expired: ~
  filing-late: {working-days: 1.5, days: 3, severity: }
overrides: [{files: a.yaml}, {rules: {date-order: error}}, drafts]
extends: [strickt]
`);
  assert.deepEqual(
    [...faults].sort(),
    [
      'always-on info',
      'always-on off',
      'missing-key files',
      'missing-key rules',
      'unknown-option days',
      'unknown-rule no-such-rule',
      'unknown-value loud',
      'unknown-value strickt',
      'wrong-type 1.5',
      'wrong-type [cn]',
      'wrong-type drafts',
      'wrong-type severity',
      'wrong-type ~',
    ].sort(),
  );
  assert.equal(profile, undefined);
  assert.deepEqual(rules.get('date-order'), { severity: undefined, options: {} });
  assert.deepEqual(rules.get('filing-late')?.options, {});
  assert.deepEqual(overrides, []);
});

test('of a key that is written twice the first counts', () => {
  const { rules, profile } = read('profile: cn\nprofile: uk\nrules: {date-order: error, date-order: warning}\n');
  assert.deepEqual([profile, rules.get('date-order')?.severity], ['cn', 'error']);
});
