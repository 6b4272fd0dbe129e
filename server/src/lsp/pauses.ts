// Pauses in which the server hears what the client has sent: without them a long piece of work would never learn that it is to stop.

export interface Pauses {
  /** Waits until what has arrived has been handed on. */
  pause(): Promise<void>;
  /** The same, but only where the last pause is a while ago. */
  turn(): Promise<void>;
}

/** How long, in milliseconds, work may go on before others have a turn. */
const longestTurn = 4;

/** `round` lets what has arrived be handed on; `received` says how many messages have been, ever. */
export function createPauses(round: () => Promise<void>, received: () => number): Pauses {
  let last = performance.now();
  const pause = async (): Promise<void> => {
    let before: number;
    // A message may stand behind another one, and an edit behind the request that it overtakes.
    do {
      before = received();
      await round();
    } while (received() !== before);
    last = performance.now();
  };
  return { pause, turn: async () => (performance.now() - last > longestTurn ? pause() : undefined) };
}
