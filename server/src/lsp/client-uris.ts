// The URIs of the client and the ids of the core. Ids have symbolic links resolved, as the command line has them; a client is always
// given back the spelling that it uses itself.
import type { FileId } from '../workspace/host.ts';
import { folderHolding, withSlash } from './folders.ts';
import type { Platform } from './platform.ts';

export interface ClientUris {
  toFileId(uri: string): FileId;
  toUri(file: FileId): string;
  /** The client shows a file under this URI. */
  opened(uri: string): void;
  closed(uri: string): void;
  /** The folders of the workspace, as the client names them. */
  setFolders(uris: readonly string[]): void;
  folders(): readonly FileId[];
  /** The folder of the workspace that holds a file, the innermost if several do. */
  folderOf(file: FileId): FileId | undefined;
  /** Whether a document is one of the workspace or of the disk, or is to become one; an earlier version that an editor shows beside is none. */
  hasPlace(file: FileId): boolean;
  /** A path as a reader of this workspace knows it: from the folder that holds it. */
  shown(file: FileId): string;
}

export function createClientUris(platform: Pick<Platform, 'toFileId' | 'toUri'>): ClientUris {
  const shownAs = new Map<FileId, string>();
  const opened = new Map<string, FileId>();
  let folders: readonly { readonly id: FileId; readonly uri: string }[] = [];
  /** As long as nothing is opened or closed: a file may be told of ten thousand times in one answer. */
  const told = new Map<FileId, string>();

  const ids = (): readonly FileId[] => folders.map(({ id }) => id);

  const uriOf = (file: FileId): string => {
    const shown = shownAs.get(file);
    if (shown !== undefined) return shown;
    const holding = folderHolding(file, ids());
    const folder = folders.find(({ id }) => id === holding);
    if (folder === undefined || platform.toUri(folder.id) === folder.uri) return platform.toUri(file);
    const way = file.slice(withSlash(folder.id).length);
    return withSlash(folder.uri) + way.split('/').map(encodeURIComponent).join('/');
  };

  return {
    toFileId: (uri) => opened.get(uri) ?? platform.toFileId(uri),
    toUri(file) {
      const uri = told.get(file) ?? uriOf(file);
      told.set(file, uri);
      return uri;
    },
    opened(uri) {
      const id = platform.toFileId(uri);
      opened.set(uri, id);
      shownAs.set(id, uri);
      told.clear();
    },
    closed(uri) {
      const id = opened.get(uri);
      if (id !== undefined && shownAs.get(id) === uri) shownAs.delete(id);
      opened.delete(uri);
      told.clear();
    },
    setFolders(uris) {
      folders = uris.map((uri) => ({ id: withoutSlash(platform.toFileId(uri)), uri: withoutSlash(uri) }));
      told.clear();
    },
    folders: ids,
    folderOf: (file) => folderHolding(file, ids()),
    hasPlace: (file) => !isUri(file) || /^(?:file|untitled):/.test(file) || folderHolding(file, ids()) !== undefined,
    shown(file) {
      const folder = folderHolding(file, ids());
      const way = folder === undefined ? file : file.slice(withSlash(folder).length);
      return isUri(file) ? decoded(way) : way;
    },
  };
}

function isUri(file: FileId): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(file);
}

/** Undoes the escapes of a URI; what is none stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') && !path.endsWith(':/') && !path.endsWith('//') ? path.slice(0, -1) : path;
}
