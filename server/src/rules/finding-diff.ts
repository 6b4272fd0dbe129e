// Which findings are new in one version of a document, and which are gone: matched by what they are about, never by where they stand.
import type { Finding } from './finding.ts';

export interface FindingDiff {
  /** Open now, and not before: not found then, or excused then. */
  readonly fresh: readonly Finding[];
  /** Open before, and not found any more. */
  readonly fixed: readonly Finding[];
  /** How many are open as before. */
  readonly remaining: number;
}

/** `isSamePlan` is false where the plan got another id: every fingerprint has it in it, so what they say is compared instead. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[], isSamePlan: boolean): FindingDiff {
  const identity = isSamePlan ? ({ fingerprint }: Finding): string => fingerprint : contentOf;
  const old = countedBy(before, identity);
  const now = countedBy(after, identity);
  const isOpen = ({ suppressed }: Finding): boolean => suppressed === undefined;
  const fresh = [...now].flatMap(([key, finding]) => {
    const earlier = old.get(key);
    return isOpen(finding) && (earlier === undefined || !isOpen(earlier)) ? [finding] : [];
  });
  const fixed = [...old].flatMap(([key, finding]) => (isOpen(finding) && !now.has(key) ? [finding] : []));
  return { fresh, fixed, remaining: [...now.values()].filter(isOpen).length - fresh.length };
}

/** Findings that are alike are told apart by their order, so that the second of two is not lost. */
function countedBy(findings: readonly Finding[], identity: (finding: Finding) => string): ReadonlyMap<string, Finding> {
  const counts = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = identity(finding);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [`${key} ${count}`, finding];
    }),
  );
}

function contentOf({ rule, message, entity, data }: Finding): string {
  const words = Object.entries(data).flatMap(([name, datum]) => (typeof datum === 'string' ? [`${name}=${datum}`] : []));
  return [rule.id, message, entity ?? '', ...words.sort()].join('\n');
}
