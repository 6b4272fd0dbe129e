// `govplan init`: what it writes lints without any finding, and nothing is overwritten.
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { profiles } from '../../server/src/plan/vocabulary.ts';
import { lintToJson, placesOf, withFolder } from './command-line.ts';

for (const profile of Object.keys(profiles)) {
  for (const language of ['en', 'zh']) {
    test(`a starter for ${profile} in ${language} has no finding at all`, () =>
      withFolder({}, async (folder) => {
        const { code, stdout } = await folder.run(['init', 'starter', '--profile', profile, '--lang', language]);
        assert.equal(code, 0);
        assert.match(stdout, /govplan\.config\.yaml.*libraries\/common\.plan\.yaml.*plans\/flood\.plan\.yaml/);
        const report = await lintToJson(folder, [], { cwd: 'starter' });
        assert.deepEqual([report.code, placesOf(report)], [0, []]);
        const plan = await folder.read('starter/plans/flood.plan.yaml');
        assert.equal(/\p{Script=Han}/u.test(plan), language === 'zh');
        const classified = report.files.find(({ classification }) => classification !== undefined)?.classification as {
          structure: { mode: string };
        };
        assert.equal(classified.structure.mode, 'collaborative-governance');
      }));
  }
}

test('without a profile it is cn in Chinese, else generic', () =>
  withFolder({}, async (folder) => {
    await folder.run(['init', 'a']);
    await folder.run(['init', 'b', '--lang', 'zh']);
    assert.match(await folder.read('a/plans/flood.plan.yaml'), /^ {2}profile: generic$/m);
    assert.match(await folder.read('b/plans/flood.plan.yaml'), /^ {2}profile: cn$/m);
  }));

test('what to do next can be copied: the folder is one word, and the language that of the question', () =>
  withFolder({}, async (folder) => {
    const said = await folder.run(['init', 'our plans', '--lang', 'zh']);
    assert.match(said.stdout, /our plans\/plans\/flood\.plan\.yaml。\n下一步：govplan lint "our plans" --lang zh\n$/);
    assert.match((await folder.run(['init', 'plans'])).stdout, /\nNext: govplan lint plans\n$/);
  }));

test('nothing is overwritten', () =>
  withFolder({ 'plans/flood.plan.yaml': 'mine' }, async (folder) => {
    const { code, stderr } = await folder.run(['init']);
    assert.equal(code, 2);
    assert.match(stderr, /'plans\/flood\.plan\.yaml' is already there; nothing is overwritten/);
    assert.equal(await folder.read('plans/flood.plan.yaml'), 'mine');
    assert.deepEqual(await readdir(join(folder.path)), ['plans'], 'nor is anything else written');
  }));
