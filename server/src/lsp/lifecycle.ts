// What a connection lets through, and when: before `initialize` and after `shutdown` the protocol has an answer of its own to everything,
// and a request that lacks what it needs is told so before any feature sees it.
import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  LSPErrorCodes,
  Message,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { faultOf } from './params.ts';

export interface Lifecycle {
  /** What the connection is to be created with. */
  readonly connectionOptions: ConnectionOptions;
  /** Answers on this connection what is not let through. */
  attach(connection: Connection): void;
  /** The client has been answered what the server can. */
  begin(): void;
  /** The client has said `shutdown`. */
  end(): void;
  isOver(): boolean;
  /** How many messages the client has sent, as far as they have been looked at. */
  received(): number;
}

interface Refusal {
  readonly code: number;
  readonly reason: string;
}

/** The method of a request that is refused, whatever it asked for; its parameters are the refusal. */
const refused = 'govplan/refused';

export function createLifecycle(): Lifecycle {
  let phase: 'before' | 'during' | 'after' = 'before';
  let received = 0;

  const refusalOf = ({ method, params }: RequestMessage): Refusal | undefined => {
    if (phase === 'after') return { code: ErrorCodes.InvalidRequest, reason: 'the server was shut down' };
    if (phase === 'before' && method !== 'initialize') return { code: ErrorCodes.ServerNotInitialized, reason: 'initialize comes first' };
    if (method === refused) return { code: ErrorCodes.MethodNotFound, reason: 'there is no such method' };
    const reason = faultOf(method, params);
    return reason === undefined ? undefined : { code: ErrorCodes.InvalidParams, reason };
  };

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
          received++;
          if (Message.isNotification(message) && phase !== 'during' && message.method !== 'exit') return undefined;
          const refusal = Message.isRequest(message) ? refusalOf(message) : undefined;
          return next(refusal ? ({ ...message, method: refused, params: { ...refusal } } as RequestMessage) : withoutProgress(message));
        },
      },
    },
    attach: (connection) => {
      connection.onRequest(refused, ({ code, reason }: Refusal) => new ResponseError(code, reason));
    },
    begin: () => {
      phase = 'during';
    },
    end: () => {
      phase = 'after';
    },
    isOver: () => phase === 'after',
    received: () => received,
  };
}

/** The one request that tells how far it has come. */
const tellsProgress = 'workspace/diagnostic';

/** Of each other that a client wants to be told of, the protocol layer would keep an account that nobody closes. */
function withoutProgress(message: Message): Message {
  if (!Message.isRequest(message) || message.method === tellsProgress) return message;
  const params = message.params as { readonly workDoneToken?: unknown } | null | undefined;
  if (params?.workDoneToken === undefined) return message;
  const request: RequestMessage = { ...message, params: { ...params, workDoneToken: undefined } };
  return request;
}
