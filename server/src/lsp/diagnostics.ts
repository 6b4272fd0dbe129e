// Diagnostics over the protocol: pulled, for a document and for the workspace, by clients that can; pushed to the others.
import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../rules/finding.ts';
import type { Source } from '../rules/present.ts';
import type { Severity } from '../rules/rule.ts';
import { rulePageUri } from '../rules/rule-page.ts';
import { type DiagnosticItem, diagnosticsOf } from '../service/diagnostics.ts';
import { type Analysis, OvertakenError } from '../service/session.ts';
import type { FileId } from '../workspace/host.ts';
import { answer, unlessCancelled } from './answer.ts';
import { onceAtATime } from './once-at-a-time.ts';
import type { Feature, ServerContext } from './server.ts';

export const registerDiagnostics: Feature = (context) => {
  const { textDocument, workspace } = context.capabilities();
  if (textDocument?.diagnostic === undefined) {
    pushDiagnostics(context);
    return {};
  }
  pullDocument(context);
  pullWorkspace(context);
  if (workspace?.diagnostics?.refreshSupport) askForPulls(context);
  return { diagnosticProvider: { identifier: 'govplan', interFileDependencies: true, workspaceDiagnostics: true } };
};

function pullDocument(context: ServerContext): void {
  context.connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answer<DocumentDiagnosticReport>(token, async () => {
      await context.settle(token);
      const { resultId, items } = await reportOf(context, uri);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    }),
  );
}

const checkTitle = { en: 'Checking the plans of the workspace', zh: '正在检查工作区中的预案' };

function pullWorkspace(context: ServerContext): void {
  const { connection, documents, platform, workspace } = context;
  const told = createTold(context);
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, progress, partial) =>
    answer(token, async () => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const report = (item: WorkspaceDocumentDiagnosticReport): void => {
        if (partial) partial.report({ items: [item] });
        else items.push(item);
      };
      progress.begin(checkTitle[context.language()], 0, undefined, true);
      await context.settle(token);
      const own = await searchOwn(context, token);
      const files = [...new Set([...(await workspace.files()), ...context.configFiles()])].filter(platform.hasPlace);
      for (const [index, file] of files.entries()) {
        await context.turn(token);
        const uri = platform.toUri(file);
        const before = previous.get(uri);
        const isUnchanged = before !== undefined && (await told.holds(file, before));
        const { resultId, items: found } = isUnchanged
          ? { resultId: before, items: [] }
          : ((await own(file)) ?? (await reportOf(context, uri)));
        if (!isUnchanged) await told.keep(file, resultId);
        const version = documents.get(uri)?.version ?? null;
        previous.delete(uri);
        if (resultId === before) report({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId });
        else report({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: found });
        progress.report(Math.floor((100 * (index + 1)) / files.length));
      }
      // What was there and is there no more keeps nothing.
      for (const uri of previous.keys()) {
        if (!documents.get(uri)) report({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
      }
      return { items };
    }).finally(() => progress.done()),
  );
}

/**
 * Waits until all files of the workspace are known. Those that are read for it are checked on the way: gives what there is to say of such a
 * file by itself, as long as that is all there is to say.
 */
async function searchOwn(context: ServerContext, token: CancellationToken): Promise<(file: FileId) => Promise<Report | undefined>> {
  const { session, workspace } = context;
  const found = new Map<FileId, { readonly dependencies: ReadonlySet<FileId>; readonly report: Report }>();
  const search = workspace.search({
    visit: (analysis) => {
      if (token.isCancellationRequested) return;
      found.set(analysis.file.id, { dependencies: analysis.dependencies, report: toReport(ownFindings(analysis), context) });
    },
  });
  await unlessCancelled(search, token);
  return async (file) => {
    const known = found.get(file);
    const isAll = known && known.dependencies === session.dependencies(file) && (await isOwn(file, context));
    return isAll ? known.report : undefined;
  };
}

interface Told {
  /** Whether what was told of a file under a result id still holds. */
  holds(file: FileId, resultId: string): Promise<boolean>;
  /** Takes note of what is told. */
  keep(file: FileId, resultId: string): Promise<void>;
}

/** What the client was told of each file: it is not worked out again to say that nothing has changed. */
function createTold(context: ServerContext): Told {
  const { session } = context;
  /** By what an analysis depends on: it goes when that is no more what holds. */
  const told = new WeakMap<ReadonlySet<FileId>, string>();
  return {
    async holds(file, resultId) {
      const dependencies = session.dependencies(file);
      return dependencies !== undefined && told.get(dependencies) === resultId && (await isOwn(file, context));
    },
    async keep(file, resultId) {
      const dependencies = session.dependencies(file);
      if (dependencies === undefined) return;
      if (await isOwn(file, context)) told.set(dependencies, resultId);
      else told.delete(dependencies);
    },
  };
}

/** What a configuration says, and what other plans have to do with a finding, is no matter of the file and its imports. */
async function isOwn(file: FileId, { isConfig, workspace }: ServerContext): Promise<boolean> {
  return !isConfig(file) && !(await workspace.duplicates()).has(file);
}

/** Asks for pulls where something changed behind the client's back: what it edits itself it pulls by itself. One request at a time. */
function askForPulls({ connection, isConfig, onStale }: ServerContext): void {
  const ask = onceAtATime(
    () => connection.sendRequest(DiagnosticRefreshRequest.type),
    () => undefined,
  );
  onStale((files, edited) => {
    // A configuration concerns more than what is open.
    if (files === 'all' || files.some((file) => file !== edited || isConfig(file))) ask();
  });
}

/** Sends the diagnostics of every open document whenever they may be others. Of several quick edits only the last one counts. */
function pushDiagnostics(context: ServerContext): void {
  const { connection, documents, platform, session } = context;
  const waiting = new Set<FileId>();
  const shown = new Map<FileId, string>();
  let isPushing = false;

  const push = async (file: FileId): Promise<void> => {
    if (!session.isOpen(file)) {
      const uri = shown.get(file);
      shown.delete(file);
      if (uri !== undefined) await connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    const uri = platform.toUri(file);
    const version = documents.get(uri)?.version;
    const { items } = await reportOf(context, uri);
    // A newer edit has its own turn.
    if (version === undefined || documents.get(uri)?.version !== version) return;
    shown.set(file, uri);
    await connection.sendDiagnostics({ uri, version, diagnostics: [...items] });
  };

  const pushWaiting = async (): Promise<void> => {
    isPushing = true;
    for (let [file] = waiting; file !== undefined; [file] = waiting) {
      await context.settle();
      waiting.delete(file);
      if (context.isOver()) continue;
      await push(file).catch((error: unknown) => {
        // A newer edit has its own turn.
        if (!(error instanceof OvertakenError)) connection.console.error(String(error));
      });
    }
    isPushing = false;
  };

  context.onStale((files) => {
    for (const file of files === 'all' ? session.openFiles() : files) waiting.add(file);
    if (!isPushing) void pushWaiting();
  });
}

interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

async function reportOf(context: ServerContext, uri: string): Promise<Report> {
  if (!context.isServed(uri)) return { resultId: 'absent', items: [] };
  const file = context.platform.toFileId(uri);
  // What was extended by a configuration once may be so no longer.
  const found = context.isConfig(file) ? await configuration(context, file) : undefined;
  const told = found ?? (await plan(context, file));
  return told ? toReport(told, context) : { resultId: 'absent', items: [] };
}

function toReport({ findings, sourceOf }: Found, context: ServerContext): Report {
  const { resultId, items } = diagnosticsOf(findings, sourceOf, context.language());
  return { resultId, items: items.map((item) => toDiagnostic(item, context)) };
}

interface Found {
  readonly findings: readonly Finding[];
  readonly sourceOf: (file: FileId) => Source | undefined;
}

async function configuration(context: ServerContext, file: FileId): Promise<Found | undefined> {
  const found = await context.configFindings(file);
  return found && { findings: found.findings, sourceOf: () => found.source };
}

async function plan({ platform, session, workspace }: ServerContext, file: FileId): Promise<Found | undefined> {
  const duplicates = (await workspace.duplicates()).get(file) ?? [];
  const others = new Map<FileId, Source>();
  for (const { document } of duplicates.flatMap(({ related }) => related)) {
    const other = await session.load(document.origin);
    if (other) others.set(other.id, other);
  }
  const analysis = await session.analyse(file);
  if (analysis === undefined) return undefined;
  const { findings, sourceOf } = ownFindings(analysis);
  // Of a file that nobody shows only what is said of it is kept.
  workspace.release(analysis);
  // What stands beside a text that is in no folder, nobody knows.
  const own = platform.hasPlace(file) ? findings : findings.filter(({ rule }) => rule.id !== 'import-failed');
  return { findings: [...own, ...duplicates], sourceOf: (id) => sourceOf(id) ?? others.get(id) };
}

function ownFindings(analysis: Analysis): Found {
  const findings = analysis.results().flatMap((result) => result.findings);
  return { findings, sourceOf: (id) => analysis.closure.files.get(id) };
}

function toDiagnostic(item: DiagnosticItem, { platform, capabilities }: ServerContext): Diagnostic {
  const { publishDiagnostics, diagnostic } = capabilities().textDocument ?? {};
  const { relatedInformation, tagSupport } = { ...publishDiagnostics, ...diagnostic };
  const related = relatedInformation === false ? [] : (item.related ?? []);
  return {
    range: item.range,
    severity: severities[item.severity],
    code: item.rule,
    codeDescription: { href: rulePageUri(item.rule) },
    source: 'govplan',
    message: item.message,
    ...(related.length > 0 && {
      relatedInformation: related.map(({ file, range, message }) => ({ location: { uri: platform.toUri(file), range }, message })),
    }),
    ...(item.unnecessary && tagSupport?.valueSet?.includes(DiagnosticTag.Unnecessary) && { tags: [DiagnosticTag.Unnecessary] }),
    data: { fingerprint: item.fingerprint },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
