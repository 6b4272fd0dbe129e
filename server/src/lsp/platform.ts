// What a language server needs of the machine it runs on: a disk, or a client that reads for it.
import type { FileId, Host } from '../workspace/host.ts';

export interface Platform {
  /** A host that keeps every path in the workspace folder of the file it is written in; for a file outside of all, in its own folder. */
  createHost(folders: () => readonly FileId[]): Host;
  /** A document's URI as a file id, and back. What is no file on a disk keeps its URI. */
  toFileId(uri: string): FileId;
  toUri(file: FileId): string;
  /** The plans and libraries of a folder of the workspace, in path order. */
  listPlans(folder: FileId): Promise<readonly FileId[]>;
  /** Today, `YYYY-MM-DD`: the check date where nobody says another. */
  today(): string;
}
