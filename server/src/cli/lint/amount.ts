// How much there is to do, told by the sizes of the files.
import { statSync } from 'node:fs';
import type { FileId } from '../../workspace/host.ts';

/** The bytes in some files, counted no further than `enough`. */
export function bytesIn(files: readonly { readonly id: FileId }[], enough: number): number {
  let bytes = 0;
  for (const { id } of files) {
    bytes += sizeOf(id);
    if (bytes >= enough) return enough;
  }
  return bytes;
}

function sizeOf(file: FileId): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
