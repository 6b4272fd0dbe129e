// The fuzzing of the YAML layer in a small size, the same texts and edits every time: `npm run fuzz` goes on where this ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, runReadingJob } from './reading-job.ts';
import { loadTexts } from './texts.ts';

test('texts read again after edits are what they are read anew, and both readers read them alike', async () => {
  const faults: Fault[] = [];
  const texts = await loadTexts();
  const done = runReadingJob(texts, { seed: 1, checks: 20_000, onFault: (fault) => faults.push(fault) });
  assert.deepEqual(faults, []);
  assert.ok(done.texts > texts.always.length, `${done.texts} texts`);
  assert.ok(done.inBlocks > done.edits / 10, `${done.inBlocks} of ${done.edits} edits were read in blocks`);
});
