// The engine itself: which rules run, how severe their findings are, in what order they stand, and what becomes of a rule that fails.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/rules/finding.ts';
import { type Draft, defineRule, type Rule, type RuleMeta, type Severity } from '../../server/src/rules/rule.ts';
import { type DocumentResult, type LintOptions, severityOf } from '../../server/src/rules/run.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { lintFiles } from '../support/lint.ts';
import { shapeRules } from '../support/rules.ts';

const shape = await shapeRules();

/** Organizations `a` and `b`; `b` has a sector that does not exist. */
const text = `govplan: "1"
plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}
organizations:
  a: {name: A, sector: community}
  b: {name: B, sector: nobody}
`;

/** A rule of the test's own, a warning unless it says another severity. */
function probe(id: string, check: (plan: Plan) => Iterable<Draft>, more: Partial<RuleMeta> = {}): Rule {
  const word = { en: 'Probe', zh: '探针' };
  return defineRule({
    ...{ id, group: 'network', severity: 'warning', fix: 'none', summary: word, why: word, source: '', messages: { probe: word } },
    ...more,
    check,
  });
}

/** One finding at each organization. */
const eachOrganization = (plan: Plan): readonly Draft[] => plan.organizations.map(({ idNode }) => ({ message: 'probe', at: idNode }));

async function lint(rules: readonly Rule[], options: Partial<LintOptions> = {}): Promise<DocumentResult> {
  const { results } = await lintFiles({ 'a.plan.yaml': text }, 'a.plan.yaml', [...rules, ...shape], options);
  assert.ok(results[0]);
  return results[0];
}

const said = ({ findings }: DocumentResult): readonly string[] =>
  findings.map(({ rule, severity, entity }) => `${entity} ${rule.id} ${severity}`);

test('findings stand in the order of the text, those of one place by their rule', async () => {
  const result = await lint([probe('z', eachOrganization), probe('y', eachOrganization)]);
  assert.deepEqual(said(result), [
    'organizations/a y warning',
    'organizations/a z warning',
    'organizations/b y warning',
    'organizations/b z warning',
    'organizations/b unknown-value error',
  ]);
});

test('what is found twice at one place is said once; what only places tell apart has a fingerprint each', async () => {
  const twice = (plan: Plan): readonly Draft[] => [...eachOrganization(plan), ...eachOrganization(plan)];
  const alike = (plan: Plan): readonly Draft[] => eachOrganization(plan).map((draft) => ({ ...draft, entity: 'plan' }));
  const fingerprintsOf = (findings: readonly Finding[], id: string): readonly string[] =>
    findings.flatMap(({ rule, fingerprint }) => (rule.id === id ? [fingerprint] : []));
  const { findings } = await lint([probe('twice', twice), probe('alike', alike)]);
  assert.equal(fingerprintsOf(findings, 'twice').length, 2);
  const [first, second, ...more] = fingerprintsOf(findings, 'alike');
  assert.deepEqual(more, []);
  assert.notEqual(first, second);
  const { findings: alone } = await lint([probe('alike', (plan) => alike(plan).slice(1))]);
  assert.deepEqual(fingerprintsOf(alone, 'alike'), [first], 'the first of them has the one that it has alone');
});

test('a rule that is off, or at home in other profiles, does not run', async () => {
  const off: LintOptions['severities'] = new Map([['probe', 'off']]);
  const counts = async (options: Partial<LintOptions>, more: Partial<RuleMeta> = {}): Promise<number> =>
    (await lint([probe('probe', eachOrganization, more)], options)).findings.filter(({ rule }) => rule.id === 'probe').length;
  assert.equal(await counts({}), 2);
  assert.equal(await counts({ severities: off }), 0);
  assert.equal(await counts({ profile: 'cn' }, { profiles: ['jp', 'cn'] }), 2);
  assert.equal(await counts({ profile: 'cn' }, { profiles: ['jp'] }), 0);
});

test('faults of shape are always on: never below a warning, or below what they are by themselves', async () => {
  const configured = (group: RuleMeta['group'], own: Severity, to: Severity | 'off'): Severity | undefined =>
    severityOf(
      probe('probe', () => [], { group, severity: own }),
      { severities: new Map([['probe', to]]) },
    );
  assert.equal(configured('shape', 'error', 'off'), 'warning');
  assert.equal(configured('shape', 'error', 'information'), 'warning');
  assert.equal(configured('shape', 'error', 'warning'), 'warning');
  assert.equal(configured('shape', 'warning', 'error'), 'error');
  assert.equal(configured('shape', 'information', 'off'), 'information');
  assert.equal(configured('shape', 'information', 'warning'), 'warning');
  assert.equal(configured('network', 'error', 'information'), 'information');
  assert.equal(configured('network', 'error', 'off'), undefined);
  assert.equal(
    severityOf(
      probe('probe', () => []),
      { severities: new Map() },
    ),
    undefined,
  );
});

test('a configured severity goes before the one that the condition decides', async () => {
  const graver = (plan: Plan): readonly Draft[] => eachOrganization(plan).map((draft) => ({ ...draft, severity: 'error' }));
  assert.equal((await lint([probe('probe', graver)])).findings[0]?.severity, 'error');
  const severities: LintOptions['severities'] = new Map([['probe', 'information']]);
  assert.equal((await lint([probe('probe', graver)], { severities })).findings[0]?.severity, 'information');
});

test('a preset acts on what is not configured', async () => {
  const note = probe('note', (plan) => eachOrganization(plan).slice(0, 1), { severity: 'information' });
  const wish = probe('wish', (plan) => eachOrganization(plan).slice(0, 1));
  const under = async (options: Partial<LintOptions>) => said(await lint([note, wish], options));
  const shapeFault = 'organizations/b unknown-value error';
  const plain = ['organizations/a note information', 'organizations/a wish warning', shapeFault];
  assert.deepEqual(await under({}), plain);
  assert.deepEqual(await under({ preset: 'recommended' }), plain);
  assert.deepEqual(await under({ preset: 'strict' }), ['organizations/a note warning', 'organizations/a wish error', shapeFault]);
  assert.deepEqual(await under({ preset: 'minimal' }), [shapeFault]);
  const severities: LintOptions['severities'] = new Map([['note', 'information']]);
  assert.deepEqual(await under({ preset: 'minimal', severities }), ['organizations/a note information', shapeFault]);
});

test('a rule that fails is one error, under any preset, and the others go on', async () => {
  const failing = probe('failing', () => {
    throw new Error('on purpose');
  });
  const odd = probe('odd', () => {
    throw 'a text';
  });
  for (const preset of ['recommended', 'minimal'] as const) {
    const result = await lint([failing, odd], { preset });
    assert.deepEqual(result.crashes, [
      { rule: 'failing', error: 'on purpose' },
      { rule: 'odd', error: 'a text' },
    ]);
    assert.deepEqual(
      result.findings.map(({ rule, message, severity }) => [rule.id, message, severity]),
      [
        ['failing', 'crashed', 'error'],
        ['odd', 'crashed', 'error'],
        ['unknown-value', 'unknown', 'error'],
      ],
    );
  }
});

test('a rule that never ends is stopped at ten thousand findings, which is said', async () => {
  const many = (count: number): Rule =>
    probe('many', function* (plan) {
      const [at] = eachOrganization(plan);
      for (let i = 0; i < count && at; i++) yield { ...at, discriminator: `${i}` };
    });
  const of = async (count: number): Promise<readonly [number, readonly string[]]> => {
    const { findings } = await lint([many(count)]);
    const own = findings.filter(({ rule }) => rule.id === 'many').length;
    return [own, findings.flatMap(({ rule, message, data }) => (rule.id === 'limit-exceeded' ? [`${message} ${data?.rule}`] : []))];
  };
  assert.deepEqual(await of(10_000), [10_000, []]);
  assert.deepEqual(await of(Number.POSITIVE_INFINITY), [10_000, ['findings many']]);
});
