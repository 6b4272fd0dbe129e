// The language server: connects a client to the service. It knows the protocol and nothing of plans; every answer comes from the service.
import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { version } from '../report/version.ts';
import type { Language } from '../rules/render.ts';
import { type Analysis, OvertakenError } from '../service/session.ts';
import type { FileId } from '../workspace/host.ts';
import { registerCallHierarchy } from './call-hierarchy.ts';
import { clientFiles } from './client-files.ts';
import { type ClientUris, createClientUris } from './client-uris.ts';
import { registerCodeActions } from './code-actions.ts';
import { registerCodeLens } from './code-lens.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerDocumentLinks } from './document-links.ts';
import { registerDocumentSymbols } from './document-symbols.ts';
import { registerFolding } from './folding.ts';
import { registerFormatting } from './formatting.ts';
import { registerGovernance } from './governance.ts';
import { registerGovernanceView } from './governance-view.ts';
import { registerHighlight } from './highlight.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlay-hints.ts';
import type { Lifecycle } from './lifecycle.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { type OpenDocument, openDocuments } from './open-documents.ts';
import { createPauses } from './pauses.ts';
import type { Platform } from './platform.ts';
import { showProgress } from './progress.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { registerReport } from './report.ts';
import { registerSelectionRanges } from './selection-ranges.ts';
import { registerSemanticTokens } from './semantic-tokens.ts';
import { createServerState, type ServerState, type Stale } from './server-state.ts';
import { registerTextViews } from './text-views.ts';
import { registerWorkspaceSymbols } from './workspace-symbols.ts';

/** What the features of the server share. */
export interface ServerContext extends Omit<ServerState, 'opened' | 'closed' | 'changedOnDisk' | 'reset' | 'isAnotherDay'> {
  readonly connection: Connection;
  /** Files by the URIs that the client uses itself. */
  readonly platform: Pick<ClientUris, 'toFileId' | 'toUri' | 'hasPlace'>;
  /** Files as they were; absent where nothing can be read of the past. */
  readonly findPast: Platform['findPast'];
  /** The open documents, at their newest version. */
  readonly documents: TextDocuments<OpenDocument>;
  /** The folders of the workspace. */
  folders(): readonly FileId[];
  /** A path as a reader of this workspace knows it. */
  shown(file: FileId): string;
  language(): Language;
  capabilities(): InitializeParams['capabilities'];
  /** Whether a document is of the kind that the server speaks about, as far as the client has opened it. */
  isServed(uri: string): boolean;
  /** Whether the client has said `shutdown`: from then on it is told nothing that it has not asked for. */
  isOver(): boolean;
  /** Lets what the client has sent meanwhile go first. Throws where it took the request back. */
  settle(token?: CancellationToken): Promise<void>;
  /** The same between the steps of a long piece of work, but not at every step. */
  turn(token: CancellationToken): Promise<void>;
  /** The same for work on the analysis of a document's newest text: an edit of the document, or of what it imports, ends it. */
  turnsFor(uri: string, analysis: Analysis, token: CancellationToken): () => Promise<void>;
  /**
   * The analysis of a document's newest text; undefined where the server has no such file, or the document is none of its kind. What the
   * client sent meanwhile goes first: where that was another edit of the document, the request is answered as overtaken by it.
   */
  analyse(uri: string, token?: CancellationToken): Promise<Analysis | undefined>;
  /** Calls back when what is known of files has changed: what was said of them is to be said anew. */
  onStale(listener: StaleListener): void;
}

/** `edited` is the file that the client itself has just opened or edited; undefined where nothing of the kind is behind it. */
export type StaleListener = (files: Stale, edited: FileId | undefined) => void;

/** A feature announces what it can and answers its requests. */
export type Feature = (context: ServerContext) => Partial<InitializeResult['capabilities']>;

/** Every feature of the server, in the order in which they announce themselves. */
const features: readonly Feature[] = [
  registerDiagnostics,
  registerHover,
  registerCompletion,
  registerDefinition,
  registerReferences,
  registerHighlight,
  registerRename,
  registerDocumentSymbols,
  registerWorkspaceSymbols,
  registerDocumentLinks,
  registerFolding,
  registerSelectionRanges,
  registerFormatting,
  registerCallHierarchy,
  registerTextViews,
  registerCodeActions,
  registerCodeLens,
  registerInlayHints,
  registerSemanticTokens,
  registerGovernance,
  registerGovernanceView,
  registerReport,
];

const serverInfo = { name: 'govplan', version };

const searchTitle = { en: 'Reading the plans of the workspace', zh: '正在读取工作区中的预案' };

/** `asked` is the language that whoever starts the server asks for, whatever the client speaks. */
export function startServer(connection: Connection, platform: Platform, lifecycle: Lifecycle, asked?: Language): void {
  const documents = new TextDocuments(openDocuments);
  const uris = createClientUris(platform);
  const { pause, turn } = createPauses(platform.round, lifecycle.received);
  let params: InitializeParams | undefined;
  const capabilities = (): InitializeParams['capabilities'] => params?.capabilities ?? {};
  const state = createServerState(platform, uris, clientFiles(connection, { capabilities }), turn, (file) => stale([file]));
  const { session, workspace } = state;
  let language: Language = 'en';
  let folderUris: readonly string[] = [];
  const staleListeners: StaleListener[] = [];

  const stale = (files: Stale, edited?: FileId): void => {
    if (files.length === 0 || lifecycle.isOver()) return;
    for (const listener of staleListeners) listener(files, edited);
    compareIds();
  };
  const logged = (error: unknown): void =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));

  const check = (token: CancellationToken | undefined): void => {
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  };
  /** Throws from the next edit of a document on. */
  const editCheck = (uri: string): (() => void) => {
    // The document itself changes with every edit.
    const version = documents.get(uri)?.version;
    return () => {
      if (documents.get(uri)?.version !== version) throw new OvertakenError();
    };
  };
  const settle = async (token?: CancellationToken): Promise<void> => {
    await pause();
    check(token);
    if (state.isAnotherDay()) stale('all');
  };

  const context: ServerContext = {
    ...state,
    connection,
    platform: uris,
    findPast: platform.findPast,
    documents,
    folders: uris.folders,
    shown: uris.shown,
    language: () => language,
    capabilities,
    isServed: (uri) => {
      const document = documents.get(uri);
      return document === undefined || isServed(document);
    },
    isOver: lifecycle.isOver,
    settle,
    turn: async (token) => {
      await turn();
      check(token);
    },
    turnsFor: (uri, analysis, token) => {
      const checkEdits = editCheck(uri);
      return async () => {
        await context.turn(token);
        checkEdits();
        analysis.links();
      };
    },
    analyse: async (uri, token) => {
      if (!context.isServed(uri)) return undefined;
      const checkEdits = editCheck(uri);
      await settle(token);
      const analysis = await session.analyse(uris.toFileId(uri));
      if (analysis) workspace.release(analysis);
      checkEdits();
      return analysis;
    },
    onStale: (listener) => staleListeners.push(listener),
  };

  /** Reads the workspace in the background: what one plan has in common with another is known only then. */
  const searchWorkspace = (): void => {
    showProgress(context, searchTitle, (read) => workspace.search({ read }))
      .then(compareIds)
      .catch(logged);
  };
  /** An edit of one plan may give another one its id, or give it back. */
  const compareIds = onceAtATime(async () => stale(await state.otherDuplicates()), logged);

  const canWatch = (): boolean => capabilities().workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

  connection.onInitialize((initialize) => {
    if (params) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once');
    folderUris = foldersOf(initialize);
    uris.setFolders(folderUris);
    params = initialize;
    language = asked ?? (/^zh(?![a-z])/i.test(initialize.locale ?? '') ? 'zh' : 'en');
    const offered = features.map((feature) => feature(context));
    lifecycle.begin();
    return {
      capabilities: {
        ...Object.assign({}, ...offered),
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        workspace: {
          ...Object.assign({}, ...offered.map(({ workspace }) => workspace)),
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      },
      serverInfo,
    };
  });

  connection.onInitialized(() => {
    if (canWatch()) {
      const watchers = [
        { globPattern: '**/*.{yaml,yml}' },
        // Of a folder that comes or goes a client may say no word of the files in it.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(logged);
    }
    if (capabilities().workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folderUris = [...folderUris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        uris.setFolders(folderUris);
        state.reset();
        stale('all');
        searchWorkspace();
      });
    }
    searchWorkspace();
  });

  documents.onDidOpen(({ document }) => {
    uris.opened(document.uri);
    // Nobody tells of what happens on the disk: then what is read for a new document is read anew.
    if (!canWatch()) state.reset();
  });
  documents.onDidChangeContent(({ document }) => {
    const file = uris.toFileId(document.uri);
    const { text } = document;
    if (text === undefined || !isServed(document)) return;
    const changed = state.opened(file, text, document.languageId === 'governance-plan' ? true : undefined);
    // An edit that changes nothing has a version too, and the client waits for what is said of it.
    stale(changed.length === 0 ? [file] : changed, file);
  });
  documents.onDidClose(({ document }) => {
    const file = uris.toFileId(document.uri);
    uris.closed(document.uri);
    stale(state.closed(file));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const affected = new Set<FileId>();
    let isAll = false;
    for (const { uri, type } of changes) {
      const files = state.changedOnDisk(uris.toFileId(uri), type !== FileChangeType.Changed);
      if (files === 'all') isAll = true;
      else for (const file of files) affected.add(file);
    }
    if (isAll || affected.size > 0) stale(isAll ? 'all' : [...affected]);
    else compareIds();
  });
  connection.onShutdown(() => {
    lifecycle.end();
    session.dispose();
  });

  lifecycle.attach(connection);
  documents.listen(connection);
  connection.listen();
}

/** Plans and configurations by their names, and any YAML: whether that is a plan is seen by its first key. */
function isServed({ uri, languageId, text }: OpenDocument): boolean {
  // A document that a confused client opens without its text is none.
  if (typeof uri !== 'string' || text === undefined) return false;
  return languageId === 'governance-plan' || languageId === 'yaml' || /\.ya?ml(?:[?#]|$)/i.test(uri);
}

/** Older clients have one root, or none. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [`file://${rootPath}`] : [];
}
