// What happens around a server in the course of a session, as a list of steps made by chance: each can be left out, and the others still
// make sense.
import { type Edit, gentleGestureIn, gestureIn, undone } from './edits.ts';
import type { Random } from './random.ts';

export type Step =
  | { readonly do: 'open'; readonly path: string; readonly languageId: string; readonly version: number; readonly text?: string }
  | { readonly do: 'close'; readonly path: string }
  /** Each edit is a change of its own, or all are one. */
  | { readonly do: 'edit'; readonly path: string; readonly edits: readonly Edit[]; readonly isOne: boolean }
  | { readonly do: 'replace'; readonly path: string; readonly text: string }
  | { readonly do: 'write'; readonly path: string; readonly text: string }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'move'; readonly path: string; readonly to: string }
  | { readonly do: 'tell' }
  | { readonly do: 'folders'; readonly names: readonly string[] }
  /** Places are shares of the text, in hundredths. */
  | { readonly do: 'ask'; readonly method: string; readonly path: string; readonly place: number; readonly cancelAfter?: number }
  | { readonly do: 'pull' | 'tokens'; readonly path: string }
  | { readonly do: 'pull-workspace' }
  /** `all`: until nothing more happens; else so many turns of the event loop. */
  | { readonly do: 'wait'; readonly turns: number | 'all' };

/** The requests that are asked of a place in a document, by what they need besides. */
const methods: readonly string[] = [
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename', 'documentSymbol', 'documentLink'],
  ...['foldingRange', 'selectionRange', 'formatting', 'rangeFormatting', 'prepareCallHierarchy', 'codeAction', 'codeLens', 'inlayHint'],
  ...['semanticTokens/range', 'diagnostic'],
]
  .map((name) => `textDocument/${name}`)
  .concat([
    'workspace/symbol',
    'workspace/diagnostic',
    'workspace/textDocumentContent',
    'callHierarchy/incomingCalls',
    'codeAction/resolve',
  ])
  .concat(['callHierarchy/outgoingCalls', 'codeLens/resolve', 'govplan/classification', 'govplan/governanceTree'])
  .concat(['govplan/view', 'govplan/report']);

const names = ['one/a.plan.yaml', 'one/b.plan.yaml', 'one/lib/agencies.plan.yaml', 'one/lib/law.plan.yaml', 'one/sub/sample.plan.yaml']
  .concat(['one/govplan.config.yaml', 'one/base.config.yaml', 'one/sub/govplan.config.yaml', 'two/c.plan.yaml', 'two/notes.yaml'])
  .concat(['one/new.plan.yaml', 'one/lib/new.plan.yaml', 'two/govplan.config.yaml', 'two/名 称.plan.yaml']);

const folders = ['one/lib', 'one/sub', 'two/old', 'one/dir'];

const configs = [
  'as-of: 2026-11-22\n',
  'as-of: 2025-01-01\nprofile: us\n',
  'rules: {organization-unlinked: error, nonsense: off}\n',
  'ignore: [lib/]\n',
].concat([
  'extends: ../base.config.yaml\n',
  'extends: [strict]\n',
  'files: ["*.yaml"]\n',
  'as-of: [\n',
  '',
  'extends: govplan.config.yaml\n',
  'cycles: {review: 1y}\n',
]);

const languageIds = ['governance-plan', 'governance-plan', 'governance-plan', 'yaml', 'plaintext'];

/** Texts as they will be when the steps so far have been made. */
interface Foreseen {
  readonly disk: Map<string, string>;
  readonly open: Map<string, string>;
}

/**
 * How a session goes. In a calm one the documents stay sound for the most part, what one says is seen in another, and nothing happens that
 * would make the server look at everything anew; in any other anything may happen.
 */
export interface Temper {
  readonly isCalm: boolean;
  /** How much of it all is editing, in hundredths. */
  readonly edits: number;
}

export function makeSteps(disk: ReadonlyMap<string, string>, count: number, temper: Temper, random: Random): readonly Step[] {
  const foreseen: Foreseen = { disk: new Map(disk), open: new Map() };
  const steps: Step[] = [];
  const first = temper.isCalm || random.percent(50) ? importing : [random.pick(names)];
  for (const path of [...first, random.pick(names)]) if (!foreseen.open.has(path)) steps.push(openStep(path, foreseen, random));
  if (temper.isCalm) steps.push(...[...foreseen.open.keys()].map((path): Step => ({ do: 'pull', path })), { do: 'wait', turns: 'all' });
  while (steps.length < count) {
    const step = random.percent(temper.edits) ? editStep(foreseen, temper, random) : otherStep(foreseen, temper, random);
    if (step) steps.push(step);
    if (step && random.percent(30)) steps.push({ do: 'wait', turns: random.percent(30) ? 'all' : random.below(4) });
  }
  return steps;
}

/** A plan and a library that it imports. */
const importing = ['one/a.plan.yaml', 'one/lib/agencies.plan.yaml'];

function openStep(path: string, { disk, open }: Foreseen, random: Random): Step {
  const text = random.percent(85) ? disk.get(path) : random.pick([...disk.values(), '']);
  open.set(path, text ?? '');
  return { do: 'open', path, languageId: random.pick(languageIds), version: 1 + random.below(3), text: text ?? '' };
}

function editStep(foreseen: Foreseen, { isCalm }: Temper, random: Random): Step | undefined {
  const { open, disk } = foreseen;
  if (open.size === 0) return undefined;
  const path = random.pick([...open.keys()]);
  const text = open.get(path) as string;
  if (random.percent(isCalm ? 2 : 8) || text.length > longestText) {
    const whole = random.percent(60)
      ? (disk.get(path) ?? '')
      : path.endsWith('config.yaml')
        ? random.pick(configs)
        : random.pick([...disk.values()]);
    open.set(path, whole);
    return { do: 'replace', path, text: whole };
  }
  const edits = editsIn(text, random.pick([...open.values()]), isCalm ? 80 : 50, random);
  if (edits.length === 0) return undefined;
  const isOne = random.percent(40);
  // Places are made to fit when the step is taken; what is foreseen need not be right to the character.
  open.set(
    path,
    edits.reduce((before, [start, removed, inserted]) => before.slice(0, start) + inserted + before.slice(start + removed), text),
  );
  return { do: 'edit', path, edits, isOne };
}

/** Of what breaks a text much is taken back: an editor is mostly shown texts that are sound. */
function editsIn(text: string, other: string, gentle: number, random: Random): readonly Edit[] {
  if (random.percent(gentle)) return gentleGestureIn(text, random);
  const gesture = gestureIn(text, other, random);
  return random.percent(70) ? [...gesture, ...undone(text, gesture)] : gesture;
}

const longestText = 20_000;

function otherStep(foreseen: Foreseen, { isCalm }: Temper, random: Random): Step | undefined {
  const { disk, open } = foreseen;
  const path = random.percent(80) && open.size > 0 ? random.pick([...open.keys()]) : random.pick(names);
  switch (isCalm ? 8 + random.below(6) : random.below(14)) {
    case 0:
      return open.has(path) ? undefined : openStep(path, foreseen, random);
    case 1:
      return open.delete(path) ? { do: 'close', path } : openStep(path, foreseen, random);
    case 2: {
      const text = path.endsWith('config.yaml')
        ? random.pick(configs)
        : random.percent(50)
          ? (open.get(path) ?? '')
          : random.pick([...disk.values()]);
      disk.set(path, text);
      return { do: 'write', path, text };
    }
    case 3: {
      const gone = random.percent(20) ? random.pick(folders) : random.pick(names);
      return random.percent(40)
        ? { do: 'remove', path: gone }
        : { do: 'write', path: gone.endsWith('yaml') ? gone : `${gone}/x.plan.yaml`, text: random.pick([...disk.values()]) };
    }
    case 4:
      return random.percent(30)
        ? { do: 'move', path: random.pick(folders), to: random.pick(folders) }
        : { do: 'move', path: random.pick(names), to: random.pick(names) };
    case 5:
    case 6:
      return { do: 'tell' };
    case 7:
      return random.percent(40)
        ? { do: 'folders', names: random.pick([['one'], ['one', 'two'], ['two', 'one'], ['two'], ['one', 'one/sub']]) }
        : undefined;
    case 8:
      return { do: 'pull', path };
    case 9:
      return random.percent(40) ? { do: 'pull-workspace' } : { do: 'tokens', path };
    default:
      return askStep(path, random);
  }
}

/** Some request at some place, which may be taken back. */
export function askStep(path: string, random: Random): Step {
  const cancelAfter = random.percent(30) ? random.below(5) : undefined;
  return { do: 'ask', method: random.pick(methods), path, place: random.below(101), ...(cancelAfter !== undefined && { cancelAfter }) };
}
