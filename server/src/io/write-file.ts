// Writing a file so that nobody ever sees half of it: a temporary file beside it, then a rename. Its mode and its owner stay, and a link
// stays a link. What is no plain file (a pipe, a terminal) cannot be replaced, and is written to.
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalPath } from './disk-host.ts';

/** Fails as the calls of `node:fs` do; then the file is what it was, and nothing is left beside it. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  // A link that leads nowhere is written through as well; one that goes round in a circle fails by itself.
  const target = (await canonicalPath(path)) ?? path;
  const known = await stat(target).catch(() => undefined);
  if (known && !known.isFile()) return writeFile(target, text);
  // A rename asks for the folder's permission alone: who made a file read-only meant the file.
  if (known) await access(target, constants.W_OK);
  const temporary = join(dirname(target), `.govplan-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (known) {
      // Only root can give files away; whoever else writes to a file of somebody else's becomes its owner.
      await chown(temporary, known.uid, known.gid).catch(() => undefined);
      await chmod(temporary, known.mode & 0o7777);
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
