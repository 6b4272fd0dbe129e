// Read-only views of a plan as documents of their own (`workspace/textDocumentContent`): the responsibility matrix and the network, the
// bytes of the command line. Their URIs are `govplan:/<any name>.matrix.txt?<URI of the plan>` and `….network.txt?…`, the URI of the plan
// escaped as any query is.
import type { Bilingual } from '../plan/field.ts';
import { matrixText } from '../report/matrix-text.ts';
import { networkText } from '../report/network-text.ts';
import type { Language } from '../rules/render.ts';
import type { Analysis } from '../service/session.ts';
import { answer } from './answer.ts';
import type { Feature } from './server.ts';

const viewScheme = 'govplan';

export const registerTextViews: Feature = (context) => {
  const { connection, platform } = context;
  const { textDocumentContent } = context.capabilities().workspace ?? {};
  const shown = new Map<string, string>();

  connection.workspace.textDocumentContent.on(({ uri }, token) =>
    answer(token, async () => {
      const view = parseViewUri(uri);
      if (view === undefined) return null;
      shown.set(uri, view.plan);
      const analysis = await context.analyse(view.plan, token);
      return analysis ? { text: viewText(view.kind, analysis, context.language()) } : null;
    }),
  );
  if (textDocumentContent) {
    context.onStale((files) => {
      for (const [uri, plan] of shown) {
        if (files !== 'all' && !files.includes(platform.toFileId(plan))) continue;
        connection.workspace.textDocumentContent.refresh(uri).catch(() => shown.delete(uri));
      }
    });
  }
  return { workspace: { textDocumentContent: { schemes: [viewScheme] } } };
};

type ViewKind = 'matrix' | 'network';

function parseViewUri(uri: string): { readonly kind: ViewKind; readonly plan: string } | undefined {
  const [, kind, query] = /^govplan:[^?#]*\.(matrix|network)\.txt\?([^#]*)/.exec(uri) ?? [];
  if (kind === undefined || query === undefined) return undefined;
  try {
    return { kind: kind as ViewKind, plan: decodeURIComponent(query) };
  } catch {
    return undefined;
  }
}

/** Of a file with several plans, one after the other. */
function viewText(kind: ViewKind, analysis: Analysis, language: Language): string {
  const contexts = analysis.results().flatMap(({ context }) => context ?? []);
  if (contexts.length === 0) return `${noPlan[language]}\n`;
  const blocks = contexts.map((found) => (kind === 'matrix' ? matrixText(found.plan, language) : networkText(found, language)));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const noPlan: Bilingual = { en: 'There is no plan in this file.', zh: '此文件中没有预案。' };
