// The plan the user is looking at: the active editor's document, the plan in it that the cursor stands in, and what the server says of it.
// Status bar and explorer follow it, and neither asks twice.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import { isGovernanceViewActive } from './governance-view/active.ts';
import type { PlaceParams, PlanClassification } from './protocol.ts';
import { isServed } from './served-documents.ts';
import type { Server } from './server.ts';

export type ActivePlan =
  /** No editor with a plan is active, or the cursor stands in no plan. */
  | { readonly kind: 'none' }
  /** The server is still at work on what was there before, or on the first answer. */
  | { readonly kind: 'analysing'; readonly place: PlaceParams }
  | { readonly kind: 'known'; readonly place: PlaceParams; readonly classification: PlanClassification };

export interface ActivePlanTracker {
  readonly current: ActivePlan;
  readonly onDidChange: vscode.Event<ActivePlan>;
}

/** For how long an answer may take before the user is told of the work, in milliseconds: words that flash by on each key help nobody. */
const patience = 250;

export function createActivePlanTracker(server: Server, owned: vscode.Disposable[]): ActivePlanTracker {
  const changed = new vscode.EventEmitter<ActivePlan>();
  let current: ActivePlan = { kind: 'none' };
  let asking: vscode.CancellationTokenSource | undefined;
  let last: vscode.TextEditor | undefined;

  /** Whoever looks at the governance view still looks at the plan that it shows. */
  const lookedAt = (): vscode.TextEditor | undefined => {
    const { activeTextEditor } = vscode.window;
    if (activeTextEditor !== undefined || !isGovernanceViewActive()) last = activeTextEditor;
    return last;
  };

  const become = (next: ActivePlan): void => {
    current = next;
    changed.fire(next);
  };

  const ask = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    asking?.cancel();
    asking = undefined;
    if (editor === undefined || !isServed(editor.document)) {
      if (current.kind !== 'none') become({ kind: 'none' });
      return;
    }
    const source = new vscode.CancellationTokenSource();
    asking = source;
    const { line, character } = editor.selection.active;
    const place = { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
    if (current.kind === 'known' && current.place.textDocument.uri !== place.textDocument.uri) become({ kind: 'analysing', place });
    const waiting = setTimeout(() => {
      // A question that was taken back may be answered later than the one that took its place.
      if (asking === source) become({ kind: 'analysing', place });
    }, patience);
    const classification = await server.ask('govplan/classification', place, source.token);
    clearTimeout(waiting);
    if (asking !== source) return;
    asking = undefined;
    // The cursor may have left the document in the meantime; where there is no answer, any other place may have one.
    const { active } = editor.selection;
    const isElsewhere = classification ? !contains(classification.range, active) : active.line !== line || active.character !== character;
    if (isElsewhere && editor === lookedAt()) return ask(editor);
    // A server that is still starting has no answer yet; it will say when it runs.
    if (classification === undefined && !server.isRunning()) become({ kind: 'analysing', place });
    else become(classification ? { kind: 'known', place, classification } : { kind: 'none' });
  };

  const askAgain = (): void => void ask(lookedAt());

  owned.push(
    changed,
    new vscode.Disposable(() => asking?.cancel()),
    vscode.window.onDidChangeActiveTextEditor(askAgain),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor !== lookedAt() || selections[0] === undefined) return;
      const known = current.kind === 'known' && current.place.textDocument.uri === textEditor.document.uri.toString() ? current : undefined;
      // An answer on its way is compared with the cursor when it comes.
      if (asking !== undefined || (known && contains(known.classification.range, selections[0].active))) return;
      if (isServed(textEditor.document)) askAgain();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      // A document whose language changed is opened anew, in the same editor.
      if (document === lookedAt()?.document) askAgain();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === lookedAt()?.document && (current.kind !== 'none' || isServed(document))) askAgain();
    }),
    server.onDidChange(({ uris }) => {
      const uri = lookedAt()?.document.uri.toString();
      if (uri !== undefined && (uris === null || uris.includes(uri))) askAgain();
    }),
  );
  askAgain();

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
  };
}

/** The place of the plan that a command is about: that of the cursor, also while the server is still to say what stands there. */
export function placeOfActivePlan({ current }: ActivePlanTracker): PlaceParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isServed(editor.document)) return current.kind === 'none' ? undefined : current.place;
  const { line, character } = editor.selection.active;
  return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

function contains({ start, end }: Range, { line, character }: vscode.Position): boolean {
  const isBehindStart = line > start.line || (line === start.line && character >= start.character);
  return isBehindStart && (line < end.line || (line === end.line && character <= end.character));
}
