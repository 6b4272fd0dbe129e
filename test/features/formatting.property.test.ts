// Formatting random texts, and real ones that were laid out at random: the values stay, a second time changes nothing, and what was asked
// for is done.
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { layoutOf } from '../../server/src/service/format-layout.ts';
import { formatLines, formatText } from '../../server/src/service/formatting.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { createSourceFile, type SourceFile } from '../../server/src/workspace/source-file.ts';
import type { YamlStream } from '../../server/src/yaml/tree.ts';
import { documentText } from '../yaml/arbitrary.ts';
import { plain } from '../yaml/reading.ts';
import { layOut } from './support/layouts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = { numRuns: Number(process.env.RUNS ?? 200) };
const samples: string[] = [];
for await (const path of glob('samples/**/*.plan.yaml', { cwd: root })) samples.push(await readFile(`${root}/${path}`, 'utf8'));

const read = (text: string): SourceFile => createSourceFile('test.plan.yaml', text);

function meaning({ documents }: YamlStream): unknown {
  return documents.map((document) => [plain(document.root), document.comments.map(({ text }) => text)]);
}

/** Duplicate keys are no hindrance. */
function faults({ problems }: YamlStream): readonly string[] {
  return problems.filter(({ rule }) => rule !== 'duplicate-id').map(({ code }) => code);
}

function checkFormatted(text: string): void {
  const before = read(text);
  assert.deepEqual(faults(before.stream), [], JSON.stringify(text));
  const { text: formatted, skipped } = applyEdits(text, formatText(before));
  const shown = `${JSON.stringify(text)}\nbecame\n${JSON.stringify(formatted)}`;
  const after = read(formatted);
  assert.deepEqual(skipped, [], shown);
  assert.deepEqual(faults(after.stream), [], shown);
  assert.deepEqual(meaning(after.stream), meaning(before.stream), shown);
  assert.deepEqual(formatText(after), [], `${shown}\nand a second time\n${JSON.stringify(applyEdits(formatted, formatText(after)).text)}`);
  assert.ok(formatted === '' || /[\r\n]$/.test(formatted), shown);
  // Had the edits been unsafe, none would have been made.
  for (const document of after.stream.documents) {
    const { entries, spacing } = layoutOf(formatted, document);
    for (const { oldColumn, newColumn } of entries) assert.equal(oldColumn, newColumn, shown);
    assert.deepEqual(spacing, [], shown);
  }
}

test('random texts keep their values and comments, and a second time changes nothing', () => {
  fc.assert(fc.property(documentText, checkFormatted), runs);
});

test('so do some of their lines', () => {
  fc.assert(
    fc.property(documentText, fc.gen(), (text, gen) => {
      const before = read(text);
      const start = gen(fc.nat, { max: text.length });
      const end = gen(fc.integer, { min: start, max: text.length });
      const { text: formatted } = applyEdits(text, formatLines(before, { start, end }));
      assert.deepEqual(meaning(read(formatted).stream), meaning(before.stream), `${JSON.stringify(text)} ${start}-${end}`);
    }),
    runs,
  );
});

test('plans come back to their own lines, however they were laid out', () => {
  /** Lines within brackets that are not closed yet keep their distance from their entry, so only their text can be told beforehand. */
  const trimmed = (text: string): readonly string[] => text.split('\n').map((line) => line.trimStart());
  for (const sample of samples.filter((text) => faults(read(text).stream).length === 0)) {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 9 })), (numbers) => {
        const shuffled = layOut(sample, (max) => (numbers.next().value as number) % (max + 1));
        checkFormatted(shuffled);
        assert.deepEqual(trimmed(applyEdits(shuffled, formatText(read(shuffled))).text), trimmed(sample));
      }),
      { numRuns: Math.max(2, Math.ceil(runs.numRuns / 100)), endOnFailure: true },
    );
  }
});

test('the samples are formatted', () => {
  for (const sample of samples) assert.equal(applyEdits(sample, formatText(read(sample))).text, sample);
});
