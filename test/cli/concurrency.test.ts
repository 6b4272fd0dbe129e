// `--concurrency`: threads change nothing of what is said. The threads run the program as it stands in the repository.
import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { receiveMessageOnPort } from 'node:worker_threads';
import { isFault } from '../../server/src/cli/arguments.ts';
import { createClaims, sharedClaims } from '../../server/src/cli/lint/claims.ts';
import { createCrew } from '../../server/src/cli/lint/crew.ts';
import { runWorker, type WorkerAnswer } from '../../server/src/cli/lint/worker.ts';
import { openWorkspace } from '../../server/src/cli/workspace.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
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

test('a thread takes files from the last on, and leaves aside what others have', () =>
  withFolder(manyFiles(), async (folder) => {
    const options = { config: undefined, 'no-config': true, root: undefined };
    const workspace = await openWorkspace(['.'], options, catalogue, { cwd: folder.path });
    assert.ok(!isFault(workspace));
    const { files } = workspace;
    const claims = sharedClaims(files.length, 1);
    const others = createClaims(claims, 1);
    for (let place = 0; place < 60; place++) others.take(place);
    const settings = { asOf: undefined, today: '2026-11-22', profile: undefined, severities: new Map() };
    const common = { cwd: folder.path, paths: ['.'], options, settings, cache: undefined, classifies: false };
    const { port1, port2 } = new MessageChannel();
    await runWorker({ ...common, files, claims, thread: 2 }, port2);
    const answers: WorkerAnswer[] = [];
    for (let next = receiveMessageOnPort(port1); next !== undefined; next = receiveMessageOnPort(port1)) answers.push(next.message);
    port1.close();
    const expected = files.slice(60).toReversed();
    assert.deepEqual(
      answers.map(({ file }) => file),
      expected.map(({ id }) => id),
    );
    assert.deepEqual(
      files.map((_, place) => others.ownerOf(place)),
      files.map((_, place) => (place < 60 ? 1 : 2)),
    );
    const [last] = answers;
    assert.equal(last?.file, `${folder.path}/p9.plan.yaml`);
    assert.equal(last.found.documents[0]?.plan?.id, 'plan-9');
    assert.equal(createCrew(8, { program }, { ...workspace, files: files.slice(0, 60) }, common, undefined), undefined);
  }));

test('without a number there are threads where the work pays for them', () => {
  const large = Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`p${n}.plan.yaml`, `${library}# ${'-'.repeat(36 * 1024)}\n`]));
  return withFolder(
    { ...large, ...Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`s/${n}.plan.yaml`, library])) },
    async (folder) => {
      const options = { config: undefined, 'no-config': true, root: undefined };
      const crewFor = async (paths: readonly string[], concurrency: number | undefined): Promise<boolean> => {
        const workspace = await openWorkspace(paths, options, catalogue, { cwd: folder.path });
        assert.ok(!isFault(workspace));
        const settings = { asOf: undefined, today: '2026-11-22', profile: undefined, severities: new Map() };
        const task = { cwd: folder.path, paths, options, settings, cache: undefined, classifies: false };
        const crew = createCrew(concurrency, { program }, workspace, task, undefined);
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
