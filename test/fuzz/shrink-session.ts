// Leaves out of a session whatever is not needed for the server to go wrong in it.
import { type Disk, type Session, wrongIn } from './server-job.ts';

/** What goes wrong may depend on when things happen: a session that went wrong once is tried again before it is made smaller. */
export async function shrinkSession(found: Session, disk: Disk): Promise<Session> {
  let best = found;
  let tries = mostTries;
  for (let length = found.steps.length; length >= 1; length >>= 1) {
    for (let at = 0; at < best.steps.length && tries > 0; tries--) {
      const smaller = { ...best, steps: best.steps.toSpliced(at, length) };
      if ((await wrongIn(smaller, disk)) === undefined) at += length;
      else best = smaller;
    }
  }
  return best;
}

const mostTries = 400;
