// SARIF against the schema its standard publishes, as a package ships it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ajvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { main } from '../../server/src/cli/main.ts';
import { captured } from './command-line.ts';

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
    const { stdout } = outcome(await main(['lint', 'samples', '--format', 'sarif', '--lang', language], terminal));
    const log = JSON.parse(stdout) as Log;
    assert.deepEqual(faults(log), []);
    const results = log.runs[0]?.results ?? [];
    assert.ok(results.length > 100, 'the bad samples have many findings');
  });
}

test('sarif: the schema does find faults', async () => {
  const faults = await createValidator();
  assert.notDeepEqual(faults({ version: '2.1.0', runs: [{ tool: {} }] }), []);
});
