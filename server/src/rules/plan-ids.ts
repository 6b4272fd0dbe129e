// Finds plan ids that two plans of a run, or of a workspace, have in common: the only finding that no file shows by itself.
import type { PlanDocument } from '../plan/build.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { excuse } from './exceptions.ts';
import type { Finding } from './finding.ts';
import type { Draft, Rule } from './rule.ts';
import { type LintOptions, makeFinding } from './run.ts';

export interface RunPlan {
  readonly file: SourceFile;
  readonly document: PlanDocument;
}

/**
 * One finding for each plan whose id an earlier one has; the first is the related place. Earlier means first by file id, then by place in
 * the file, so that the order in which files were read decides nothing. `rule` is that of the catalogue, `optionsFor` what holds for a file. An exception in the later plan's file excuses it.
 */
export function duplicatePlanIds(
  plans: readonly RunPlan[],
  rule: Rule,
  optionsFor: (file: SourceFile) => Pick<LintOptions, 'severities' | 'asOf'>,
): readonly Finding[] {
  const first = new Map<string, { readonly file: SourceFile; readonly node: YamlNode }>();
  const findings: Finding[] = [];
  for (const { file, document } of plans.toSorted(inOrder)) {
    const id = document.faulty ? undefined : document.outline?.plan?.id;
    if (id === undefined) continue;
    const earlier = first.get(id.value);
    if (earlier === undefined) {
      first.set(id.value, { file, node: id.node });
      continue;
    }
    findings.push(duplicatePlanId(rule, { file, document }, { node: id.node, first: earlier }, optionsFor(file)));
  }
  return findings;
}

/** The finding about one plan, `node` being its id and `first` the plan that has the id already. */
export function duplicatePlanId(
  rule: Rule,
  { file, document }: RunPlan,
  { node, first }: { readonly node: YamlNode; readonly first: { readonly file: SourceFile; readonly node: YamlNode } },
  options: Pick<LintOptions, 'severities' | 'asOf'>,
): Finding {
  const id = document.outline?.plan?.id?.value ?? '';
  const draft: Draft = {
    message: 'duplicate',
    at: node,
    data: { id, path: first.file.id },
    // The other file may be renamed while the fault stays the same.
    discriminator: id,
    related: [{ at: first.node, label: 'other' }],
  };
  const finding = makeFinding(rule, draft, document, options);
  return excuse(finding, file, options.asOf);
}

function inOrder(a: RunPlan, b: RunPlan): number {
  return a.file.id < b.file.id ? -1 : a.file.id > b.file.id ? 1 : a.document.yaml.index - b.document.yaml.index;
}
