// Applies the suppression comments of a file to its findings, and finds what is wrong with the comments themselves.
import type { PlanDocument } from '../plan/build.ts';
import { append } from '../text/append.ts';
import { isRealDate } from '../text/calendar.ts';
import type { TextEdit } from '../text/edit.ts';
import { createWordIndex, type WordIndex } from '../text/nearest.ts';
import { contains, type Span } from '../text/span.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Finding } from './finding.ts';
import { createFirstCover } from './first-cover.ts';
import type { Draft, Fix, Rule } from './rule.ts';
import { didYouMean } from './shared/format-words.ts';
import { readSuppressions, type SuppressedRule, type Suppression } from './suppression.ts';

/** Findings about exceptions: an exception from these can never excuse anything. */
const aboutExceptions: ReadonlySet<string> = new Set(['unused-suppression', 'invalid-suppression', 'expired-suppression']);

/** Findings no comment can silence: faults of the text itself, and of the comments. */
const firm: ReadonlySet<string> = new Set(['yaml-syntax', 'limit-exceeded', ...aboutExceptions]);

/** Whether a comment can excuse a finding. */
export function isExcusable({ rule, message }: Pick<Finding, 'rule' | 'message'>): boolean {
  return !firm.has(rule.id) && message !== 'crashed';
}

export interface Checked {
  readonly document: PlanDocument;
  readonly findings: readonly Finding[];
  /** Ids of the rules that could say all they have to say about the document: of no other is an exception called unused. */
  readonly judged: ReadonlySet<string>;
}

export interface ExceptionOptions {
  readonly catalogue: readonly Rule[];
  readonly asOf: string;
  /** Makes a finding of a draft, with the severity that is configured. */
  readonly makeFinding: (rule: Rule, draft: Draft, document: PlanDocument) => Finding;
}

/** The findings of each document of a file: those that an exception excuses marked so, and those about the exceptions added. */
export function applySuppressions(checked: readonly Checked[], file: SourceFile, options: ExceptionOptions): readonly Finding[][] {
  const written = checked.map(({ document }) => readSuppressions(document.yaml, file.pieces, file.lines));
  if (written.every((suppressions) => suppressions.length === 0)) return checked.map(({ findings }) => [...findings]);
  const used = new Set<SuppressedRule>();
  const inForce = byRule(written.flat().filter((suppression) => isInForce(suppression, options.asOf)));
  const known = new Map(options.catalogue.map((rule) => [rule.id, rule]));
  let words: WordIndex | undefined;

  const excused = checked.map(({ findings }) =>
    findings.map((finding) => {
      if (!isExcusable(finding)) return finding;
      const match = inForce.get(finding.rule.id)?.(finding.span.start);
      if (match === undefined) return finding;
      used.add(match.rule);
      return { ...finding, suppressed: match.suppression };
    }),
  );
  return checked.map(({ document }, index) => {
    const faults = (written[index] ?? []).flatMap((suppression) => {
      const meant = suppression.isForFile ? checked : checked.slice(index, index + 1);
      const isJudged = ({ id }: SuppressedRule): boolean => aboutExceptions.has(id) || meant.every(({ judged }) => judged.has(id));
      const idle = suppression.rules.filter((rule) => !used.has(rule) && isJudged(rule));
      return faultsOf(suppression, idle, document, file, options.asOf, {
        has: (id) => known.has(id),
        nearest: (id) => {
          words ??= createWordIndex(known.keys());
          return words.nearest(id);
        },
      });
    });
    const made = faults.flatMap(({ id, draft }) => {
      const rule = known.get(id);
      return rule ? [options.makeFinding(rule, draft, document)] : [];
    });
    return [...(excused[index] ?? []), ...made];
  });
}

/** A finding that was made outside the run of a file, marked where an exception of its document, or one for the file, excuses it. */
export function excuse(finding: Finding, file: SourceFile, asOf: string): Finding {
  const written = file.documents.flatMap((document) => readSuppressions(document.yaml, file.pieces, file.lines));
  const found = written.find(
    (suppression) =>
      isInForce(suppression, asOf) &&
      suppression.rules.some(({ id }) => id === finding.rule.id) &&
      contains(suppression.scope, finding.span.start),
  );
  return found ? { ...finding, suppressed: found } : finding;
}

interface Match {
  readonly suppression: Suppression;
  readonly rule: SuppressedRule;
}

/** By the id of a rule, the first exception from it whose scope holds an offset. */
function byRule(suppressions: readonly Suppression[]): ReadonlyMap<string, (offset: number) => Match | undefined> {
  const matches = new Map<string, Match[]>();
  for (const suppression of suppressions) {
    for (const rule of suppression.rules) append(matches, rule.id, { suppression, rule });
  }
  return new Map([...matches].map(([id, list]) => [id, createFirstCover(list, ({ suppression }) => suppression.scope)]));
}

/** An exception without a reason was never granted, and one that has run out is none any more: the fault it excused is a fault again. */
function isInForce(suppression: Suppression, asOf: string): boolean {
  return suppression.reason !== undefined && hasGoodUntil(suppression) && !isExpired(suppression, asOf);
}

/** `until` is the last day of the exception. */
function isExpired({ until }: Suppression, asOf: string): boolean {
  return until !== undefined && until < asOf;
}

function hasGoodUntil({ until, untilSpan }: Suppression): boolean {
  return untilSpan === undefined || (until !== undefined && isRealDate(until));
}

interface Fault {
  readonly id: 'invalid-suppression' | 'expired-suppression' | 'unused-suppression';
  readonly draft: Draft;
}

/** `idle` are the rules of the exception that it did not silence although they ran. */
function faultsOf(
  suppression: Suppression,
  idle: readonly SuppressedRule[],
  document: PlanDocument,
  file: SourceFile,
  asOf: string,
  known: WordIndex & { has(id: string): boolean },
): readonly Fault[] {
  const { comment, rules, reason, until, untilSpan } = suppression;
  const at = (span: Span): Draft['at'] => ({ kind: 'span', document: document.yaml, span: { start: span.start, end: span.end } });
  const invalid = (message: string, span: Span, data: Draft['data'] = {}): Fault => ({
    id: 'invalid-suppression',
    draft: { message, at: at(span), data },
  });
  if (rules.length === 0) return [invalid('no-rule', comment)];
  const faults = rules
    .filter(({ id }) => !known.has(id))
    .map(({ id, span }) => invalid('unknown-rule', span, { id, hint: didYouMean(...known.nearest(id)) }));
  if (reason === undefined) faults.push(invalid('no-reason', comment));
  if (!hasGoodUntil(suppression))
    faults.push(invalid('bad-until', until === undefined ? comment : (untilSpan ?? comment), { until: until ?? '' }));
  if (faults.length > 0) return faults;

  if (isExpired(suppression, asOf)) {
    const data = { until: until ?? '', asOf, rules: names(rules) };
    return [{ id: 'expired-suppression', draft: { message: 'expired', at: at(untilSpan ?? comment), data } }];
  }
  const [first] = idle;
  if (first === undefined) return [];
  const isWhole = idle.length === rules.length;
  const fix: Fix = {
    title: 'remove',
    data: { rules: names(idle) },
    safe: true,
    edits: (text) => [isWhole ? { span: commentSpan(suppression, file, text), newText: '' } : withoutRules(rules, idle)],
  };
  const place = at(isWhole ? comment : first.span);
  return [{ id: 'unused-suppression', draft: { message: 'unused', at: place, data: { rules: names(idle) }, fixes: [fix] } }];
}

function names(rules: readonly SuppressedRule[]): string {
  return rules.map(({ id }) => id).join(', ');
}

/** Writes the list of rules anew, without those that are idle. */
function withoutRules(rules: readonly SuppressedRule[], idle: readonly SuppressedRule[]): TextEdit {
  const start = rules[0]?.span.start ?? 0;
  const end = rules.at(-1)?.span.end ?? start;
  return { span: { start, end }, newText: names(rules.filter((rule) => !idle.includes(rule))) };
}

/** The comment, with its whole line where nothing else stands on it, else with the blanks before it. */
function commentSpan({ comment }: Suppression, file: SourceFile, text: string): Span {
  const { line } = file.lines.position(comment.start);
  if (comment.ownLine) {
    return { start: file.lines.lineStart(line), end: line + 1 < file.lines.lineCount ? file.lines.lineStart(line + 1) : text.length };
  }
  let { start } = comment;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return { start, end: comment.end };
}
