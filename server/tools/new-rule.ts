// `npm run new-rule -- <group>/<id>`: begins a rule.
import { fileURLToPath } from 'node:url';
import { catalogueFile } from './catalogue.ts';
import { bringUpToDate } from './generated-file.ts';
import { scaffoldRule } from './rule-scaffold.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scaffold = await scaffoldRule(root, process.argv[2] ?? '');

if ('refusal' in scaffold) {
  console.error(scaffold.refusal);
  process.exitCode = 2;
} else {
  for (const file of scaffold.files) {
    await bringUpToDate(root, file, false);
    console.log(file.path);
  }
  await bringUpToDate(root, await catalogueFile(root), false);
  console.log('Write the texts and the check, say on the page why it matters, and show there what is bad and what is good.');
  console.log('CONTRIBUTING.md says what else a rule needs.');
}
