// A rule that fails is one finding about that rule: the others go on, and the exit code says that the analysis is incomplete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { lintWith } from '../../server/src/cli/lint/lint.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { type Draft, defineRule, type Rule } from '../../server/src/rules/rule.ts';
import { captured, countyPlan, type JsonReport, type Outcome, withFolder } from './command-line.ts';

/** A rule that does what no rule should. */
function misbehaving(check: () => Iterable<Draft>): Rule {
  return defineRule({
    id: 'failing',
    group: 'content',
    severity: 'information',
    fix: 'none',
    summary: { en: 'Fails.', zh: '出错。' },
    why: { en: 'It fails.', zh: '会出错。' },
    source: '',
    messages: { again: { en: 'Again.', zh: '又一次。' } },
    check,
  });
}

const failing = misbehaving(() => {
  throw new Error('out of ideas');
});

async function lint(path: string, ...argv: readonly string[]): Promise<Outcome> {
  return lintWithRule(failing, path, ...argv);
}

async function lintWithRule(rule: Rule, path: string, ...argv: readonly string[]): Promise<Outcome> {
  const { terminal, outcome } = captured(path);
  return outcome(Number(await lintWith([...catalogue, rule], argv, terminal, 'en')));
}

test('it is an error at the plan, named on standard error, and exit code 3', () =>
  withFolder({ 'a.plan.yaml': countyPlan }, async ({ path }) => {
    const { code, stdout, stderr } = await lint(path, '--format', 'json');
    assert.equal(code, 3);
    assert.match(stderr, /^govplan lint: the analysis is incomplete: the rule failing failed on 'a\.plan\.yaml' \(out of ideas\)\.\n$/);
    const { files } = JSON.parse(stdout) as JsonReport;
    const own = files[0]?.findings.filter(({ rule }) => rule === 'failing') ?? [];
    assert.deepEqual(
      own.map(({ severity, range }) => [severity, range.start]),
      [['error', { line: 0, character: 0 }]],
    );
    assert.match(own[0]?.message ?? '', /out of ideas/);
    assert.ok((files[0]?.findings.length ?? 0) > 5, 'the other rules have spoken');
  }));

test('SARIF says that the run was not successful', () =>
  withFolder({ 'a.plan.yaml': countyPlan }, async ({ path }) => {
    const log = JSON.parse((await lint(path, '--format', 'sarif')).stdout) as Log;
    const [invocation] = log.runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.match(invocation?.toolExecutionNotifications?.[0]?.message.text ?? '', /failing/);
  }));

test('what a rule throws need not be an error, and what it said before stays', () =>
  withFolder({ 'a.plan.yaml': countyPlan }, async ({ path }) => {
    const rule = misbehaving(function* () {
      yield* said(1);
      throw 'a tantrum';
    });
    const { code, stdout, stderr } = await lintWithRule(rule, path, '--format', 'json');
    assert.equal(code, 3);
    assert.match(stderr, /the rule failing failed on 'a\.plan\.yaml' \(a tantrum\)/);
    const own = (JSON.parse(stdout) as JsonReport).files[0]?.findings.filter(({ rule: id }) => id === 'failing');
    assert.equal(own?.length, 2);
  }));

test('a rule that never ends is stopped at a bound, which is a finding that names it', () =>
  withFolder({ 'a.plan.yaml': countyPlan }, async ({ path }) => {
    const endless = misbehaving(() => said(Number.POSITIVE_INFINITY));
    const { code, stdout, stderr } = await lintWithRule(endless, path, '--format', 'json');
    assert.deepEqual([code, stderr], [1, '']);
    const findings = (JSON.parse(stdout) as JsonReport).files[0]?.findings ?? [];
    const [bound] = findings.filter(({ rule }) => rule === 'limit-exceeded');
    assert.match(bound?.message ?? '', /'failing' has more than 10000 findings/);
    assert.ok(
      findings.some(({ rule }) => rule === 'mode-uncertain'),
      'the other rules have spoken',
    );
  }));

/** The same, so many times. */
function* said(times: number): Iterable<Draft> {
  const document = { start: 0, end: 0 } as never;
  for (let i = 0; i < times; i++) yield { message: 'again', at: { kind: 'span', document, span: { start: 0, end: 0 } } };
}
