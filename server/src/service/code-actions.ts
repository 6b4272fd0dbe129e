// Code actions: what may be done about a finding or at a place. Each says at once what it is; its edits are made when somebody wants them.

import { isGovplan } from '../plan/build.ts';
import type { Finding } from '../rules/finding.ts';
import type { Language } from '../rules/render.ts';
import { type DocumentResult, lintFile } from '../rules/run.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Host } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { createStore } from '../workspace/store.ts';
import { declareActions } from './code-actions-declare.ts';
import { exceptionActions } from './code-actions-exception.ts';
import { fixActions, fixAllActions } from './code-actions-fix.ts';
import { moveActions } from './code-actions-library.ts';
import { modeActions } from './code-actions-mode.ts';
import type { Analysis } from './session.ts';

export const codeActionKinds = ['quickfix', 'refactor.move', 'refactor.rewrite', 'source.fixAll.govplan'] as const;

export type CodeActionKind = (typeof codeActionKinds)[number];

export interface CodeAction {
  /** The same whenever the same is offered for the same place: by it an action is found again. */
  readonly key: string;
  readonly title: string;
  readonly kind: CodeActionKind;
  /** What most authors would choose: a fix that is certainly right. */
  readonly isPreferred: boolean;
  /** The findings it is about. */
  readonly findings: readonly Finding[];
  /** None where it turns out that there is nothing to do. */
  readonly edits: () => Promise<readonly FileEdits[]>;
}

export interface FileEdits {
  readonly file: SourceFile;
  readonly edits: readonly ActionEdit[];
}

export interface ActionEdit extends TextEdit {
  /** The new text with places to fill in, for clients that can. */
  readonly snippet?: string | undefined;
}

export interface CodeActionOptions {
  readonly language: Language;
  /** Files as the editor shows them: what would be found in another text is asked of them. */
  readonly host: Host;
}

/** What an action is made of. */
export interface ActionSources extends CodeActionOptions {
  readonly analysis: Analysis;
  readonly span: Span;
  /** The findings that touch the span and no comment excuses, with the results they belong to. */
  readonly found: readonly { readonly finding: Finding; readonly result: DocumentResult }[];
  readonly relint: Relint;
}

/** What would be found if the file had another text. */
export type Relint = (text: string) => Promise<readonly DocumentResult[]>;

/** `wanted` says which kinds are asked for. Fixes of findings come first, safe ones before the others. */
export function codeActions(
  analysis: Analysis,
  span: Span,
  wanted: (kind: CodeActionKind) => boolean,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const found = analysis.results().flatMap((result) =>
    result.findings.flatMap((finding) => {
      const isHere = finding.suppressed === undefined && finding.span.start <= span.end && finding.span.end >= span.start;
      return isHere ? [{ finding, result }] : [];
    }),
  );
  const sources: ActionSources = { ...options, analysis, span, found, relint: createRelint(analysis, options.host) };
  return [
    ...(wanted('quickfix') ? [...fixActions(sources), ...declareActions(sources), ...exceptionActions(sources)] : []),
    ...(wanted('refactor.rewrite') ? modeActions(sources) : []),
    ...(wanted('refactor.move') ? moveActions(sources) : []),
    ...(wanted('source.fixAll.govplan') ? fixAllActions(sources) : []),
  ];
}

/** Imports are read once, however often it is asked. */
function createRelint({ file, options }: Analysis, host: Host): Relint {
  const store = createStore(host);
  // A document that does not call itself govplan is one because the file is known to be a plan.
  const isNamed = file.documents.some(({ yaml }) => !isGovplan(yaml));
  return async (text) => {
    store.open(file.id, text, isNamed ? { named: true } : {});
    return lintFile(await store.closure(file.id), options);
  };
}
