// `govplan.config.yaml`: what it decides, how far it reaches, and what is found wrong with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Files, library, lintToJson, misspelt, placesOf, shortPlan, withFolder } from './command-line.ts';

/** Severities of one rule by path, `off` where it finds nothing. */
async function checkSeverity(
  files: Files,
  rule: string,
  expected: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
): Promise<void> {
  await withFolder(files, async (folder) => {
    const { files: linted } = await lintToJson(folder, argv);
    const found = Object.keys(expected).map((path) => {
      const entry = linted.find((file) => file.path === path);
      return [path, entry?.findings.find((finding) => finding.rule === rule)?.severity ?? 'off'];
    });
    assert.deepEqual(Object.fromEntries(found), expected);
  });
}

const plans = { 'a.plan.yaml': shortPlan, 'sub/b.plan.yaml': shortPlan.replace('short', 'other') };

test('severities by rule', () =>
  checkSeverity({ ...plans, 'govplan.config.yaml': 'rules: {legal-basis-absent: information}\n' }, 'legal-basis-absent', {
    'a.plan.yaml': 'information',
    'sub/b.plan.yaml': 'information',
  }));

test('the nearest configuration upwards counts, alone', () =>
  checkSeverity(
    {
      ...plans,
      'govplan.config.yaml': 'rules: {legal-basis-absent: off}\n',
      'sub/govplan.config.yaml': 'rules: {hazard-scope-undefined: off}\n',
    },
    'legal-basis-absent',
    { 'a.plan.yaml': 'off', 'sub/b.plan.yaml': 'error' },
  ));

test('it is found above the working directory, but not above --root', () =>
  withFolder({ ...plans, 'govplan.config.yaml': 'rules: {legal-basis-absent: off}\n' }, async (folder) => {
    const isFound = async (...argv: string[]): Promise<boolean> =>
      placesOf(await lintToJson(folder, argv, { cwd: 'sub' })).some((place) => place.includes('legal-basis-absent'));
    assert.equal(await isFound(), false);
    assert.equal(await isFound('--root', '.'), true);
  }));

test('--config holds for all files, --no-config for none', async () => {
  const files = {
    ...plans,
    'govplan.config.yaml': 'rules: {legal-basis-absent: off}\n',
    'ci/strict.yaml': 'rules: {legal-basis-absent: warning}\n',
  };
  const both = (severity: string): Readonly<Record<string, string>> => ({ 'a.plan.yaml': severity, 'sub/b.plan.yaml': severity });
  await checkSeverity(files, 'legal-basis-absent', both('warning'), ['--config', 'ci/strict.yaml']);
  await checkSeverity(files, 'legal-basis-absent', both('error'), ['--no-config']);
});

test('`info` is another word for `information`', () =>
  checkSeverity({ ...plans, 'govplan.config.yaml': 'rules: {legal-basis-absent: info}\n' }, 'legal-basis-absent', {
    'a.plan.yaml': 'information',
    'sub/b.plan.yaml': 'information',
  }));

test('overrides hold for the files they name, later ones win', () =>
  checkSeverity(
    {
      ...plans,
      'govplan.config.yaml': `rules: {legal-basis-absent: warning}
overrides:
  - {files: "sub/**", rules: {legal-basis-absent: off}}
  - {files: ["**/b.plan.yaml", "nothing/**"], rules: {legal-basis-absent: information}}
`,
    },
    'legal-basis-absent',
    { 'a.plan.yaml': 'warning', 'sub/b.plan.yaml': 'information' },
  ));

test('an override for all files but some', () =>
  checkSeverity(
    { ...plans, 'govplan.config.yaml': 'overrides: {files: "!sub/**", rules: {legal-basis-absent: information}}\n' },
    'legal-basis-absent',
    { 'a.plan.yaml': 'information', 'sub/b.plan.yaml': 'error' },
  ));

test('presets: strict raises, minimal leaves errors and faults of shape', async () => {
  const severities = async (config: string): Promise<readonly string[]> => {
    const found: string[] = [];
    await withFolder({ 'a.plan.yaml': shortPlan, 'govplan.config.yaml': config }, async (folder) => {
      const { files } = await lintToJson(folder);
      found.push(...new Set(files.flatMap(({ findings }) => findings.map(({ severity }) => severity))));
    });
    return found.sort();
  };
  assert.deepEqual(await severities('extends: recommended\n'), ['error', 'information', 'warning']);
  assert.deepEqual(await severities('extends: strict\n'), ['error', 'warning']);
  assert.deepEqual(await severities('extends: [strict, minimal]\n'), ['error']);
});

test('a configured severity goes before a preset', () =>
  checkSeverity({ ...plans, 'govplan.config.yaml': 'extends: strict\nrules: {legal-basis-absent: information}\n' }, 'legal-basis-absent', {
    'a.plan.yaml': 'information',
  }));

test('what is extended comes first, its patterns read from the folder of who extends it', () =>
  checkSeverity(
    {
      ...plans,
      'govplan.config.yaml': 'extends: [./shared/house.yaml]\nrules: {hazard-scope-undefined: off}\n',
      'shared/house.yaml': 'extends: law.yaml\noverrides: [{files: "sub/**", rules: {legal-basis-absent: off}}]\n',
      'shared/law.yaml': 'rules: {legal-basis-absent: warning}\n',
    },
    'legal-basis-absent',
    { 'a.plan.yaml': 'warning', 'sub/b.plan.yaml': 'off' },
  ));

test('files and ignore choose what is linted in folders', () =>
  withFolder(
    {
      'govplan.config.yaml': 'files: ["plans/**/*.yaml"]\nignore: ["drafts/", "*.old.yaml", "!kept.old.yaml"]\n',
      'a.plan.yaml': library,
      'plans/a.yaml': library,
      'plans/drafts/b.yaml': library,
      'plans/c.old.yaml': library,
      'plans/kept.old.yaml': library,
    },
    async (folder) => {
      assert.deepEqual(
        (await lintToJson(folder)).files.map(({ path }) => path),
        ['plans/a.yaml', 'plans/kept.old.yaml'],
      );
      assert.deepEqual(
        (await lintToJson(folder, ['plans/drafts/b.yaml', 'a.plan.yaml'])).files.map(({ path }) => path),
        ['a.plan.yaml', 'plans/drafts/b.yaml'],
        'what is named is linted',
      );
    },
  ));

test('a pattern behind an exclamation mark takes out again, and the last that matches decides', async () => {
  const files = { 'a.plan.yaml': library, 'notes.md': '', 'sub/b.plan.yaml': library, 'sub/kept/c.plan.yaml': library };
  for (const [config, chosen] of [
    ['files: ["**/*.plan.yaml", "!sub/**"]\n', ['a.plan.yaml']],
    ['files: "!sub/**"\n', ['a.plan.yaml']],
    ['files: ["**/*.plan.yaml", "!sub/**", "sub/kept/**"]\n', ['a.plan.yaml', 'sub/kept/c.plan.yaml']],
    ['ignore: "./sub/"\n', ['a.plan.yaml']],
  ] as const)
    await withFolder({ ...files, 'govplan.config.yaml': config }, async (folder) => {
      const found = (await lintToJson(folder)).files.map(({ path }) => path);
      assert.deepEqual(found, chosen, config);
    });
});

test('as-of is the check date, unless the command line has another', () =>
  withFolder({ 'a.plan.yaml': library, 'govplan.config.yaml': 'as-of: 2030-05-06\n' }, async (folder) => {
    assert.equal((await lintToJson(folder)).asOf, '2030-05-06');
    assert.equal((await lintToJson(folder, ['--as-of', '2031-01-01'])).asOf, '2031-01-01');
  }));

test('profile holds for plans that name none', () => {
  const config = { 'govplan.config.yaml': 'profile: cn\n' };
  const generic = shortPlan.replace('type: unit', 'profile: generic, type: unit');
  const rule = 'filing-late';
  const late = (plan: string): string =>
    plan.replace('status: draft', 'status: in-force, issued: 2026-01-05, filing: {with: mill, on: 2026-06-30}');
  return checkSeverity({ ...config, 'a.plan.yaml': late(shortPlan), 'b.plan.yaml': late(generic.replace('short', 'other')) }, rule, {
    'a.plan.yaml': 'warning',
    'b.plan.yaml': 'off',
  });
});

test('options of a rule', async () => {
  const plan = shortPlan
    .replace('type: unit', 'profile: cn, type: unit')
    .replace('status: draft', 'status: in-force, issued: 2026-01-05, filing: {with: mill, on: 2026-02-27}');
  const check = (rule: string, severity: string): Promise<void> =>
    checkSeverity({ 'a.plan.yaml': plan, 'govplan.config.yaml': `rules: {filing-late: ${rule}}\n` }, 'filing-late', {
      'a.plan.yaml': severity,
    });
  await check('warning', 'warning');
  await check('{severity: error, working-days: 10}', 'error');
  await check('{working-days: 60}', 'off');
});

/** Faulty configurations, and what is found in them. */
const faults: readonly { readonly config: string; readonly found: readonly string[]; readonly says?: RegExp }[] = [
  { config: 'ruels: {}\n', found: ['0:0-0:5'], says: /'ruels'.*Did you mean 'rules'/ },
  { config: 'rules: {unknown-kye: off}\n', found: ['0:8-0:19'], says: /'unknown-kye'.*Did you mean 'unknown-key'/ },
  { config: 'rules: {legal-basis-absent: fatal}\n', found: ['0:28-0:33'], says: /error, warning, information, off/ },
  { config: 'rules: {legal-basis-absent: true}\n', found: ['0:28-0:32'] },
  { config: 'rules: {unknown-key: off}\n', found: ['0:21-0:24'], says: /cannot be switched off/ },
  { config: 'rules: {filing-late: {working-day: 3}}\n', found: ['0:22-0:33'], says: /'working-day'.*'working-days'/ },
  { config: 'rules: {filing-late: {working-days: soon}}\n', found: ['0:36-0:40'], says: /whole number/ },
  { config: 'rules: off\n', found: ['0:7-0:10'] },
  { config: 'profile: cm\n', found: ['0:9-0:11'] },
  { config: 'as-of: 2026-02-30\n', found: ['0:7-0:17'], says: /no calendar date/ },
  { config: 'as-of:\n', found: ['0:0-0:5'] },
  { config: 'cycles: {review: 2 years, exercise: 1y, drill: 1y}\n', found: ['0:17-0:24', '0:40-0:45'] },
  { config: 'files: []\n', found: ['0:7-0:9'] },
  { config: 'overrides: [{files: "x/**"}]\n', found: ['0:13-0:18'], says: /'rules' is missing/ },
  { config: 'extends: strickt\n', found: ['0:9-0:16'], says: /Did you mean 'strict'/ },
  { config: 'extends: ./none.yaml\n', found: ['0:9-0:20'], says: /no file/ },
  { config: 'extends: ../out.yaml\n', found: ['0:9-0:20'], says: /out of the workspace/ },
  { config: 'extends: /etc/x.yaml\n', found: ['0:9-0:20'], says: /out of the workspace/ },
  { config: 'extends: https://example.org/x.yaml\n', found: ['0:9-0:35'], says: /network/ },
  { config: 'extends: ./govplan.config.yaml\n', found: ['0:9-0:30'], says: /itself/ },
  { config: '- rules\n', found: ['0:0-0:7'], says: /map of settings/ },
  { config: 'rules: {legal-basis-absent: "off}\n', found: ['0:28-0:29'], says: /never closed/ },
  { config: 'profile: cn\nprofile: us\n', found: ['1:0-1:7'] },
  { config: '# nothing yet\n', found: [] },
  { config: 'x-owner: us\n', found: [] },
];

for (const { config, found, says } of faults) {
  test(`${JSON.stringify(config)} has ${found.length} faults`, () =>
    withFolder({ 'w/a.plan.yaml': library, 'w/govplan.config.yaml': config, 'out.yaml': 'profile: cn\n' }, async (folder) => {
      const report = await lintToJson(folder, ['--root', '.'], { cwd: 'w' });
      assert.deepEqual(
        placesOf(report),
        found.map((place) => `govplan.config.yaml invalid-config ${place}`),
      );
      assert.equal(report.code, found.length > 0 ? 1 : 0);
      const messages = report.files.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n');
      if (says) assert.match(messages, says);
      assert.doesNotMatch(messages, /\{[a-z]+\}|undefined/, 'every place in the message is filled');
    }));
}

test('what many extend together counts once, where it counts most', () => {
  const rows = 40;
  const files: Record<string, string> = { ...plans, 'govplan.config.yaml': 'extends: [./one0.yaml, ./other0.yaml]\n' };
  for (let row = 0; row < rows; row++) {
    const both = `extends: [./one${row + 1}.yaml, ./other${row + 1}.yaml]\n`;
    Object.assign(files, { [`one${row}.yaml`]: both, [`other${row}.yaml`]: both });
  }
  files[`one${rows}.yaml`] = 'rules: {legal-basis-absent: error}\n';
  files[`other${rows}.yaml`] = 'rules: {legal-basis-absent: information}\n';
  return checkSeverity(files, 'legal-basis-absent', { 'a.plan.yaml': 'information' });
});

test('a fault in a file that is extended is found there', () =>
  withFolder({ 'a.plan.yaml': library, 'govplan.config.yaml': 'extends: ./base.yaml\n', 'base.yaml': 'ruels: {}\n' }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder)), ['base.yaml invalid-config 0:0-0:5']);
  }));

test('a configuration can be linted by itself', () =>
  withFolder({ 'govplan.config.yaml': 'ruels: {}\n' }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder, ['govplan.config.yaml'])), ['govplan.config.yaml invalid-config 0:0-0:5']);
  }));

test('a configuration without faults is no entry in the report', () =>
  withFolder({ 'a.plan.yaml': misspelt, 'govplan.config.yaml': 'profile: cn\n' }, async (folder) => {
    assert.deepEqual(
      (await lintToJson(folder)).files.map(({ path }) => path),
      ['a.plan.yaml'],
    );
  }));
