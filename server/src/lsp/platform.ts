// What a language server needs of the machine it runs on: a disk, or a client that reads for it.
import type { SessionHost } from '../service/session.ts';
import type { Config } from '../workspace/config.ts';
import type { FileId, Host } from '../workspace/host.ts';
import type { ClientFiles } from './client-files.ts';

export interface Platform {
  /** A host that keeps every path in the workspace folder of the file it is written in; for a file outside of all, in its own folder. */
  createHost(folders: () => readonly FileId[], client: ClientFiles): SessionHost;
  /** A document's URI as a file id, and back. What is no file on a disk keeps its URI. Never throws. */
  toFileId(uri: string): FileId;
  toUri(file: FileId): string;
  /** The plans and libraries of a folder of the workspace, in path order: those that `govplan lint` finds there. */
  listPlans(folder: FileId, selectionOf: (folder: FileId) => Promise<Selection>, client: ClientFiles): Promise<readonly FileId[]>;
  /** A file as it was at a revision of the git repository it lies in. Absent where nothing can be read of the past. */
  findPast?(file: FileId, revision: string): Promise<Past | PastFailure>;
  /** Today, `YYYY-MM-DD`: the check date where nobody says another. */
  today(): string;
  /** Gives back when what has arrived from the client has been handed on, as far as one round of the event loop goes. */
  round(): Promise<void>;
}

export interface Past {
  /** The same for the same content of everything. */
  readonly commit: string;
  /** The files of that time, under the ids they have now. */
  open(): Promise<PastFiles | PastFailure>;
}

export interface PastFiles {
  readonly host: Host;
  /** Ends what reads the repository. */
  close(): void;
}

/** `no-past`: the file is on no disk; `no-git`: the program is not there; `no-repository`, `no-revision`: there is none, or none of that name. */
export interface PastFailure {
  readonly failure: 'no-past' | 'no-git' | 'no-repository' | 'no-revision';
}

/** What the configuration that holds in a folder says of the files below it. */
export type Selection = Pick<Config, 'selects' | 'ignores'>;
