// What the server keeps: the session with the open files, the configurations that hold for them, the files of the workspace. Whatever
// changes comes through here, and the answer is which files must be looked at again.
import { isPlanFileName } from '../plan/build.ts';
import { catalogue } from '../rules/catalogue.generated.ts';
import { configFindings } from '../rules/config-findings.ts';
import type { Finding } from '../rules/finding.ts';
import { knownRules } from '../rules/known-rules.ts';
import { lintOptionsFor } from '../rules/lint-options.ts';
import type { Source } from '../rules/present.ts';
import type { LintOptions } from '../rules/run.ts';
import { type Analysis, createSession, type Session, type SessionHost } from '../service/session.ts';
import { createWorkspaceFiles, type WorkspaceFiles } from '../service/workspace-files.ts';
import type { EditedText } from '../text/edited-text.ts';
import { type Config, createConfigurations, folderOf } from '../workspace/config.ts';
import type { ConfigFile } from '../workspace/config-read.ts';
import { configFileName } from '../workspace/config-shape.ts';
import type { FileId } from '../workspace/host.ts';
import type { ClientFiles } from './client-files.ts';
import type { ClientUris } from './client-uris.ts';
import type { Platform } from './platform.ts';

/** Files whose analysis is out of date. */
export type Stale = readonly FileId[] | 'all';

export interface ServerState {
  readonly session: Session;
  readonly workspace: WorkspaceFiles;
  configFor(file: FileId): Promise<Config>;
  /** Whether a file is a configuration, or one that a configuration extends. */
  isConfig(file: FileId): boolean;
  /** The configurations that hold somewhere in the folders of the workspace, or for a file that is open, as far as they have been read. */
  configFiles(): readonly FileId[];
  /** What is wrong with a configuration; undefined where the file is none, or cannot be read. */
  configFindings(file: FileId): Promise<ConfigFindings | undefined>;
  opened(file: FileId, text: EditedText, named: boolean | undefined): Stale;
  closed(file: FileId): Stale;
  /** `cameOrWent`: it was created or deleted; what has no name of a file may then be a folder. */
  changedOnDisk(file: FileId, cameOrWent: boolean): Stale;
  /** The folders of the workspace, or anything on the disk, may have changed. */
  reset(): void;
  /** The files for which other plans have other ids in common with them than when this was last asked. */
  otherDuplicates(): Promise<readonly FileId[]>;
  /** Whether it is another day than it was: the check date where nobody says another. */
  isAnotherDay(): boolean;
}

export interface ConfigFindings {
  readonly findings: readonly Finding[];
  readonly source: Source;
}

/** `onConfig` hears of an open file that turns out to be part of a configuration: it may have been taken for a plan. */
export function createServerState(
  platform: Platform,
  uris: ClientUris,
  client: ClientFiles,
  turn: () => Promise<void>,
  onConfig: (file: FileId) => void,
): ServerState {
  const placed = withUntitled(platform.createHost(uris.folders, client), uris);
  let today = platform.today();
  const configs = new Map<FileId, ConfigFile>();
  /** By file of these, the folders in which it holds. */
  const holding = new Map<FileId, Set<FileId>>();
  /** Grows whenever all of that is forgotten. */
  let generation = 0;
  /** Every file that was once read as a configuration, and a folder that led to it. */
  const configFolders = new Map<FileId, FileId>();
  /** By file of a configuration, the folders in which it was found to hold. */
  const foldersOf = new Map<FileId, Set<FileId>>();
  /** By file, what its plans have in common with earlier ones, as far as that has been told. */
  let duplicates: ReadonlyMap<FileId, string> = new Map();

  const configFor = async (file: FileId): Promise<Config> => configOf(folderOf(placeOf(file, uris)));
  const configOf = async (folder: FileId): Promise<Config> => {
    const asked = generation;
    const config = await configurations.forFolder(folder);
    if (asked !== generation) return configOf(folder);
    for (const source of config.sources) {
      const isNew = !configs.has(source.id);
      configs.set(source.id, source);
      holding.set(source.id, (holding.get(source.id) ?? new Set()).add(folder));
      configFolders.set(source.id, folder);
      foldersOf.set(source.id, (foldersOf.get(source.id) ?? new Set()).add(folder));
      if (isNew && session.isOpen(source.id) && !isNamedConfig(source.id)) onConfig(source.id);
    }
    return config;
  };
  /** Of open files, the options under a configuration: the same object as long as that holds, so that a lint can see that nothing changed. */
  const optionsOf = new Map<FileId, { readonly config: Config; readonly options: LintOptions }>();
  const optionsFor = async (file: FileId): Promise<LintOptions> => {
    const config = await configFor(file);
    const known = optionsOf.get(file);
    if (known?.config === config) return known.options;
    const run = { catalogue, asOf: undefined, today, profile: undefined, severities: new Map() };
    const options = lintOptionsFor(file, config, run);
    if (session.isOpen(file)) optionsOf.set(file, { config, options });
    return options;
  };
  const session = createSession(placed, optionsFor);
  const configurations = createConfigurations({
    host: session.host,
    extendsHost: () => session.host,
    known: knownRules(catalogue),
    top: '/',
  });
  const workspace = createWorkspaceFiles({
    session,
    isCompared: (file) => (uris.folders().length === 0 ? uris.hasPlace(file) : file.startsWith('untitled:')),
    list: async () => (await Promise.all(uris.folders().map((folder) => platform.listPlans(folder, configOf, client)))).flat(),
    optionsFor,
    shown: uris.shown,
    turn,
  });

  const isConfig = (file: FileId): boolean => isNamedConfig(file) || configFolders.has(file);
  /** Whether a configuration waits for a file that it extends and that could not be read. */
  const isMissedByConfig = (file: FileId): boolean =>
    !isPlanFileName(file) && [...configs.values()].some(({ problems }) => problems.some(({ code }) => code.startsWith('extends-')));

  const reconfigure = (): void => {
    configurations.clear();
    generation++;
    configs.clear();
    holding.clear();
    workspace.forget();
    session.reconfigure();
  };
  /** A configuration that changed, and of the open files those for which it holds: one that is new holds for all below it. */
  const concernedBy = (config: FileId): readonly FileId[] => {
    const folders = foldersOf.get(config);
    const isConcerned = (folder: FileId): boolean => folders?.has(folder) ?? `${folder}/`.startsWith(`${folderOf(config)}/`);
    return [config, ...session.openFiles().filter((file) => file !== config && isConcerned(folderOf(placeOf(file, uris))))];
  };
  /** With the files that changed, those for which a configuration among them holds: a folder may take its configuration along. */
  const affected = (files: readonly FileId[]): readonly FileId[] => {
    const changed = files.filter(isConfig);
    if (changed.length === 0) return files;
    // What it extends may be no longer a part of it, and be a plan again.
    const parts = [...configs.keys()].filter((file) => session.isOpen(file) && !isNamedConfig(file));
    const concerned = new Set([...files, ...changed.flatMap(concernedBy), ...parts]);
    reconfigure();
    return [...concerned];
  };

  return {
    session,
    workspace,
    configFor,
    isConfig,
    configFiles() {
      const ofOpen = new Set(session.openFiles().map((file) => folderOf(placeOf(file, uris))));
      const isShown = (folder: FileId): boolean => ofOpen.has(folder) || uris.folderOf(folder) !== undefined;
      return [...configs.keys()].filter((config) => [...(holding.get(config) ?? [])].some(isShown));
    },
    async configFindings(file) {
      await configOf(configFolders.get(file) ?? folderOf(file));
      const source = configs.get(file);
      return source && { findings: configFindings(source, catalogue), source };
    },
    opened: (file, text, named) => affected(session.open(file, text, named)),
    closed(file) {
      const known = session.known(file);
      const changed = session.close(file);
      optionsOf.delete(file);
      const release = (analysis: Analysis | undefined): void => analysis && workspace.releaseImports(analysis);
      known?.then(release, () => undefined);
      return affected(changed);
    },
    changedOnDisk(file, cameOrWent) {
      if (cameOrWent) workspace.forget();
      const files = session.changed(file);
      if (files.length === 0 || isConfig(file) || !isMissedByConfig(file)) return affected(files);
      reconfigure();
      return 'all';
    },
    reset() {
      reconfigure();
      session.reset();
    },
    async otherDuplicates() {
      const before = duplicates;
      const found = await workspace.duplicates();
      duplicates = new Map([...found].map(([file, findings]) => [file, findings.map(placesOf).join()]));
      return [...new Set([...before.keys(), ...duplicates.keys()])].filter((file) => before.get(file) !== duplicates.get(file));
    },
    isAnotherDay() {
      const now = platform.today();
      if (now === today) return false;
      today = now;
      optionsOf.clear();
      session.reconfigure();
      return true;
    },
  };
}

/** What is told of a plan id that two plans have, and where: the other plan moves with its own edits. */
function placesOf({ data, span, related }: Finding): string {
  return [JSON.stringify(data), span.start, ...related.map((place) => place.span.start)].join(':');
}

function isNamedConfig(file: FileId): boolean {
  return file.endsWith(`/${configFileName}`);
}

/** A document that was never saved is where its name says, or else in the first folder of the workspace. */
function placeOf(file: FileId, uris: ClientUris): FileId {
  const [, name] = /^untitled:(.*)$/s.exec(file) ?? [];
  if (name === undefined) return file;
  if (name.startsWith('/')) return name;
  const [folder] = uris.folders();
  return folder === undefined ? file : `${folder}/${name}`;
}

function withUntitled(host: SessionHost, uris: ClientUris): SessionHost {
  return {
    ...host,
    read: async (file) => (file.startsWith('untitled:') ? { kind: 'absent' } : host.read(file)),
    resolve: (from, path) => host.resolve(placeOf(from, uris), path),
  };
}
