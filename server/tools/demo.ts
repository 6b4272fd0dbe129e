// `npm run demo`: what govplan says of the samples, good and bad, and the governance mode of one of them. Findings are the point here, so
// they do not fail it; anything else does.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

govplan([0, 1], 'lint', 'samples');
console.log();
govplan([0], 'classify', 'samples/cn/qinghe-flood.plan.yaml');

/** `expected` are the exit codes that are no failure of the demonstration. */
function govplan(expected: readonly number[], ...argv: readonly string[]): void {
  console.log(`$ govplan ${argv.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['server/dist/govplan.cjs', ...argv], { cwd: root, stdio: 'inherit' });
  if (status === null || !expected.includes(status)) process.exitCode = 1;
}
