// The configuration that holds for a file: the nearest `govplan.config.yaml` upwards, with what it extends (cli.md, "Configuration").
import ignore from 'ignore';
import picomatch from 'picomatch';
import type { Profile } from '../plan/vocabulary.ts';
import { late } from '../text/late.ts';
import { isLikelyPath } from '../text/pattern-bounds.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import { type ConfigFile, type ConfigSettings, type ExtendsFailure, type RuleSettings, readConfig } from './config-read.ts';
import { configFileName, defaultFiles, type KnownRules, type Preset, presets } from './config-shape.ts';
import type { FileContent, FileId, Host } from './host.ts';

export interface Config {
  /** The folder from which its patterns are read. */
  readonly folder: FileId;
  readonly preset: Preset;
  readonly profile: Profile | undefined;
  /** The check date, `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  readonly cycles: ConfigSettings['cycles'];
  /** The settings of the rules for one file, overrides applied. */
  rulesFor(file: FileId): RuleSettings;
  /** Whether a file in a folder is among those to lint. */
  selects(file: FileId): boolean;
  ignores(path: FileId, isFolder: boolean): boolean;
  /** Every file it was read from, the extended ones first. */
  readonly sources: readonly ConfigFile[];
  /** Set where the file is there but cannot be read at all. */
  readonly unreadable: { readonly file: FileId; readonly kind: Exclude<FileContent['kind'], 'text'> } | undefined;
}

export interface Configurations {
  /** What holds in a folder: of the configuration there, or of the nearest folder above that has one. */
  forFolder(folder: FileId): Promise<Config>;
  /** One file for everything, its patterns read from `folder`. */
  load(file: FileId, folder: FileId): Promise<Config>;
  /** Forgets everything that was read. */
  clear(): void;
}

export interface ConfigurationSources {
  /** Reads configuration files. */
  readonly host: Pick<Host, 'read'>;
  /** Resolves the paths in an `extends`: it decides what a configuration may reach. */
  readonly extendsHost: (config: FileId) => Pick<Host, 'resolve'>;
  readonly known: KnownRules;
  /** The topmost folder in which a configuration is looked for. */
  readonly top: FileId;
}

export function createConfigurations({ host, extendsHost, known, top }: ConfigurationSources): Configurations {
  const folders = new Map<FileId, Promise<Config>>();

  const read = async (file: FileId, { reading, done }: Reading = { reading: new Set(), done: new Map() }): Promise<Layers> => {
    const known = done.get(file);
    if (known) return known;
    reading.add(file);
    const layers = await readLayers(file, { reading, done });
    reading.delete(file);
    done.set(file, layers);
    return layers;
  };

  const readLayers = async (file: FileId, way: Reading): Promise<Layers> => {
    const content = await host.read(file);
    if (content.kind !== 'text') return { settings: [], sources: [], unreadable: { file, kind: content.kind } };
    const { file: source, settings } = readConfig(file, content.text, known, content.invalidAt);
    const layers: (ConfigSettings | Preset)[] = [];
    const sources: ConfigFile[] = [];
    const problems = [...source.problems];
    for (const item of settings.extends) {
      if (isPreset(item.text)) layers.push(item.text);
      else {
        const base = await readBase(item, file, way);
        if (base.failure) problems.push({ code: `extends-${base.failure}`, place: item, data: { path: item.text } });
        for (const layer of base.settings) layers.push(layer);
        for (const extended of base.sources) sources.push(extended);
      }
    }
    return {
      settings: lastOfEach([...layers, settings]),
      sources: [...new Set(sources), { ...source, problems }],
      unreadable: undefined,
    };
  };

  const readBase = async (item: YamlScalar, from: FileId, way: Reading): Promise<Layers & { readonly failure?: ExtendsFailure }> => {
    const nothing: Layers = { settings: [], sources: [], unreadable: undefined };
    if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(item.text) || item.text.startsWith('//')) return { ...nothing, failure: 'url' };
    if (item.text.startsWith('/') || item.text.includes('\\')) return { ...nothing, failure: 'outside' };
    const resolution = await extendsHost(from).resolve(from, item.text);
    if (resolution.kind === 'outside') return { ...nothing, failure: 'outside' };
    if (way.reading.has(resolution.file)) return { ...nothing, failure: 'cycle' };
    const layers = await read(resolution.file, way);
    return layers.unreadable ? { ...nothing, failure: layers.unreadable.kind } : layers;
  };

  const forFolder = (folder: FileId): Promise<Config> => {
    let config = folders.get(folder);
    if (config === undefined) {
      config = findFrom(folder);
      folders.set(folder, config);
    }
    return config;
  };

  const findFrom = async (folder: FileId): Promise<Config> => {
    const layers = await read(`${folder === '/' ? '' : folder}/${configFileName}`);
    if (layers.unreadable?.kind !== 'absent') return merge(layers, folder);
    const parent = parentFolder(folder);
    return folder === top || parent === undefined ? defaultConfig(top) : forFolder(parent);
  };

  return { forFolder, load: async (file, folder) => merge(await read(file), folder), clear: () => folders.clear() };
}

/** What holds where there is no configuration. */
export function defaultConfig(folder: FileId): Config {
  return merge({ settings: [], sources: [], unreadable: undefined }, folder);
}

export function folderOf(file: FileId): FileId {
  return parentFolder(file) ?? file;
}

/** How far a configuration has been read: the files on the way to one, and those that are read already, by whatever way. */
interface Reading {
  readonly reading: Set<FileId>;
  readonly done: Map<FileId, Layers>;
}

/** What two of the files extend counts where it counts more, and there alone: else thirty files in two rows would be a billion layers. */
function lastOfEach<T>(layers: readonly T[]): readonly T[] {
  return [...new Set(layers.toReversed())].reverse();
}

interface Layers {
  /** What counts more comes later. */
  readonly settings: readonly (ConfigSettings | Preset)[];
  readonly sources: readonly ConfigFile[];
  readonly unreadable: Config['unreadable'];
}

function merge({ settings: layers, sources, unreadable }: Layers, folder: FileId): Config {
  const settings = layers.filter((layer) => typeof layer !== 'string');
  const last = <T>(pick: (layer: ConfigSettings) => T | undefined): T | undefined =>
    settings.map(pick).findLast((value) => value !== undefined);
  const ignored = settings.flatMap((layer) => layer.ignore);
  // Many runs ask neither: a file that is named is linted, whatever it is called.
  const selected = late(() => createGlobs(last((layer) => layer.files) ?? defaultFiles, defaultFiles));
  // A path that begins with a dot and a slash is a path from here; in a .gitignore it would match nothing.
  const left = late(() => ignore({ ignoreCase: false }).add(ignored.join('\n').replace(/^(!?)\.\//gm, '$1/')));
  const overrides = settings
    .flatMap((layer) => layer.overrides)
    .map(({ files, rules }) => ({ matches: late(() => createGlobs(files, ['**'])), rules }));
  const base = settings.map((layer) => layer.rules);
  const within = (path: FileId): string | undefined => pathWithin(folder, path);
  return {
    folder,
    preset: layers.findLast((layer) => typeof layer === 'string') ?? 'recommended',
    profile: last((layer) => layer.profile),
    asOf: last((layer) => layer.asOf),
    cycles: { review: last((layer) => layer.cycles.review), exercise: last((layer) => layer.cycles.exercise) },
    rulesFor: (file) => {
      const path = within(file);
      const extra = path === undefined ? [] : overrides.filter(({ matches }) => matches()(path)).map(({ rules }) => rules);
      return mergeRules([...base, ...extra]);
    },
    selects: (file) => selected()(within(file) ?? file.slice(file.lastIndexOf('/') + 1)),
    ignores: (path, isFolder) => {
      const way = within(path);
      return way !== undefined && way !== '' && isLikelyPath(way) && left().ignores(isFolder ? `${way}/` : way);
    },
    sources,
    unreadable,
  };
}

/**
 * Patterns within their bounds; a star matches names that begin with a dot as well. The last that matches decides: one that begins with `!`
 * takes out again what those before it take in, or, where none does, what `otherwise` matches.
 */
function createGlobs(patterns: readonly string[], otherwise: readonly string[]): (path: string) => boolean {
  const takesOut = (pattern: string): boolean => /^!(?!\()/.test(pattern);
  const globs = [...(patterns.every(takesOut) ? otherwise : []), ...patterns].map((pattern) => ({
    takesIn: !takesOut(pattern),
    matches: createGlob(takesOut(pattern) ? pattern.slice(1) : pattern),
  }));
  return (path) => isLikelyPath(path) && globs.findLast(({ matches }) => matches(path))?.takesIn === true;
}

/** A pattern that begins with names of folders is compiled when a path begins with them too: of thousands most never are. */
function createGlob(pattern: string): (path: string) => boolean {
  const folders = /^[\w-]+(?:\/[\w-]+)*(?=\/)/.exec(pattern)?.[0] ?? '';
  const matches = late(() => picomatch(pattern, { dot: true }));
  return (path) => path.startsWith(folders) && matches()(path);
}

/** A later severity replaces an earlier one; options stay until others are given. */
function mergeRules(layers: readonly RuleSettings[]): RuleSettings {
  const merged = new Map<string, { severity: RuleSettingOf['severity']; options: RuleSettingOf['options'] }>();
  for (const layer of layers) {
    for (const [id, { severity, options }] of layer) {
      const before = merged.get(id);
      merged.set(id, { severity: severity ?? before?.severity, options: { ...before?.options, ...options } });
    }
  }
  return merged;
}

type RuleSettingOf = RuleSettings extends ReadonlyMap<string, infer S> ? S : never;

function isPreset(text: string): text is Preset {
  return Object.hasOwn(presets, text);
}

/** The way from a folder down to a path; undefined where it lies elsewhere. In a URI, escapes are undone: patterns speak of names. */
function pathWithin(folder: FileId, path: FileId): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (!path.startsWith(prefix)) return undefined;
  const way = path.slice(prefix.length);
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return way;
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}

function parentFolder(path: FileId): FileId | undefined {
  const at = path.lastIndexOf('/');
  if (at < 0 || path === '/') return undefined;
  if (at === 0) return '/';
  const parent = path.slice(0, at);
  return parent.endsWith('/') || parent.endsWith(':/') ? undefined : parent;
}
