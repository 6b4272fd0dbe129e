// `lint --since`: of a run, the findings that the changes since a revision caused, each at its cause.

import { compareRuns, entriesOfNew } from '../../report/diff/compare.ts';
import type { RunSettings } from '../../rules/lint-options.ts';
import type { PastWorkspace } from '../since.ts';
import type { Terminal } from '../terminal.ts';
import type { Workspace } from '../workspace.ts';
import { type LintRun, lintWorkspace } from './run.ts';

export async function onlyCaused(
  run: LintRun,
  past: PastWorkspace,
  { root, shown }: Workspace,
  settings: RunSettings,
  { now }: Pick<Terminal, 'now'>,
): Promise<LintRun> {
  const before = await lintWorkspace({ workspace: past.workspace, settings, now });
  past.close();
  return { ...run, entries: entriesOfNew(compareRuns(before, run, { before: root, after: root }), shown) };
}
