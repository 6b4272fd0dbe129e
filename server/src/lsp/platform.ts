// What a language server needs of the machine it runs on: a disk, or a client that reads for it.
import type { SessionHost } from '../service/session.ts';
import type { Config } from '../workspace/config.ts';
import type { FileId } from '../workspace/host.ts';

export interface Platform {
  /** A host that keeps every path in the workspace folder of the file it is written in; for a file outside of all, in its own folder. */
  createHost(folders: () => readonly FileId[]): SessionHost;
  /** A document's URI as a file id, and back. What is no file on a disk keeps its URI. Never throws. */
  toFileId(uri: string): FileId;
  toUri(file: FileId): string;
  /** The plans and libraries of a folder of the workspace, in path order: those that `govplan lint` finds there. */
  listPlans(folder: FileId, selectionOf: (folder: FileId) => Promise<Selection>): Promise<readonly FileId[]>;
  /** Today, `YYYY-MM-DD`: the check date where nobody says another. */
  today(): string;
}

/** What the configuration that holds in a folder says of the files below it. */
export type Selection = Pick<Config, 'selects' | 'ignores'>;
