// govplan in Emacs with eglot, set up as docs/editors.md says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emacs, Unavailable } from '../e2e/setup.ts';
import { expectedTexts, isDocumented, runSession, type Texts } from './editor-session.ts';

interface Report extends Texts {
  readonly findings: readonly { readonly line: number; readonly type: string; readonly code: string; readonly message: string }[];
  readonly hover: string;
}

test('Emacs shows the finding and the card of an id, follows an edit, renames across files', async (t) => {
  try {
    await checkSession();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    t.skip(error.message);
  }
});

test('the configuration of Emacs is the one that is documented', async () => {
  assert.ok(await isDocumented('./emacs/govplan.el'));
});

async function checkSession(): Promise<void> {
  const args = ['-q', '--no-site-file', '--batch', '-l', './emacs/session.el'];
  const { findings, hover, ...texts } = await runSession<Report>(await emacs(), args);
  const message =
    "There is no organization or body 'blue-skye' here or in an import. Did you mean 'blue-sky'? Correct the id, or declare it.";
  assert.deepEqual(findings, [{ line: 35, type: 'eglot-error', code: 'dangling-reference', message }]);
  // Without a mode for Markdown, eglot asks for plain text.
  assert.match(hover, /^Blue Sky Rescue Team blue-sky\n/);
  assert.match(hover, /Seats: Coordination Platform/);
  assert.deepEqual(texts, await expectedTexts());
}
