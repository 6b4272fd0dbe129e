// A VS Code server with extensions of its own, in a folder of its own, gone when the test is.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { quietSettings } from './quiet-settings.ts';
import { vscodeServer } from './setup.ts';

const run = promisify(execFile);

export interface VsCodeServerOptions {
  /** Its data: settings, extensions, the home folder of its processes. */
  readonly data: string;
  /** Files of extensions to install. */
  readonly extensions: readonly string[];
  /** For extension-host tests only: it also keeps notifications from being shown. */
  readonly forTests: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface VsCodeServer {
  readonly origin: string;
  /** What the server calls a path of this machine. */
  remote(path: string): string;
  /** The processes it has started that run a program of the extension. */
  children(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function startVsCodeServer({ data, extensions, forTests, settings }: VsCodeServerOptions): Promise<VsCodeServer> {
  const script = join(await vscodeServer(), 'out/server-main.js');
  const home = join(data, 'home');
  const folders = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
  await mkdir(join(data, 'user/User'), { recursive: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(data, 'user/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const env = { ...process.env, HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  for (const file of extensions) await run(process.execPath, [script, ...folders, '--install-extension', file], { env });

  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'];
  const more = ['--telemetry-level', 'off', '--disable-workspace-trust', ...(forTests ? ['--enable-smoke-test-driver'] : [])];
  // A group of its own: ending the server alone would leave the extension hosts of pages that are already closed.
  const child = spawn(process.execPath, [script, ...options, ...folders, ...more], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => killGroup(child);
  process.once('exit', end);
  await listening(child);
  child.stdout?.resume();
  child.stderr?.resume();

  return {
    origin: `http://127.0.0.1:${port}`,
    remote: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
    children: async () => {
      const { stdout } = await run('ps', ['-eo', 'pgid=,pid=,args='], { maxBuffer: 1 << 26 });
      return stdout.split('\n').filter((line) => line.trim().startsWith(`${child.pid} `) && line.includes(join(data, 'extensions/')));
    },
    stop: async () => {
      process.off('exit', end);
      const closed = new Promise((resolve) => child.once('close', resolve));
      end();
      await closed;
    },
  };
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Resolves when the server says that it listens; rejects with what it said where it ends before. */
function listening(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${said.join('\n')}`)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        said.push(line);
        if (line.includes('agent listening on')) resolve();
      });
    }
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
