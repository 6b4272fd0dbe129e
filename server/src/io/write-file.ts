// Writing a file so that nobody ever sees half of it: a temporary file beside it, then a rename. Its mode and its owner stay, and a link
// stays a link. What is no plain file (a pipe, a terminal) cannot be replaced, and is written to.
import { randomBytes } from 'node:crypto';
import { constants, promises } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalPath } from './disk-host.ts';

/** The calls to the file system that writing takes. */
export type WritableDisk = Pick<typeof promises, 'access' | 'chmod' | 'chown' | 'open' | 'rename' | 'rm' | 'stat' | 'writeFile'>;

/** Fails as the calls of `node:fs` do; then the file is what it was, and nothing is left beside it. */
export async function writeAtomically(path: string, text: string | Iterable<string>, disk: WritableDisk = promises): Promise<void> {
  const known = await disk.stat(path).catch(() => undefined);
  // Asked before links are resolved: that of `/dev/stdout` leads to a pipe that has no path.
  if (known && !known.isFile()) return disk.writeFile(path, text);
  // A link that leads nowhere yet is written through as well. One that goes round in a circle has no place: the system says so itself.
  const target = await canonicalPath(path);
  if (target === undefined) return disk.writeFile(path, text);
  // A rename asks for the folder's permission alone: who made a file read-only meant the file.
  if (known) await disk.access(target, constants.W_OK);
  const temporary = join(dirname(target), `.govplan-${randomBytes(6).toString('hex')}.tmp`);
  try {
    // Nobody may read it meanwhile who may not read the file.
    const file = await disk.open(temporary, 'wx', known ? known.mode & 0o777 : 0o666);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (known) {
      // Only root can give files away; whoever else writes to a file of somebody else's becomes its owner.
      await disk.chown(temporary, known.uid, known.gid).catch(() => undefined);
      await disk.chmod(temporary, known.mode & 0o7777);
    }
    await disk.rename(temporary, target);
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
