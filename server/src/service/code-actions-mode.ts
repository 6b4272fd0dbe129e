// The smallest changes that bring a plan to the mode it aims at, or to the one its context calls for, as one edit of its text.
import { describeChange } from '../governance/change-text.ts';
import { type Counterfactual, findCounterfactual } from '../governance/counterfactual.ts';
import { modeNames } from '../governance/names.ts';
import type { Bilingual } from '../plan/field.ts';
import { punctuation } from '../rules/punctuation.ts';
import { fillText } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { editsBetween } from '../text/difference.ts';
import { encloses, type Span } from '../text/span.ts';
import { findEntry } from '../yaml/view.ts';
import { applyChanges } from './change-edits.ts';
import type { ActionSources, CodeAction } from './code-actions.ts';

const title: Bilingual = { en: "Reach '{mode}': {changes}", zh: '达到“{mode}”：{changes}' };

/** The findings that say a plan is not where it should be. */
const aboutModes: ReadonlySet<string> = new Set(['mode-target-mismatch', 'mode-context-mismatch']);

/** Offered at the key `plan`, at the mode aimed at, and at findings about them; the search takes too long to be made everywhere. */
export function modeActions({ analysis, span, found, language }: ActionSources): readonly CodeAction[] {
  const { file } = analysis;
  return analysis.results().flatMap((result): readonly CodeAction[] => {
    const findings = found.flatMap((entry) => (entry.result === result && aboutModes.has(entry.finding.rule.id) ? [entry.finding] : []));
    if (findings.length === 0 && !isAtMode(result, span)) return [];
    const { goal, changes } = counterfactualOf(result, analysis) ?? {};
    if (goal === undefined || changes === undefined || result.context === undefined) return [];
    const text = applyChanges(file, result.context.plan, changes);
    if (text === undefined) return [];
    const sentences = changes.map((change) => describeChange(change, language)).join(punctuation.semicolon[language]);
    return [
      {
        key: `mode ${result.document.yaml.index}`,
        title: fillText(title, { mode: modeNames[goal], changes: sentences }, language),
        kind: 'refactor.rewrite',
        isPreferred: false,
        findings,
        edits: async () => [{ file, edits: editsBetween(file.text, text) }],
      },
    ];
  });
}

function isAtMode({ document }: DocumentResult, span: Span): boolean {
  const entry = document.content && findEntry(document.content.node, 'plan');
  const target = document.content?.plan && findEntry(document.content.plan.node, 'target-mode');
  return [entry?.key, target?.key, target?.pair.value].some((node) => node !== undefined && encloses(node, span));
}

/** Undefined where the text has a fault of syntax: a mode that is unknown is no ground for a change. */
function counterfactualOf({ context, document }: DocumentResult, { closure }: ActionSources['analysis']): Counterfactual | undefined {
  return context && !document.faulty ? findCounterfactual(context.plan, closure, context.classification) : undefined;
}
