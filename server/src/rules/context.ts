// What the rules of one lint share. Each part is made when the first rule asks for it, so that a rule that has nothing to look at costs nothing.
import type { Classification } from '../governance/classification.ts';
import { classify } from '../governance/classify.ts';
import { createHoldings, type Holdings } from '../governance/holdings.ts';
import { createSides, type Sides } from '../governance/sides.ts';
import { type ActorNetwork, createActorNetwork } from '../network/actor-network.ts';
import { createTies, type Ties } from '../network/ties.ts';
import type { PlanDocument } from '../plan/build.ts';
import type { ReferenceTarget } from '../plan/field.ts';
import type { Problem } from '../plan/problem.ts';
import type { PlanHead } from '../plan/shape.ts';
import type { ValueReads } from '../plan/value-reads.ts';
import type { Profile } from '../plan/vocabulary.ts';
import type { Written } from '../plan/written.ts';
import { append } from '../text/append.ts';
import { late } from '../text/late.ts';
import { remembered } from '../text/remembered.ts';
import type { Linked } from '../workspace/link.ts';
import { candidateIds } from '../workspace/names.ts';
import type { Plan } from '../workspace/plan.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Memory } from './memory.ts';
import type { DocumentContext, Doubts, RuleContext, RuleMeta } from './rule.ts';
import type { LintOptions } from './run.ts';
import { structureUnread } from './shared/classifier-input.ts';
import { type DutyTexts, readDutyTexts } from './shared/duty-texts.ts';
import { createGovernmentInterface, type GovernmentInterface } from './shared/government-interface.ts';
import { createHiddenKeys, type HiddenKeys } from './shared/hidden-keys.ts';
import { createHoldingDoubts, type HoldingDoubts } from './shared/holding-doubts.ts';
import { createMisspeltKeys, type MisspeltKeys } from './shared/misspelt-keys.ts';
import { createOffers, type Offers } from './shared/offers.ts';
import { createParts, type Parts } from './shared/parts.ts';
import { createSectionDoubts, type SectionDoubts } from './shared/section-doubts.ts';
import { createStatedHoldings, type StatedHoldings } from './shared/stated-holdings.ts';
import { createTieDoubts, type TieDoubts } from './shared/tie-doubts.ts';
import { createUnsided, type Unsided } from './shared/unsided.ts';

/** `reads` is given where what is written may change later on, and the context be used again (`renewRuleContext`). */
export function createRuleContext(
  plan: Plan,
  linked: Linked,
  file: SourceFile,
  options: LintOptions,
  memory: Memory,
  reads: ValueReads | undefined,
): RuleContext {
  return new PlanContext(plan, linked, file, options, memory, reads);
}

/**
 * The same context for the file as it is now, some values of which have been rewritten. It is changed, not copied: what it has made may hold on to
 * it, and a context that led to the one before would keep every text that the file ever had.
 */
export function renewRuleContext(context: RuleContext, file: SourceFile, rewritten: ReadonlySet<Written>): void {
  if (!(context instanceof PlanContext)) throw new Error('only the context of a whole plan can be renewed');
  context.renew(file, rewritten);
}

class PlanContext implements RuleContext {
  readonly asOf: string;
  readonly profile: Profile;
  readonly linked: Linked;
  readonly plan: Plan;
  readonly memory: Memory;
  readonly doubts: PlanDoubts;
  readonly cycles: RuleContext['cycles'];
  readonly option: RuleContext['option'] = () => undefined;
  private readonly text: TextSource;
  private readonly parts: Parts;

  constructor(plan: Plan, linked: Linked, file: SourceFile, options: LintOptions, memory: Memory, reads: ValueReads | undefined) {
    this.asOf = options.asOf;
    this.profile = profileOf(plan.head, options);
    this.linked = linked;
    this.plan = plan;
    this.memory = memory;
    this.parts = createParts(reads);
    this.doubts = new PlanDoubts(plan, linked, createParts(reads));
    this.cycles = options.cycles;
    this.text = { file, reads };
  }

  renew(file: SourceFile, rewritten: ReadonlySet<Written>): void {
    this.text.file = file;
    this.parts.forget(rewritten);
    this.doubts.parts.forget(rewritten);
  }

  get file(): SourceFile {
    return lookAt(this.text);
  }

  inEach<T, F>(name: string, items: readonly T[], find: (item: T) => readonly F[]): readonly F[] {
    return this.parts.inEach(name, items, find);
  }

  get sides(): Sides {
    return this.parts.once('sides', () => createSides(this.plan));
  }

  get holdings(): Holdings {
    return this.parts.once('holdings', () => createHoldings(this.plan));
  }

  get ties(): Ties {
    return this.parts.once('ties', () => createTies(this.plan));
  }

  get network(): ActorNetwork {
    return this.parts.once('network', () => createActorNetwork(this.plan));
  }

  get classification(): Classification {
    return this.parts.once('classification', () => classify(this.plan, this.sides));
  }

  get stated(): StatedHoldings {
    return this.parts.once('stated', () => createStatedHoldings(this.plan, this.doubts.everyKey, this.memory));
  }

  get duties(): DutyTexts {
    return this.parts.once('duties', () => readDutyTexts(this.plan, this.memory));
  }

  get meeting(): GovernmentInterface {
    return this.parts.once('meeting', () => createGovernmentInterface(this.plan, this.sides));
  }

  get unsided(): Unsided {
    return this.parts.once('unsided', () => createUnsided(this.plan));
  }

  get offers(): Offers {
    return this.parts.once('offers', () => createOffers(this.plan, this.linked.names, () => this.sides));
  }
}

class PlanDoubts implements Doubts {
  readonly parts: Parts;
  private readonly plan: Plan;
  private readonly linked: Linked;

  constructor(plan: Plan, linked: Linked, parts: Parts) {
    this.plan = plan;
    this.linked = linked;
    this.parts = parts;
  }

  get keys(): MisspeltKeys {
    return this.parts.once('keys', () => createMisspeltKeys([this.plan.document]));
  }

  get everyKey(): MisspeltKeys {
    return this.parts.once('everyKey', () => {
      const documents = documentsWithPart(this.plan);
      return documents.size === 1 ? this.keys : createMisspeltKeys(documents);
    });
  }

  get hidden(): HiddenKeys {
    return this.parts.once('hidden', () => createHiddenKeys(this.plan, this.everyKey));
  }

  get holdings(): HoldingDoubts {
    return this.parts.once('holdings', () => createHoldingDoubts(this.plan, this.everyKey));
  }

  get ties(): TieDoubts {
    return this.parts.once('ties', () => createTieDoubts(this.plan, this.hidden));
  }

  get about(): SectionDoubts {
    return this.parts.once('about', () => createSectionDoubts(this.plan, this.keys, this.hidden, isResolved(this.plan, this.linked)));
  }

  get structure(): boolean {
    return this.parts.once('structure', () => structureUnread(this.plan, this.everyKey, isResolved(this.plan, this.linked)));
  }
}

interface TextSource {
  file: SourceFile;
  readonly reads: ValueReads | undefined;
}

/** Who looks at the text itself must look again after every edit. */
function lookAt({ file, reads }: TextSource): SourceFile {
  if (reads?.taken) reads.taken.isAll = true;
  return file;
}

/** Whether every reference leads to something of the right kind, and every actor that is declared was read. */
function isResolved({ actors }: Plan, { problems, names }: Linked): boolean {
  if (actors.size !== names.all('actor').size) return false;
  return !problems.some(({ rule }) => rule === 'dangling-reference' || rule === 'wrong-reference-kind');
}

/** The plan's own, and those of the imported actors that take part. */
function documentsWithPart(plan: Plan): ReadonlySet<PlanDocument> {
  const documents = new Set([plan.document]);
  for (const { document } of plan.organizations) documents.add(document);
  for (const { document } of plan.bodies) documents.add(document);
  return documents;
}

/** What is asked for goes before what the plan says. */
export function profileOf({ profile }: PlanHead, options: LintOptions): Profile {
  return options.profile ?? profile?.value ?? options.defaultProfile ?? 'generic';
}

/** The context as one rule sees it: with its own options. */
export function contextFor(context: RuleContext, rule: RuleMeta, options: LintOptions): RuleContext {
  const own = options.ruleOptions.get(rule.id);
  return own ? Object.create(context, { option: { value: (name: string) => own[name] } }) : context;
}

export function createDocumentContext(
  document: PlanDocument,
  linked: Linked,
  file: SourceFile,
  asOf: string,
  reads: ValueReads | undefined,
): DocumentContext {
  return new OneDocument(document, linked, asOf, { file, reads });
}

class OneDocument implements DocumentContext {
  readonly asOf: string;
  readonly document: PlanDocument;
  readonly linked: Linked;
  readonly problems: readonly Problem[];
  private readonly text: TextSource;
  private readonly byRule = late(() => groupByRule(this.problems));

  constructor(document: PlanDocument, linked: Linked, asOf: string, text: TextSource) {
    this.asOf = asOf;
    this.document = document;
    this.linked = linked;
    this.problems = linked.problems;
    this.text = text;
  }

  get file(): SourceFile {
    return lookAt(this.text);
  }

  readonly problemsOf = (rule: string): readonly Problem[] => {
    return this.byRule().get(rule) ?? [];
  };

  readonly candidates = remembered((to: ReferenceTarget): readonly string[] => candidateIds(to, this.linked.names));
}

function groupByRule(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) append(groups, problem.rule, problem);
  return groups;
}
