// Completion over the protocol: as snippets where the client has them, with documentation in the form it can show.
import {
  type ClientCapabilities,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem as ProtocolItem,
} from 'vscode-languageserver';
import { type CompletionItem, type CompletionKind, completionAt } from '../service/completion.ts';
import { plainText } from '../service/markdown.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import { answer } from './answer.ts';
import { isInside, rootOf } from './folders.ts';
import type { Feature, ServerContext } from './server.ts';

export const registerCompletion: Feature = (context) => {
  const capabilities = context.capabilities().textDocument?.completion;
  const snippets = capabilities?.completionItem?.snippetSupport === true;
  context.connection.onCompletion(({ textDocument, position }, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const { file } = analysis;
      const options = {
        language: context.language(),
        snippets,
        files: await filesBeside(file.id, context),
        isLibrary: context.workspace.isLibrary,
      };
      const found = completionAt(analysis, file.lines.offset(position), options);
      if (found === undefined) return null;
      const { start } = found.range;
      const indentation = /^[ \t]*/.exec(file.pieces.slice(file.lines.lineStart(start.line), file.lines.offset(start)))?.[0] ?? '';
      const items = found.items.map((item, index) => toItem(item, index, found.range, indentation, capabilities));
      return { isIncomplete: found.isIncomplete, items };
    }),
  );
  return { completionProvider: { triggerCharacters: [' ', ':', '#', '/', ',', '[', '{', '"', "'"] } };
};

/** The plans and libraries of the folder a file is in: an import cannot lead out of it. */
async function filesBeside(file: FileId, { folders, workspace }: ServerContext): Promise<readonly FileId[]> {
  const root = rootOf(file, folders());
  return (await workspace.files()).filter((other) => isInside(root, other));
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  'required-key': CompletionItemKind.Property,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  id: CompletionItemKind.Reference,
  'legal-reference': CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  language: CompletionItemKind.Keyword,
  entry: CompletionItemKind.Snippet,
};

type CompletionCapabilities = NonNullable<ClientCapabilities['textDocument']>['completion'];

function toItem(
  item: CompletionItem,
  index: number,
  range: Range,
  indentation: string,
  capabilities: CompletionCapabilities,
): ProtocolItem {
  const { label, detail, documentation, filterText, isSnippet } = item;
  const { documentationFormat, tagSupport } = capabilities?.completionItem ?? {};
  const isRich = documentationFormat?.includes(MarkupKind.Markdown) === true;
  return {
    label,
    kind: kinds[item.kind],
    sortText: String(index).padStart(5, '0'),
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(documentation !== undefined && {
      documentation: isRich
        ? { kind: MarkupKind.Markdown, value: documentation }
        : { kind: MarkupKind.PlainText, value: plainText(documentation) },
    }),
    ...(filterText !== label && { filterText }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(item.isDeprecated && (tagSupport ? { tags: [CompletionItemTag.Deprecated] } : { deprecated: true })),
    ...indented(item, range, indentation, capabilities),
  };
}

/**
 * Lines stand at their full indentation. A client that can be told so takes them as they are; one that cannot adds the indentation of the
 * line to those of a snippet, as all do that are known.
 */
function indented(
  { newText, isSnippet }: CompletionItem,
  range: Range,
  indentation: string,
  capabilities: CompletionCapabilities,
): Pick<ProtocolItem, 'textEdit' | 'insertTextMode'> {
  if (!newText.includes('\n')) return { textEdit: { range, newText } };
  if (capabilities?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs)) {
    return { textEdit: { range, newText }, insertTextMode: InsertTextMode.asIs };
  }
  const isAdjusted = isSnippet || capabilities?.insertTextMode === InsertTextMode.adjustIndentation;
  return { textEdit: { range, newText: isAdjusted ? newText.replaceAll(`\n${indentation}`, '\n') : newText } };
}
