// What stays on the heap of a server while a document stays open that is edited all day: in ever other places, in every way, with the questions
// that an editor asks behind each edit. What the document once was, must go.
// A process of its own, started with `--expose-gc`: prints the heap after each way of editing, in bytes.
//   node --expose-gc test/fuzz/open-heap.ts <edits in each way> <seed>

import { startEditor } from './editor.ts';
import { type Edit, undone } from './edits.ts';
import { createRandom } from './random.ts';
import { readDisk, takeSteps } from './server-job.ts';
import { askStep, type Step } from './server-steps.ts';

/** By where a name stands in the text, how long it is, and the number of the edit; and whether the text is right afterwards. */
type Way = readonly [(at: number, length: number, edit: number) => Edit, isBreaking: boolean];

const ways: readonly Way[] = [
  [(at) => [at + 1, 0, '水'], false],
  [(at, length, edit) => [at + length, 0, ` # a comment of edit ${edit}`], false],
  [(at) => [at, 0, '"'], true],
  [(at) => [at - '\n    name: '.length - 1, 0, 'x'], false],
  [(at, length) => [at + length, 0, '\n---'], true],
  [(at, _, edit) => [at, 0, `&anchor-of-edit-${edit} `], true],
  [(at) => [at - '    name: '.length, 4, ''], true],
  [(at) => [at - '    name: '.length, 0, '\n'], false],
  [(at) => [at, 0, '>-\n      '], true],
  [(at, length, edit) => [at + length, 0, `\n     no-key-of-edit-${edit}: words of edit ${edit}`], true],
];

const [edits = 30, seed = 1] = process.argv.slice(2).map(Number);
const random = createRandom(seed, 0);
const path = 'one/long.plan.yaml';
const editor = await startEditor({ disk: new Map(await readDisk()), open: new Map(), folders: ['one'] }, 'pull');
editor.open(path, { languageId: 'governance-plan', version: 1, text: longText() });

const heaps: number[] = [];
let edit = 0;
// One way at a time: what one leaves behind, another may clear away. The first is there twice, for what a server has after its first edits.
for (const way of [ways[0] as Way, ...ways]) {
  for (let count = 0; count < edits; count++) await takeSteps(editor, stepsOf(way, edit++));
  await editor.quiet();
  gc?.();
  heaps.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify({ heaps, complaints: editor.complaints }));
process.exit();

/** One text of it takes half a megabyte, and an entry is soon found. */
function longText(): string {
  const entries = Array.from(
    { length: 100 },
    (_, n) => `  agency-${n}:\n    name: 第${n}号 agency of the county\n    sector: government\n`,
  );
  const head = 'govplan: "1"\nimports: [lib/agencies.plan.yaml]\nplan: {id: long, title: A long plan, level: county, hazards: [flood]}\n';
  return `${head}organizations:\n${entries.join('')}# ${'-'.repeat(250_000)}\n`;
}

/** An edit in an entry, each time another one; what breaks the text is taken back. Then what an editor asks. */
function stepsOf([change, isBreaking]: Way, edit: number): readonly Step[] {
  const { text } = editor.machine.open.get(path) as { readonly text: string };
  const names = [...text.matchAll(/(?<=\n {4}name: ).*/g)];
  const name = names[(edit * 7) % names.length] as RegExpExecArray;
  const made = change(name.index, name[0].length, edit);
  const asked = Array.from({ length: 6 }, () => askStep(path, random));
  const questions: readonly Step[] = [{ do: 'pull', path }, { do: 'tokens', path }, ...asked];
  const all: Step[] = [{ do: 'edit', path, edits: [made], isOne: true }, ...questions];
  if (isBreaking) all.push({ do: 'wait', turns: 3 }, { do: 'edit', path, edits: undone(text, [made]), isOne: true }, { do: 'pull', path });
  if (edit % 10 === 0) all.push(...surroundings(edit), { do: 'pull-workspace' });
  return [...all, { do: 'wait', turns: edit % 3 === 0 ? 'all' : 3 }];
}

/** What else happens meanwhile: a library and a configuration become others, a file comes and goes. */
function surroundings(edit: number): readonly Step[] {
  const library = `govplan: "1"\norganizations:\n  county: {name: County ${edit}, sector: government}\n`;
  return [
    { do: 'write', path: 'one/lib/agencies.plan.yaml', text: library },
    { do: 'write', path: 'one/govplan.config.yaml', text: `as-of: 2026-11-${10 + (edit % 20)}\n` },
    edit % 20 === 0 ? { do: 'write', path: 'one/new.plan.yaml', text: library } : { do: 'remove', path: 'one/new.plan.yaml' },
    { do: 'tell' },
  ];
}
