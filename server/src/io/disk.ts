// The calls to the file system that finding and reading files take, for two kinds of waiting. Who finds files need not know which it has.
import { promises, readdirSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';

export interface Disk {
  stat(path: string): Waiting<Stats>;
  readFile(path: string): Waiting<Uint8Array>;
  /** With symbolic links resolved. */
  realpath(path: string): Waiting<string>;
  readlink(path: string): Waiting<string>;
  readdir(path: string): Waiting<readonly FolderEntry[]>;
}

/** Each call fails as those of `node:fs` do, at once or later. */
type Waiting<T> = T | Promise<T>;

export interface FolderEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}

/**
 * Waits in the call itself: for a command, which has nothing else to do meanwhile. A call takes a fraction of the time that it takes by way of
 * the thread pool, and a run makes thousands.
 */
export const directDisk: Disk = {
  stat: (path) => statSync(path),
  readFile: (path) => readFileSync(path),
  realpath: (path) => realpathSync.native(path),
  readlink: (path) => readlinkSync(path),
  readdir: (path) => readdirSync(path, { withFileTypes: true }),
};

/** Lets the process go on: for a server, which has others to answer while a disk is slow. */
export const patientDisk: Disk = {
  stat: (path) => promises.stat(path),
  readFile: (path) => promises.readFile(path),
  realpath: (path) => promises.realpath(path),
  readlink: (path) => promises.readlink(path),
  readdir: (path) => promises.readdir(path, { withFileTypes: true }),
};
