// What was kept of a file, as entries of a report again: nothing is parsed or linted for them.
import type { FoundFile } from '../../io/discover.ts';
import type { ReportEntry } from '../../report/report-entry.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Rule } from '../../rules/rule.ts';
import { createLineIndex, type LineIndex } from '../../text/line-index.ts';
import type { FileId } from '../../workspace/host.ts';
import type { Workspace } from '../workspace.ts';
import type { CachedFile } from './cache.ts';
import { createThaw, type FrozenDocument, thawFinding } from './frozen.ts';
import type { PlanFact } from './plan-facts.ts';

export interface ThawedFile {
  readonly entries: readonly ReportEntry[];
  readonly plans: readonly PlanFact[];
}

/** A file with its text, and nothing that was made of it. */
export interface PlainSource {
  readonly id: FileId;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Of what a cache kept, with the texts as they are now. Undefined where something of it cannot be made out any more: then the file is linted. */
export async function thawFile(
  file: FoundFile,
  cached: CachedFile,
  { host }: Workspace,
  catalogue: ReadonlyMap<string, Rule>,
): Promise<ThawedFile | undefined> {
  const { documents } = cached;
  const sources = new Map<FileId, PlainSource>();
  for (const origin of new Set([file.id, ...documents.flatMap(originsOf)])) {
    const content = await host.read(origin);
    if (content.kind !== 'text') return undefined;
    sources.set(origin, { id: origin, text: content.text, lines: createLineIndex(content.text) });
  }
  return thawDocuments(file, cached, (origin) => sources.get(origin), catalogue);
}

/** As {@link thawFile}, with texts that are at hand. */
export function thawDocuments(
  file: FoundFile,
  { documents, sha256 }: Pick<CachedFile, 'documents'> & { readonly sha256: string | undefined },
  sourceOf: (origin: FileId) => PlainSource | undefined,
  catalogue: ReadonlyMap<string, Rule>,
): ThawedFile | undefined {
  const source = sourceOf(file.id);
  if (source === undefined) return undefined;
  const thaw = createThaw(catalogue);
  const entries: ReportEntry[] = [];
  const plans: PlanFact[] = [];
  for (const { index, document, findings, classification, plan } of documents) {
    const thawed = findings.map((finding) => thawFinding(finding, thaw));
    const duplicate = plan && thawFinding(plan.duplicate, thaw);
    if (!thawed.every((finding): finding is Finding => finding !== undefined) || (plan && !duplicate)) return undefined;
    entries.push({
      path: file.path,
      sha256,
      document,
      source,
      sourceOf,
      findings: thawed,
      classification: classification && (() => classification),
    });
    if (plan && duplicate) {
      const { id, span } = plan;
      const hasSeveral = document !== undefined;
      plans.push({ path: file.path, document: thaw.documentAt(file.id, index), hasSeveral, id, span, source, duplicate });
    }
  }
  return { entries, plans };
}

function originsOf({ findings }: FrozenDocument): readonly FileId[] {
  return findings.flatMap((finding) => [finding.in[0], ...finding.related.map((place) => place.in[0])]);
}
