// What stays on the heap of a server that is edited all day: rounds of random steps, after each of which everything is put back as it was.
// A process of its own, started with `--expose-gc`: prints the heap after each round, in bytes.
//   node --expose-gc test/fuzz/server-heap.ts <edits> <seed>
import { startEditor } from './editor.ts';
import { createRandom } from './random.ts';
import { readDisk, takeSteps } from './server-job.ts';
import { makeSteps, type Step } from './server-steps.ts';

const rounds = 10;
const [edits = 1000, seed = 1] = process.argv.slice(2).map(Number);
const disk = await readDisk();
const editor = await startEditor({ disk: new Map(disk), open: new Map(), folders: ['one'] }, 'pull');
const heaps: number[] = [];
for (let round = 0; round < rounds; round++) {
  const random = createRandom(seed, round);
  for (let made = 0; made < edits / rounds; ) {
    const steps = makeSteps(editor.machine.disk, 40, { isCalm: random.percent(50), edits: 80 }, random);
    await takeSteps(editor, steps);
    await editor.quiet();
    made += steps.reduce((sum, step) => sum + editsIn(step), 0);
  }
  await putBack();
  gc?.();
  heaps.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify({ heaps, complaints: editor.complaints }));
process.exit();

function editsIn(step: Step): number {
  if (step.do === 'replace') return 1;
  return step.do !== 'edit' ? 0 : step.isOne ? 1 : step.edits.length;
}

async function putBack(): Promise<void> {
  const { machine } = editor;
  for (const path of [...machine.open.keys()]) editor.close(path);
  for (const path of [...machine.disk.keys()]) if (!disk.has(path)) editor.remove(path);
  for (const [path, text] of disk) editor.write(path, text);
  editor.changeFolders(['one']);
  editor.tell();
  await editor.quiet();
  await editor.pullWorkspace();
  await editor.quiet();
}
