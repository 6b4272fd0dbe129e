// Which documents the server is shown: governance plans, YAML documents whose first key is `govplan`, and its configuration. Other YAML
// files may be large and many; they stay in the editor.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

export const planLanguage = 'governance-plan';

/** What the client registers for; of the YAML documents the middleware lets only some through. */
export const documentSelector = [{ language: planLanguage }, { language: 'yaml' }];

/** Of the documents that the server itself provides, a plan as it once was among them: nothing is said about those. */
export const viewScheme = 'govplan';

export function isServed(document: vscode.TextDocument): boolean {
  return document.uri.scheme !== viewScheme && isServedAs(document.uri.path, document.languageId, linesOf(document));
}

function isServedAs(path: string, languageId: string, lines: Iterable<string>): boolean {
  if (languageId === planLanguage) return true;
  return languageId === 'yaml' && (path.endsWith('/govplan.config.yaml') || startsWithGovplan(lines));
}

/** The first key of the file, behind comments, directives and the start of the document; quoted or not, in block or flow style. */
function startsWithGovplan(lines: Iterable<string>): boolean {
  let isInBraces = false;
  for (const line of lines) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '' || /^(?:#|%|---(?:\s+#.*)?$)/.test(text)) continue;
    if (text === '{' && !isInBraces) {
      isInBraces = true;
      continue;
    }
    return /^(?:---\s+)?\{?\s*["']?govplan["']?\s*:/.test(text);
  }
  return false;
}

function* linesOf(document: vscode.TextDocument): Iterable<string> {
  for (let line = 0; line < document.lineCount; line++) yield document.lineAt(line).text;
}

/** One line at a time: a long text is not split for the sake of its first lines. */
function* linesOfText(text: string): Iterable<string> {
  for (const match of text.matchAll(/[^\r\n]+/g)) yield match[0];
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string; readonly version?: number; readonly languageId?: string; readonly text?: string };
}

/**
 * Keeps what is not served from the server. A YAML document that becomes a plan while it is typed is opened then; one that was a plan
 * stays open, and the server finds nothing in it.
 */
export function createServedFilter(onChange: (shown: readonly vscode.Uri[]) => void): Pick<Middleware, 'sendRequest' | 'sendNotification'> {
  /** By URI, the version a document had when the server was first shown it. */
  const shown = new Map<string, number>();
  const show = (uri: string, version: number): void => {
    shown.set(uri, version);
    onChange([...shown.keys()].map((each) => vscode.Uri.parse(each)));
  };
  const hide = (uri: string): void => {
    shown.delete(uri);
    onChange([...shown.keys()].map((each) => vscode.Uri.parse(each)));
  };

  return {
    sendNotification: async (type, next, params) => {
      if (!isAboutDocument(params)) return next(type, params);
      const { uri, version = 0, languageId = '', text = '' } = params.textDocument;
      const method = typeof type === 'string' ? type : type.method;
      if (method === 'textDocument/didOpen') {
        if (uri.startsWith(`${viewScheme}:`) || !isServedAs(uri, languageId, linesOfText(text))) return;
        show(uri, version);
        return next(type, params);
      }
      const since = shown.get(uri);
      if (method === 'textDocument/didChange' && since === undefined) {
        const document = openDocument(uri);
        if (document === undefined || !isServed(document)) return;
        show(uri, document.version);
        const opened = { uri, languageId: document.languageId, version: document.version, text: document.getText() };
        return (next as (method: string, params: unknown) => Promise<void>)('textDocument/didOpen', { textDocument: opened });
      }
      if (since === undefined) return;
      // What the document was opened with above may already hold changes whose own messages are still to come.
      if (method === 'textDocument/didChange' && version <= since) return;
      if (method === 'textDocument/didClose') hide(uri);
      return next(type, params);
    },
    sendRequest: (type, params, token, next) => {
      if (!isAboutDocument(params)) return next(type, params, token);
      const { uri } = params.textDocument;
      const isPull = (typeof type === 'string' ? type : type.method) === 'textDocument/diagnostic';
      const document = shown.has(uri) ? undefined : openDocument(uri);
      const isHidden = document !== undefined && !isServed(document);
      if (!isHidden && !(isPull && isEarlierVersion(uri))) return next(type, params, token);
      return Promise.resolve((isPull ? { kind: 'full', items: [] } : null) as never);
    },
  };
}

/** As git shows one beside the file of today: it is coloured and explained, but what was wrong then is no problem of now. */
function isEarlierVersion(uri: string): boolean {
  return vscode.Uri.parse(uri).query !== '';
}

function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

function isAboutDocument(params: unknown): params is DocumentParams {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return false;
  const { textDocument } = params;
  return typeof textDocument === 'object' && textDocument !== null && 'uri' in textDocument && typeof textDocument.uri === 'string';
}
