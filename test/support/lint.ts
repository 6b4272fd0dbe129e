// The one way by which tests lint: files in memory, a list of rules, the results of one of the files.
import type { Rule } from '../../server/src/rules/rule.ts';
import { type DocumentResult, type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import type { SourceFile } from '../../server/src/workspace/source-file.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { createMemoryHost, type MemoryFiles } from './memory-host.ts';

/** The date on which the fixtures are read, unless they say another. */
export const checkDate = '2026-11-22';

export interface Linted {
  readonly file: SourceFile;
  readonly results: readonly DocumentResult[];
}

export async function lintFiles(
  files: MemoryFiles,
  entry: string,
  catalogue: readonly Rule[],
  options: Partial<LintOptions> = {},
): Promise<Linted> {
  const closure = await createStore(createMemoryHost(files)).closure(entry);
  const complete: LintOptions = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {}, ...options };
  return { file: closure.entry, results: lintFile(closure, complete) };
}
