// How a connection treats messages that have not been handled yet.
import { type ConnectionStrategy, LSPErrorCodes } from 'vscode-languageserver';

export const connectionStrategy: ConnectionStrategy = {
  /** A request that is cancelled before its turn has come is answered at once. */
  cancelUndispatched: ({ jsonrpc }) => ({
    jsonrpc,
    // The protocol layer fills in whom it answers.
    id: null,
    error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
  }),
};
