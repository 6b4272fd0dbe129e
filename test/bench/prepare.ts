// What comes before the first measurement: the bundle is built, the peers are installed, and each of them proves that it works.
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unavailable } from '../e2e/setup.ts';
import { type Bench, isMissing, type LanguageServer } from './bench.ts';
import { plainNode } from './environment.ts';
import { KB, writeFaults, writePlan } from './inputs.ts';
import { startEditor } from './language-server.ts';
import { ajvYaml } from './peers/ajv-yaml.ts';
import { floors } from './peers/floors.ts';
import { govplan } from './peers/govplan.ts';
import { type Faults, type Input, type Linter, type Missing, prove } from './peers/linter.ts';
import { spectral } from './peers/spectral.ts';
import { yamlLanguageServer } from './peers/yaml-language-server.ts';
import { yamllint } from './peers/yamllint.ts';
import { run } from './process.ts';
import { buildMapped } from './profile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Choice {
  readonly isQuick: boolean;
  /** Without the peers. */
  readonly isAlone: boolean;
}

/** `folder` is for what is written on the way; whoever made it takes it away. */
export async function prepare(folder: string, { isQuick, isAlone }: Choice): Promise<Bench> {
  for (const script of ['server/tools/generate.ts', 'esbuild.mjs']) {
    const { exitCode, output } = await run(process.execPath, [script], root);
    if (exitCode !== 0) throw new Error(output);
  }
  await cp(join(root, 'server/dist'), join(folder, 'dist'), { recursive: true });
  const bundle = join(folder, 'dist/govplan.cjs');
  const node = await plainNode();
  const { version } = JSON.parse(await readFile(join(root, 'server/package.json'), 'utf8')) as { version: string };
  const own = govplan(node, bundle, version);
  const nodeVersion = (await run(node, ['--version'])).output.trim();
  const ground = floors(node, nodeVersion);
  const peers: Linter[] = [];
  const missing: Missing[] = [];
  const setUps = { Spectral: () => spectral(node, folder), 'ajv + yaml': () => ajvYaml(node), yamllint };
  for (const [name, setUp] of isAlone ? [] : Object.entries(setUps)) {
    const peer = await attempt(name, setUp);
    if (isMissing(peer)) missing.push(peer);
    else peers.push(peer);
  }
  const server = isAlone
    ? { name: 'yaml-language-server', reason: '--alone' }
    : await attempt('yaml-language-server', () => yamlLanguageServer(process.execPath));
  if (isMissing(server) && !isAlone) missing.push(server);
  const sound = await writePlan(folder, 5 * KB);
  const faults = await writeFaults(folder);
  for (const linter of [own, ...peers, ...ground]) await prove(linter, sound, faults);
  if (!isMissing(server)) await proveServer(server, folder, faults);
  return {
    isQuick,
    folder,
    node,
    newNode: process.execPath,
    bundle,
    mapped: await buildMapped(folder),
    govplan: own,
    peers,
    floors: ground,
    yamlLanguageServer: server,
    missing,
  };
}

/** What cannot be had on this machine is left out, with the reason; any other failure ends the run. */
async function attempt<T>(name: string, setUp: () => Promise<T>): Promise<T | Missing> {
  try {
    return await setUp();
  } catch (error) {
    if (error instanceof Unavailable) return { name, reason: error.message };
    throw error;
  }
}

async function proveServer(server: LanguageServer, folder: string, faults: Readonly<Record<keyof Faults, Input>>): Promise<void> {
  const editor = await startEditor(server, folder);
  const found = await editor.open('faulty.plan.yaml', await readFile(faults.missingKey.path, 'utf8'));
  await editor.stop();
  if (found === 0) throw new Error(`${server.name} does not find what it should`);
}
