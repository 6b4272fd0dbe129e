// The npm package as its users get it: installed from its tarball into an empty folder, without a network.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { misspelt } from '../cli/command-line.ts';
import { packPackage, version, withWorkbench } from './recipes.ts';

const packed = await mkdtemp(join(tmpdir(), 'govplan-npm-'));
const tarball = await packPackage(packed);
after(() => rm(packed, { recursive: true, force: true }));
const skip = process.platform === 'win32' ? 'there is no shell here' : false;

test('installed into an empty folder, it lints and brings its schemas', { skip }, () =>
  withWorkbench({ 'a.plan.yaml': misspelt }, async (bench) => {
    await bench.script('rm "$(command -v npx)" "$(command -v govplan)"');
    const installed = await bench.script(`npm init -y && npm install --no-audit --no-fund '${tarball}'`);
    assert.equal(installed.code, 0, installed.stderr);
    assert.deepEqual(await readdir(join(bench.path, 'node_modules')), ['.bin', '.package-lock.json', 'govplan'], 'nothing comes along');
    assert.equal((await bench.script('npx --no-install govplan --version')).stdout, `${version}\n`);
    const { code, stdout } = await bench.script('npx --no-install govplan lint');
    assert.equal(code, 1);
    assert.match(stdout, /^a\.plan\.yaml:2:1 {2}error {2}unknown-key\n/);
    const schema = JSON.parse(await readFile(join(bench.path, 'node_modules/govplan/schema/govplan.schema.json'), 'utf8')) as {
      $id: string;
    };
    assert.equal(schema.$id, 'urn:govplan:format:1');
  }),
);

test('its description says what a registry shows', { skip }, () =>
  withWorkbench({}, async (bench) => {
    await bench.script(`tar xzf '${tarball}'`);
    const { name, license, bin, engines, dependencies, repository } = JSON.parse(await bench.read('package/package.json'));
    assert.deepEqual(
      [name, license, bin, engines, dependencies, repository?.type],
      ['govplan', 'MIT', { govplan: 'dist/govplan.cjs' }, { node: '>=20' }, undefined, 'git'],
    );
    for (const file of ['LICENSE', 'README.md']) assert.ok((await bench.read(`package/${file}`)).length > 500, file);
  }),
);
