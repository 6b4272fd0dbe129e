// The exceptions of a plan as a register: what was excused, why, by whom, until when, and whether that still holds.
import type { Finding } from '../rules/finding.ts';
import { type Language, renderMessage } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import { readSuppressions } from '../rules/suppression.ts';

export interface ExceptionRecord {
  readonly rules: readonly string[];
  /** Undefined where none is given: then the exception excuses nothing. */
  readonly reason: string | undefined;
  readonly approver: string | undefined;
  /** As written. */
  readonly until: string | undefined;
  /** From 1. */
  readonly line: number;
  readonly status: ExceptionStatus;
  /** What it excuses, in the reader's words. */
  readonly excused: readonly string[];
}

export type ExceptionStatus = 'in-force' | 'unused' | 'expired' | 'invalid';

/** In the order of the text. What holds is read off the findings, so that the register says what `lint` says. */
export function exceptionRegister(
  { file, plan }: RuleContext,
  findings: readonly Finding[],
  language: Language,
): readonly ExceptionRecord[] {
  return readSuppressions(plan.document.yaml, file.pieces, file.lines).map(({ rules, reason, approver, until, comment }) => {
    const excused = findings
      .filter(({ suppressed }) => suppressed?.comment.start === comment.start)
      .map((finding) => renderMessage(finding, language));
    const isBlamed = (rule: string): boolean =>
      findings.some((finding) => finding.rule.id === rule && finding.span.start >= comment.start && finding.span.start < comment.end);
    const status = (): ExceptionStatus => {
      if (isBlamed('invalid-suppression')) return 'invalid';
      if (isBlamed('expired-suppression')) return 'expired';
      return excused.length > 0 ? 'in-force' : 'unused';
    };
    const line = file.lines.position(comment.start).line + 1;
    return { rules: rules.map(({ id }) => id), reason, approver, until, line, status: status(), excused };
  });
}
