// `--concurrency`: threads change nothing of what is said. The threads run the program as it stands in the repository.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isFault } from '../../server/src/cli/arguments.ts';
import { createCrew } from '../../server/src/cli/lint/crew.ts';
import { openWorkspace } from '../../server/src/cli/workspace.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { lintOptionsFor } from '../../server/src/rules/lint-options.ts';
import { countyPlan, type Files, type Folder, library, misspelt, withFolder } from './command-line.ts';

const program = fileURLToPath(new URL('../../server/src/cli/bin.ts', import.meta.url));

/** Enough files for two threads, among them one that is no UTF-8, one that is no govplan, and two with the same plan id. */
function manyFiles(): Files {
  const files: Record<string, string | Uint8Array> = {
    'govplan.config.yaml': 'files: ["**/*.yaml"]\nrules: {no-such-rule: off}\n',
    'lib.plan.yaml': library,
    'notes.yaml': 'a: b\n',
    'bytes.plan.yaml': Uint8Array.from([0x61, 0x3a, 0x20, 0xff]),
  };
  for (let n = 0; n < 64; n++) {
    files[`p${n}.plan.yaml`] =
      n % 2 === 0 ? misspelt : countyPlan.replace('id: county', `id: plan-${n % 60}`).replace('\nplan:', '\nimports: lib.plan.yaml\nplan:');
  }
  return files;
}

async function said(folder: Folder, ...argv: readonly string[]): Promise<readonly unknown[]> {
  const { stdout, stderr, code } = await folder.run(['lint', ...argv], { program });
  return [stdout, stderr, code];
}

test('threads say the same as one, in every order of finishing, with and without a cache', () =>
  withFolder(manyFiles(), async (folder) => {
    for (const [format, ...more] of [['json', '--cache=kept'], ['sarif']] as const) {
      const alone = await said(folder, '--format', format);
      assert.deepEqual(await said(folder, '--format', format, '--concurrency', '2', ...more), alone, format);
      assert.deepEqual(await said(folder, '--format', format, ...more), alone, `${format} afterwards`);
    }
  }));

test('the threads do the work, and leave aside what is not theirs to judge', () =>
  withFolder(manyFiles(), async (folder) => {
    const options = { config: undefined, 'no-config': true, root: undefined };
    const workspace = await openWorkspace(['.', 'notes.yaml'], options, catalogue, { cwd: folder.path });
    assert.ok(!isFault(workspace));
    const settings = { asOf: undefined, today: '2026-11-22', profile: undefined, severities: new Map() };
    const crew = createCrew(
      2,
      program,
      workspace,
      { cwd: folder.path, paths: ['.'], options, settings, cache: undefined, classifies: false },
      undefined,
    );
    assert.ok(crew);
    const config = await workspace.configFor('');
    const find = (name: string): ReturnType<typeof crew.cache.find> =>
      crew.cache.find(`${folder.path}/${name}`, lintOptionsFor(name, config, { ...settings, catalogue }));
    assert.equal((await find('p0.plan.yaml'))?.documents[0]?.findings[0]?.rule, 'unknown-key');
    assert.equal((await find('p63.plan.yaml'))?.documents[0]?.plan?.id, 'plan-3');
    assert.equal(await find('notes.yaml'), undefined);
    await crew.stop();
    assert.equal(createCrew(8, program, { ...workspace, files: workspace.files.slice(0, 60) }, {} as never, undefined), undefined);
  }));

test('without a number there are threads where the work pays for them', () => {
  const large = Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`p${n}.plan.yaml`, `${library}# ${'-'.repeat(24 * 1024)}\n`]));
  return withFolder(
    { ...large, ...Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`s/${n}.plan.yaml`, library])) },
    async (folder) => {
      const options = { config: undefined, 'no-config': true, root: undefined };
      const crewFor = async (paths: readonly string[], concurrency: number | undefined): Promise<boolean> => {
        const workspace = await openWorkspace(paths, options, catalogue, { cwd: folder.path });
        assert.ok(!isFault(workspace));
        const settings = { asOf: undefined, today: '2026-11-22', profile: undefined, severities: new Map() };
        const task = { cwd: folder.path, paths, options, settings, cache: undefined, classifies: false };
        const crew = createCrew(concurrency, program, workspace, task, undefined);
        await crew?.stop();
        return crew !== undefined;
      };
      assert.equal(await crewFor(['.'], undefined), availableParallelism() > 1);
      assert.equal(await crewFor(['s'], undefined), false);
      assert.equal(await crewFor(['s'], 2), true);
      assert.equal(await crewFor(['.'], 1), false);
    },
  );
});

test('a number of threads is a whole number', () =>
  withFolder({ 'a.plan.yaml': library }, async (folder) => {
    assert.equal((await folder.run(['lint', '--concurrency', 'many'])).code, 2);
    assert.equal((await folder.run(['lint', '--concurrency', '8'])).code, 0);
  }));
