// Pauses in which the server reads what the client has sent: without them a long piece of work would never hear that it is to stop.

export interface Pauses {
  /** Waits until what has arrived has been read. */
  pause(): Promise<void>;
  /** The same, but only where the last pause is a while ago. */
  turn(): Promise<void>;
}

/** How long, in milliseconds, work may go on before others have a turn. */
const longestTurn = 15;

export function createPauses(): Pauses {
  let last = performance.now();
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
  return { pause, turn: async () => (performance.now() - last > longestTurn ? pause() : undefined) };
}
