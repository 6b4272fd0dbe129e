// `npm run bench:requests`: how long a language server takes for each request of an editor, right after a keystroke and when nothing has
// changed, on plans of different lengths.
//   npm run bench:requests -- --lines 50000 --only hover         one length, one request (each may be given several times)
//   npm run bench:requests -- --anchors                          with as many anchors as lines
//   npm run bench:requests -- before/server.cjs after/server.cjs   bundles of servers, in turns, so that what disturbs one disturbs the other
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { typing } from './edits.ts';
import { generatePlan } from './generate-plan.ts';
import { type Answer, type Change, type Editor, type Position, startEditor } from './language-server.ts';
import { median, p95 } from './statistics.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', multiple: true, default: ['200', '2000', '50000'] },
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '10' },
    anchors: { type: 'boolean', default: false },
  },
});
/** Absolute paths: a server runs in the folder of its plans. */
const bundles =
  positionals.length > 0
    ? positionals.map((path) => resolve(path))
    : [fileURLToPath(new URL('../../server/dist/server.cjs', import.meta.url))];

/** What an editor says that pulls diagnostics, and has the commands of the extension. */
const capabilities = {
  workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    rename: { prepareSupport: true },
  },
  experimental: { govplan: { whatIf: true } },
};

/** Where an editor may be in a plan. */
interface Places {
  readonly uri: string;
  /** In a text, where the keystrokes go. */
  readonly typed: Position;
  /** On an id that much of the plan refers to. */
  readonly used: Position;
  /** On a reference to it. */
  readonly reference: Position;
  /** What is in sight around the keystrokes. */
  readonly sight: { readonly start: Position; readonly end: Position };
}

/** Asks something and answers how long that took; `changes` are sent first where they are given. */
type Ask = (ask: (method: string, params: unknown) => Promise<Answer>, places: Places) => Promise<Answer>;

const at =
  (method: string, place: 'typed' | 'used' | 'reference', more: object = {}): Ask =>
  (ask, places) =>
    ask(method, { textDocument: { uri: places.uri }, position: places[place], ...more });
const ofDocument =
  (method: string, more: object = {}): Ask =>
  (ask, { uri }) =>
    ask(method, { textDocument: { uri }, ...more });
const inSight =
  (method: string, more: object = {}): Ask =>
  (ask, { uri, sight }) =>
    ask(method, { textDocument: { uri }, range: sight, ...more });
const view =
  (form: string): Ask =>
  (ask, { uri }) =>
    ask('workspace/textDocumentContent', { uri: `govplan:/plan.${form}?${encodeURIComponent(uri)}` });

/** The id of the last tokens: a request for what has changed goes on from the one before it. */
let tokens: string | undefined;

const requests: Readonly<Record<string, Ask>> = {
  diagnostic: ofDocument('textDocument/diagnostic'),
  'workspace/diagnostic': (ask) => ask('workspace/diagnostic', { previousResultIds: [] }),
  hover: at('textDocument/hover', 'reference'),
  'completion of an id': at('textDocument/completion', 'reference'),
  'completion in a text': at('textDocument/completion', 'typed'),
  definition: at('textDocument/definition', 'reference'),
  references: at('textDocument/references', 'used', { context: { includeDeclaration: true } }),
  prepareRename: at('textDocument/prepareRename', 'used'),
  rename: at('textDocument/rename', 'used', { newName: 'another-name' }),
  documentHighlight: at('textDocument/documentHighlight', 'used'),
  documentSymbol: ofDocument('textDocument/documentSymbol'),
  'workspace/symbol': (ask) => ask('workspace/symbol', { query: '第7' }),
  'semanticTokens/full': async (ask, { uri }) => {
    const answer = await ask('textDocument/semanticTokens/full', { textDocument: { uri } });
    tokens = answer.result.resultId;
    return answer;
  },
  'semanticTokens/full/delta': async (ask, { uri }) => {
    const answer = await ask('textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId: tokens });
    tokens = answer.result.resultId;
    return answer;
  },
  'semanticTokens/range': inSight('textDocument/semanticTokens/range'),
  foldingRange: ofDocument('textDocument/foldingRange'),
  selectionRange: (ask, { uri, typed }) => ask('textDocument/selectionRange', { textDocument: { uri }, positions: [typed] }),
  documentLink: ofDocument('textDocument/documentLink'),
  inlayHint: inSight('textDocument/inlayHint'),
  codeAction: inSight('textDocument/codeAction', { context: { diagnostics: [] } }),
  codeLens: ofDocument('textDocument/codeLens'),
  'codeLens/resolve': (ask, { uri }) => {
    const start = { line: 0, character: 0 };
    return ask('codeLens/resolve', { range: { start, end: start }, data: { uri, actor: 'emergency-bureau', document: 0 } });
  },
  prepareCallHierarchy: at('textDocument/prepareCallHierarchy', 'used'),
  'callHierarchy/outgoingCalls': calls('outgoing'),
  'callHierarchy/incomingCalls': calls('incoming'),
  formatting: ofDocument('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }),
  rangeFormatting: inSight('textDocument/rangeFormatting', { options: { tabSize: 2, insertSpaces: true } }),
  'govplan/classification': at('govplan/classification', 'typed'),
  'govplan/governanceTree': at('govplan/governanceTree', 'typed'),
  'govplan/view': at('govplan/view', 'typed'),
  'govplan/report': at('govplan/report', 'typed', { format: 'html' }),
  'classification view': view('classification.txt'),
  'matrix view': view('matrix.txt'),
  'network view': view('network.txt'),
};

function calls(direction: 'outgoing' | 'incoming'): Ask {
  return (ask, { uri, used }) =>
    ask(`callHierarchy/${direction}Calls`, {
      item: { uri, selectionRange: { start: used, end: used }, data: { document: 0, actor: 'emergency-bureau' } },
    });
}

interface Contestant {
  readonly editor: Editor;
  readonly places: Places;
  readonly steps: readonly (readonly Change[])[];
}

for (const lines of values.lines.map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), 'govplan-bench-'));
  const contestants: Contestant[] = [];
  try {
    for (const bundle of bundles) contestants.push(await open(bundle, folder, textOf(lines)));
    console.log(`\n${lines.toLocaleString('en')} lines: median / p95 in ms, when nothing has changed · right after a keystroke`);
    for (const [name, ask] of Object.entries(requests)) {
      if (values.only.length === 0 || values.only.includes(name)) console.log(`${name.padEnd(28)} ${await measure(ask, contestants)}`);
    }
    for (const { editor } of contestants) console.log(`peak memory ${Math.round(((await editor.peakMemory()) ?? 0) / 2 ** 20)} MiB`);
  } finally {
    for (const { editor } of contestants) await editor.stop();
    await rm(folder, { recursive: true });
  }
}

/** With `--anchors` every action, object and kind has one: as many as a plan has lines. */
function textOf(lines: number): string {
  const text = generatePlan({ lines });
  let count = 0;
  return values.anchors ? text.replace(/(?<=\b(?:action|object|kind|basis): )(?=[^{["\s])/g, () => `&a${++count} `) : text;
}

async function open(bundle: string, folder: string, text: string): Promise<Contestant> {
  const server = { name: bundle, version: '', program: process.execPath, args: [bundle, '--stdio'], debounce: 0, configuration: {} };
  const editor = await startEditor(server, folder, capabilities);
  const uri = editor.show('plan.plan.yaml', text);
  const lines = text.split('\n');
  const { steps } = typing(text);
  const typed = steps[0]?.[0]?.range.start as Position;
  const referring = lines.findIndex((line, index) => index > lines.length / 2 && /[[,] ?emergency-bureau\b/.test(line));
  const places: Places = {
    uri,
    typed,
    used: { line: lines.indexOf('  emergency-bureau:'), character: 5 },
    reference: { line: referring, character: (lines[referring] ?? '').search(/(?<=[[,] ?)emergency-bureau\b/) + 5 },
    sight: { start: { line: typed.line - 30, character: 0 }, end: { line: typed.line + 30, character: 0 } },
  };
  await editor.ask('textDocument/diagnostic', { textDocument: { uri } });
  return { editor, places, steps };
}

async function measure(ask: Ask, contestants: readonly Contestant[]): Promise<string> {
  const timings = contestants.map(() => ({ quiet: [] as number[], typed: [] as number[] }));
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { editor, places, steps }] of contestants.entries()) {
      const { quiet, typed } = timings[index] as (typeof timings)[number];
      tokens = undefined;
      await ask(editor.ask, places);
      quiet.push((await ask(editor.ask, places)).elapsed);
      for (const changes of steps) {
        let rest: readonly Change[] | undefined = changes;
        const asking = (method: string, params: unknown): Promise<Answer> => {
          const now = rest;
          rest = undefined;
          return editor.ask(method, params, now);
        };
        typed.push((await ask(asking, places)).elapsed);
        // What a keystroke leaves to be done is done before the next measurement.
        await editor.ask('textDocument/diagnostic', { textDocument: { uri: places.uri } });
      }
    }
  }
  const spoken = (elapsed: readonly number[]): string =>
    `${median(elapsed).toFixed(1).padStart(8)} / ${p95(elapsed).toFixed(1).padStart(8)}`;
  return timings.map(({ quiet, typed }) => `${spoken(quiet)} · ${spoken(typed)}`).join('  |  ');
}
