import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPlainSlip, nearestWords } from '../../server/src/text/nearest.ts';

const keys = [
  'organizations',
  'responsibilities',
  'rights',
  'capabilities',
  'bodies',
  'plan',
  'target-mode',
  'hazards',
  'issued',
  'issuer',
];

function checkNearest(word: string, candidates: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(nearestWords(word, candidates), expected, `nearest to "${word}"`);
}

test('finds the word meant by one slip of each kind', () => {
  checkNearest('organzations', keys, ['organizations']);
  checkNearest('organisations', keys, ['organizations']);
  checkNearest('orgganizations', keys, ['organizations']);
  checkNearest('plna', keys, ['plan']);
});

test('counts a swap of neighbours as one slip', () => {
  checkNearest('ab-buraeu', ['ab-bureau', 'ab-burnau'], ['ab-bureau']);
  checkNearest('nmae', ['name', 'nose'], ['name']);
});

test('prefers a difference in case, width or separators to any slip', () => {
  checkNearest('targetMode', ['target-node', 'target-mode'], ['target-mode']);
  checkNearest('TARGET_MODE', keys, ['target-mode']);
  checkNearest('target mode', keys, ['target-mode']);
  checkNearest('ｐｌａｎ', keys, ['plan']);
  checkNearest('Plan', ['plans', 'plan'], ['plan']);
});

test('takes singular and plural for each other', () => {
  checkNearest('body', keys, ['bodies']);
  checkNearest('responsibility', keys, ['responsibilities']);
  checkNearest('right', ['rigid', 'rights'], ['rights']);
});

test('gives every candidate at the smallest distance, once, in the order given', () => {
  checkNearest('issue', ['issued', 'issuer', 'issued'], ['issued', 'issuer']);
});

test('takes a beginning that makes another word of a word for no slip', () => {
  checkNearest('deactivate', ['activate', 'terminate'], []);
  checkNearest('deactivates', ['activate'], []);
  checkNearest('dependent', ['independent', 'affiliated'], []);
  checkNearest('unaffiliated', ['independent', 'affiliated'], []);
  checkNearest('internal', ['registered', 'external'], []);
  checkNearest('vice-chairs', ['chair', 'co-chairs'], []);
  checkNearest('de-escalation', ['activation', 'escalation'], []);
  // But a letter that is missing or wrong is one, whatever is left.
  checkNearest('revention', ['prevention', 'response'], ['prevention']);
  checkNearest('inports', ['imports', 'plan'], ['imports']);
  checkNearest('cochairs', ['chair', 'co-chairs'], ['co-chairs']);
  checkNearest('indepandant', ['independent', 'affiliated'], ['independent']);
});

test('tells a slip of the pen from what may be a name of its own', () => {
  for (const [word, near] of [
    ['emergency-bureu', 'emergency-bureau'],
    ['emergency-lwa', 'emergency-law'],
    ['Water_Bureau', 'water-bureau'],
    ['waterbureua', 'water-bureau'],
    ['flood-hw', 'flood-hq'],
    ['red-crosses', 'red-cross'],
    ['monitr', 'monitor'],
    ['县水务局-ofice', '县水务局-office'],
  ] as const)
    assert.ok(isPlainSlip(word, near), `${word} is a slip of ${near}`);
  for (const [word, near] of [
    ['team-b', 'team-a'],
    ['south-gate', 'north-gate'],
    ['lower-basin', 'upper-basin'],
    ['县财政局', '县民政局'],
    ['县中医院', '县医院'],
    ['西湖街道办', '东湖街道办'],
  ] as const)
    assert.ok(!isPlainSlip(word, near), `${word} may be another than ${near}`);
});

test('finds nothing where a word is too far or too short', () => {
  checkNearest('annexes', keys, []);
  checkNearest('xy', ['xz'], []);
  checkNearest('', keys, []);
  checkNearest('plan', [], []);
  checkNearest('level', ['legal'], []);
});

test('takes another number for another thing', () => {
  checkNearest('level-2', ['level-1'], []);
  checkNearest('erl-2007', ['erl-2024'], []);
  checkNearest('erl-204', ['erl-2024'], ['erl-2024']);
  checkNearest('erl-2042', ['erl-2024'], ['erl-2024']);
  checkNearest('order-10', ['order-1', 'order-2'], []);
  checkNearest('order-21', ['order-12'], []);
});

test('is careful with ideographs', () => {
  checkNearest('水利局', ['水务局'], []);
  checkNearest('清河蓝天救援', ['清河蓝天救援队', '清河红十字会'], ['清河蓝天救援队']);
});

test('a word is nearest to itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.array(fc.stringMatching(/^[a-z]{3,12}$/)), (word, others) => {
      assert.ok(nearestWords(word, [...others, word]).includes(word));
    }),
    { numRuns: 200 },
  );
});
