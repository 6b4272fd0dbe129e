// When a client must ask again for what it shows: an edit in one file may change what another one shows.
import type { ServerContext } from './server.ts';

/** Asks the client to ask again when something changed behind its back. What it edits itself it asks for by itself. */
export function refreshBehind({ onStale, session }: ServerContext, ask: () => Promise<void>): void {
  onStale((files, edited) => {
    const isBehind = files === 'all' || files.some((file) => file !== edited && session.isOpen(file));
    // A client that is just going away does not answer, and need not.
    if (isBehind) ask().catch(() => undefined);
  });
}
