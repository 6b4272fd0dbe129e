// SARIF against the schema its standard publishes, as a package ships it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ajvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { commands } from '../../server/src/cli/commands.ts';
import { main } from '../../server/src/cli/main.ts';
import { captured, withFolder } from './command-line.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Ajv = ajvDraft4.default;
const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

async function createValidator(): Promise<(log: unknown) => readonly string[]> {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(JSON.parse(await readFile(schemaFile, 'utf8')));
  return (log) => (validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}

for (const language of ['en', 'zh']) {
  test(`sarif: the samples, bad ones too, in ${language}`, async () => {
    const faults = await createValidator();
    const { terminal, outcome } = captured(root);
    const { stdout } = outcome(await main(['lint', 'samples', '--format', 'sarif', '--lang', language], terminal, commands));
    const log = JSON.parse(stdout) as Log;
    assert.deepEqual(faults(log), []);
    const results = log.runs[0]?.results ?? [];
    assert.ok(results.length > 100, 'the bad samples have many findings');
  });
}

test('sarif: what a comparison and a baseline say, suppressions among it', async () => {
  const faults = await createValidator();
  const old = await readFile(`${root}/samples/modes/collaborative-governance.plan.yaml`, 'utf8');
  const now = old
    .replace('basis: erl#72', 'basis: erl#999')
    .replace('  rescue-team:', '  # govplan-disable-next-line right-without-basis -- reason: none; until: 2027-01-01\n  rescue-team:');
  await withFolder({ 'old.plan.yaml': old, 'now.plan.yaml': now }, async (folder) => {
    const resultsOf = async (...argv: readonly string[]): Promise<NonNullable<Log['runs'][number]['results']>> => {
      const { stdout } = await folder.run([...argv, '--format', 'sarif', '--as-of', '2026-11-22']);
      const log = JSON.parse(stdout) as Log;
      assert.deepEqual(faults(log), []);
      return log.runs[0]?.results ?? [];
    };
    const fresh = await resultsOf('diff', 'old.plan.yaml', 'now.plan.yaml');
    assert.ok(fresh.length > 0);
    await folder.run(['lint', 'now.plan.yaml', '--baseline', 'known.json', '--update-baseline', '--as-of', '2026-11-22']);
    const known = await resultsOf('lint', 'now.plan.yaml', '--baseline', 'known.json');
    assert.ok(known.length >= fresh.length);
    assert.ok(known.every(({ baselineState, suppressions }) => baselineState === 'unchanged' && suppressions?.[0]?.kind === 'external'));
    assert.ok(known.every(({ partialFingerprints }) => Object.keys(partialFingerprints ?? {}).length > 0));
  });
});

test('sarif: the schema does find faults', async () => {
  const faults = await createValidator();
  assert.notDeepEqual(faults({ version: '2.1.0', runs: [{ tool: {} }] }), []);
});
