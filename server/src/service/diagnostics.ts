// The diagnostics of a file: the findings the command line gives for it, to the character, without those that an exception silences.

import type { Finding } from '../rules/finding.ts';
import { type PlainFinding, presentFinding } from '../rules/present.ts';
import { type Language, reasonOf } from '../rules/render.ts';
import { fingerprint } from '../text/hash.ts';
import type { Analysis } from './session.ts';

export interface FileDiagnostics {
  /** The same for the same diagnostics, whatever made them: lets a client keep what it has. */
  readonly resultId: string;
  readonly items: readonly DiagnosticItem[];
}

export interface DiagnosticItem extends PlainFinding {
  /** What is never used is shown faded. */
  readonly unnecessary: boolean;
  /** Why it matters, with its source. */
  readonly why: string;
}

/** `more` are findings that need more than the file itself: a plan id that another plan has too. */
export function diagnosticsOf(analysis: Analysis, language: Language, more: readonly Finding[] = []): FileDiagnostics {
  const findings = [...analysis.results().flatMap((result) => result.findings), ...more];
  const items = findings
    .filter((finding) => finding.suppressed === undefined)
    .map(
      (finding): DiagnosticItem => ({
        ...presentFinding(finding, language, (file) => analysis.closure.files.get(file)),
        unnecessary: finding.rule.id === 'unused-definition',
        why: reasonOf(finding.rule, language),
      }),
    );
  return { resultId: fingerprint(JSON.stringify(items)), items };
}
