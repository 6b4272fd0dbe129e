// The report on the plan at a place, for an editor to save: the bytes of `govplan report` in the language of the client. What is not
// saved yet counts.
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type { ReportFormat } from '../report/written-report.ts';
import { documentOf } from '../service/plan-at.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

interface ReportParams extends TextDocumentPositionParams {
  readonly planId?: string;
  readonly format: ReportFormat;
}

export const registerReport: Feature = (context) => {
  context.connection.onRequest<string | null, void>('govplan/report', ({ textDocument, position, planId, format }: ReportParams, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return null;
      const result = documentOf(analysis, planId, analysis.file.lines.offset(position));
      // Nobody needs the pictures before somebody asks for a report.
      const { writtenReport } = await import('../report/written-report.ts');
      const path = context.shown(analysis.file.id);
      const turn = context.turnsFor(textDocument.uri, analysis, token);
      const form = format === 'md' ? 'md' : 'html';
      return (result && (await writtenReport(form, path, result, analysis.closure, context.language(), turn))) ?? null;
    }),
  );
  return {};
};
