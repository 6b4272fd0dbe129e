// Ids as completion offers them: with the name behind each and what kind of thing it is.
import type { Declared } from '../workspace/names.ts';
import type { Candidate, CompletionKind, CompletionSources } from './completion.ts';
import { createBriefs } from './entity-brief.ts';

/** A candidate of which only the value is known: how it is written depends on the quotes around the cursor. */
export type ValueCandidate = Pick<Candidate, 'label' | 'kind'> &
  Partial<Candidate> & {
    /** What is written, where that is more than the label. */
    readonly value?: string;
  };

/** Writes ids with the names behind them. */
export function createIdValues({
  analysis,
  options,
}: CompletionSources): (id: string, declared: Declared | undefined, kind: CompletionKind) => ValueCandidate {
  const briefOf = createBriefs(options.language, analysis.options.asOf);
  return (id, declared, kind) => {
    const brief = declared && briefOf(declared);
    const name = brief?.name ?? brief?.about;
    return {
      label: id,
      kind,
      detail: brief && [name, brief.kind].filter(Boolean).join(' · '),
      // Whoever reads one language may type the name in another one of the plan.
      filterText: [id, ...(brief?.words ?? [])].join(' '),
      isDeprecated: brief?.isOutdated ?? false,
    };
  };
}
