// Edits in several files as the protocol wants them: with the versions they were made for, where the client can take that.
import type { TextEdit as ProtocolTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { ServerContext } from './server.ts';

export interface FileEdits {
  readonly file: { readonly id: FileId; readonly lines: LineIndex };
  readonly edits: readonly TextEdit[];
}

export function workspaceEdit(
  files: readonly FileEdits[],
  { capabilities, documents, platform }: Pick<ServerContext, 'capabilities' | 'documents' | 'platform'>,
): WorkspaceEdit {
  const changes = files.map(({ file, edits }) => ({ uri: platform.toUri(file.id), edits: protocolEdits(edits, file.lines) }));
  if (capabilities().workspace?.workspaceEdit?.documentChanges !== true) {
    return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  }
  return {
    documentChanges: changes.map(({ uri, edits }) => ({ textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits })),
  };
}

export function protocolEdits(edits: readonly TextEdit[], lines: LineIndex): ProtocolTextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}
