// The plans of a run by their ids, and the finding that no file shows by itself: an id that an earlier plan has.

import type { ReportEntry } from '../../report/report-entry.ts';
import type { Finding } from '../../rules/finding.ts';
import { duplicatePlanId } from '../../rules/plan-ids.ts';
import type { Source } from '../../rules/present.ts';
import type { Rule } from '../../rules/rule.ts';
import { bySpan, type Span } from '../../text/span.ts';
import type { YamlDocument } from '../../yaml/tree.ts';
import type { LintedFile } from './run.ts';

export interface PlanFact {
  readonly path: string;
  readonly document: YamlDocument;
  readonly hasSeveral: boolean;
  readonly id: string;
  readonly span: Span;
  readonly source: Source;
  /** What is found if another plan has the id before, that plan still left open. */
  readonly duplicate: Finding;
}

export function planFactsOf(
  { file, source, results, options }: Omit<LintedFile, 'relint'>,
  catalogue: readonly Rule[],
): readonly PlanFact[] {
  const rule = catalogue.find(({ id }) => id === 'duplicate-plan-id');
  if (rule === undefined) return [];
  return results.flatMap(({ document }): readonly PlanFact[] => {
    const id = document.faulty ? undefined : document.outline?.plan?.id;
    if (id === undefined) return [];
    const place = { node: id.node, first: { file: source, node: id.node } };
    return [
      {
        path: file.path,
        document: document.yaml,
        hasSeveral: source.stream.documents.length > 1,
        id: id.value,
        span: { start: id.node.start, end: id.node.end },
        source,
        duplicate: duplicatePlanId(rule, { file: source, document }, place, options),
      },
    ];
  });
}

/**
 * Adds each finding to the entry of the later plan, in its place there. Later means later in the report, as for `merge`: by the path that
 * is shown, then by place in the file.
 */
export function addDuplicates(entries: ReportEntry[], plans: readonly PlanFact[]): void {
  const first = new Map<string, PlanFact>();
  for (const plan of [...plans].sort(inOrder)) {
    const earlier = first.get(plan.id);
    if (earlier === undefined) {
      first.set(plan.id, plan);
      continue;
    }
    const at = entries.findIndex(({ path, document }) => path === plan.path && (document ?? 0) === plan.document.index);
    const entry = entries[at];
    if (entry === undefined) continue;
    const { duplicate } = plan;
    const finding: Finding = {
      ...duplicate,
      data: { ...duplicate.data, path: earlier.path },
      related: duplicate.related.map((place) => ({ ...place, document: earlier.document, span: earlier.span })),
    };
    const findings = [...entry.findings, finding].sort(bySpan);
    const { sourceOf } = entry;
    entries[at] = {
      ...entry,
      findings,
      sourceOf: (file) => sourceOf(file) ?? (file === earlier.document.origin ? earlier.source : undefined),
    };
  }
}

function inOrder(a: PlanFact, b: PlanFact): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.document.index - b.document.index;
}
