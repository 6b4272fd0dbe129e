// The fuzzing of the server by its protocol: a session of random steps, at the end of which the server must say, to the byte, what a fresh one
// says that only knows how things are now.
import { glob, readFile } from 'node:fs/promises';
import type { Json } from '../protocol/client.ts';
import { type Editor, type Machine, type Manner, positionAt, startEditor, uriOf } from './editor.ts';
import { createRandom } from './random.ts';
import { makeSteps, type Step } from './server-steps.ts';

export type Disk = ReadonlyMap<string, string>;

const workspace = new URL('workspace/', import.meta.url);

export interface Session {
  readonly manner: Manner;
  readonly steps: readonly Step[];
  /** After how many steps what the server says is looked at; at the end in any case. Between looks nobody waits for it. */
  readonly lookAfter: number;
}

/** The session that a seed stands for, and one of its numbers. */
export function makeSession(disk: Disk, seed: number, part: number): Session {
  const random = createRandom(seed, part);
  const manner = part % 2 === 0 ? 'pull' : 'push';
  const temper = random.percent(40) ? { isCalm: true, edits: 70 } : { isCalm: false, edits: random.pick([20, 50, 80]) };
  const lookAfter = temper.isCalm ? 5 : 1000;
  return { manner, lookAfter, steps: makeSteps(disk, 10 + random.below(60), temper, random) };
}

/** What a server did wrong in a session; undefined where it did nothing. */
export async function wrongIn({ manner, steps, lookAfter }: Session, disk: Disk): Promise<string | undefined> {
  const rejections: string[] = [];
  const onRejection = (reason: unknown): void => {
    rejections.push(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  };
  process.on('unhandledRejection', onRejection);
  const machine: Machine = { disk: new Map(disk), open: new Map(), folders: ['one'] };
  const editor = await startEditor(machine, manner);
  try {
    for (let taken = 0; taken <= steps.length; taken += lookAfter) {
      await takeSteps(editor, steps.slice(taken, taken + lookAfter));
      const wrong = await differenceFromFresh(editor);
      const heard = [...new Set([...editor.complaints, ...rejections])];
      if (heard.length > 0) return heard.slice(0, 5).join('\n');
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  } finally {
    editor.stop();
    process.off('unhandledRejection', onRejection);
  }
}

async function differenceFromFresh(editor: Editor): Promise<string | undefined> {
  const { machine, manner } = editor;
  const said = await finish(editor);
  const fresh = await startEditor(copied(machine), manner);
  try {
    for (const [path, document] of machine.open) fresh.open(path, document);
    const expected = await finish(fresh);
    return fresh.complaints.length > 0 ? fresh.complaints.join('\n') : differenceBetween(said, expected);
  } finally {
    fresh.stop();
  }
}

function copied({ disk, folders }: Machine): Machine {
  return { disk: new Map(disk), open: new Map(), folders: [...folders] };
}

export async function takeSteps(editor: Editor, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await take(editor, step);
}

async function take(editor: Editor, step: Step): Promise<void> {
  const { open } = editor.machine;
  switch (step.do) {
    case 'open': {
      const { path, languageId, version, text = '' } = step;
      if (open.has(path)) editor.replace(path, text);
      else editor.open(path, { languageId, version, text });
      return;
    }
    case 'close':
      return editor.close(step.path);
    case 'edit':
      if (step.isOne) editor.edit(step.path, step.edits);
      else for (const edit of step.edits) editor.edit(step.path, [edit]);
      return;
    case 'replace':
      return editor.replace(step.path, step.text);
    case 'write':
      return editor.write(step.path, step.text);
    case 'remove':
      return editor.remove(step.path);
    case 'move':
      return editor.move(step.path, step.to);
    case 'tell':
      return editor.tell();
    case 'folders':
      return editor.changeFolders(step.names);
    case 'ask':
      return editor.ask(step.method, paramsOf(editor.machine, step), step.cancelAfter);
    case 'pull':
      void editor.pull(step.path);
      return;
    case 'tokens':
      void editor.pullTokens(step.path);
      return;
    case 'pull-workspace':
      void editor.pullWorkspace();
      return;
    case 'wait':
      if (step.turns === 'all') return editor.quiet();
      for (let turn = 0; turn < step.turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All that a request may need, at some place of a document. */
function paramsOf({ open, disk }: Machine, { path, place, method }: Extract<Step, { readonly do: 'ask' }>): object {
  const text = open.get(path)?.text ?? disk.get(path) ?? '';
  const offset = Math.floor((text.length * place) / 100);
  const position = positionAt(text, offset);
  const range = { start: position, end: positionAt(text, Math.min(text.length, offset + 200)) };
  const uri = uriOf(path);
  switch (method) {
    case 'workspace/symbol':
      return { query: text.slice(offset, offset + 3) };
    case 'workspace/diagnostic':
      return { previousResultIds: [] };
    case 'workspace/textDocumentContent':
      return {
        uri: `govplan:/x.${['classification.txt', 'matrix.txt', 'network.txt', 'what-if.txt', 'nonsense'][place % 5]}?${encodeURIComponent(uri)}`,
      };
    case 'callHierarchy/incomingCalls':
    case 'callHierarchy/outgoingCalls':
      return { item: { name: 'x', kind: 5, uri, range, selectionRange: range } };
    case 'codeAction/resolve':
      return { title: 'x', data: { uri, range, key: 'x' } };
    case 'codeLens/resolve':
      return { range, data: { uri, actor: 'rescue', document: 0 } };
    default: {
      const more = { newName: 'renamed', positions: [position], context: { diagnostics: [], includeDeclaration: place % 2 === 0 } };
      return {
        textDocument: { uri },
        position,
        range,
        ...more,
        options: { tabSize: 2, insertSpaces: true },
        format: place % 2 === 0 ? 'md' : 'html',
      };
    }
  }
}

/** What an editor shows when all is said, by what it is of. */
type Said = ReadonlyMap<string, string>;

async function finish(editor: Editor): Promise<Said> {
  const { machine, shown } = editor;
  editor.tell();
  await editor.quiet();
  const said = new Map<string, string>();
  for (const path of machine.open.keys()) {
    await editor.pull(path);
    await editor.pullTokens(path);
    said.set(`diagnostics of ${path}`, JSON.stringify(shown.get(path) ?? []));
    said.set(`tokens of ${path}`, JSON.stringify(editor.tokens.get(path)));
    for (const method of methodsOfAll)
      said.set(`${method} of ${path}`, JSON.stringify(await editor.request(method, wholeOf(machine, path))));
    const view = `govplan:/x.classification.txt?${encodeURIComponent(uriOf(path))}`;
    said.set(`classification of ${path}`, JSON.stringify(await editor.request('workspace/textDocumentContent', { uri: view })));
  }
  if (editor.manner === 'push') {
    for (const [path, items] of shown) if (!machine.open.has(path)) said.set(`diagnostics of ${path}, closed`, JSON.stringify(items));
  } else {
    const report = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    for (const { uri, items: own } of (report?.items ?? []) as readonly Json[])
      if (own.length > 0) said.set(`diagnostics in the workspace of ${uri}`, JSON.stringify(own));
  }
  said.set('symbols', JSON.stringify(await editor.request('workspace/symbol', { query: '' })));
  return said;
}

const methodsOfAll = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'inlayHint', 'hover']
  .map((name) => `textDocument/${name}`)
  .concat(['govplan/governanceTree']);

function wholeOf({ open }: Machine, path: string): object {
  const { text } = open.get(path) as { readonly text: string };
  const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
  return { textDocument: { uri: uriOf(path) }, range, position: positionAt(text, text.length >> 1) };
}

function differenceBetween(said: Said, expected: Said): string | undefined {
  for (const [what, text] of expected) if (said.get(what) !== text) return `${what}\n    fresh: ${text}\n    after: ${said.get(what)}`;
  // A document that was closed has nothing to say, and a fresh server has never heard of it.
  for (const [what, text] of said) if (!expected.has(what) && text !== '[]') return `${what}\n    fresh: nothing\n    after: ${text}`;
  return undefined;
}

/** What lies on the disk before the first step, by path. */
export async function readDisk(): Promise<Disk> {
  const disk = new Map<string, string>();
  for await (const path of glob('**/*.yaml', { cwd: workspace })) {
    disk.set(path.replaceAll('\\', '/'), (await readFile(new URL(path, workspace), 'utf8')).replaceAll('\r\n', '\n'));
  }
  return new Map([...disk].sort(([one], [other]) => (one < other ? -1 : 1)));
}
