// The pictures of the report for the extension's view beside the text (`govplan/view`): fragments of markup in which no text of a plan is
// markup, with the places that their elements lead to. The page around them, and what of it may run, is the client's.
import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { governanceView, type View } from '../report/html/view.ts';
import { planReport } from '../report/plan-report.ts';
import { chooseText, type Language } from '../rules/render.ts';
import { documentOf } from '../service/plan-at.ts';
import type { Analysis } from '../service/session.ts';
import { answer } from './answer.ts';
import type { Feature, ServerContext } from './server.ts';

interface ViewParams extends TextDocumentPositionParams {
  readonly planId?: string;
}

type ViewAnswer =
  /** No plan stands there. */
  | { readonly kind: 'none' }
  /** The text has a fault of syntax: what stands behind it is unknown, and nothing is drawn. */
  | { readonly kind: 'faulty'; readonly name: string; readonly language: Language }
  | {
      readonly kind: 'plan';
      readonly name: string;
      readonly planId: string | undefined;
      readonly language: Language;
      readonly contents: View['contents'];
      readonly sections: View['sections'];
      /** URIs; `data-text` in the sections counts them from 0. */
      readonly files: readonly string[];
    };

export const registerGovernanceView: Feature = (context) => {
  context.connection.onRequest<ViewAnswer, void>('govplan/view', ({ textDocument, position, planId }: ViewParams, token) =>
    answer(token, async () => {
      const analysis = await context.analyse(textDocument.uri, token);
      if (analysis === undefined) return { kind: 'none' };
      return viewAt(analysis, position, planId, { ...context, turn: context.turnsFor(textDocument.uri, analysis, token) });
    }),
  );
  return {};
};

async function viewAt(
  analysis: Analysis,
  position: TextDocumentPositionParams['position'],
  planId: string | undefined,
  {
    language: spoken,
    platform,
    shown,
    turn,
  }: Pick<ServerContext, 'language' | 'platform' | 'shown'> & { readonly turn: () => Promise<void> },
): Promise<ViewAnswer> {
  const language = spoken();
  const found = documentOf(analysis, planId, analysis.file.lines.offset(position));
  if (found?.context === undefined) return { kind: 'none' };
  const { plan, file } = found.context;
  const { id, title } = plan.head;
  const name = (title && chooseText(title.byLanguage, language)) || (id?.value ?? shown(file.id));
  if (found.document.faulty) return { kind: 'faulty', name, language };
  const { closure } = analysis;
  const report = planReport(shown(file.id), { context: found.context, findings: found.findings }, closure, language);
  const { files, ...view } = await governanceView(report, (id) => closure.files.get(id), language, turn);
  return { kind: 'plan', name, planId: id?.value, language, ...view, files: files.map(platform.toUri) };
}
