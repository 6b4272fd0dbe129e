// Diagnostics over the protocol: pulled, for a document and for the workspace, by clients that can; pushed to the others.
import {
  type Connection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Severity } from '../rules/rule.ts';
import { rulePageUri } from '../rules/rule-page.ts';
import { type DiagnosticItem, diagnosticsOf } from '../service/diagnostics.ts';
import type { Analysis } from '../service/session.ts';
import type { FileId } from '../workspace/host.ts';
import { answer } from './answer.ts';
import type { Feature, ServerContext } from './server.ts';

export const registerDiagnostics: Feature = (context) => {
  const { connection, documents, platform, session } = context;
  const { textDocument, workspace } = context.capabilities();
  const pulls = textDocument?.diagnostic !== undefined;

  if (pulls) {
    connection.languages.diagnostics.on((params, token) =>
      answer<DocumentDiagnosticReport>(token, async () => {
        const report = await reportOf(context, params.textDocument.uri);
        return report.resultId === params.previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId: report.resultId, items: report.items };
      }),
    );
    connection.languages.diagnostics.onWorkspace(async (params, token, progress) => {
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const files = new Set<FileId>((await Promise.all(context.folders().map((folder) => platform.listPlans(folder)))).flat());
      progress.begin('govplan', 0, undefined, true);
      let done = 0;
      for (const file of files) {
        if (token.isCancellationRequested) break;
        const uri = platform.toUri(file);
        const { resultId, items: found } = await reportOf(context, uri);
        const version = documents.get(uri)?.version ?? null;
        items.push(
          known.get(uri) === resultId
            ? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId }
            : { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: found },
        );
        done++;
        progress.report(Math.floor((100 * done) / files.size));
      }
      progress.done();
      return { items };
    });
    if (workspace?.diagnostics?.refreshSupport) {
      context.onStale((files) => {
        // The client pulls what it edits by itself: only what changed behind its back is worth a word.
        const behind =
          files === 'all' || files.some((file) => session.isOpen(file) && files.length > 1) || files.some((file) => !session.isOpen(file));
        if (behind) refreshDiagnostics(connection);
      });
    }
    return { diagnosticProvider: { identifier: 'govplan', interFileDependencies: true, workspaceDiagnostics: true } };
  }

  const push = async (file: FileId): Promise<void> => {
    const uri = platform.toUri(file);
    const version = documents.get(uri)?.version;
    if (version === undefined) {
      await connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    const { items } = await reportOf(context, uri);
    // A newer edit has its own push on the way.
    if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics: [...items] });
  };
  context.onStale((files) => {
    for (const file of files === 'all' ? session.openFiles() : files)
      void push(file).catch((error) => connection.console.error(String(error)));
  });
  return {};
};

function refreshDiagnostics(connection: Connection): void {
  void connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
}

interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

async function reportOf(context: ServerContext, uri: string): Promise<Report> {
  const analysis = await context.analyse(uri);
  if (analysis === undefined) return { resultId: 'absent', items: [] };
  const found = diagnosticsOf(analysis, context.language());
  return { resultId: found.resultId, items: found.items.map((item) => toDiagnostic(item, context, analysis)) };
}

function toDiagnostic(item: DiagnosticItem, { platform, capabilities }: ServerContext, analysis: Analysis): Diagnostic {
  const { relatedInformation, tagSupport } = capabilities().textDocument?.publishDiagnostics ?? {};
  const related = relatedInformation === false ? [] : (item.related ?? []).filter(({ file }) => analysis.closure.files.has(file));
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
    ...(item.unnecessary && tagSupport !== undefined && { tags: [DiagnosticTag.Unnecessary] }),
    data: { fingerprint: item.fingerprint },
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
