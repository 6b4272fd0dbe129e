// How every request is answered: as cancelled where the client asked for that, and with an error of its own where the server fails.
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { OvertakenError } from '../service/session.ts';

/** Answers a request, or says that it was cancelled. A fault of the server is an error of this one request: the protocol layer sees to that. */
export async function answer<T>(token: CancellationToken, work: () => Promise<T>): Promise<T> {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  const result = await work().catch(overtaken);
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return result;
}

/** Waits for work that others wait for as well: it goes on, whether this request is taken back or not. */
export function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T> {
  return new Promise((resolve, reject) => {
    const taken = token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')));
    void work.then(resolve, reject).finally(() => taken.dispose());
  });
}

/** What an edit has overtaken is asked for again by the client, if it still wants it. */
function overtaken(error: unknown): never {
  if (error instanceof OvertakenError) throw new ResponseError(LSPErrorCodes.ContentModified, error.message);
  throw error;
}
