// What V8 made of our code in an earlier run, kept in the user's cache folder: compiling takes longer than linting a plan does. Node has the
// like since 22.1 (`module.enableCompileCache`); this is for every Node that we run on.
//
// Such a file is as good as code. It is taken only where nobody but the user could have written it, and only if it is whole: V8 itself does not
// look whether what it reads was damaged, so the file has everything twice. Whatever is wrong with it, the code is compiled as usual.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';

export interface KeptCode {
  /** Undefined where nothing good is kept. */
  read(): Uint8Array | undefined;
  /** Replaces what is kept; that it cannot be kept is no fault. */
  write(code: Uint8Array): void;
}

/** What the code was made from: the size of the program, and when it was changed, in milliseconds. */
type Origin = Pick<Stats, 'size' | 'mtimeMs'>;

/** Files that nobody wrote for so long are of versions that nobody has any more. */
const ninetyDays = 90 * 24 * 60 * 60 * 1000;

/**
 * `name` tells programs, and uses of a program, apart. Undefined where nothing may be kept: it is switched off by the variable that switches
 * off Node's own (`NODE_DISABLE_COMPILE_CACHE`), there is no folder for it, or the system does not tell whose a file is.
 */
export function keptCode(name: string, origin: Origin, env: NodeJS.ProcessEnv): KeptCode | undefined {
  const user = process.geteuid?.();
  const folder = cacheFolder(env);
  if (user === undefined || folder === undefined || env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const isOwn = ({ uid, mode }: Stats): boolean => uid === user && (mode & 0o022) === 0;
  const file = join(folder, `${name}-${process.versions.v8}-${process.arch}.bin`);
  return {
    read: () => {
      try {
        const found = lstatSync(folder);
        return found.isDirectory() && isOwn(found) ? readOwn(file, isOwn, origin) : undefined;
      } catch {
        return undefined;
      }
    },
    write: (code) => {
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOwn(lstatSync(folder))) return;
        writeFileSync(temporary, Buffer.concat([headOf(origin), code, code]), { flag: 'wx', mode: 0o600 });
        renameSync(temporary, file);
        removeOld(folder);
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}

function cacheFolder({ XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): string | undefined {
  const base = XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : HOME && isAbsolute(HOME) ? join(HOME, '.cache') : undefined;
  return base === undefined ? undefined : join(base, 'govplan');
}

function readOwn(path: string, isOwn: (file: Stats) => boolean, origin: Origin): Uint8Array | undefined {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const found = fstatSync(file);
    if (!found.isFile() || !isOwn(found)) return undefined;
    const bytes = readFileSync(file);
    const head = headOf(origin);
    const half = (bytes.length - head.length) / 2;
    const code = bytes.subarray(head.length, head.length + half);
    const isWhole = head.equals(bytes.subarray(0, head.length)) && code.equals(bytes.subarray(head.length + half));
    return isWhole ? code : undefined;
  } finally {
    closeSync(file);
  }
}

function headOf({ size, mtimeMs }: Origin): Buffer {
  return Buffer.from(Float64Array.of(size, mtimeMs).buffer);
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > ninetyDays) rmSync(path, { force: true });
  }
}
