// The one way by which tests ask who directs whom: the other ends with their detail, and the places that say so, marked in their lines.
import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/rules/render.ts';
import { callsOf, type HierarchyCall, hierarchyAt } from '../../../server/src/service/call-hierarchy.ts';
import { readMarkedFiles } from './marked-files.ts';

export interface HierarchyExpectation {
  /** `name | detail`; undefined where nothing can be asked. */
  readonly item: string | undefined;
  /** By `name | detail` of the other end, the names under the places. */
  readonly outgoing?: Readonly<Record<string, readonly string[]>>;
  readonly incoming?: Readonly<Record<string, readonly string[]>>;
  readonly language?: Language;
}

export async function checkHierarchy(source: string | Readonly<Record<string, string>>, expected: HierarchyExpectation): Promise<void> {
  const { analysis, cursor, marked, show } = await readMarkedFiles(source);
  const { lines, text, id } = analysis.file;
  const language = expected.language ?? 'en';
  const item = hierarchyAt(analysis, cursor, language);
  assert.equal(item && `${item.name} | ${item.detail}`, expected.item);
  if (item === undefined) return;
  assert.deepEqual([show(id, lines.span(item.selection))], marked, 'the item is at its place in the plan');
  for (const direction of ['outgoing', 'incoming'] as const) {
    const found: readonly HierarchyCall[] = callsOf(analysis, item.key, direction, language);
    const calls = found.map(({ item: other, places }): readonly [string, readonly string[]] => {
      const names = places.map((range) => text.slice(lines.span(range).start, lines.span(range).end));
      return [`${other.name} | ${other.detail}`, names];
    });
    assert.deepEqual(Object.fromEntries(calls), expected[direction] ?? {}, direction);
  }
}
