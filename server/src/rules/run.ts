// The rule engine: runs every rule on a document, places, orders and suppresses what they find. A rule that throws is one finding.
import { classify } from '../governance/classify.ts';
import { createHoldings } from '../governance/holdings.ts';
import { createSides } from '../governance/sides.ts';
import { createActorNetwork } from '../network/actor-network.ts';
import { createTies } from '../network/ties.ts';
import type { PlanDocument } from '../plan/build.ts';
import type { Profile } from '../plan/vocabulary.ts';
import { fingerprint } from '../text/hash.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import type { Span } from '../text/span.ts';
import type { Preset } from '../workspace/config-shape.ts';
import { type Linked, linkDocument } from '../workspace/link.ts';
import type { Plan } from '../workspace/plan.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Closure } from '../workspace/store.ts';
import { routeOf } from '../yaml/route.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { type Place, placeDocument, placeSpan } from '../yaml/view.ts';
import { entityOf } from './entity.ts';
import { applySuppressions, type Checked } from './exceptions.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { presetSeverity } from './preset.ts';
import type { DocumentContext, Draft, Fix, Rule, RuleContext, RuleMeta, Severity } from './rule.ts';
import { lazily } from './shared/lazily.ts';

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

export interface DocumentResult {
  readonly document: PlanDocument;
  readonly linked: Linked;
  /** By place, then rule; suppressed ones among them. */
  readonly findings: readonly Finding[];
  /** Undefined for a library. Computed when first asked for. */
  readonly context: RuleContext | undefined;
  readonly crashes: readonly Crash[];
}

export interface Crash {
  readonly rule: string;
  readonly error: string;
}

/** Lints the documents of one file. The closure holds the file and everything it reaches. */
export function lintFile(closure: Closure, options: LintOptions): readonly DocumentResult[] {
  const checked = closure.entry.documents.map((document) => checkDocument(document, closure, options));
  const excused = applySuppressions(checked, closure.entry, {
    catalogue: options.catalogue,
    asOf: options.asOf,
    makeFinding: (rule, draft, document) => makeFinding(rule, draft, severityOf(rule, options) ?? rule.severity, document, undefined),
  });
  return checked.map(({ document, linked, context, crashes }, index) => {
    const findings = (excused[index] ?? []).flatMap((finding) => underPreset(finding, options));
    return { document, linked, findings: numberRepeats(findings.sort(byPlace)), context, crashes };
  });
}

function checkDocument(document: PlanDocument, closure: Closure, options: LintOptions): DocumentResult & Checked {
  const file = closure.entry;
  const linked = linkDocument(document, closure);
  const context = linked.plan && createRuleContext(linked.plan, linked, file, options);
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  const judged = new Set<string>();

  for (const rule of options.catalogue) {
    if (rule.scope === 'engine' || !isActive(rule, options, context?.profile)) continue;
    const severity = severityOf(rule, options);
    let room = mostFindings;
    try {
      for (const draft of draftsOf(rule, document, linked, file, context, options)) {
        if (room-- === 0) break;
        findings.push(makeFinding(rule, draft, severity ?? draft.severity ?? rule.severity, document, linked.plan));
      }
      if (room < 0) findings.push(tooMany(rule, document, options));
      else if (isJudged(rule, document, linked)) judged.add(rule.id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      crashes.push({ rule: rule.id, error: reason });
      const at = { kind: 'span', document: document.yaml, span: headSpan(document) } as const;
      findings.push(makeFinding(rule, { message: 'crashed', at, data: { error: reason } }, 'error', document, undefined));
    }
  }
  return { document, linked, findings: dropRepeats(findings.sort(byPlace)), context, crashes, judged };
}

/** Of one rule in one document: more tell nobody anything, and a rule that never ends is stopped here. */
const mostFindings = 100_000;

function tooMany(rule: RuleMeta, document: PlanDocument, { catalogue }: LintOptions): Finding {
  const bound = catalogue.find(({ id }) => id === 'limit-exceeded');
  if (bound === undefined) throw new Error(`more than ${mostFindings} findings`);
  const at = { kind: 'span', document: document.yaml, span: headSpan(document) } as const;
  return makeFinding(bound, { message: 'findings', at, data: { rule: rule.id, limit: mostFindings } }, bound.severity, document, undefined);
}

/** Whether a rule's silence about a document means that there is nothing to say. */
function isJudged(rule: Rule, document: PlanDocument, { plan }: Linked): boolean {
  if (document.faulty) return false;
  return rule.scope !== 'plan' || document.kind === 'library' || plan?.complete === true;
}

function draftsOf(
  rule: Exclude<Rule, { scope: 'engine' }>,
  document: PlanDocument,
  linked: Linked,
  file: SourceFile,
  context: RuleContext | undefined,
  options: LintOptions,
): Iterable<Draft> {
  if (rule.scope === 'document') {
    const documentContext: DocumentContext = { asOf: options.asOf, file, document, linked, problems: linked.problems };
    return rule.check(documentContext);
  }
  if (context === undefined || document.faulty) return [];
  return rule.check(context.plan, contextFor(context, rule, options));
}

/** Everything the rules of one plan share; each part is made when first asked for. */
function createRuleContext(plan: Plan, linked: Linked, file: SourceFile, options: LintOptions): RuleContext {
  const profile = options.profile ?? plan.head.profile?.value ?? options.defaultProfile ?? 'generic';
  const parts = lazily({
    sides: () => createSides(plan),
    holdings: () => createHoldings(plan),
    ties: () => createTies(plan),
    network: () => createActorNetwork(plan),
    classification: () => classify(plan),
  });
  return Object.defineProperties(
    parts,
    Object.getOwnPropertyDescriptors({
      asOf: options.asOf,
      profile,
      file,
      linked,
      plan,
      cycles: options.cycles,
      option: (): undefined => undefined,
    }),
  ) as RuleContext;
}

function contextFor(context: RuleContext, rule: RuleMeta, options: LintOptions): RuleContext {
  const own = options.ruleOptions.get(rule.id);
  return own ? Object.create(context, { option: { value: (name: string) => own[name] } }) : context;
}

/** A configured severity goes before the preset, and a rule that failed is an error under any. */
function underPreset(finding: Finding, options: LintOptions): readonly Finding[] {
  if (options.severities.has(finding.rule.id) || finding.message === 'crashed') return [finding];
  const severity = presetSeverity(options.preset ?? 'recommended', finding.rule, finding.severity);
  return severity === 'off' ? [] : [{ ...finding, severity }];
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

// ---------------------------------------------------------------------------------------------------------------------------------
// From draft to finding

export function makeFinding(rule: RuleMeta, draft: Draft, severity: Severity, document: PlanDocument, plan: Plan | undefined): Finding {
  const { at, moved } = placeIn(document, draft.at, plan);
  const entity = draft.entity ?? entityOf(draft.at);
  const related: RelatedPlace[] = (draft.related ?? []).map(({ at: other, label, data }) => ({
    ...located(other),
    label,
    data: data ?? {},
  }));
  if (moved) related.unshift({ ...located(draft.at), label: 'definition', data: {} });
  const planId = document.content?.plan?.id?.value ?? '';
  return {
    rule,
    severity,
    message: draft.message,
    data: draft.data ?? {},
    ...located(at),
    entity,
    fingerprint: fingerprint([rule.id, planId, draft.message, entity ?? '', draft.discriminator ?? discriminate(draft)].join('\n')),
    related,
    fixes: moved ? [] : (draft.fixes ?? []).map(inLineEndsOfText),
    suppressed: undefined,
  };
}

/** Rules write `\n`; what comes out has the line ends of the file. */
function inLineEndsOfText(fix: Fix): Fix {
  return { ...fix, edits: (text) => withLineEndsOf(text, fix.edits(text)) };
}

/** Ids and words in the data tell findings apart; dates and numbers may change while the fault stays the same. */
function discriminate(draft: Draft): string {
  const words = Object.entries(draft.data ?? {}).flatMap(([name, datum]) =>
    typeof datum === 'string' && !/\d{4}-\d{2}/.test(datum) ? [`${name}=${datum}`] : [],
  );
  return words.sort().join('\n');
}

function located(place: Place): { readonly document: Finding['document']; readonly span: Span } {
  return { document: placeDocument(place), span: placeSpan(place) };
}

/**
 * A finding about an imported entity is at the plan's first reference to it, else at the import through which it came (rules.md, "Places").
 */
function placeIn(document: PlanDocument, place: Place, plan: Plan | undefined): { readonly at: Place; readonly moved: boolean } {
  const origin = placeDocument(place);
  if (origin === document.yaml || plan === undefined) return { at: place, moved: false };
  const node = place.kind === 'part' ? place.node : place;
  const ids = node.kind === 'span' ? [] : idsAbove(node);
  for (const id of ids) {
    const own = document.declarations.find((declaration) => declaration.addition && declaration.id === id)?.idNode;
    const named = [...document.references, ...document.legalReferences]
      .filter((reference) => reference.id === id)
      .map((reference) => reference.node);
    const first = [...(own ? [own] : []), ...named].sort((a, b) => a.start - b.start)[0];
    if (first) return { at: first, moved: true };
  }
  const imported = [...plan.actors.values()].find((actor) => actor.document.yaml === origin)?.document;
  const via = imported && plan.importOf(imported);
  return { at: via ?? { kind: 'span', document: document.yaml, span: headSpan(document) }, moved: true };
}

/** The ids of the entities a node stands in, the innermost first. */
function idsAbove(node: YamlNode): readonly string[] {
  const words = routeOf(node).split('/');
  return words.length >= 4 ? [words[3] as string, words[1] as string] : words.length >= 2 ? [words[1] as string] : [];
}

/** The first key of the document, or its start: where a fault of the whole document is shown. */
function headSpan(document: PlanDocument): Span {
  const { root } = document.yaml;
  const key = root?.kind === 'map' ? root.pairs[0]?.key : undefined;
  return key ? { start: key.start, end: key.end } : { start: document.yaml.start, end: document.yaml.start };
}

/** What one rule says of one place stays in the order in which it was found: that of the format, or of the phases. */
function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule.id, b.rule.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What an alias brings in twice is found twice at one place: one fault, one finding. */
function dropRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.span.start}:${finding.span.end}:${finding.fingerprint}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
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
