// What a rule is: its identity and texts as data, its check as a generator of findings. One rule is one file; the build finds it.
import type { Classification } from '../governance/classification.ts';
import type { Holdings } from '../governance/holdings.ts';
import type { Sides } from '../governance/sides.ts';
import type { ActorNetwork } from '../network/actor-network.ts';
import type { Ties } from '../network/ties.ts';
import type { PlanDocument } from '../plan/build.ts';
import type { Bilingual, ReferenceTarget } from '../plan/field.ts';
import type { Problem, ShapeRule } from '../plan/problem.ts';
import type { Profile } from '../plan/vocabulary.ts';
import type { TextEdit } from '../text/edit.ts';
import type { RuleOption } from '../workspace/config-shape.ts';
import type { Linked } from '../workspace/link.ts';
import type { Plan } from '../workspace/plan.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Place } from '../yaml/view.ts';
import type { Memory } from './memory.ts';
import type { DutyTexts } from './shared/duty-texts.ts';
import type { GovernmentInterface } from './shared/government-interface.ts';
import type { HiddenKeys } from './shared/hidden-keys.ts';
import type { HoldingDoubts } from './shared/holding-doubts.ts';
import type { MisspeltKeys } from './shared/misspelt-keys.ts';
import type { Offers } from './shared/offers.ts';
import type { Parts } from './shared/parts.ts';
import type { SectionDoubts } from './shared/section-doubts.ts';
import type { StatedHoldings } from './shared/stated-holdings.ts';
import type { TieDoubts } from './shared/tie-doubts.ts';
import type { Unsided } from './shared/unsided.ts';

export type Severity = 'error' | 'warning' | 'information';

/** The families of rules.md, in its order. */
export const ruleGroups = ['shape', 'content', 'rights', 'network', 'legal', 'mode', 'cultivation', 'response', 'life-cycle'] as const;
export type RuleGroup = (typeof ruleGroups)[number];

export interface RuleMeta {
  /** Stable and public. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** The profiles it speaks under; absent: under all. */
  readonly profiles?: readonly Profile[];
  /** `safe`: applied by `--fix`; `offered`: an edit the author must complete or judge. */
  readonly fix: 'safe' | 'offered' | 'none';
  /** `unnecessary`: editors show its places faded. */
  readonly tag?: 'unnecessary';
  /** One line for the catalogue. */
  readonly summary: Bilingual;
  /** Why it matters: shown with every finding. One or two sentences. */
  readonly why: Bilingual;
  /** Article, standard or section of the source paper, as rules.md gives it: `S2 P3`, `Art. 72`; empty where there is none. */
  readonly source: string;
  /** The finding's texts, by key; `{name}` is replaced from the finding's data. Each says what is wrong and what to do. */
  readonly messages: Readonly<Record<string, Bilingual>>;
  /** Titles of fixes and texts of related places, by key, where the rule has any. */
  readonly labels?: Readonly<Record<string, Bilingual>>;
  /** What the configuration may set besides the severity, by name: `filing-late: { working-days: 20 }`. */
  readonly options?: Readonly<Record<string, RuleOption>>;
}

/** What may stand in a text: an id, a number, a name in several languages, or texts of the catalogue. */
export type Datum = string | number | Bilingual | ReadonlyMap<string, string>;

export interface Draft {
  /** Key of `messages`. */
  readonly message: string;
  /** The narrowest place that shows the problem. */
  readonly at: Place;
  readonly data?: Readonly<Record<string, Datum>>;
  /** What it is about: `organizations/blue-sky`, `rights/activate-high`, `plan`. Found from `at` where left out. */
  readonly entity?: string;
  /** What the fingerprint knows it again by in place of `entity`, where that depends on what stands first in the text. */
  readonly subject?: string;
  /** Tells two findings of one rule on one entity apart where the message does not: part of the fingerprint, so never a position. */
  readonly discriminator?: string;
  readonly related?: readonly RelatedDraft[];
  readonly fixes?: readonly Fix[];
  /** Where the condition decides the severity; a configured severity goes before it. */
  readonly severity?: Severity;
}

/** So many other places a finding shows at most: more of them tell a reader nothing new, and the message has their number where it matters. */
export const mostRelated = 20;

export interface RelatedDraft {
  readonly at: Place;
  /** Key of `labels`. */
  readonly label: string;
  readonly data?: Readonly<Record<string, Datum>>;
}

export interface Fix {
  /** Key of `labels`. */
  readonly title: string;
  readonly data?: Readonly<Record<string, Datum>>;
  /** Safe fixes are applied by `--fix`: after one the rule is silent here and nothing else is new. */
  readonly safe: boolean;
  /** Edits of the text of the document in which `at` stands; called only when somebody wants them. */
  edits(text: string): readonly TextEdit[];
}

/** What the rules of a plan share. Each part is made when first asked for. */
export interface RuleContext {
  /** The check date, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly profile: Profile;
  readonly file: SourceFile;
  readonly linked: Linked;
  readonly plan: Plan;
  readonly sides: Sides;
  readonly holdings: Holdings;
  readonly ties: Ties;
  readonly network: ActorNetwork;
  readonly classification: Classification;
  /** What is known of declarations by themselves, from this lint and earlier ones. */
  readonly memory: Memory;
  readonly doubts: Doubts;
  readonly stated: StatedHoldings;
  readonly duties: DutyTexts;
  readonly meeting: GovernmentInterface;
  readonly unsided: Unsided;
  readonly offers: Offers;
  /** What a rule finds in each of many items, found anew only around a value that has been rewritten. */
  readonly inEach: Parts['inEach'];
  /** An option of this rule from the configuration: `filing-late: { working-days: 20 }`. */
  option(name: string): string | number | undefined;
  /** Stricter cycles from the configuration, as durations. */
  readonly cycles: { readonly review?: string | undefined; readonly exercise?: string | undefined };
}

/** What of a plan cannot be known, because its text is faulty: what may stand there is never missing. */
export interface Doubts {
  /** The misspelt keys of the plan's own document. */
  readonly keys: MisspeltKeys;
  /** Those of every document that has a part in the plan. */
  readonly everyKey: MisspeltKeys;
  readonly hidden: HiddenKeys;
  readonly holdings: HoldingDoubts;
  readonly ties: TieDoubts;
  /** Whether a section, its key, or an actor that it names is faulty, or an import failed. */
  readonly about: SectionDoubts;
  /** Whether a part of the structure could not be read, imported, or traced to an actor. */
  readonly structure: boolean;
}

/** What a rule about a single document, plan or library, sees. */
export interface DocumentContext {
  readonly asOf: string;
  readonly file: SourceFile;
  readonly document: PlanDocument;
  readonly linked: Linked;
  readonly problems: readonly Problem[];
  /** The problems of one rule, in their order. */
  problemsOf(rule: ShapeRule): readonly Problem[];
  /** The ids that a reference may name. */
  candidates(to: ReferenceTarget): readonly string[];
}

export type Rule = PlanRule | DocumentRule | EngineRule;

export interface PlanRule extends RuleMeta {
  readonly scope: 'plan';
  check(plan: Plan, context: RuleContext): Iterable<Draft>;
}

export interface DocumentRule extends RuleMeta {
  readonly scope: 'document';
  check(context: DocumentContext): Iterable<Draft>;
}

/** A rule that the engine itself feeds: suppressions, the ids of all plans of a run, the configuration file. */
export interface EngineRule extends RuleMeta {
  readonly scope: 'engine';
}

/** Declares a rule about a plan. */
export function defineRule(rule: Omit<PlanRule, 'scope'>): PlanRule {
  return { ...rule, scope: 'plan' };
}

/** Declares a rule about any document. */
export function defineDocumentRule(rule: Omit<DocumentRule, 'scope'>): DocumentRule {
  return { ...rule, scope: 'document' };
}

/** Declares the texts of a rule whose findings the engine makes. */
export function defineEngineRule(rule: Omit<EngineRule, 'scope'>): EngineRule {
  return { ...rule, scope: 'engine' };
}
