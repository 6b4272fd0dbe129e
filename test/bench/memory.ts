// `npm run bench:memory`: what stays on the server's heap while a plan of 5,000 lines is opened and closed again and again. What an editor
// keeps open all day must not grow. The test of the protocol does the same with fewer figures.
import { withFolder } from '../cli/command-line.ts';
import { pushing, startClient } from '../protocol/client.ts';
import { generatePlan } from './generate-plan.ts';

export interface MemoryOptions {
  /** Lines of the plan. */
  readonly lines: number;
  /** How often it is opened and closed. */
  readonly rounds: number;
  /** Called after each round with what is alive on the heap when the document is closed, in bytes. */
  readonly onRound?: (round: number, bytes: number) => void;
}

/** The heap after each round, in bytes. Every round opens another file with another text, so that nothing of an earlier one can be of use. */
export async function measureMemory({ lines, rounds, onRound = () => undefined }: MemoryOptions): Promise<readonly number[]> {
  const text = generatePlan({ lines });
  const heaps: number[] = [];
  await withFolder({}, async ({ path }) => {
    const client = await startClient(path, { capabilities: pushing, measured: true });
    for (let round = 1; round <= rounds; round++) {
      const file = `plan-${round}.plan.yaml`;
      await client.open(file, text.replace('id: generated', `id: generated-${round}`));
      await client.pushed(file);
      client.close(file);
      await client.pushed(file);
      const bytes = await client.heap();
      heaps.push(bytes);
      onRound(round, bytes);
    }
    await client.stop();
  });
  return heaps;
}

if (import.meta.main) {
  const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  const heaps = await measureMemory({
    lines: 5000,
    rounds: 60,
    onRound: (round, bytes) => {
      if (round === 1 || round % 10 === 0) console.log(`after ${String(round).padStart(2)} rounds: ${mebibytes(bytes)} MiB`);
    },
  });
  const [tenth = 0, last = 0] = [heaps[9], heaps.at(-1)];
  console.log(`From the tenth round to the last: ${(last / tenth).toFixed(3)} times.`);
  if (last > 1.1 * tenth) {
    console.error('The heap grows.');
    process.exitCode = 1;
  }
}
