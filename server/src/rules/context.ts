// What the rules of one lint share. Each part is made when the first rule asks for it, so that a rule that has nothing to look at costs nothing.
import { classify } from '../governance/classify.ts';
import { createHoldings } from '../governance/holdings.ts';
import { createSides } from '../governance/sides.ts';
import { createActorNetwork } from '../network/actor-network.ts';
import { createTies } from '../network/ties.ts';
import type { PlanDocument } from '../plan/build.ts';
import type { ReferenceTarget } from '../plan/field.ts';
import type { Problem } from '../plan/problem.ts';
import type { Linked } from '../workspace/link.ts';
import { candidateIds } from '../workspace/names.ts';
import type { Plan } from '../workspace/plan.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Memory } from './memory.ts';
import type { DocumentContext, Doubts, RuleContext, RuleMeta } from './rule.ts';
import type { LintOptions } from './run.ts';
import { structureUnread } from './shared/classifier-input.ts';
import { readDutyTexts } from './shared/duty-texts.ts';
import { createGovernmentInterface } from './shared/government-interface.ts';
import { createHiddenKeys } from './shared/hidden-keys.ts';
import { createHoldingDoubts } from './shared/holding-doubts.ts';
import { lazily, type Renewal } from './shared/lazily.ts';
import { createMisspeltKeys } from './shared/misspelt-keys.ts';
import { createOffers } from './shared/offers.ts';
import { createPlanLists, type PlanLists } from './shared/plan-lists.ts';
import { createSectionDoubts } from './shared/section-doubts.ts';
import { createStatedHoldings } from './shared/stated-holdings.ts';
import { createTieDoubts } from './shared/tie-doubts.ts';
import { createUnsided } from './shared/unsided.ts';

export interface ContextRenewal extends Renewal {
  readonly earlier: RuleContext | undefined;
}

/** Who looks at the text itself must look again after every edit. */
function lookAt(file: SourceFile, renewal: ContextRenewal | undefined): SourceFile {
  if (renewal?.reads.taken) renewal.reads.taken.isAll = true;
  return file;
}

/** `renewal` is given where a later lint may take over what has been made. */
export function createRuleContext(
  plan: Plan,
  linked: Linked,
  file: SourceFile,
  options: LintOptions,
  memory: Memory,
  renewal: ContextRenewal | undefined,
): RuleContext {
  const profile = options.profile ?? plan.head.profile?.value ?? options.defaultProfile ?? 'generic';
  const context: RuleContext = lazily(
    {
      asOf: options.asOf,
      profile,
      get file() {
        return lookAt(file, renewal);
      },
      linked,
      plan,
      memory,
      doubts: createDoubts(plan, linked, () => context.lists, renewal && { ...renewal, earlier: renewal.earlier?.doubts }),
      cycles: options.cycles,
      option: (): undefined => undefined,
    },
    {
      sides: () => createSides(plan),
      holdings: () => createHoldings(plan),
      ties: () => createTies(plan),
      network: () => createActorNetwork(plan),
      classification: () => classify(plan, context.sides),
      stated: () => createStatedHoldings(plan, context.doubts.everyKey, memory),
      lists: () => createPlanLists(plan),
      duties: () => readDutyTexts(plan, memory),
      meeting: () => createGovernmentInterface(plan, context.sides),
      unsided: () => createUnsided(plan),
      offers: () => createOffers(plan, linked.names, () => context.sides),
    },
    renewal,
  );
  return context;
}

function createDoubts(plan: Plan, linked: Linked, lists: () => PlanLists, renewal: Renewal | undefined): Doubts {
  const doubts: Doubts = lazily(
    {},
    {
      keys: () => createMisspeltKeys([plan.document]),
      everyKey: () => {
        const documents = documentsWithPart(plan);
        return documents.size === 1 ? doubts.keys : createMisspeltKeys(documents);
      },
      hidden: () => createHiddenKeys(plan, doubts.everyKey),
      holdings: () => createHoldingDoubts(plan, doubts.everyKey, lists),
      ties: () => createTieDoubts(plan, doubts.hidden),
      about: () => createSectionDoubts(plan, doubts.keys, isResolved(plan, linked)),
      structure: () => structureUnread(plan, doubts.keys, isResolved(plan, linked)),
    },
    renewal,
  );
  return doubts;
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
  renewal: ContextRenewal | undefined,
): DocumentContext {
  const { problems, names } = linked;
  let byRule: ReadonlyMap<string, readonly Problem[]> | undefined;
  const ids = new Map<ReferenceTarget, readonly string[]>();
  return {
    asOf,
    get file() {
      return lookAt(file, renewal);
    },
    document,
    linked,
    problems,
    problemsOf: (rule) => {
      byRule ??= groupByRule(problems);
      return byRule.get(rule) ?? [];
    },
    candidates: (to) => {
      const known = ids.get(to) ?? candidateIds(to, names);
      ids.set(to, known);
      return known;
    },
  };
}

function groupByRule(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.rule);
    if (group) group.push(problem);
    else groups.set(problem.rule, [problem]);
  }
  return groups;
}
