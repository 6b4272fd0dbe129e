// Files that are on no disk of the server, read through the client: in a browser all of them, on a desktop those of virtual workspaces.
// A file's id is its URI, written in one way only; nothing outside of the workspace folder of the asking file is ever a resolution.
import type { Connection } from 'vscode-languageserver';
import { decodeUtf8 } from '../io/utf8.ts';
import { folderOf } from '../workspace/config.ts';
import type { FileContent, FileId, Host } from '../workspace/host.ts';
import { defaultYamlLimits } from '../yaml/tree.ts';

/** What the client answers to `govplan/readFile` with `{ uri, limit }`: larger files, in bytes, are not sent. */
type ReadFileResult =
  | { readonly kind: 'content'; readonly base64: string }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'absent' | 'unreadable' | 'directory' };

export function createClientHost(connection: Connection, folders: () => readonly FileId[]): Host {
  return {
    read: async (uri): Promise<FileContent> => {
      const result = await connection
        .sendRequest<ReadFileResult>('govplan/readFile', { uri, limit: defaultYamlLimits.fileBytes })
        .catch((): ReadFileResult => ({ kind: 'unreadable' }));
      if (result.kind !== 'content') return result;
      const { text, invalidAt } = decodeUtf8(Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0)));
      return { kind: 'text', text, invalidAt };
    },
    resolve: async (from, relativePath) => {
      const holding = folders().filter((folder) => isInside(folder, from));
      const root = holding.sort((a, b) => b.length - a.length)[0] ?? folderOf(from);
      const file = resolveUri(from, relativePath);
      return file !== undefined && isInside(root, file) ? { kind: 'file', file } : { kind: 'outside' };
    },
  };
}

/** The plans of a folder, in path order, found by the client. */
export async function listClientPlans(connection: Connection, folder: FileId): Promise<readonly FileId[]> {
  const uris = await connection.sendRequest<readonly string[]>('govplan/listPlans', { uri: folder }).catch(() => []);
  return uris.map(canonicalUri).sort();
}

/**
 * A URI with its path escaped in one way, whatever the client escaped: everything but letters, digits and `-._~/`, as RFC 3986 allows for
 * any character and VS Code does. Two spellings of one file must be one file.
 */
export function canonicalUri(uri: string): string {
  const [, scheme = '', authority = '', path = '', rest = ''] = /^([^:/?#]+:)?(\/\/[^/?#]*)?([^?#]*)(.*)$/s.exec(uri) ?? [];
  return `${scheme}${authority}${path.split('/').map(canonicalName).join('/')}${rest}`;
}

function canonicalName(segment: string): string {
  return escaped(unescaped(segment));
}

function escaped(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A percent sign that begins no escape stands for itself. */
function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Undefined where the path climbs out of the top, or where what it starts from has no folders. */
function resolveUri(from: FileId, relativePath: string): FileId | undefined {
  const [, origin, path, rest] = /^([^:/?#]+:\/\/[^/?#]*)([^?#]*)(.*)$/s.exec(from) ?? [];
  if (origin === undefined || path === undefined) return undefined;
  const segments = path.split('/').slice(1, -1);
  for (const name of relativePath.split('/')) {
    if (name === '..' && segments.pop() === undefined) return undefined;
    if (name !== '..' && name !== '.' && name !== '') segments.push(escaped(name));
  }
  return `${origin}/${segments.join('/')}${rest ?? ''}`;
}

function isInside(folder: FileId, file: FileId): boolean {
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
