// VS Code on a desktop, in a process of its own that can be ended when it takes too long: `@vscode/test-electron` downloads and starts it.
//   node desktop-process.ts download CACHE          prints where the program is
//   node desktop-process.ts run '{"program": …}'    runs the tests, and ends as VS Code ends
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter, TestRunFailedError } from '@vscode/test-electron';
import type { DesktopRun } from './desktop.ts';

/** How long the download may stand still, in milliseconds. */
const timeout = 5_000;

const [task, argument = ''] = process.argv.slice(2);
process.exitCode = await (task === 'download' ? download(argument) : runDesktop(JSON.parse(argument)));

async function download(cachePath: string): Promise<number> {
  await mkdir(cachePath, { recursive: true });
  try {
    console.log(await downloadAndUnzipVSCode({ version: 'stable', cachePath, timeout, reporter: new SilentReporter() }));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function runDesktop({ program, data, workspace, extensions, tests }: DesktopRun): Promise<number> {
  // A VS Code from whose terminal this is run has told its processes to be Node.
  for (const name of Object.keys(process.env)) {
    if (name === 'ELECTRON_RUN_AS_NODE' || name.startsWith('VSCODE_')) delete process.env[name];
  }
  const folders = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: [...extensions],
      extensionTestsPath: tests,
      launchArgs: [workspace, ...folders, '--locale', 'en', '--disable-telemetry', '--disable-gpu'],
    });
  } catch (error) {
    console.error(String(error));
    return error instanceof TestRunFailedError ? (error.code ?? 1) : 1;
  }
}
