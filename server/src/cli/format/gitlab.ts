// GitLab's Code Quality report, a subset of Code Climate's: a list of issues, each with a fingerprint of its own.

import type { Severity } from '../../rules/rule.ts';
import { fingerprint } from '../../text/hash.ts';
import { openFindings } from '../report.ts';
import type { Format } from './format.ts';

export const gitlab: Format = (report, { language }) => {
  const seen = new Set<string>();
  /** Two files may hold one plan twice: GitLab would take their findings for one. */
  const unique = (own: string, path: string): string => {
    let candidate = own;
    for (let n = 0; seen.has(candidate); n++) candidate = fingerprint(`${own}\n${path}\n${n}`);
    seen.add(candidate);
    return candidate;
  };
  const issues = report.entries.flatMap((entry) =>
    openFindings(entry, report, language).map(({ rule, severity, message, range, fingerprint: own }) => ({
      type: 'issue',
      check_name: rule,
      description: message,
      categories: ['Style'],
      severity: severities[severity],
      fingerprint: unique(own, entry.path),
      location: {
        path: entry.path,
        // Older readers know the lines alone.
        lines: { begin: range.start.line + 1, end: range.end.line + 1 },
        positions: { begin: place(range.start), end: place(range.end) },
      },
    })),
  );
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', information: 'info' };

function place({ line, character }: { readonly line: number; readonly character: number }): object {
  return { line: line + 1, column: character + 1 };
}
