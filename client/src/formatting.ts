// Formatting, offered for plans only. The editor asks which of two formatters of a language it should use, and formats nothing on saving
// until it is told: other YAML files must not come to that because this extension knows how to format some of them.
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type StaticFeature,
} from 'vscode-languageclient';
import { planLanguage } from './served-documents.ts';

export interface PlanFormatting extends StaticFeature {
  /** The documents of other languages that are plans. */
  setDocuments(uris: readonly vscode.Uri[]): void;
}

export function createPlanFormatting(client: BaseLanguageClient): PlanFormatting {
  let documents: readonly vscode.Uri[] = [];
  let registered: readonly vscode.Disposable[] = [];
  let offers = { whole: false, range: false };

  const clear = (): void => {
    for (const registration of registered) registration.dispose();
    registered = [];
  };
  const register = (): void => {
    clear();
    const selector = [{ language: planLanguage }, ...documents.map(selectorOf)];
    registered = [
      ...(offers.whole ? [vscode.languages.registerDocumentFormattingEditProvider(selector, whole)] : []),
      ...(offers.range ? [vscode.languages.registerDocumentRangeFormattingEditProvider(selector, range)] : []),
    ];
  };

  const { code2ProtocolConverter: toProtocol, protocol2CodeConverter: toCode } = client;
  const whole: vscode.DocumentFormattingEditProvider = {
    provideDocumentFormattingEdits: async (document, { tabSize, insertSpaces }, token) => {
      const textDocument = toProtocol.asTextDocumentIdentifier(document);
      const params = { textDocument, options: { tabSize, insertSpaces } };
      return toCode.asTextEdits(await client.sendRequest(DocumentFormattingRequest.type, params, token), token);
    },
  };
  const range: vscode.DocumentRangeFormattingEditProvider = {
    provideDocumentRangeFormattingEdits: async (document, part, { tabSize, insertSpaces }, token) => {
      const textDocument = toProtocol.asTextDocumentIdentifier(document);
      const params = { textDocument, range: toProtocol.asRange(part), options: { tabSize, insertSpaces } };
      return toCode.asTextEdits(await client.sendRequest(DocumentRangeFormattingRequest.type, params, token), token);
    },
  };

  return {
    fillClientCapabilities: () => undefined,
    preInitialize: (capabilities) => {
      const { documentFormattingProvider, documentRangeFormattingProvider } = capabilities;
      offers = { whole: Boolean(documentFormattingProvider), range: Boolean(documentRangeFormattingProvider) };
      // Else the client would offer them for every document of its selector.
      delete capabilities.documentFormattingProvider;
      delete capabilities.documentRangeFormattingProvider;
    },
    initialize: register,
    setDocuments: (uris) => {
      documents = uris;
      if (registered.length > 0) register();
    },
    getState: () => ({ kind: 'static' }),
    clear,
  };
}

/** One file and no other, whatever its name has of a pattern. */
function selectorOf(uri: vscode.Uri): vscode.DocumentFilter {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const pattern = name.replace(/[*?{}[\]]/g, '[$&]');
  return { scheme: uri.scheme, pattern: new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), pattern) };
}
