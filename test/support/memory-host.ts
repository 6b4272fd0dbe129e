// A workspace in memory: files by their path from the root, with `/`. What the tests give the core instead of a disk.
import type { FileContent, Host, Resolution } from '../../server/src/workspace/host.ts';

/** Each file is its text, or what reading it should find instead. */
export type MemoryFiles = Readonly<Record<string, string | FileContent>>;

export function createMemoryHost(files: MemoryFiles): Host {
  const read = (id: string): FileContent => {
    const file = Object.hasOwn(files, id) ? files[id] : undefined;
    if (file !== undefined) return typeof file === 'string' ? { kind: 'text', text: file } : file;
    return { kind: Object.keys(files).some((path) => path.startsWith(`${id}/`)) ? 'directory' : 'absent' };
  };
  return { read: async (id) => read(id), resolve: async (from, path) => resolvePath(from, path) };
}

function resolvePath(from: string, path: string): Resolution {
  const words = from.split('/').slice(0, -1);
  for (const word of path.split('/')) {
    if (word === '..' && words.pop() === undefined) return { kind: 'outside' };
    if (word !== '..' && word !== '.' && word !== '') words.push(word);
  }
  return { kind: 'file', file: words.join('/') };
}
