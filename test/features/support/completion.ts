// The one way by which tests complete: what is offered at the cursor, and the text after one of the offers was taken.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { type Completion, type CompletionItem, completionAt } from '../../../server/src/service/completion.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

export interface CompletionExpectation {
  /** Every label, in order. */
  readonly offers?: readonly string[];
  /** Labels that are offered, these before all others, in this order. */
  readonly first?: readonly string[];
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  /** What stands beside a label. */
  readonly detail?: Readonly<Record<string, string | undefined>>;
  /** What is compared with the typed word. */
  readonly found?: Readonly<Record<string, string>>;
  /** An offer that is taken, and the lines that have changed then; snippets as they are written. */
  readonly take?: string;
  readonly gives?: string;
  readonly snippets?: boolean;
  readonly language?: Language;
  readonly files?: MemoryFiles;
}

export async function checkCompletion(source: string, expected: CompletionExpectation): Promise<void> {
  const { text, cursor } = readMarkedPlan(source);
  const analysis = await analyseText(text, expected.files);
  const completion = completionAt(analysis, cursor, {
    language: expected.language ?? 'en',
    snippets: expected.snippets ?? false,
    files: Object.keys(expected.files ?? {}),
    isLibrary: (file) => file.includes('libraries/'),
  });
  const labels = completion?.items.map(({ label }) => label) ?? [];
  if (expected.offers) assert.deepEqual(labels, expected.offers);
  if (expected.first) assert.deepEqual(labels.slice(0, expected.first.length), expected.first);
  for (const label of expected.includes ?? []) assert.ok(labels.includes(label), `${label} is offered among ${labels.join(', ')}`);
  for (const label of expected.excludes ?? []) assert.ok(!labels.includes(label), `${label} is not offered`);
  for (const [label, detail] of Object.entries(expected.detail ?? {})) assert.equal(itemOf(completion, label).detail, detail);
  for (const [label, words] of Object.entries(expected.found ?? {})) assert.equal(itemOf(completion, label).filterText, words);
  if (expected.take !== undefined) {
    const { start, end } = analysis.file.lines.span((completion as Completion).range);
    const taken = text.slice(0, start) + itemOf(completion, expected.take).newText + text.slice(end);
    assert.equal(changedLines(text, taken, analysis.file.lines.position(cursor).line), expected.gives);
  }
}

function itemOf(completion: Completion | undefined, label: string): CompletionItem {
  const item = completion?.items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is offered`);
  return item;
}

/** The lines of the new text from the first that differs to the last that does; where none does, the line of the cursor. */
function changedLines(before: string, after: string, cursorLine: number): string | undefined {
  const [old, lines] = [before.split('\n'), after.split('\n')];
  if (before === after) return lines[cursorLine];
  let from = 0;
  while (lines[from] === old[from]) from++;
  let behind = 0;
  while (behind < lines.length - from - 1 && lines.at(-1 - behind) === old.at(-1 - behind)) behind++;
  return lines.slice(from, lines.length - behind).join('\n');
}
