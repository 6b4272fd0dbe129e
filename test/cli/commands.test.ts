// The small commands: help, version, rules, explain, schema, classify.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { commands } from '../../server/src/cli/commands.ts';
import { jsonSchema } from '../../server/src/plan/schema.ts';
import { displayWidth } from '../../server/src/report/display-width.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { countyPlan, type Folder, library, shortPlan, withFolder } from './command-line.ts';

const han = /\p{Script=Han}/u;

async function output(folder: Folder, ...argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await folder.run(argv);
  assert.deepEqual([code, stderr], [0, '']);
  return stdout;
}

test('--version is that of the package', () =>
  withFolder({}, async (folder) => {
    assert.match(await output(folder, '--version'), /^\d+\.\d+\.\d+\n$/);
    assert.equal(await output(folder, '-V'), await output(folder, '--version'));
  }));

test('the help names every command, and each command every option, in both languages', () =>
  withFolder({}, async (folder) => {
    for (const language of ['en', 'zh']) {
      const general = await output(folder, '--help', '--lang', language);
      assert.equal(han.test(general), language === 'zh');
      for (const { name, options } of commands) {
        assert.match(general, new RegExp(`^ {2}${name}\\b`, 'm'));
        const help = await output(folder, name, '--help', '--lang', language);
        assert.equal(han.test(help), language === 'zh', name);
        for (const option of Object.keys(options))
          assert.match(help, new RegExp(`^ {2}--${option}(?:[ [=]|$)`, 'm'), `${name} --${option}`);
        assert.equal(await output(folder, 'help', name, '--lang', language), help);
      }
    }
  }));

test('the help fits the terminal, down to the narrowest', () =>
  withFolder({}, async (folder) => {
    for (const columns of [40, 60, 100, 200]) {
      for (const argv of [['--help'], ...commands.map(({ name }) => [name, '--help'])]) {
        for (const language of ['en', 'zh']) {
          const { stdout } = await folder.run([...argv, '--lang', language], { isTerminal: true, columns });
          const tables = stdout.split('\n').filter((line) => line.startsWith('  '));
          // A name is never broken.
          const tooLong = tables.filter((line) => displayWidth(line) > columns && !/^ {2}\S.{40,}$/.test(line));
          assert.deepEqual(tooLong, [], `${argv.join(' ')} in ${columns} columns`);
        }
      }
    }
  }));

test('of several languages the last one counts', () =>
  withFolder({}, async (folder) => {
    for (const [argv, isChinese] of [
      [['--lang', 'zh', '--lang=en'], false],
      [['--lang=en', '--lang', 'zh'], true],
      [['--lang=en', '--lang=zh'], true],
    ] as const) {
      assert.equal(han.test(await output(folder, 'rules', ...argv)), isChinese, argv.join(' '));
    }
  }));

test('rules: a table by group, with every rule', () =>
  withFolder({}, async (folder) => {
    for (const language of ['en', 'zh'] as const) {
      const table = await output(folder, 'rules', '--lang', language);
      for (const { id, summary } of catalogue) assert.ok(table.includes(`  ${id} `) && table.includes(summary[language]), id);
    }
  }));

test('rules --format json: exactly what is documented', () =>
  withFolder({}, async (folder) => {
    const rules = JSON.parse(await output(folder, 'rules', '--format', 'json')) as readonly Record<string, unknown>[];
    assert.equal(rules.length, catalogue.length);
    for (const rule of rules) {
      const keys = Object.keys(rule).filter((key) => key !== 'profiles');
      assert.deepEqual(keys, ['id', 'group', 'severity', 'fix', 'summary', 'source'], String(rule.id));
      assert.ok(['safe', 'offered', 'none'].includes(String(rule.fix)));
      assert.deepEqual(Object.keys(rule.summary as object), ['en', 'zh']);
    }
    assert.ok(rules.some(({ profiles }) => Array.isArray(profiles) && profiles.includes('cn')));
  }));

test('explain: every rule has a page with an example, without the marks of the tests', () =>
  withFolder({}, async (folder) => {
    for (const { id, why } of catalogue) {
      const page = await output(folder, 'explain', id);
      assert.ok(page.startsWith(`${id}\n`) && page.includes(why.en), id);
      assert.doesNotMatch(page, /^```|#<-/m, id);
      assert.match(await output(folder, 'explain', id, '--lang', 'zh'), han);
    }
    assert.match(await output(folder, 'explain', 'organization-unlinked'), /\n {6}riverside: .*\n {6}\^{9}\n/);
  }));

test('schema: of the format, and of the configuration', () =>
  withFolder({}, async (folder) => {
    assert.deepEqual(JSON.parse(await output(folder, 'schema')), JSON.parse(JSON.stringify(jsonSchema())));
    const schema = JSON.parse(await output(folder, 'schema', '--config')) as object;
    const validate = formats.default(new Ajv2020({ strict: false })).compile(schema);
    const good = {
      extends: ['strict', './base.yaml'],
      files: '**/*.yaml',
      profile: 'cn',
      rules: { 'filing-late': { severity: 'off', 'working-days': 3 } },
      overrides: [{ files: 'x', rules: {} }],
      cycles: { review: '2y' },
    };
    assert.ok(validate(good), JSON.stringify(validate.errors));
    for (const bad of [
      { extends: 'strickt' },
      { ruels: {} },
      { rules: { nobody: 'off' } },
      { rules: { 'unknown-key': 'off' } },
      { overrides: { files: 'x' } },
      { cycles: { review: '2 years' } },
    ]) {
      assert.ok(!validate(bad), JSON.stringify(bad));
    }
  }));

test('classify --format json: path and classification alone, libraries left out', () =>
  withFolder({ 'a.plan.yaml': countyPlan, 'b.plan.yaml': `${shortPlan}---\n${library}`, 'c.plan.yaml': library }, async (folder) => {
    const { files, ...head } = JSON.parse(await output(folder, 'classify', '--format', 'json')) as {
      files: readonly Record<string, unknown>[];
      version: number;
    };
    assert.equal(head.version, 1);
    assert.deepEqual(
      files.map((file) => Object.keys(file)),
      [
        ['path', 'classification'],
        ['path', 'document', 'classification'],
      ],
    );
    const lint = JSON.parse((await folder.run(['lint', '--format', 'json', 'a.plan.yaml'])).stdout) as {
      files: readonly { classification: unknown }[];
    };
    assert.deepEqual(files[0]?.classification, lint.files[0]?.classification);
  }));

test('classify: a text in either language', () =>
  withFolder({ 'a.plan.yaml': countyPlan, 'c.plan.yaml': library }, async (folder) => {
    assert.match(await output(folder, 'classify'), /^a\.plan\.yaml {2}County\n/);
    const chinese = await output(folder, 'classify', '--lang', 'zh');
    assert.match(chinese, han);
    assert.match(chinese, /向社会开放的阶段 .*预防 \d/, 'phases have names');
    assert.doesNotMatch(chinese, /\p{Script=Han}[:(,]|[),:]\p{Script=Han}/u, 'the marks are Chinese, too');
    assert.match(await output(folder, 'classify', 'c.plan.yaml'), /no plan/);
  }));
