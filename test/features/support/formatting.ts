// The one way by which tests format: a text, or the lines between the marks `«…»`, and what it becomes. A second time must change nothing.
import assert from 'node:assert/strict';
import { formatLines, formatText } from '../../../server/src/service/formatting.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { createSourceFile } from '../../../server/src/workspace/source-file.ts';
import { unmark } from '../../yaml/reading.ts';

export function checkFormat(source: string, expected: string): void {
  const { text, spans } = unmark(source);
  const file = createSourceFile('test.plan.yaml', text);
  const edits = spans[0] ? formatLines(file, spans[0]) : formatText(file);
  for (const { span, newText } of edits) assert.notEqual(text.slice(span.start, span.end), newText, 'an edit changes something');
  const { text: formatted, skipped } = applyEdits(text, edits);
  assert.deepEqual(skipped, [], 'edits do not overlap');
  assert.equal(formatted, expected);
  if (!spans[0]) assert.deepEqual(formatText(createSourceFile('test.plan.yaml', formatted)), [], 'a second time changes nothing');
}

/** Nothing is changed. */
export function checkUnformatted(source: string): void {
  checkFormat(source, source);
}
