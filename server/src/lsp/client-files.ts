// Files that are on no disk of the server, read through the client: in a browser all of them, on a desktop those of virtual workspaces.
// A file's id is its URI, written in one way only; nothing outside of the workspace folder of the asking file is ever a resolution.
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { decodeUtf8 } from '../io/utf8.ts';
import type { SessionHost } from '../service/session.ts';
import { folderOf } from '../workspace/config.ts';
import type { FileContent, FileId } from '../workspace/host.ts';
import { defaultYamlLimits } from '../yaml/tree.ts';
import { extensionCapabilities } from './extension-capabilities.ts';
import { isInside, rootOf } from './folders.ts';
import type { Selection } from './platform.ts';

/** What the client answers to `govplan/readFile` with `{ uri, limit }`: larger files, in bytes, are not sent. */
type ReadFileResult =
  | { readonly kind: 'content'; readonly base64: string }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'absent' | 'unreadable' | 'directory' };

/** The files that the client has. */
export interface ClientFiles {
  /** Undefined where the client gives no answer that could be used. */
  readFile(uri: FileId): Promise<ReadFileResult | undefined>;
  /** The URIs of the YAML files in a folder and below it, as the client spells them. */
  listFiles(folder: FileId): Promise<readonly string[]>;
}

/** Asks only a client that says it answers: others may leave such a request open for ever, and everything that waits for it with it. */
export function clientFiles(connection: Connection, client: { capabilities(): InitializeParams['capabilities'] }): ClientFiles {
  const ask = async <T>(method: string, params: object): Promise<T | undefined> => {
    if (extensionCapabilities(client).files !== true) return undefined;
    const result = await connection.sendRequest<T | null>(method, params).catch(() => null);
    return result ?? undefined;
  };
  return {
    readFile: async (uri) => {
      const result = await ask<ReadFileResult>('govplan/readFile', { uri, limit: defaultYamlLimits.fileBytes });
      return typeof result?.kind === 'string' ? result : undefined;
    },
    listFiles: async (uri) => (await ask<readonly string[]>('govplan/listFiles', { uri })) ?? [],
  };
}

export function createClientHost(client: ClientFiles, folders: () => readonly FileId[]): Required<SessionHost> {
  return {
    read: async (uri): Promise<FileContent> => {
      const result = await client.readFile(uri);
      if (result === undefined) return { kind: 'absent' };
      if (result.kind !== 'content') return result;
      const { text, invalidAt } = decodeUtf8(Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0)));
      return { kind: 'text', text, invalidAt };
    },
    resolve: async (from, relativePath) => {
      const file = resolveUri(from, relativePath);
      return file !== undefined && isInside(rootOf(from, folders()), file) ? { kind: 'file', file } : { kind: 'outside' };
    },
    // What is too large is not sent, not even in part.
    firstLine: async () => '',
  };
}

/** The plans and libraries of a folder, in path order: of the files that the client has there, those that the configuration selects. */
export async function listClientPlans(
  client: ClientFiles,
  folder: FileId,
  selectionOf: (folder: FileId) => Promise<Selection>,
): Promise<readonly FileId[]> {
  const files: FileId[] = [];
  for (const file of (await client.listFiles(folder)).map(canonicalUri).sort()) {
    const selection = await selectionOf(folderOf(file));
    const isIgnored = selection.ignores(file, false) || foldersAbove(file, folder).some((above) => selection.ignores(above, true));
    if (selection.selects(file) && !isIgnored) files.push(file);
  }
  return files;
}

/** The folders between a file and the folder of the workspace it is in. */
function foldersAbove(file: FileId, top: FileId): readonly FileId[] {
  const folders: FileId[] = [];
  for (let above = folderOf(file); above.length > top.length && above !== folderOf(above); above = folderOf(above)) folders.push(above);
  return folders;
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
