// From one file to another as an import writes it: relative, with `/`.
import type { FileId } from '../workspace/host.ts';

/** Undefined where no relative path leads there: another drive, another server. File ids are paths or URIs. */
export function relativePath(from: FileId, to: FileId): string | undefined {
  const [origin, target] = [splitId(from), splitId(to)];
  if (origin.root !== target.root) return undefined;
  const folders = origin.steps.slice(0, -1);
  let common = 0;
  while (common < folders.length && common < target.steps.length - 1 && folders[common] === target.steps[common]) common++;
  return [...folders.slice(common).map(() => '..'), ...target.steps.slice(common)].join('/');
}

/** The root is what two files must share: nothing for a path, scheme and authority of a URI, the letter of a drive. */
function splitId(id: FileId): { readonly root: string; readonly steps: readonly string[] } {
  const uri = /^[A-Za-z][A-Za-z0-9+.-]+:(?:\/\/[^/]*)?/.exec(id)?.[0];
  if (uri !== undefined) return { root: uri, steps: id.slice(uri.length).split('/').map(decoded) };
  const drive = /^[A-Za-z]:/.exec(id)?.[0] ?? '';
  return { root: drive.toLowerCase(), steps: id.slice(drive.length).split('/') };
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
