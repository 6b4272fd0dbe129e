// The one way by which tests use code actions: what is offered at the cursor, and what the plan reads after one of them was taken.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import type { DocumentResult } from '../../../server/src/rules/run.ts';
import { type CodeActionKind, codeActions } from '../../../server/src/service/code-actions.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan, testedFile } from './marked-plan.ts';

export interface CodeActionExpectation {
  /** Every title of the kind, in order. */
  readonly offers?: readonly string[];
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  readonly take?: string;
  /** What the tested file reads then; a part of it will do. */
  readonly gives?: string;
  /** What other files read then, in part. */
  readonly others?: Readonly<Record<string, string>>;
  /** The same with places to fill in. */
  readonly snippet?: string;
  /** Only these kinds are asked for. */
  readonly kind?: CodeActionKind;
  readonly language?: Language;
  readonly files?: Readonly<Record<string, string>>;
}

/** The text and what is found in it, after the action was taken; the same as before where none was. */
export async function checkCodeActions(
  source: string,
  expected: CodeActionExpectation,
): Promise<{ readonly text: string; readonly results: readonly DocumentResult[] }> {
  const { text, cursor } = readMarkedPlan(source);
  const files = expected.files ?? {};
  const analysis = await analyseText(text, files);
  const host = createMemoryHost({ ...files, [testedFile]: text });
  const isWanted = (kind: CodeActionKind): boolean => expected.kind === undefined || kind === expected.kind;
  const actions = codeActions(analysis, { start: cursor, end: cursor }, isWanted, { language: expected.language ?? 'en', host });
  const titles = actions.map(({ title }) => title);
  assert.equal(new Set(actions.map(({ key }) => key)).size, actions.length, 'keys are unique');
  assert.deepEqual(titles, [...new Set(titles)], 'what is offered can be told apart');
  if (expected.offers) assert.deepEqual(titles, expected.offers);
  for (const title of expected.includes ?? []) assert.ok(titles.includes(title), `'${title}' is offered among:\n${titles.join('\n')}`);
  for (const title of expected.excludes ?? []) assert.ok(!titles.includes(title), `'${title}' is not offered`);
  if (expected.take === undefined) return { text, results: analysis.results() };

  const action = actions.find(({ title }) => title === expected.take);
  assert.ok(action, `'${expected.take}' is offered among:\n${titles.join('\n')}`);
  const after: Record<string, string> = { ...files, [testedFile]: text };
  for (const { file, edits } of await action.edits()) {
    const { text: changed, skipped } = applyEdits(file.text, edits);
    assert.deepEqual(skipped, [], 'the edits do not overlap');
    after[file.id] = changed;
    if (expected.snippet !== undefined) {
      const filledIn = applyEdits(
        file.text,
        edits.map((edit) => ({ ...edit, newText: edit.snippet ?? edit.newText })),
      );
      assert.ok(filledIn.text.includes(expected.snippet), filledIn.text);
    }
  }
  const given = after[testedFile] ?? '';
  if (expected.gives !== undefined) assert.ok(given.includes(expected.gives), given);
  for (const [path, part] of Object.entries(expected.others ?? {})) assert.ok(after[path]?.includes(part), after[path]);
  return { text: given, results: (await analyseText(given, after)).results() };
}

/** The rules that find anything, each once. */
export function rulesOf(results: readonly DocumentResult[]): readonly string[] {
  const findings = results.flatMap((result) => result.findings.filter(({ suppressed }) => suppressed === undefined));
  return [...new Set(findings.map(({ rule }) => rule.id))];
}
