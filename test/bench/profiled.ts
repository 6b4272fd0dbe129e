// The work behind each target, done once more under a profiler.
import type { Bench } from './bench.ts';
import { type Edit, typing, worstEdits } from './edits.ts';
import { generatePlan } from './generate-plan.ts';
import { KB, writePlan, writeWorkspace } from './inputs.ts';
import { startEditor } from './language-server.ts';
import type { Input } from './peers/linter.ts';
import { timeOf } from './process.ts';
import { type Profile, type Profiled, profile } from './profile.ts';

/** Milliseconds of edits, so that they outweigh the opening of the plan. */
const longEnough = 10_000;

export async function profileOf(profiled: Profiled, bench: Bench): Promise<Profile> {
  const bundle = bench.mapped;
  const lint = async (input: Input, mapped?: string): Promise<Profile> => {
    const { args, ...command } = bench.govplan.command(input);
    const replaced = args.map((argument) => (argument === bench.bundle ? (mapped ?? argument) : argument));
    return profile('cpu', bench.folder, mapped, async (options) => {
      await timeOf({ ...command, args: [...options, ...replaced] });
    });
  };
  const edit = (kind: 'cpu' | 'heap', text: string, steps: Edit['steps']): Promise<Profile> =>
    profile(kind, bench.folder, bundle, async (options) => {
      const server = { name: 'govplan', version: '', program: bench.newNode, args: [...options, bundle, 'lsp', '--stdio'] };
      const editor = await startEditor({ ...server, debounce: 0, configuration: {} }, bench.folder);
      await editor.open('edited.plan.yaml', text);
      const start = performance.now();
      do {
        for (const changes of steps) await editor.edit(changes);
      } while (performance.now() - start < longEnough);
      await editor.stop();
    });
  switch (profiled) {
    case 'one-file':
      return lint(await writePlan(bench.folder, 2048 * KB), bundle);
    case 'cold-start':
      // Here it matters how the program is packed, so it is the one that ships.
      return lint(await writePlan(bench.folder, 5 * KB));
    case 'many-files':
      return lint(await writeWorkspace(bench.folder, 1000), bundle);
    case 'keystrokes': {
      const text = generatePlan({ lines: 50_000 });
      return edit('cpu', text, typing(text).steps);
    }
    case 'worst-edits': {
      const text = generatePlan(2048 * KB);
      return edit(
        'cpu',
        text,
        worstEdits(text).flatMap(({ steps }) => steps),
      );
    }
    case 'memory': {
      const text = generatePlan({ lines: 50_000 });
      return edit('heap', text, typing(text).steps);
    }
  }
}
