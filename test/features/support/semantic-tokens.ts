// The one way by which tests look at semantic tokens: the words with their types and modifiers.
import assert from 'node:assert/strict';
import { semanticTokens } from '../../../server/src/service/semantic-tokens.ts';
import type { MemoryFiles } from '../../support/memory-host.ts';
import { analyseText, readMarkedPlan } from './marked-plan.ts';

/** `expected`: each as `word type modifier…`. */
export async function checkSemanticTokens(source: string, expected: readonly string[], files: MemoryFiles = {}): Promise<void> {
  const { text } = readMarkedPlan(source);
  const analysis = await analyseText(text, files);
  const found = semanticTokens(analysis).map(({ start, end, type, modifiers }) => [text.slice(start, end), type, ...modifiers].join(' '));
  assert.deepEqual(found, expected);
}
