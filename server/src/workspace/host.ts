// The only port of the core to the world of files. A host lists, reads and resolves; the core never touches a disk.

/** A file as a host knows it: on a disk its absolute path with `/`, in an editor its URI. */
export type FileId = string;

export type FileContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** UTF-16 offset of the first character that was no valid UTF-8, if there was one. */
      readonly invalidAt?: number | undefined;
    }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'absent' | 'unreadable' | 'directory' };

/** Where a relative path leads. `outside`: out of the workspace root, symbolic links resolved. */
export type Resolution = { readonly kind: 'file'; readonly file: FileId } | { readonly kind: 'outside' };

export interface Host {
  read(file: FileId): Promise<FileContent>;
  /** Resolves a relative POSIX path as written in `from`. The file need not exist. Never leaves the root. */
  resolve(from: FileId, relativePath: string): Promise<Resolution>;
}
