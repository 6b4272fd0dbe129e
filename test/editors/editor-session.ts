// Runs a real editor on a copy of the small workspace, with `govplan` of the build on its PATH, and hands back what its script reported.
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Unavailable } from '../e2e/setup.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** In milliseconds, for the whole session. */
const longest = 20_000;

/** What both texts are after the rename of the county's government, and the plan before it. */
export interface Texts {
  readonly corrected: string;
  readonly renamed: { readonly plan: string; readonly library: string };
}

/**
 * The report of one session. Scripts among `args` that begin with `./` are in this folder.
 * Rejects with what the editor said where it reports nothing, or reports a problem.
 */
export async function runSession<Report>(editor: string, args: readonly string[]): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-editor-'));
  try {
    const workspace = join(folder, 'workspace');
    await cp(here('./workspace'), workspace, { recursive: true });
    // To Emacs a project is a repository: one server for all folders of it.
    await mkdir(join(workspace, '.git'));
    const programs = join(folder, 'bin');
    await mkdir(programs);
    const bundle = here('../../server/dist/govplan.cjs');
    await chmod(bundle, 0o755);
    await symlink(bundle, join(programs, 'govplan'));
    const report = join(folder, 'report.json');
    const { stdout, stderr } = await promisify(execFile)(
      editor,
      args.map((arg) => arg.replace(/(?<=^|luafile )\.\/.+/, here)),
      {
        cwd: workspace,
        // A home of its own: nobody's configuration is read, and nothing is left behind.
        env: {
          PATH: [programs, dirname(process.execPath), process.env.PATH].join(delimiter),
          HOME: folder,
          LC_ALL: 'C.UTF-8',
          REPORT: report,
        },
        timeout: longest,
        killSignal: 'SIGKILL',
      },
    );
    const seen = await readFile(report, 'utf8').catch(() => {
      throw new Error(`The editor reported nothing. It said:\n${stdout}${stderr}`);
    });
    const { unavailable, problem, ...rest } = JSON.parse(seen) as { readonly unavailable?: string; readonly problem?: string };
    if (unavailable !== undefined) throw new Unavailable(unavailable);
    if (problem !== undefined) throw new Error(`${problem}\n${stdout}${stderr}`);
    return rest as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the texts have to be. */
export async function expectedTexts(): Promise<Texts> {
  const corrected = (await readFile(here('./workspace/flood.plan.yaml'), 'utf8')).replace('blue-skye', 'blue-sky');
  const library = await readFile(here('./workspace/library/organizations.plan.yaml'), 'utf8');
  const rename = (text: string): string => text.replaceAll(/(?<=^ {2}|from: |chair: )county\b/gm, 'lea-county');
  return { corrected, renamed: { plan: rename(corrected), library: rename(library) } };
}

/** The documentation shows users the very configuration that these tests run. */
export async function isDocumented(configuration: string): Promise<boolean> {
  const [page, text] = await Promise.all([readFile(here('../../docs/editors.md'), 'utf8'), readFile(here(configuration), 'utf8')]);
  return page.includes(text);
}
