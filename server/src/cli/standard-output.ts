// Standard output and standard error. What is no terminal is written to directly: the streams of `process` load half of Node's networking
// before they write a line, which takes longer than linting a small plan.
import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from './terminal.ts';

export interface StandardOutput extends Output {
  /** Whether everything has been written. */
  isWritten(): boolean;
}

/** `onFailure` is told why nothing more can be written: the reader has gone, a disk is full. */
export function createOutput(name: 'stdout' | 'stderr', onFailure: (error: NodeJS.ErrnoException) => void): StandardOutput {
  const fd = name === 'stdout' ? 1 : 2;
  let stream: NodeJS.WriteStream | undefined;

  const streamNow = (): NodeJS.WriteStream => {
    if (stream === undefined) {
      stream = process[name];
      stream.on('error', onFailure);
    }
    return stream;
  };

  const isTerminal = mayBeTerminal(fd) && streamNow().isTTY === true;
  // What turned out to be some other device fails in the call like any file, and not after everybody has gone.
  if (!isTerminal && process.platform !== 'win32') stream = undefined;

  return {
    write: (text) => {
      if (stream) {
        stream.write(text);
        return;
      }
      const bytes = Buffer.from(text);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(fd, bytes, written);
      } catch (error) {
        const failure = error as NodeJS.ErrnoException;
        // A pipe that its other end keeps from waiting is full: the stream knows how to wait, and from now on keeps the order.
        if (failure.code === 'EAGAIN') streamNow().write(bytes.subarray(written));
        else onFailure(failure);
      }
    },
    isTerminal,
    columns: isTerminal ? streamNow().columns : undefined,
    stream: isTerminal ? streamNow() : undefined,
    isWritten: () => stream === undefined || stream.writableLength === 0,
  };
}

/** Every terminal is a character device; the other one that outputs are sent to is the null device of POSIX. Where this cannot be told, it may. */
function mayBeTerminal(fd: number): boolean {
  try {
    const output = fstatSync(fd);
    if (!output.isCharacterDevice()) return process.platform === 'win32';
    return output.rdev !== statSync('/dev/null').rdev;
  } catch {
    return true;
  }
}
