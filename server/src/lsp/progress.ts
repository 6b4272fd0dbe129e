// Shows the progress of work that the server does of its own accord, to clients that have a place for it.
import type { WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Bilingual } from '../plan/field.ts';
import type { ServerContext } from './server.ts';

/** `work` calls back with how much of all is done. It begins at once, whether or when the client answers that it shows something. */
export async function showProgress(
  { connection, capabilities, language }: Pick<ServerContext, 'connection' | 'capabilities' | 'language'>,
  title: Bilingual,
  work: (done: (count: number, total: number) => void) => Promise<void>,
): Promise<void> {
  let reporter: WorkDoneProgressReporter | undefined;
  let shown = 0;
  let isDone = false;
  const begin = async (): Promise<void> => {
    if (!capabilities().window?.workDoneProgress) return;
    reporter = await connection.window.createWorkDoneProgress();
    reporter.begin(title[language()], shown);
    if (isDone) reporter.done();
  };
  // A client that refuses, or goes away meanwhile, is shown nothing.
  begin().catch(() => undefined);
  try {
    await work((count, total) => {
      const percentage = Math.floor((100 * count) / total);
      if (percentage > shown) reporter?.report(percentage);
      shown = percentage;
    });
  } finally {
    isDone = true;
    reporter?.done();
  }
}
