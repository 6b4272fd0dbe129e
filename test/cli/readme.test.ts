// What the README shows is what one sees.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commands } from '../../server/src/cli/commands.ts';
import { formatNames } from '../../server/src/cli/format/formats.ts';
import { main } from '../../server/src/cli/main.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { captured, withFolder } from './command-line.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = (await readFile(new URL('../../README.md', import.meta.url), 'utf8')).replaceAll('\r\n', '\n');

test('its terminal excerpt is real', async () => {
  const excerpts = [...readme.matchAll(/^```console\n\$ govplan ([^\n]*)\n([\s\S]*?)^```$/gm)];
  assert.equal(excerpts.length, 1);
  for (const [, command = '', shown = ''] of excerpts) {
    const { terminal, outcome } = captured(root);
    const { stdout } = outcome(await main(command.split(' '), terminal, commands));
    for (const part of shown.split('…\n')) assert.ok(stdout.includes(part), part);
  }
});

test('its configuration has no fault', () => {
  const config = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => text)
    .find((text) => text.startsWith('extends:'));
  assert.ok(config);
  return withFolder({ 'govplan.config.yaml': config }, async (folder) => {
    const { code, stdout } = await folder.run(['lint', 'govplan.config.yaml']);
    assert.deepEqual([code, stdout], [0, '1 file checked: nothing found.\n']);
  });
});

test('it names every command, every format and the number of rules', () => {
  for (const { name } of commands) assert.ok(readme.includes(`\`govplan ${name}`), name);
  for (const name of formatNames) assert.ok(readme.includes(`\`${name}\``), name);
  assert.deepEqual(
    [...readme.matchAll(/(\d+) (?:rules|条规则)/g)].map(([, count]) => Number(count)),
    [catalogue.length, catalogue.length],
  );
});
