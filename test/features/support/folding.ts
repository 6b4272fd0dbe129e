// The one way by which tests fold: each region as its first line and how many lines go away with it.
import assert from 'node:assert/strict';
import { foldingOf } from '../../../server/src/service/folding.ts';
import { analyseText } from './marked-plan.ts';

/** `expected`: `first line +lines`, with the kind behind it where it has one. */
export async function checkFolding(source: string, expected: readonly string[]): Promise<void> {
  const lines = source.split('\n');
  const regions = foldingOf(await analyseText(source));
  assert.deepEqual(
    regions.map(({ startLine, endLine, kind }) => `${lines[startLine]?.trim()} +${endLine - startLine}${kind ? ` ${kind}` : ''}`),
    expected,
  );
}
