// What a workspace of many plans costs: an edit looks at the file that was edited, and of files that nobody shows few are kept.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { createSession, type Session } from '../../server/src/service/session.ts';
import { createWorkspaceFiles, type WorkspaceFiles } from '../../server/src/service/workspace-files.ts';
import { checkDate } from '../support/lint.ts';
import { createMemoryHost } from '../support/memory-host.ts';

const library = 'libraries/law.plan.yaml';
const count = 150;
const name = (n: number): string => `plans/${String(n).padStart(3, '0')}.plan.yaml`;
const planText = (id: string): string => `govplan: "1"
imports: ../${library}
plan: {id: ${id}, title: Plan, type: overall, legal-bases: law}
organizations:
  fire: {name: Fire Brigade, sector: government, responsibilities: {put-out: {action: put out, basis: law#1}}}
# ${'The plan goes on for long. '.repeat(300)}
`;

describe('a workspace of many plans', () => {
  let files: Record<string, string>;
  let listed: readonly string[];
  let session: Session;
  let workspace: WorkspaceFiles;
  /** The files that the disk was asked for, and those that the workspace asked the session for. */
  let read: string[];
  let loaded: string[];

  beforeEach(() => {
    files = { [library]: 'govplan: "1"\nlegal-bases: {law: {title: The Law, kind: law}}\n' };
    for (let n = 0; n < count; n++) files[name(n)] = planText(`plan-${n}`);
    listed = Object.keys(files);
    read = [];
    loaded = [];
    const host = createMemoryHost(files);
    const options = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };
    const counting = {
      ...host,
      read: (id: string) => {
        read.push(id);
        return host.read(id);
      },
    };
    session = createSession(counting, () => options);
    const load = (id: string): ReturnType<Session['load']> => {
      loaded.push(id);
      return session.load(id);
    };
    workspace = createWorkspaceFiles({
      session: { ...session, load },
      list: async () => listed,
      isCompared: () => true,
      optionsFor: async () => options,
      shown: (file) => file,
      turn: async () => undefined,
    });
  });

  const all = (): true => true;
  const duplicates = async (): Promise<readonly string[]> => [...(await workspace.duplicates()).keys()];
  const forgetCounts = (): void => {
    read.length = 0;
    loaded.length = 0;
  };

  test('an edit is compared with all plan ids by reading the one file', async () => {
    await workspace.search();
    session.open(name(7), planText('plan-7'));
    assert.deepEqual(await duplicates(), []);
    forgetCounts();
    session.open(name(7), planText('another'));
    assert.deepEqual(await duplicates(), []);
    assert.deepEqual([read, loaded], [[], [name(7)]]);
  });

  test('whoever asks while the plans are being read is shown those that are left, and none is read twice', async () => {
    const shown: string[] = [];
    let counted = 0;
    const first = workspace.search({ read: () => counted++ });
    await workspace.search({ visit: ({ file }) => shown.push(file.id) });
    await first;
    assert.deepEqual([...read].sort(), [...listed].sort());
    assert.deepEqual(shown, listed.slice(-shown.length));
    assert.ok(shown.length >= count, `${shown.length} were shown`);
    assert.equal(counted, count + 1);
  });

  test('a pass over all plans ends where it is told to, and what was looked at is let go of', async () => {
    let turns = 0;
    const turn = async (): Promise<void> => {
      if (++turns === 100) throw new Error('enough');
    };
    await assert.rejects(
      workspace.together(() => assert.fail('it ended before'), all, turn),
      /enough/,
    );
    assert.ok(read.length < count);
    forgetCounts();
    await workspace.each(() => undefined, all);
    assert.ok(read.length > count / 2, `${read.length} are read again`);
  });

  test('which files are libraries is known once they have been read, and again after an edit', async () => {
    assert.ok(!workspace.isLibrary(library));
    await workspace.search();
    assert.deepEqual(listed.filter(workspace.isLibrary), [library]);
    session.open(library, planText('a-plan-now'));
    await workspace.search();
    assert.ok(!workspace.isLibrary(library));
  });

  test('two plans of one id are found as they come, change and go', async () => {
    await workspace.search();
    session.open(name(7), planText('plan-3'));
    assert.deepEqual(await duplicates(), [name(7)]);
    session.open(name(2), planText('plan-3'));
    assert.deepEqual(await duplicates(), [name(3), name(7)]);
    session.close(name(7));
    assert.deepEqual(await duplicates(), [name(3)]);
    listed = listed.filter((file) => file !== name(3));
    delete files[name(3)];
    session.changed(name(3));
    workspace.forget();
    assert.deepEqual(await duplicates(), []);
    files['plans/new.plan.yaml'] = planText('plan-9');
    listed = [...listed, 'plans/new.plan.yaml'];
    workspace.forget();
    assert.deepEqual(await duplicates(), ['plans/new.plan.yaml']);
    session.open('elsewhere.plan.yaml', planText('plan-4'));
    assert.deepEqual(await duplicates(), ['plans/004.plan.yaml', 'plans/new.plan.yaml']);
  });

  test('of plans that nobody shows some stay, and the others are read again when they are wanted', async () => {
    await workspace.each(() => undefined, all);
    assert.equal(new Set(read).size, count + 1);
    forgetCounts();
    await workspace.each(() => undefined, all);
    const again = new Set(read).size;
    assert.ok(again > count / 4 && again < count, `${again} are read again`);
    assert.equal(read.length, again, 'none twice');
  });

  test('what was let go of is passed over by what it depends on', async () => {
    session.open(name(7), planText('plan-7'));
    await workspace.each(() => undefined, all);
    forgetCounts();
    const seen: string[] = [];
    const passed = await workspace.each(
      ({ file }) => seen.push(file.id),
      (dependencies) => dependencies.has(name(7)),
    );
    assert.deepEqual([seen, read], [[name(7)], []]);
    assert.equal(passed.length, count + 1);
  });

  test('what was let go of is passed over where it does not say the id that is looked for', async () => {
    const [last, other] = [name(149), name(148)];
    files[last] = planText('plan-149').replace('put-out:', 'put-it-out:');
    files[other] = planText('plan-148').replace('put-out:', '"put\\x2dit-out":');
    await workspace.each(() => undefined, all);
    forgetCounts();
    const seen: string[] = [];
    const passed = await workspace.each(({ file }) => seen.push(file.id), all, undefined, 'put-it-out');
    const kept = seen.filter((file) => !read.includes(file));
    assert.deepEqual(seen.slice(kept.length), [other, last]);
    assert.ok(kept.length < count / 2, `${kept.length} were kept`);
    assert.equal(passed.length, count + 1);
  });

  test('what was let go of is out of date when an import changes, and holds as long as none does', async () => {
    session.open(library, files[library] as string);
    await workspace.each(() => undefined, all);
    const before = session.dependencies(name(149));
    await workspace.each(() => undefined, all);
    assert.equal(session.dependencies(name(149)), before);
    assert.equal(session.open(library, `${files[library]}# more\n`).length, count + 1);
    assert.equal(session.dependencies(name(149)), undefined);
  });

  test('a library stays as long as an open plan stands on it', async () => {
    session.open(name(7), planText('plan-7'));
    const law = (await session.analyse(name(7)))?.closure.files.get(library);
    for (let n = 0; n < 2; n++) await workspace.each(() => undefined, all);
    assert.ok(law && session.release(law));
    session.open(name(7), planText('plan-seven'));
    assert.equal((await session.analyse(name(7)))?.closure.files.get(library), law);
  });

  describe('with a library for each', () => {
    const own = (n: number): string => `libraries/${n}.plan.yaml`;

    beforeEach(() => {
      for (let n = 0; n < count; n++) {
        files[own(n)] = `${files[library]}# ${'The library goes on for long. '.repeat(300)}\n`;
        files[name(n)] = planText(`plan-${n}`).replace(library, own(n));
      }
    });

    const readAgain = async (): Promise<number> => {
      forgetCounts();
      for (let n = 0; n < count; n++) await session.load(own(n));
      return read.length;
    };

    test('a library is let go of with the plan that alone imports it', async () => {
      await workspace.each(() => undefined, all);
      const again = await readAgain();
      assert.ok(again > count / 2 && again < count, `${again} of ${count} are read again`);
    });

    test('a library is let go of when its plan is shown no more', async () => {
      for (let n = 0; n < count; n++) {
        session.open(name(n), files[name(n)] as string);
        const analysis = await session.analyse(name(n));
        if (analysis) workspace.release(analysis);
        session.close(name(n));
        if (analysis) workspace.releaseImports(analysis);
      }
      const again = await readAgain();
      assert.ok(again > count / 2 && again < count, `${again} of ${count} are read again`);
    });

    test('what could not be let go of while something was being analysed is let go of later', async () => {
      for (let n = 0; n < count; n++) {
        const analysis = await session.analyse(name(n));
        const other = session.analyse(`absent-${n}.plan.yaml`);
        if (analysis) workspace.release(analysis);
        await other;
      }
      await workspace.each(
        () => undefined,
        (dependencies) => dependencies.has(own(0)),
      );
      const again = await readAgain();
      assert.ok(again > count / 2 && again < count, `${again} of ${count} are read again`);
    });
  });
});
