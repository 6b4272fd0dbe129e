// govplan in Neovim, set up as docs/editors.md says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neovim, Unavailable } from '../e2e/setup.ts';
import { expectedTexts, isDocumented, runSession, type Texts } from './editor-session.ts';

interface Report extends Texts {
  readonly findings: readonly { readonly line: number; readonly severity: string; readonly code: string; readonly message: string }[];
  readonly hover: string;
}

test('Neovim shows the finding and the card of an id, follows an edit, renames across files', async (t) => {
  try {
    await checkSession();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

test('the configuration of Neovim is the one that is documented', async () => {
  assert.ok(await isDocumented('./neovim/govplan.lua'));
});

async function checkSession(): Promise<void> {
  const args = ['--headless', '--clean', '-n', '-i', 'NONE', '--cmd', 'luafile ./neovim/govplan.lua', 'flood.plan.yaml'];
  const { findings, hover, ...texts } = await runSession<Report>(await neovim(), [...args, '-c', 'luafile ./neovim/session.lua']);
  const message =
    "There is no organization or body 'blue-skye' here or in an import. Did you mean 'blue-sky'? Correct the id, or declare it.";
  assert.deepEqual(findings, [{ line: 35, severity: 'ERROR', code: 'dangling-reference', message }]);
  assert.match(hover, /^\*\*Blue Sky Rescue Team\*\* `blue-sky`/);
  assert.match(hover, /Seats: Coordination Platform/);
  assert.deepEqual(texts, await expectedTexts());
}
