// The diagnostics of a file: the findings the command line gives for it, to the character, without those that an exception silences.
import type { Finding } from '../rules/finding.ts';
import { type PlainFinding, presentFinding, type Source } from '../rules/present.ts';
import type { Language } from '../rules/render.ts';
import { fingerprint } from '../text/hash.ts';
import { bySpan } from '../text/span.ts';
import type { FileId } from '../workspace/host.ts';

export interface FileDiagnostics {
  /** The same for the same diagnostics, whatever made them: lets a client keep what it has. */
  readonly resultId: string;
  readonly items: readonly DiagnosticItem[];
}

export interface DiagnosticItem extends Omit<PlainFinding, 'fix'> {
  /** What is never used is shown faded. */
  readonly unnecessary: boolean;
}

/** `findings` of one file, in any order; `sourceOf` knows the file and every one that they relate to. */
export function diagnosticsOf(
  findings: readonly Finding[],
  sourceOf: (file: FileId) => Source | undefined,
  language: Language,
): FileDiagnostics {
  const items = findings
    .filter((finding) => finding.suppressed === undefined)
    .toSorted(bySpan)
    .map(
      (finding): DiagnosticItem => ({
        // What would mend it is asked for when somebody looks at it.
        ...presentFinding({ ...finding, fixes: [] }, language, sourceOf),
        unnecessary: finding.rule.id === 'unused-definition',
      }),
    );
  return { resultId: fingerprint(JSON.stringify(items)), items };
}
