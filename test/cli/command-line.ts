// The one way by which tests run the command line: in this process, on a folder of their own, with captured streams.
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../server/src/cli/commands.ts';
import { main } from '../../server/src/cli/main.ts';
import type { Output, Terminal } from '../../server/src/cli/terminal.ts';

/** Files by path: a text, bytes, or where a symbolic link leads. */
export type Files = Readonly<
  Record<string, string | Uint8Array | { readonly link: string } | { readonly mode: number; readonly text: string }>
>;

export interface Invocation {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Below the folder; the folder itself where it is left out. */
  readonly cwd?: string;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** What threads run; without it there are none. */
  readonly program?: string;
  /** Told of everything that is written, as it is written. */
  readonly onWrite?: (text: string) => void;
  readonly untilInterrupted?: () => Promise<void>;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
}

export interface Folder {
  readonly path: string;
  run(argv: readonly string[], invocation?: Invocation): Promise<Outcome>;
  read(path: string): Promise<string>;
}

/** Makes a folder with files, gives it to be worked on, and takes it away again. */
export async function withFolder(files: Files, work: (folder: Folder) => Promise<void>): Promise<void> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'govplan-test-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      const target = join(path, name);
      await mkdir(dirname(target), { recursive: true });
      if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(target, content);
      else if ('link' in content) await symlink(content.link, target);
      else {
        await writeFile(target, content.text);
        await chmod(target, content.mode);
      }
    }
    await work({ path, run: (argv, invocation = {}) => runIn(path, argv, invocation), read: (name) => readFile(join(path, name), 'utf8') });
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** Works without the rights of root, which may read and write everything; as any other user, just works. */
export async function asNobody<T>(folder: Folder, work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  await chmod(folder.path, 0o755);
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function runIn(path: string, argv: readonly string[], invocation: Invocation): Promise<Outcome> {
  const { terminal, outcome } = captured(path, invocation);
  return outcome(await main(argv, terminal, commands));
}

/** A terminal in a folder, and what was written to it. */
export function captured(
  path: string,
  { env = {}, stdin = '', cwd = '.', isTerminal = false, columns, program, onWrite, untilInterrupted }: Invocation = {},
): { readonly terminal: Terminal; readonly outcome: (code: number) => Outcome } {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const output = (into: Buffer[]): Output => ({
    write: (text) => {
      const bytes = Buffer.from(text);
      into.push(bytes);
      onWrite?.(bytes.toString());
    },
    isTerminal,
    columns,
    stream: undefined,
  });
  const terminal: Terminal = {
    cwd: join(path, cwd),
    env,
    stdout: output(stdout),
    stderr: output(stderr),
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    today: () => '2026-11-22',
    now: () => performance.now(),
    program,
    ...(untilInterrupted && { untilInterrupted }),
  };
  return { terminal, outcome: (code) => outcomeOf(code, Buffer.concat(stdout), Buffer.concat(stderr)) };
}

function outcomeOf(code: number, stdout: Buffer, stderr: Buffer): Outcome {
  return { code, stdout: stdout.toString(), stdoutBytes: stdout, stderr: stderr.toString() };
}

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly [key: string]: unknown;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface JsonReport {
  readonly asOf: string;
  readonly files: readonly {
    readonly path: string;
    readonly document?: number;
    readonly findings: readonly JsonFinding[];
    readonly [key: string]: unknown;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** Lints to JSON: the report, and the exit code. */
export async function lintToJson(
  folder: Folder,
  argv: readonly string[] = [],
  invocation?: Invocation,
): Promise<JsonReport & { readonly code: number }> {
  const { code, stdout, stderr } = await folder.run(['lint', '--format', 'json', ...argv], invocation);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return { code, ...(JSON.parse(stdout) as JsonReport) };
}

/** `path rule line:character-line:character` of every finding, lines and characters from 0. */
export function placesOf(report: JsonReport): readonly string[] {
  return report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, range: { start, end } }) => `${path} ${rule} ${start.line}:${start.character}-${end.line}:${end.character}`),
  );
}

/** A library without any finding. */
export const library = 'govplan: "1"\norganizations:\n  office: {name: Office, sector: government}\n';

/** A library with one fault that a safe fix mends, at 1:0-1:13. */
export const misspelt = 'govplan: "1"\norganisations:\n  office: {name: Office, sector: government}\n';

/** A plan as short as plans get; content rules have much to say about it. */
export const shortPlan =
  'govplan: "1"\nplan: {id: short, title: Short, type: unit, jurisdiction: {level: organization, name: Mill}, status: draft}\n';

/** The same of a county government, without a profile. */
export const countyPlan =
  'govplan: "1"\nplan: {id: county, title: County, type: special, jurisdiction: {level: county, name: Qinghe}, status: draft}\n';
