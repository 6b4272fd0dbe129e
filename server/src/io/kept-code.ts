// What V8 made of our code in an earlier run, kept in the user's cache folder: compiling takes longer than linting a plan does. Node has the
// like since 22.1 (`module.enableCompileCache`); this is for every Node that we run on.
//
// Such a file is as good as code. It is taken only where nobody but the user could have written it, and only if it is whole: V8 does not look
// whether what it reads was damaged, and may crash, so the file has everything twice; that is quicker to compare than any sum is to compute.
// Whatever is wrong with it, the code is compiled as usual.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from './folders.ts';

export interface KeptCode {
  readonly code: Uint8Array;
  /** How much V8 had compiled when it was kept, in bytes. */
  readonly compiled: number;
  /** When it was kept or last looked at, in milliseconds. */
  readonly time: number;
}

export interface CodeStore {
  /** Undefined where nothing good is kept. */
  read(): KeptCode | undefined;
  /** Replaces what is kept; that it cannot be kept is no fault. */
  write(code: Uint8Array, compiled: number): void;
  /** Notes that what is kept was looked at now. */
  touch(): void;
}

/** What the code was made from: the size of the program, and when it was changed, in milliseconds. */
type Origin = Pick<Stats, 'size' | 'mtimeMs'>;

/** Files that nobody wrote for so long are of versions that nobody has any more. */
const ninetyDays = 90 * 24 * 60 * 60 * 1000;

/**
 * `name` tells programs, and uses of a program, apart. Undefined where nothing may be kept: it is switched off by the variable that switches
 * off Node's own (`NODE_DISABLE_COMPILE_CACHE`), there is no folder for it, or the system does not tell whose a file is.
 */
export function codeStore(name: string, origin: Origin, env: NodeJS.ProcessEnv): CodeStore | undefined {
  const user = process.geteuid?.();
  const folder = cacheFolder(env);
  if (user === undefined || folder === undefined || env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const isOwn = ({ uid, mode }: Stats): boolean => uid === user && (mode & 0o022) === 0;
  const isOwnFolder = (): boolean => {
    const found = lstatSync(folder);
    return found.isDirectory() && isOwn(found);
  };
  const file = join(folder, `${name}-${process.versions.v8}-${process.arch}.bin`);
  return {
    read: () => {
      try {
        return isOwnFolder() ? readOwn(file, isOwn, origin) : undefined;
      } catch {
        return undefined;
      }
    },
    write: (code, compiled) => {
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        makeFolder(folder, 0o700);
        if (!isOwnFolder()) return;
        const head = Float64Array.of(origin.size, origin.mtimeMs, compiled);
        writeFileSync(temporary, Buffer.concat([Buffer.from(head.buffer), code, code]), { flag: 'wx', mode: 0o600 });
        renameSync(temporary, file);
        removeOld(folder);
      } catch {
        rmSync(temporary, { force: true });
      }
    },
    touch: () => {
      const now = new Date();
      try {
        utimesSync(file, now, now);
      } catch {
        // Then it is looked at again the next time.
      }
    },
  };
}

function cacheFolder({ XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): string | undefined {
  const base = XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : HOME && isAbsolute(HOME) ? join(HOME, '.cache') : undefined;
  return base === undefined ? undefined : join(base, 'govplan');
}

function readOwn(path: string, isOwn: (file: Stats) => boolean, origin: Origin): KeptCode | undefined {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    if (!found.isFile() || !isOwn(found) || found.size < headBytes) return undefined;
    const bytes = Buffer.allocUnsafeSlow(headBytes + Math.floor((found.size - headBytes) / 2));
    if (readSync(file, bytes) < bytes.length) return undefined;
    const [size, mtimeMs, compiled = 0] = new Float64Array(bytes.buffer, 0, headBytes / 8);
    const code = bytes.subarray(headBytes);
    const isWhole = size === origin.size && mtimeMs === origin.mtimeMs && isNext(file, code);
    return isWhole ? { code, compiled, time: found.mtimeMs } : undefined;
  } finally {
    closeSync(file);
  }
}

/** Whether these bytes are what comes next in a file, and nothing more. Piece by piece, for memory that is touched first takes longest. */
function isNext(file: number, expected: Buffer): boolean {
  const piece = Buffer.allocUnsafeSlow(64 * 1024);
  let at = 0;
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
    if (at + read > expected.length || expected.compare(piece, 0, read, at, at + read) !== 0) return false;
    at += read;
  }
  return at === expected.length;
}

/** Three numbers: size and time of the program, and how much was compiled. */
const headBytes = 24;

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > ninetyDays) rmSync(path, { force: true });
  }
}
