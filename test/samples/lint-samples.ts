// The one way by which tests lint the samples: the command line itself, from the root of the repository, on a day far away. What it finds
// must not depend on that day: samples/govplan.config.yaml fixes the date for everybody who runs the samples.
import { fileURLToPath } from 'node:url';
import { main } from '../../server/src/cli/main.ts';
import type { JsonReport } from '../cli/command-line.ts';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export interface SampleFinding {
  /** From the root of the repository. */
  readonly path: string;
  /** From 1, as a reader counts. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly excused: boolean;
}

export interface SampleRun {
  readonly asOf: string;
  /** Every file that was linted, found in or not. */
  readonly paths: readonly string[];
  readonly findings: readonly SampleFinding[];
}

export async function lintSamples(folder: string, language: 'en' | 'zh' = 'en'): Promise<SampleRun> {
  const written: string[] = [];
  const output = { write: (text: string) => void written.push(text), isTerminal: false, columns: undefined, stream: undefined };
  const complaints: string[] = [];
  await main(['lint', folder, '--format', 'json', '--lang', language], {
    cwd: root,
    env: {},
    stdout: output,
    stderr: { ...output, write: (text) => void complaints.push(text) },
    readStdin: async () => new Uint8Array(),
    today: () => '2041-06-01',
    now: () => performance.now(),
  });
  if (complaints.length > 0) throw new Error(complaints.join(''));
  const report = JSON.parse(written.join('')) as JsonReport;
  const findings = report.files.flatMap(({ path, findings: found }) =>
    found.map(({ rule, severity, message, range, suppressed }) => {
      return { path, line: range.start.line + 1, rule, severity, message, excused: suppressed !== undefined };
    }),
  );
  return { asOf: report.asOf, paths: report.files.map(({ path }) => path), findings };
}
