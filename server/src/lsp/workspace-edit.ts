// Edits in several files as the protocol wants them: with the versions they were made for, and with places to fill in, where the client can take that.
import { type TextEdit as ProtocolEdit, type SnippetTextEdit, StringValue, type WorkspaceEdit } from 'vscode-languageserver';
import type { ActionEdit } from '../service/code-actions.ts';
import type { TextEdit } from '../text/edit.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { ServerContext } from './server.ts';

export interface FileEdits {
  readonly file: { readonly id: FileId; readonly lines: LineIndex };
  readonly edits: readonly ActionEdit[];
}

export function workspaceEdit(
  files: readonly FileEdits[],
  { capabilities, documents, platform }: Pick<ServerContext, 'capabilities' | 'documents' | 'platform'>,
): WorkspaceEdit {
  const { documentChanges, snippetEditSupport } = capabilities().workspace?.workspaceEdit ?? {};
  if (!documentChanges) {
    return { changes: Object.fromEntries(files.map(({ file, edits }) => [platform.toUri(file.id), protocolEdits(edits, file.lines)])) };
  }
  return {
    documentChanges: files.map(({ file, edits }) => {
      const uri = platform.toUri(file.id);
      const written = snippetEditSupport ? edits.map((edit) => snippetEdit(edit, file.lines)) : protocolEdits(edits, file.lines);
      return { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: written };
    }),
  };
}

export function protocolEdits(edits: readonly TextEdit[], lines: LineIndex): ProtocolEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}

function snippetEdit({ span, newText, snippet }: ActionEdit, lines: LineIndex): ProtocolEdit | SnippetTextEdit {
  const range = lines.range(span);
  return snippet === undefined ? { range, newText } : { range, snippet: StringValue.createSnippet(snippet) };
}
