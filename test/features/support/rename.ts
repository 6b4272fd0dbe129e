// The one way by which tests rename: the lines that change, or why nothing does. Whatever is renamed must mean what it meant.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { beginRename, prepareRename, type Refusal, type RenameOptions, type Renaming } from '../../../server/src/service/rename.ts';
import type { Analysis } from '../../../server/src/service/session.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { analyseFiles, readMarkedFiles } from './marked-files.ts';

export interface RenameExpectation {
  /** What the box to rename in is filled with. */
  readonly from?: string;
  readonly to: string;
  /** The lines that changed, as they are then, by file. */
  readonly gives?: Readonly<Record<string, readonly string[]>> | readonly string[];
  /** A part of the reason for which it is refused. */
  readonly refused?: string;
  /** Rules that had something to say and have it no more. */
  readonly mends?: readonly string[];
  readonly language?: Language;
}

export async function checkRename(source: string | Readonly<Record<string, string>>, expected: RenameExpectation): Promise<void> {
  const { analysis, cursor, analyses } = await readMarkedFiles(source);
  const options = { language: expected.language ?? 'en', shown: (file: string) => file };
  const prepared = prepareRename(analysis, cursor, analyses, options);
  if (expected.from !== undefined) assert.equal('name' in prepared ? prepared.name : prepared.refusal, expected.from);
  const outcome = rename(analysis, cursor, expected.to, analyses, options);
  if ('refusal' in outcome) {
    assert.ok(expected.refused !== undefined && outcome.refusal.includes(expected.refused), outcome.refusal);
    return;
  }
  assert.equal(expected.refused, undefined, 'it is refused');
  const texts = Object.fromEntries(analyses.map(({ file }) => [file.id, file.text]));
  const changed: Record<string, readonly string[]> = {};
  for (const [id, { file, edits }] of outcome) {
    const { text, skipped } = applyEdits(file.text, edits);
    assert.deepEqual(skipped, [], 'no edits overlap');
    const before = file.text.split('\n');
    texts[id] = text;
    changed[id] = text.split('\n').filter((line, index) => line !== before[index]);
  }
  assert.deepEqual(changed, Array.isArray(expected.gives) ? { 'test.plan.yaml': expected.gives } : expected.gives);
  const codes = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await analyseFiles(files)).flatMap(({ file, results }) =>
      results().flatMap(({ findings }) =>
        findings.map(({ rule, message, span }) => `${file.id}:${file.lines.position(span.start).line} ${rule.id} ${message}`),
      ),
    );
  const was = await codes(Object.fromEntries(analyses.map(({ file }) => [file.id, file.text])));
  const left = was.filter((code) => !expected.mends?.some((rule) => code.includes(` ${rule} `)));
  assert.deepEqual((await codes(texts)).toSorted(), left.toSorted(), 'the rules say what they said');
}

/** A renaming that has looked at all of these plans. */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
  others: readonly Analysis[],
  options: RenameOptions,
): Renaming | Refusal {
  const pass = beginRename(analysis, offset, name, options);
  if (pass.wanted) for (const other of others) if (pass.wanted(other.dependencies)) pass.visit(other);
  return pass.outcome();
}
