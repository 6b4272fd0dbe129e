// Lints the samples as anybody does who tries govplan: by the command line, from the root of the repository. The day on which that happens
// is far away on purpose: samples/govplan.config.yaml fixes the date, so nothing that is found may depend on today.
import { lintCommand } from '../src/cli/lint/command.ts';
import { main } from '../src/cli/main.ts';

export interface SampleFinding {
  /** From the root of the repository. */
  readonly path: string;
  /** From 1, as a reader counts. */
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** Silenced by an exception in the file. */
  readonly excused: boolean;
}

export interface SampleRun {
  readonly asOf: string;
  /** Every file that was linted, found in or not. */
  readonly paths: readonly string[];
  readonly findings: readonly SampleFinding[];
}

/** Rejects where the run itself complains, as about a file that cannot be read. `root` is the repository. */
export async function lintSamples(root: string, folder: string, language: 'en' | 'zh' = 'en'): Promise<SampleRun> {
  const [written, complaints]: [string[], string[]] = [[], []];
  const collect = (into: string[]) => ({
    write: (text: string) => void into.push(text),
    isTerminal: false,
    columns: undefined,
    stream: undefined,
  });
  const terminal = {
    cwd: root,
    env: {},
    stdout: collect(written),
    stderr: collect(complaints),
    readStdin: async () => new Uint8Array(),
    today: () => '2041-06-01',
    now: () => performance.now(),
  };
  await main(['lint', folder, '--format', 'json', '--lang', language], terminal, [lintCommand]);
  if (complaints.length > 0) throw new Error(complaints.join(''));
  const report: Report = JSON.parse(written.join(''));
  const findings = report.files.flatMap(({ path, findings: found }) =>
    found.map(({ rule, severity, message, range, suppressed }) => {
      return { path, line: range.start.line + 1, rule, severity, message, excused: suppressed !== undefined };
    }),
  );
  return { asOf: report.asOf, paths: report.files.map(({ path }) => path), findings };
}

/** What is used here of the JSON that `govplan lint` writes. */
interface Report {
  readonly asOf: string;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number } };
      readonly suppressed?: unknown;
    }[];
  }[];
}
