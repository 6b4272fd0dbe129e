// What starting costs: a run loads and evaluates only what it uses, and compiles it once.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { misspelt, withFolder } from './command-line.ts';

const bundle = fileURLToPath(new URL('../../server/dist/govplan.cjs', import.meta.url));
const server = fileURLToPath(new URL('../../server/dist/server.cjs', import.meta.url));
const skip = process.getuid === undefined ? 'this system does not tell whose a file is' : false;

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the server and ends it again; returns its answer to `initialize`. */
async function askServer(folder: string): Promise<string> {
  const child = spawn(process.execPath, [server, '--stdio'], { env: { HOME: join(folder, 'home') }, stdio: ['pipe', 'pipe', 'inherit'] });
  const say = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  };
  const answer = once(child.stdout, 'data');
  const end = once(child, 'exit');
  say({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const [first] = await answer;
  say({ id: 2, method: 'shutdown' });
  say({ method: 'exit' });
  assert.deepEqual(await end, [0, null]);
  return String(first);
}

/** Runs a program in a folder, which is its home too. */
function run(folder: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const all = { PATH: process.env.PATH, HOME: join(folder, 'home'), ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, env: all, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const lint = [bundle, 'lint', 'a.plan.yaml'];

test('the program of lint has no report, no server, and no other command', async () => {
  const program = await readFile(join(dirname(bundle), 'lint.cjs'), 'utf8');
  const others = await readFile(join(dirname(bundle), 'main.cjs'), 'utf8');
  for (const words of ['<!DOCTYPE', 'mermaid', 'forceSimulation']) {
    assert.ok(others.includes(words), words);
    assert.ok(!program.includes(words), words);
  }
});

test('lint of a plain file evaluates neither the YAML library nor another package or format that it has', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const { program, functions } = await watch(path, lint);
    const needless = {
      yaml: 'YAMLParseError',
      diff: 'castInput',
      'cli-progress': 'MultiBar',
      graphology: 'UsageGraphError',
      picocolors: 'bgBlackBright',
      picomatch: 'MAX_EXTGLOB_RECURSION',
      ignore: 'path must not be empty',
      sarif: 'sarif-schema-2.1.0',
      checkstyle: '</checkstyle>',
      junit: '<testsuites',
    };
    for (const [name, words] of Object.entries(needless)) {
      assert.ok(program.includes(words), `nothing tells ${name} by '${words}'`);
      assert.ok(!functions.some((text) => text.includes(words)), name);
    }
  }));

test('lint of a plain file loads one program, and no part of Node that it has no use for', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const { files, builtins } = await watch(path, lint);
    assert.deepEqual(files, ['govplan.cjs']);
    const needless = [
      'child_process',
      'crypto',
      'fs/promises',
      'http',
      'internal/util/parse_args/parse_args',
      'net',
      'os',
      'perf_hooks',
      'readline',
      'timers/promises',
      'tty',
      'worker_threads',
    ];
    assert.deepEqual(
      needless.filter((name) => builtins.includes(name)),
      [],
    );
  }));

test('what was compiled is kept where only its user can write, and used again', { skip }, () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const first = run(path, lint);
    assert.equal(first.status, 1, first.stderr);
    const folder = join(path, 'home/.cache/govplan');
    const [name = '', ...others] = await readdir(folder);
    assert.match(name, /^lint-\d+\.\d+\.\d+-/);
    assert.deepEqual(others, []);
    assert.deepEqual([(await stat(folder)).mode & 0o777, (await stat(join(folder, name))).mode & 0o777], [0o700, 0o600]);
    const { ino } = await stat(join(folder, name));
    assert.deepEqual(run(path, lint), first);
    assert.equal((await stat(join(folder, name))).ino, ino, 'it was good, and was not written again');
  }),
);

test('what was damaged or left unfinished is not used, and replaced', { skip }, () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const first = run(path, lint);
    const folder = join(path, 'home/.cache/govplan');
    const file = join(folder, (await readdir(folder))[0] ?? '');
    const good = await readFile(file);
    const damaged = [
      Buffer.from(good).fill(0, good.length >> 1, (good.length >> 1) + 4096),
      Buffer.from(good).fill(0, 0, 64),
      good.subarray(1),
    ];
    for (const bytes of [...damaged, good.subarray(1), good.subarray(0, good.length >> 1), Buffer.alloc(0)]) {
      await writeFile(file, bytes);
      assert.deepEqual(run(path, lint), first);
      assert.notDeepEqual(await readFile(file), bytes);
    }
  }),
);

test('what is kept grows with what runs need, and is looked at again only after a while', { skip }, () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\nlibrary: {id: l}\n', 'b.plan.yaml': misspelt }, async ({ path }) => {
    const folder = join(path, 'home/.cache/govplan');
    const kept = async (): Promise<string> => join(folder, (await readdir(folder))[0] ?? '');
    const size = async (): Promise<number> => (await stat(await kept())).size;
    run(path, lint);
    const small = await size();
    const longer = [bundle, 'lint', 'b.plan.yaml', '--format', 'sarif'];
    run(path, longer);
    assert.equal(await size(), small);
    await utimes(await kept(), 1e9, 1e9);
    run(path, longer);
    const grown = await size();
    assert.ok(grown > small, `${small} → ${grown}`);
    await utimes(await kept(), 1e9, 1e9);
    run(path, lint);
    assert.equal(await size(), grown);
    assert.ok((await stat(await kept())).mtimeMs > 1e12, 'it was looked at');
  }),
);

test('nothing is kept where others may write, where it is switched off, or where there is no home', { skip }, () =>
  withFolder({ 'a.plan.yaml': misspelt }, async ({ path }) => {
    const home = join(path, 'home');
    assert.equal(run(path, lint, { NODE_DISABLE_COMPILE_CACHE: '1' }).status, 1);
    assert.equal(run(path, lint, { HOME: '' }).status, 1);
    assert.equal(run(path, lint, { HOME: 'home' }).status, 1);
    assert.equal(run(path, [bundle, 'lint', 'nowhere']).status, 2);
    assert.equal(run(path, [bundle, 'lint', '--help']).status, 0);
    assert.equal(run(path, [bundle, 'no-such-command']).status, 2);
    await assert.rejects(stat(home), 'none of them wrote anything');
    const folder = join(home, '.cache/govplan');
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o777);
    assert.equal(run(path, lint).status, 1);
    assert.deepEqual(await readdir(folder), []);
    assert.equal(run(path, lint, { XDG_CACHE_HOME: join(path, 'a.plan.yaml') }).status, 1);
  }),
);

test('a server keeps what it compiled, too', { skip }, () =>
  withFolder({}, async ({ path }) => {
    for (let round = 0; round < 2; round++) assert.match(await askServer(path), /^Content-Length/);
    assert.match((await readdir(join(path, 'home/.cache/govplan'))).join(), /^server-[^,]*$/);
  }),
);

interface Watched {
  readonly program: string;
  /** The texts of all functions of the program that ran, but the program itself. */
  readonly functions: readonly string[];
  /** The modules that were loaded as files, by name. */
  readonly files: readonly string[];
  /** The parts of Node that were loaded. */
  readonly builtins: readonly string[];
}

async function watch(folder: string, argv: readonly string[]): Promise<Watched> {
  const report = join(folder, 'loaded.json');
  const probe = join(folder, 'probe.cjs');
  await writeFile(
    probe,
    `const before = new Set(process.moduleLoadList);
    process.once('exit', () => {
      const builtins = process.moduleLoadList.filter((name) => !before.has(name)).map((name) => name.replace(/^NativeModule /, ''));
      const files = Object.keys(require.cache).filter((file) => file !== __filename).map((file) => require('node:path').basename(file));
      require('node:fs').writeFileSync(${JSON.stringify(report)}, JSON.stringify({ builtins, files }));
    });`,
  );
  const { status, stderr } = run(folder, ['--require', probe, ...argv], { NODE_DISABLE_COMPILE_CACHE: '1' });
  assert.equal(status, 1, stderr);
  const { builtins, files } = JSON.parse(await readFile(report, 'utf8')) as Omit<Watched, 'functions'>;
  const coverage = join(folder, 'coverage');
  run(folder, argv, { NODE_V8_COVERAGE: coverage, NODE_DISABLE_COMPILE_CACHE: '1' });
  const [name = ''] = await readdir(coverage);
  const { result } = JSON.parse(await readFile(join(coverage, name), 'utf8')) as Coverage;
  const program = await readFile(join(dirname(bundle), 'lint.cjs'), 'utf8');
  const whole = result.find(({ url }) => url.endsWith('/server/dist/lint.cjs'))?.functions ?? [];
  const ran = whole.flatMap(({ ranges: [range] }) => (range && range.count > 0 ? [range] : []));
  const functions = ran.flatMap(({ startOffset: start, endOffset: end }) =>
    end - start > program.length - 100 ? [] : [program.slice(start, end)],
  );
  assert.ok(functions.length > 300, `only ${functions.length} functions ran`);
  return { program, functions, files, builtins };
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
    }[];
  }[];
}
