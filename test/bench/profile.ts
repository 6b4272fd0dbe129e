// Where the time, or the memory, of a run went, by module: what a missed target is explained with.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What can be looked into: the work of one of the workloads. */
export type Profiled = 'one-file' | 'many-files' | 'cold-start' | 'keystrokes' | 'worst-edits' | 'memory';

export interface Profile {
  /** Milliseconds of a processor, or bytes that were held at the end. */
  readonly unit: 'milliseconds' | 'bytes';
  readonly total: number;
  /** The greatest first. */
  readonly modules: readonly { readonly name: string; readonly self: number }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command line as it ships, with a map to its sources: a bundle without one would be a single module. */
export async function buildMapped(folder: string): Promise<string> {
  const outfile = join(folder, 'mapped/govplan.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['server/src/cli/bin.ts'],
    outfile,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
  });
  return outfile;
}

/**
 * Lets a program write profiles while it runs, and reads them. `mapped` is the bundle whose map names the sources: without one, modules are
 * the files that ran. `work` starts the program with the options that it is given.
 */
export async function profile(
  kind: 'cpu' | 'heap',
  folder: string,
  mapped: string | undefined,
  work: (nodeOptions: readonly string[]) => Promise<void>,
): Promise<Profile> {
  const directory = await mkdtemp(join(folder, 'profile-'));
  try {
    await work(kind === 'cpu' ? ['--cpu-prof', `--cpu-prof-dir=${directory}`] : ['--heap-prof', `--heap-prof-dir=${directory}`]);
    const map = mapped === undefined ? undefined : new SourceMap(JSON.parse(await readFile(`${mapped}.map`, 'utf8')));
    const selves = new Map<string, number>();
    for (const file of await readdir(directory)) {
      const content = JSON.parse(await readFile(join(directory, file), 'utf8'));
      for (const { frame, self } of kind === 'cpu' ? cpuSelves(content) : heapSelves(content)) {
        const name = moduleOf(frame, map);
        if (name !== undefined) selves.set(name, (selves.get(name) ?? 0) + self);
      }
    }
    const modules = [...selves].map(([name, self]) => ({ name, self })).sort((a, b) => b.self - a.self);
    return { unit: kind === 'cpu' ? 'milliseconds' : 'bytes', total: modules.reduce((sum, { self }) => sum + self, 0), modules };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** As V8 writes it: lines and columns from 0. */
interface Frame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

interface Self {
  readonly frame: Frame;
  readonly self: number;
}

interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

function cpuSelves({ nodes, samples, timeDeltas }: CpuProfile): readonly Self[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  return samples.flatMap((id, index) => {
    const frame = frames.get(id);
    return frame === undefined ? [] : [{ frame, self: (timeDeltas[index] ?? 0) / 1000 }];
  });
}

interface HeapNode {
  readonly callFrame: Frame;
  readonly selfSize: number;
  readonly children: readonly HeapNode[];
}

function heapSelves({ head }: { readonly head: HeapNode }): readonly Self[] {
  const found: Self[] = [];
  const open = [head];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push({ frame: node.callFrame, self: node.selfSize });
    open.push(...node.children);
  }
  return found;
}

/** A source file of ours, a package, or a part of the runtime; undefined where the program did nothing. */
function moduleOf({ functionName, url, lineNumber, columnNumber }: Frame, map: SourceMap | undefined): string | undefined {
  switch (functionName) {
    case '(idle)':
      return undefined;
    case '(garbage collector)':
      return runtime.garbage;
    case '(program)':
      return runtime.native;
  }
  if (url.startsWith('node:')) return runtime.node;
  if (url === '') return runtime.builtIn;
  if (map === undefined) return url.slice(url.lastIndexOf('/') + 1);
  if (!url.endsWith('/govplan.cjs')) return runtime.builtIn;
  const { originalSource } = map.findEntry(lineNumber, columnNumber) as { originalSource?: string };
  return originalSource === undefined ? runtime.bundle : sourceName(originalSource);
}

/** What is no source file. */
const runtime = {
  garbage: 'garbage collection · 垃圾回收',
  native: 'native code: V8, system · 本机代码（V8、系统）',
  node: "Node's own modules · Node 自身模块",
  builtIn: 'built-in functions · 内置函数',
  bundle: 'loading the bundle · 加载程序包',
} as const;

function sourceName(source: string): string {
  const path = source.replaceAll('\\', '/');
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  return inPackage === undefined ? path.slice(Math.max(0, path.indexOf('server/'))) : `package ${inPackage}`;
}
