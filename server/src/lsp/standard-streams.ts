// Standard input and output as a transport. A client may go away right behind its last request: what it has asked is answered before the
// process ends.
import { setImmediate as turn } from 'node:timers/promises';
import { Event, Message, type MessageReader, type MessageWriter } from 'vscode-languageserver';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

export interface StandardStreams {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** How long, in milliseconds, answers are still worked on when the input has ended: a client that is gone would never stop them. */
const longestFarewell = 5000;

/** The end of the input ends the process: well, where `isOver`, else with the code by which the protocol tells that nobody said `shutdown`. */
export function createStandardStreams(isOver: () => boolean): StandardStreams {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  /** The requests that wait for their answers, by id. */
  const asked = new Set<unknown>();
  let received = 0;
  let isLast = false;

  const end = (): never => process.exit(isOver() ? 0 : 1);
  const endIfAnswered = (): void => {
    if (isLast && asked.size === 0) end();
  };
  process.stdin.once('end', async () => {
    setTimeout(end, longestFarewell);
    // What has arrived is handed on one message a turn.
    for (let before = -1; before < received; ) {
      before = received;
      await turn();
      await turn();
    }
    isLast = true;
    endIfAnswered();
  });
  process.stdin.once('error', end);
  process.stdout.once('error', end);
  // Standard output belongs to the protocol, whatever a package may want to say.
  globalThis.console = new console.Console(process.stderr);

  return {
    reader: {
      onError: reader.onError,
      // The connection stays: answers still go out on it.
      onClose: Event.None,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback) =>
        reader.listen((message) => {
          received++;
          if (Message.isRequest(message)) asked.add(message.id);
          callback(message);
        }),
      dispose: () => reader.dispose(),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: async (message) => {
        await writer.write(message);
        if (Message.isResponse(message)) asked.delete(message.id);
        endIfAnswered();
      },
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
  };
}
