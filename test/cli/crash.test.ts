// A rule that fails is one finding about that rule: the others go on, and the exit code says that the analysis is incomplete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { lintWith } from '../../server/src/cli/lint/lint.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { defineRule } from '../../server/src/rules/rule.ts';
import { captured, countyPlan, type JsonReport, type Outcome, withFolder } from './command-line.ts';

const failing = defineRule({
  id: 'failing',
  group: 'content',
  severity: 'information',
  fix: 'none',
  summary: { en: 'Fails.', zh: '出错。' },
  why: { en: 'It fails.', zh: '会出错。' },
  source: '',
  messages: {},
  check: () => {
    throw new Error('out of ideas');
  },
});

async function lint(path: string, ...argv: readonly string[]): Promise<Outcome> {
  const { terminal, outcome } = captured(path);
  return outcome(Number(await lintWith([...catalogue, failing], argv, terminal, 'en')));
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
