// Runs a fence of a rule's page: lints it with the rule and the family "syntax and shape", and compares what is found with its markers.
import assert from 'node:assert/strict';
import type { Profile } from '../../server/src/plan/vocabulary.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { applyFixes } from '../../server/src/rules/fix.ts';
import { renderMessage } from '../../server/src/rules/render.ts';
import type { Fix, Rule } from '../../server/src/rules/rule.ts';
import type { LintOptions } from '../../server/src/rules/run.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { configFileName } from '../../server/src/workspace/config-shape.ts';
import type { SourceFile } from '../../server/src/workspace/source-file.ts';
import { planIdFindings, runConfiguration } from './engine-rules.ts';
import { checkDate, lintFiles } from './lint.ts';
import { type Fence, writeMarker } from './page.ts';

/** The name under which a fence is linted, for the files it imports to name it. */
function entryOf(rule: Rule): string {
  return rule.id === 'invalid-config' ? configFileName : 'page.plan.yaml';
}

export interface FenceRun {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
}

/** Lints a fence, or another text in its place. */
export async function runFence(fence: Fence, rule: Rule, shape: readonly Rule[], text: string = fence.text): Promise<FenceRun> {
  // That a short fence leaves a definition unused is the concern of that rule's own page only.
  const others = shape.filter(({ id }) => id !== rule.id && id !== 'unused-definition');
  const catalogue = [rule, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entry = entryOf(rule);
  const files = { ...fence.files, [entry]: text };
  const lintPage = async (): Promise<FenceRun> => {
    const { file, results } = await lintFiles(files, entry, catalogue, optionsOf(fence, rule));
    return { file, findings: results.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === undefined) };
  };
  switch (rule.id) {
    case 'invalid-config':
      return runConfiguration(fence.files, entry, text, [rule, ...others]);
    case 'duplicate-plan-id': {
      const { file, findings } = await lintPage();
      return { file, findings: [...findings, ...(await planIdFindings(files, entry, rule))] };
    }
    default:
      return lintPage();
  }
}

function optionsOf({ options }: Fence, rule: Rule): Partial<LintOptions> {
  const starting = (prefix: string): Record<string, string> =>
    Object.fromEntries([...options].flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
  const own = Object.entries(starting('option.')).map(([name, value]) => [name, Number.isNaN(Number(value)) ? value : Number(value)]);
  return {
    asOf: options.get('as-of') ?? checkDate,
    profile: options.get('profile') as Profile | undefined,
    ruleOptions: new Map(own.length > 0 ? [[rule.id, Object.fromEntries(own)]] : []),
    cycles: starting('cycle.'),
  };
}

/** The findings must be the marked ones, each at its place to the column, and no other. */
export function checkFindings(fence: Fence, { file, findings }: FenceRun): void {
  const expected = fence.markers.map(({ range, key, severity }) => `${range} ${key}${severity ? ` ~${severity}` : ''}`).sort();
  const found = findings.map((finding) => {
    const [range, key] = [placeIn(fence, file, finding), keyOf(finding)];
    const marker = fence.markers.find((candidate) => candidate.range === range && candidate.key === key);
    return `${range} ${key}${marker?.severity ? ` ~${finding.severity}` : ''}`;
  });
  found.sort();
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  const explained = findings.map((finding) => `    ${keyOf(finding)}: ${renderMessage(finding, 'en')}`);
  const message = ['The findings are not those marked.', '  expected:', ...indent(expected), '  found:', ...indent(found), ...explained];
  assert.fail([...message, '  the fence, marked with what was found:', ...indent(annotate(fence, file, findings))].join('\n'));
}

/** What the safe fixes of a rule make of a fence, to the end. */
export async function fixFence(
  fence: Fence,
  rule: Rule,
  shape: readonly Rule[],
): Promise<{ readonly text: string; readonly count: number }> {
  const own = async (text: string): Promise<readonly Finding[]> =>
    (await runFence(fence, rule, shape, text)).findings.filter((finding) => finding.rule.id === rule.id);
  const { text, applied } = await applyFixes(fence.text, await own(fence.text), own);
  return { text, count: applied.length };
}

/** The fence without its head, to be compared with what a page shows. */
export function withoutHead({ text, headLines }: Pick<Fence, 'text' | 'headLines'>): string {
  return text.split('\n').slice(headLines).join('\n');
}

/** An edit of a fix may not lose a comment, break the text or bring up a fault of shape. The rule's own findings may remain. */
export async function checkFix(fence: Fence, rule: Rule, shape: readonly Rule[], fix: Fix, before: FenceRun): Promise<void> {
  const { text, skipped } = applyEdits(fence.text, fix.edits(fence.text));
  assert.equal(skipped.length, 0, `the edits of '${fix.title}' overlap`);
  assert.notEqual(text, fence.text, `'${fix.title}' changes nothing`);
  const after = await runFence(fence, rule, shape, text);
  const known = new Set(before.findings.map(keyOf));
  const fresh = after.findings.filter((finding) => finding.rule.id !== rule.id && !known.has(keyOf(finding)));
  assert.deepEqual(
    fresh.map((finding) => `${keyOf(finding)}: ${renderMessage(finding, 'en')}`),
    [],
    `'${fix.title}' brings up:\n${text}`,
  );
  checkComments(before.file, after.file, fix.title);
}

export function checkComments(before: SourceFile, after: SourceFile, title: string): void {
  const left = commentsOf(after);
  const lost = commentsOf(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  assert.deepEqual(lost, [], `'${title}' loses comments:\n${after.text}`);
}

function commentsOf(file: SourceFile): string[] {
  return file.stream.documents.flatMap(({ comments }) => comments.map(({ text }) => text));
}

function keyOf({ rule, message }: Finding): string {
  return `${rule.id}:${message}`;
}

/** `3:4-3:12` in lines of the fence; `plan-id` for that value of the head, `head …` for anything else in it; the name of another file. */
export function placeIn({ headLines }: Fence, file: SourceFile, { span, document }: Pick<Finding, 'span' | 'document'>): string {
  if (document.origin !== file.id) return document.origin;
  const { start, end } = file.lines.range(span);
  const at = (lines: number): string => `${start.line - lines}:${start.character}-${end.line - lines}:${end.character}`;
  if (start.line >= headLines) return at(headLines);
  return /\bid: $/.test(file.text.slice(file.lines.lineStart(start.line), span.start)) ? 'plan-id' : `head ${at(0)}`;
}

function annotate(fence: Fence, file: SourceFile, findings: readonly Finding[]): readonly string[] {
  const lines = withoutHead(fence).split('\n');
  const under = new Map<number, string[]>();
  for (const finding of findings) {
    const range = placeIn(fence, file, finding);
    const line = /^\d/.test(range) ? Number.parseInt(range, 10) : 0;
    under.set(line, [...(under.get(line) ?? []), writeMarker(range, finding.rule.id === fence.rule ? finding.message : keyOf(finding))]);
  }
  return lines.flatMap((line, index) => [line, ...(under.get(index) ?? [])]);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}
