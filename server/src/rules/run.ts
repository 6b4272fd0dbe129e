// The rule engine: runs every rule on a document, places, orders and suppresses what they find. A rule that throws is one finding.
import type { PlanDocument } from '../plan/build.ts';
import { isOutdated, type Taken, takingNote, type ValueReads } from '../plan/value-reads.ts';
import type { Profile } from '../plan/vocabulary.ts';
import type { Written } from '../plan/written.ts';
import { fingerprint } from '../text/hash.ts';
import { late } from '../text/late.ts';
import { bySpan } from '../text/span.ts';
import type { Preset } from '../workspace/config-shape.ts';
import { type Linked, linkDocument } from '../workspace/link.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Closure } from '../workspace/store.ts';
import { contextFor, createDocumentContext, createRuleContext, profileOf, renewRuleContext } from './context.ts';
import type { EarlierLint } from './earlier.ts';
import { applySuppressions, type Checked } from './exceptions.ts';
import type { Finding } from './finding.ts';
import { createFindingMaker } from './make-finding.ts';
import { createMemory, type Memory } from './memory.ts';
import { headSpan } from './placing.ts';
import { presetSeverity } from './preset.ts';
import type { DocumentContext, Draft, Rule, RuleContext, RuleMeta, Severity } from './rule.ts';

/** What the configuration and the command line decide; complete, nothing left to default. */
export interface LintOptions {
  readonly catalogue: readonly Rule[];
  /** The check date, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Goes before what the plan says. */
  readonly profile?: Profile | undefined;
  /** For plans that name none. */
  readonly defaultProfile?: Profile | undefined;
  /** What becomes of the severities that are not configured; nothing where it is left out. */
  readonly preset?: Preset | undefined;
  /** Configured severities by rule id. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly ruleOptions: ReadonlyMap<string, Readonly<Record<string, string | number>>>;
  readonly cycles: RuleContext['cycles'];
}

/** What lints leave to one another. */
export interface LintMemory {
  readonly facts: Memory;
  /** Sees which values rules look at; for files that are being edited only. */
  readonly reads?: ValueReads | undefined;
}

export interface DocumentResult {
  readonly document: PlanDocument;
  readonly linked: Linked;
  /** By place, then rule; suppressed ones among them. */
  readonly findings: readonly Finding[];
  /** Undefined for a library. Computed when first asked for. */
  readonly context: RuleContext | undefined;
  readonly crashes: readonly Crash[];
  /** By rule id what it found, for the next lint; nothing where nobody edits the file. */
  readonly runs: ReadonlyMap<string, RuleRun>;
}

/** What a rule found in a document, and what it looked at to find it. */
export interface RuleRun {
  readonly value: readonly Draft[];
  readonly taken: Taken;
}

export interface Crash {
  readonly rule: string;
  readonly error: string;
}

/**
 * Lints the documents of one file. The closure holds the file and everything it reaches. `memory` is what the lints of several files share, or
 * those of one that is being edited; `earlier` is the lint before, if only words have changed since.
 */
export function lintFile(
  closure: Closure,
  options: LintOptions,
  { facts, reads }: LintMemory = { facts: createMemory() },
  earlier?: EarlierLint,
): readonly DocumentResult[] {
  const checked = closure.entry.documents.map((document, index) => {
    const result = earlier?.results[index];
    const linked = result?.linked ?? linkDocument(document, closure);
    const renewal = earlier && result && { rewritten: earlier.rewritten, earlier: result };
    return checkDocument(linked, closure.entry, options, { facts, reads }, renewal);
  });
  const excused = applySuppressions(checked, closure.entry, {
    catalogue: options.catalogue,
    asOf: options.asOf,
    makeFinding: (rule, draft, document) => makeFinding(rule, draft, document, options),
  });
  return checked.map(({ linked, context, crashes, runs }, index) => {
    const findings = numberRepeats(underPreset((excused[index] ?? []).sort(byPlace), options));
    return new CheckedResult(linked, findings, crashes, runs, context);
  });
}

class CheckedResult implements DocumentResult {
  readonly document: PlanDocument;
  readonly linked: Linked;
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
  readonly runs: ReadonlyMap<string, RuleRun>;
  private readonly makeContext: () => RuleContext | undefined;

  constructor(
    linked: Linked,
    findings: readonly Finding[],
    crashes: readonly Crash[],
    runs: ReadonlyMap<string, RuleRun>,
    makeContext: () => RuleContext | undefined,
  ) {
    this.document = linked.document;
    this.linked = linked;
    this.findings = findings;
    this.crashes = crashes;
    this.runs = runs;
    this.makeContext = makeContext;
  }

  get context(): RuleContext | undefined {
    return this.makeContext();
  }
}

/** A finding of the engine's own rules, with the severity that is configured. */
export function makeFinding(rule: Rule, draft: Draft, document: PlanDocument, options: Pick<LintOptions, 'severities'>): Finding {
  return createFindingMaker(document, undefined)(rule, draft, severityOf(rule, options) ?? rule.severity);
}

/** What an earlier lint of the document leaves, when nothing but words has changed since. */
interface Renewal {
  readonly earlier: DocumentResult;
  readonly rewritten: ReadonlySet<Written>;
}

/** What a document came to before exceptions are applied to it. */
interface CheckedDocument extends Checked, Pick<DocumentResult, 'linked' | 'crashes' | 'runs'> {
  /** Makes the context when it is first asked for. */
  readonly context: () => RuleContext | undefined;
}

function checkDocument(
  linked: Linked,
  file: SourceFile,
  options: LintOptions,
  { facts, reads }: LintMemory,
  renewal: Renewal | undefined,
): CheckedDocument {
  const { document } = linked;
  const known = renewal?.earlier.context;
  if (renewal && known) renewRuleContext(known, file, renewal.rewritten);
  const context = late(() => known ?? (linked.plan && createRuleContext(linked.plan, linked, file, options, facts, reads)));
  const documentContext = createDocumentContext(document, linked, file, options.asOf, reads);
  const make = createFindingMaker(document, linked);
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  const judged = new Set<string>();
  const runs = new Map<string, RuleRun>();

  const head = document.outline?.plan;
  const profile = head && profileOf(head, options);
  for (const rule of options.catalogue) {
    if (rule.scope === 'engine' || !isActive(rule, options, profile)) continue;
    const severity = severityOf(rule, options);
    let room = mostFindings;
    try {
      const drafts = (): Iterable<Draft> => draftsOf(rule, documentContext, context, options);
      for (const draft of reads ? renewedDrafts(rule.id, drafts, reads, renewal, runs) : drafts()) {
        if (room-- === 0) break;
        findings.push(make(rule, draft, severity ?? draft.severity ?? rule.severity));
      }
      if (room < 0) findings.push(tooMany(rule, document, options));
      else if (isJudged(rule, document, linked)) judged.add(rule.id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      crashes.push({ rule: rule.id, error: reason });
      const at = { kind: 'span', document: document.yaml, span: headSpan(document) } as const;
      findings.push(make(rule, { message: 'crashed', at, data: { error: reason } }, 'error'));
    }
  }
  return { document, linked, findings: dropRepeats(findings), context, crashes, judged, runs };
}

/** What a rule found before, where nothing that it looked at has been rewritten; else what it finds now. */
function renewedDrafts(
  rule: string,
  find: () => Iterable<Draft>,
  reads: ValueReads,
  renewal: Renewal | undefined,
  runs: Map<string, RuleRun>,
): readonly Draft[] {
  const before = renewal?.earlier.runs.get(rule);
  const run = renewal && before && !isOutdated(before.taken, renewal.rewritten) ? before : takingNote(reads, () => bounded(find()));
  runs.set(rule, run);
  return run.value;
}

/** One more than any rule may find tells that it found too many. */
function bounded(drafts: Iterable<Draft>): readonly Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) if (found.push(draft) > mostFindings) break;
  return found;
}

/** Of one rule in one document: more tell nobody anything, and a rule that never ends is stopped here. */
const mostFindings = 10_000;

function tooMany(rule: RuleMeta, document: PlanDocument, { catalogue }: LintOptions): Finding {
  const bound = catalogue.find(({ id }) => id === 'limit-exceeded');
  if (bound === undefined) throw new Error(`more than ${mostFindings} findings`);
  const at = { kind: 'span', document: document.yaml, span: headSpan(document) } as const;
  const draft = { message: 'findings', at, data: { rule: rule.id, limit: mostFindings } };
  return createFindingMaker(document, undefined)(bound, draft, bound.severity);
}

/** Whether a rule's silence about a document means that there is nothing to say. */
function isJudged(rule: Rule, document: PlanDocument, linked: Linked): boolean {
  if (document.faulty) return false;
  return rule.scope !== 'plan' || document.kind === 'library' || linked.plan?.complete === true;
}

function draftsOf(
  rule: Exclude<Rule, { scope: 'engine' }>,
  documentContext: DocumentContext,
  planContext: () => RuleContext | undefined,
  options: LintOptions,
): Iterable<Draft> {
  if (rule.scope === 'document') return rule.check(documentContext);
  const context = documentContext.document.faulty ? undefined : planContext();
  return context ? rule.check(context.plan, contextFor(context, rule, options)) : [];
}

/** A configured severity goes before the preset. That a rule failed is an error, which every preset leaves alone. */
function underPreset(findings: readonly Finding[], { preset = 'recommended', severities }: LintOptions): readonly Finding[] {
  if (preset === 'recommended') return findings;
  return findings.flatMap((finding) => {
    if (severities.has(finding.rule.id)) return [finding];
    const severity = presetSeverity(preset, finding.rule, finding.severity);
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** Whether a rule runs: not switched off, and at home in the profile. */
function isActive(rule: RuleMeta, options: LintOptions, profile: Profile | undefined): boolean {
  if (options.severities.get(rule.id) === 'off' && rule.group !== 'shape') return false;
  return rule.profiles === undefined || profile === undefined || rule.profiles.includes(profile);
}

/** The configured severity. Faults of syntax and shape are always on, and never below a warning, or below their own default. */
export function severityOf(rule: RuleMeta, options: Pick<LintOptions, 'severities'>): Severity | undefined {
  const configured = options.severities.get(rule.id);
  if (configured === undefined) return undefined;
  if (rule.group !== 'shape') return configured === 'off' ? undefined : configured;
  if (configured === 'error' || configured === 'warning') return configured;
  return rule.severity === 'information' ? 'information' : 'warning';
}

/** What one rule says of one place stays in the order in which it was found: that of the format, or of the phases. */
function byPlace(a: Finding, b: Finding): number {
  return bySpan(a, b) || compare(a.rule.id, b.rule.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an alias brings in twice is found twice at one place: one fault, one finding. */
function dropRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, span, fingerprint: name }) => {
    const key = `${span.start} ${span.end} ${rule.id} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Two findings that only their places tell apart get numbered fingerprints, so that one of them can be baselined. */
function numberRepeats(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.fingerprint) ?? 0) + 1;
    counts.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: fingerprint(`${finding.fingerprint}\n${count}`) };
  });
}
