// Read-only views of a plan as documents of their own (`workspace/textDocumentContent`), the bytes of the command line. Their URIs are
// `govplan:/<any name>.<view>?<URI of the plan>`, where the view asks for it with a blank and what it asks for behind the URI, all of it
// escaped as any query is:
//   classification.txt   the mode and why: `?<URI> <id>` of the plan of that id; without an id of all plans of the file
//   matrix.txt           the responsibility matrix
//   network.txt          the network
//   diff.txt             what changed since a revision: `?<URI> <REV>`
//   past.plan.yaml       the text at a revision: `?<URI> <REV>`
//   what-if.txt          what fails with an actor: `?<URI> <id>`; without an id, the ranking of all actors
// Which revisions there are is asked by `govplan/checkRevision`.
import type { Bilingual } from '../plan/field.ts';
import { classificationText } from '../report/classification-text.ts';
import { matrixText } from '../report/matrix-text.ts';
import { networkText } from '../report/network-text.ts';
import { plainPaint } from '../report/paint.ts';
import { fillText, type Language } from '../rules/render.ts';
import type { Analysis } from '../service/session.ts';
import { answer } from './answer.ts';
import { comparisonText, pastFailureText, pastText } from './comparison.ts';
import { createPastVersions, type PastVersions } from './past-versions.ts';
import type { Feature, ServerContext } from './server.ts';
import { whatIfTexts } from './what-if.ts';

const viewScheme = 'govplan';

/** Nobody says when a view is closed. One that is shown is asked for again after each edit: it is among the last. */
const mostShown = 50;

export const registerTextViews: Feature = (context) => {
  const { connection, platform } = context;
  const { textDocumentContent } = context.capabilities().workspace ?? {};
  /** By view, the plan it is of; the one that was asked for last behind all others. */
  const shown = new Map<string, string>();
  const pasts = createPastVersions(context);

  connection.workspace.textDocumentContent.on(({ uri }, token) =>
    answer(token, async () => {
      const view = parseViewUri(uri);
      if (view === undefined) return null;
      shown.delete(uri);
      shown.set(uri, view.plan);
      const [longestAgo] = shown.keys();
      if (shown.size > mostShown && longestAgo !== undefined) shown.delete(longestAgo);
      const analysis = await context.analyse(view.plan, token);
      return analysis ? { text: await viewText(view, analysis, pasts, context) } : null;
    }),
  );
  connection.onRequest<RevisionCheck, void>('govplan/checkRevision', ({ textDocument, revision }: RevisionParams, token) =>
    answer(token, async () => {
      const past = await pasts.find(platform.toFileId(textDocument.uri), revision);
      return 'failure' in past ? { problem: pastFailureText(past, revision, context.language()) } : {};
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

interface RevisionParams {
  readonly textDocument: { readonly uri: string };
  readonly revision: string;
}

interface RevisionCheck {
  /** Why the plan cannot be compared with the revision, in the reader's words; absent where it can. */
  readonly problem?: string;
}

interface View {
  readonly kind: 'classification' | 'matrix' | 'network' | 'diff' | 'past' | 'what-if';
  readonly plan: string;
  /** What stands behind the URI of the plan, a revision or an id; empty where nothing does. */
  readonly asked: string;
}

function parseViewUri(uri: string): View | undefined {
  const [, text, yaml, query] =
    /^govplan:[^?#]*\.(?:(classification|matrix|network|diff|what-if)\.txt|(past)\.plan\.yaml)\?([^#]*)/.exec(uri) ?? [];
  const kind = text ?? yaml;
  if (kind === undefined || query === undefined) return undefined;
  try {
    const words = decodeURIComponent(query);
    // No URI has a blank, unless a client escapes too little.
    const blank = kind === 'matrix' || kind === 'network' ? -1 : words.indexOf(' ');
    const [plan, asked] = blank < 0 ? [words, ''] : [words.slice(0, blank), words.slice(blank + 1)];
    return { kind: kind as View['kind'], plan, asked };
  } catch {
    return undefined;
  }
}

/** Of a file with several plans, one after the other. */
async function viewText({ kind, asked }: View, analysis: Analysis, pasts: PastVersions, context: ServerContext): Promise<string> {
  const language = context.language();
  const contexts = analysis.results().flatMap((result) => result.context ?? []);
  switch (kind) {
    case 'classification': {
      const wanted = contexts.filter(({ plan }) => plan.head.id?.value === asked);
      const path = context.shown(analysis.file.id);
      // An id that no plan has any more was edited since.
      const plans = wanted.length > 0 ? wanted : contexts;
      return joined(
        plans.map((found) => classificationText(path, found, analysis.closure, language, plainPaint)),
        language,
      );
    }
    case 'matrix':
      return joined(
        contexts.map(({ plan }) => `${matrixText(plan, language).join('\n')}\n`),
        language,
      );
    case 'network':
      return joined(
        contexts.map((found) => `${networkText(found, language).join('\n')}\n`),
        language,
      );
    case 'diff':
      return comparisonText(analysis, asked, pasts, context);
    case 'past':
      return pastText(analysis.file, asked, pasts, language);
    case 'what-if': {
      const texts = whatIfTexts(analysis, asked === '' ? undefined : asked, context);
      return texts.length === 0 && contexts.length > 0 ? `${fillText(nobody, { id: asked }, language)}\n` : joined(texts, language);
    }
  }
}

function joined(texts: readonly string[], language: Language): string {
  return texts.length === 0 ? `${noPlan[language]}\n` : texts.join('\n');
}

const noPlan: Bilingual = { en: 'There is no plan in this file.', zh: '此文件中没有预案。' };
const nobody: Bilingual = { en: "Nobody in the plan is called '{id}'.", zh: '预案中没有名为“{id}”的主体。' };
