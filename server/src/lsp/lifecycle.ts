// What a connection lets through, and when: before `initialize` and after `shutdown` the protocol has an answer of its own to everything.
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

export interface Lifecycle {
  /** What the connection is to be created with. */
  readonly connectionOptions: ConnectionOptions;
  /** Answers on this connection what comes too early or too late. */
  attach(connection: Connection): void;
  /** The client has been answered what the server can. */
  begin(): void;
  /** The client has said `shutdown`. */
  end(): void;
}

/** The method of a request that is refused, whatever it asked for: in its place a handler answers that no client knows of. */
const refused = 'govplan/refused';

export function createLifecycle(): Lifecycle {
  let phase: 'before' | 'during' | 'after' = 'before';
  const isLetThrough = (method: string): boolean =>
    phase === 'during' || method === 'exit' || (phase === 'before' && method === 'initialize');

  return {
    connectionOptions: {
      connectionStrategy: {
        // A request that is cancelled before its turn has come is answered at once.
        cancelUndispatched: ({ jsonrpc }) => ({
          jsonrpc,
          // The protocol layer fills in whom it answers.
          id: null,
          error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' },
        }),
      },
      messageStrategy: {
        handleMessage: (message, next) => {
          const isUnheard = Message.isNotification(message) && !isLetThrough(message.method);
          const isRefused = Message.isRequest(message) && !isLetThrough(message.method);
          if (isUnheard) return undefined;
          return next(isRefused ? ({ ...message, method: refused, params: [] } as RequestMessage) : message);
        },
      },
    },
    attach: (connection) => {
      connection.onRequest(refused, () => {
        switch (phase) {
          case 'before':
            return new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
          case 'after':
            return new ResponseError(ErrorCodes.InvalidRequest, 'the server was shut down');
          case 'during':
            return new ResponseError(ErrorCodes.MethodNotFound, refused);
        }
      });
    },
    begin: () => {
      phase = 'during';
    },
    end: () => {
      phase = 'after';
    },
  };
}
