// Work that is asked for again while it is running.

/** Runs a piece of work again where it was asked for while it was running, and never twice at once. */
export function onceAtATime(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let state: 'idle' | 'running' | 'asked' = 'idle';
  const run = async (): Promise<void> => {
    do {
      state = 'running';
      await work().catch(onError);
    } while ((state as string) === 'asked');
    state = 'idle';
  };
  return () => {
    if (state === 'idle') void run();
    else state = 'asked';
  };
}
