// An exception from a rule, written into the plan as a comment. Its reason is required: the author must fill it in.
import type { Bilingual } from '../plan/field.ts';
import { isExcusable } from '../rules/exceptions.ts';
import type { Finding } from '../rules/finding.ts';
import { fillText } from '../rules/render.ts';
import { lineBreakOf, lineStartOf } from '../yaml/layout.ts';
import { nodeAt } from '../yaml/route.ts';
import type { ActionEdit, ActionSources, CodeAction } from './code-actions.ts';

const title: Bilingual = {
  en: "Make an exception from '{rule}' here, with its reason",
  zh: '在此处豁免“{rule}”，并说明理由',
};

/** One for each rule and line: a comment excuses all findings of its rule that begin in the next line. */
export function exceptionActions({ found, analysis: { file }, language }: ActionSources): readonly CodeAction[] {
  const byPlace = new Map<string, { readonly edit: ActionEdit; readonly findings: Finding[] }>();
  for (const { finding } of found) {
    if (!isExcusable(finding)) continue;
    const edit = commentAbove(finding, file.text);
    if (edit === undefined) continue;
    const place = `${edit.span.start} ${finding.rule.id}`;
    const known = byPlace.get(place);
    if (known) known.findings.push(finding);
    else byPlace.set(place, { edit, findings: [finding] });
  }
  return [...byPlace].map(
    ([place, { edit, findings }]): CodeAction => ({
      key: `exception ${place}`,
      title: fillText(title, { rule: findings[0]?.rule.id ?? '' }, language),
      kind: 'quickfix',
      isPreferred: false,
      findings,
      edits: async () => [{ file, edits: [edit] }],
    }),
  );
}

/** Undefined where the line of the finding begins inside a text, in which a comment would be part of it. */
function commentAbove({ rule, span, document }: Finding, text: string): ActionEdit | undefined {
  if (document.root === undefined) return undefined;
  const lineStart = lineStartOf(text, span.start);
  const start = text[lineStart] === '\ufeff' ? lineStart + 1 : lineStart;
  const node = nodeAt(document, start);
  if (node?.kind === 'scalar' && node.start < start) return undefined;
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = `${indentation}# govplan-disable-next-line ${rule.id} -- reason: `;
  const lineBreak = lineBreakOf(text);
  return { span: { start, end: start }, newText: `${comment}…${lineBreak}`, snippet: `${comment}\${1:…}${lineBreak}` };
}
