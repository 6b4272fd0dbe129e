// The language server: connects a client to the service. It knows the protocol and nothing of plans; every answer comes from the service.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogue } from '../rules/catalogue.generated.ts';
import { knownRules } from '../rules/known-rules.ts';
import { lintOptionsFor } from '../rules/lint-options.ts';
import type { Language } from '../rules/render.ts';
import type { LintOptions } from '../rules/run.ts';
import { type Analysis, createSession, type Session } from '../service/session.ts';
import { type Config, createConfigurations, folderOf } from '../workspace/config.ts';
import { configFileName } from '../workspace/config-shape.ts';
import type { FileId } from '../workspace/host.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerHover } from './hover.ts';
import type { Platform } from './platform.ts';

/** What the features of the server share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly session: Session;
  /** The open documents, at their newest version. */
  readonly documents: TextDocuments<TextDocument>;
  /** The folders of the workspace. */
  folders(): readonly FileId[];
  language(): Language;
  capabilities(): InitializeParams['capabilities'];
  /** The analysis of a document's newest text; undefined where the server has no such file. */
  analyse(uri: string): Promise<Analysis | undefined>;
  /** Calls back when what is known of files has changed: their diagnostics are to be looked at again. */
  onStale(listener: (files: readonly FileId[] | 'all') => void): void;
}

/** A feature announces what it can and answers its requests. */
export type Feature = (context: ServerContext) => Partial<InitializeResult['capabilities']>;

/** Every feature of the server, in the order in which they announce themselves. */
const features: readonly Feature[] = [registerDiagnostics, registerHover];

const serverInfo = { name: 'govplan', version: typeof GOVPLAN_VERSION === 'string' ? GOVPLAN_VERSION : 'development' };
declare const GOVPLAN_VERSION: string | undefined;

export function startServer(connection: Connection, platform: Platform): void {
  const documents = new TextDocuments(TextDocument);
  let params: InitializeParams | undefined;
  let folders: readonly FileId[] = [];
  let language: Language = 'en';
  const staleListeners: ((files: readonly FileId[] | 'all') => void)[] = [];
  const configs = new Map<FileId, Config>();
  const host = platform.createHost(() => folders);
  const configurations = createConfigurations({ host, extendsHost: () => host, known: knownRules(catalogue), top: '/' });

  const optionsFor = (file: FileId): LintOptions => {
    const run = { catalogue, asOf: undefined, today: platform.today(), profile: undefined, severities: new Map() };
    const config = configs.get(folderOf(file));
    if (config === undefined) throw new Error(`no configuration was read for ${file}`);
    return lintOptionsFor(file, config, run);
  };
  const session = createSession(host, optionsFor);

  const stale = (files: readonly FileId[] | 'all'): void => {
    for (const listener of staleListeners) listener(files);
  };

  const context: ServerContext = {
    connection,
    platform,
    session,
    documents,
    folders: () => folders,
    language: () => language,
    capabilities: () => params?.capabilities ?? {},
    analyse: async (uri) => {
      const file = platform.toFileId(uri);
      const folder = folderOf(file);
      if (!configs.has(folder)) configs.set(folder, await configurations.forFolder(folder));
      return session.analyse(file);
    },
    onStale: (listener) => staleListeners.push(listener),
  };

  connection.onInitialize((initialize) => {
    params = initialize;
    folders = (initialize.workspaceFolders ?? []).map(({ uri }) => platform.toFileId(uri));
    language = initialize.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    const capabilities: InitializeResult['capabilities'] = {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    };
    return { capabilities: Object.assign(capabilities, ...features.map((feature) => feature(context))), serverInfo };
  });

  connection.onInitialized(() => {
    if (params?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (params?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type);
    }
    if (params?.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => platform.toFileId(uri)));
        folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => platform.toFileId(uri))];
        stale('all');
      });
    }
  });

  documents.onDidChangeContent(({ document }) => {
    const file = platform.toFileId(document.uri);
    stale(session.open(file, document.getText(), document.languageId === 'governance-plan' ? true : undefined));
  });
  documents.onDidClose(({ document }) => {
    const file = platform.toFileId(document.uri);
    stale(session.close(file));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = changes.map(({ uri }) => platform.toFileId(uri));
    if (files.some((file) => file.endsWith(`/${configFileName}`))) {
      configurations.clear();
      configs.clear();
      session.configure(optionsFor);
      stale('all');
      return;
    }
    const affected = new Set(files.flatMap((file) => session.changed(file)));
    if (affected.size > 0) stale([...affected]);
  });
  connection.onDidChangeConfiguration(() => stale('all'));
  connection.onShutdown(() => session.dispose());

  documents.listen(connection);
  connection.listen();
}
