// What a status bar says of the plan at the cursor: its mode, how sure that is, what drives it, and whether context and target agree.
import { isMode, type Verdict } from '../governance/classification.ts';
import { type ComponentName, explain, strongestDrivers } from '../governance/explanation.ts';
import { componentNames, verdictNames } from '../governance/names.ts';
import { chooseText, type Language } from '../rules/render.ts';
import { contextUnread, structureUnread } from '../rules/shared/classifier-input.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import { documentAt } from './plan-at.ts';
import type { Analysis } from './session.ts';

export interface PlanClassification {
  /** The document the cursor stands in: an answer holds for every place in it. */
  readonly range: Range;
  readonly planId: string | undefined;
  readonly title: string | undefined;
  /** Undefined where the text has a fault of syntax: what stands behind it is unknown, and so is the mode. */
  readonly structure: StructureSummary | undefined;
  readonly context: NamedVerdict | undefined;
  readonly target: NamedVerdict | undefined;
  /** As the rules `mode-context-mismatch` and `mode-target-mismatch` judge it. */
  readonly mismatch: { readonly context: boolean; readonly target: boolean };
}

export interface NamedVerdict {
  readonly id: Verdict;
  /** In the reader's language. */
  readonly name: string;
}

export interface StructureSummary extends NamedVerdict {
  readonly L: number | undefined;
  readonly X: number;
  readonly B: number;
  /** 0 … 1; undefined where the evidence is insufficient. */
  readonly confidence: number | undefined;
  /** The verdicts just across a near threshold. */
  readonly alternatives: readonly NamedVerdict[];
  /** For an off-model verdict: the modes nearest to it. */
  readonly nearest: readonly NamedVerdict[];
  /** Whether it depends on how government-sponsored organizations count. */
  readonly sensitive: boolean;
  /** The strongest first. */
  readonly drivers: readonly Driver[];
}

export interface Driver {
  readonly component: ComponentName;
  readonly axis: 'L' | 'X';
  /** In the reader's language. */
  readonly name: string;
  /** 0 … 1. */
  readonly value: number;
  readonly elements: readonly DriverElement[];
}

export interface DriverElement {
  readonly name: string;
  readonly value: number;
  /** Undefined for what is missing from the plan. */
  readonly place: { readonly file: FileId; readonly range: Range } | undefined;
}

/** How many drivers are named, and how many elements of each. */
const listed = { drivers: 3, elements: 4 };

/** Undefined where no plan stands at the offset: a library has no mode. */
export function classificationAt(analysis: Analysis, offset: number, language: Language): PlanClassification | undefined {
  const found = documentAt(analysis, offset);
  const context = found?.result.context;
  if (found === undefined || context === undefined) return undefined;
  const { plan, classification } = context;
  const { id, title, targetMode } = plan.head;
  const named = (verdict: Verdict): NamedVerdict => ({ id: verdict, name: verdictNames[verdict][language] });
  const isFaulty = found.result.document.faulty;
  const differs = (other: Verdict | undefined): boolean => {
    const { verdict } = classification.structure;
    return other !== undefined && isMode(verdict) && verdict !== other && !isFaulty && !structureUnread(plan);
  };
  return {
    range: analysis.file.lines.range(found.span),
    planId: id?.value,
    title: title && chooseText(title.byLanguage, language),
    structure: isFaulty ? undefined : structureOf(context, analysis, language, named),
    context: classification.context.mode && named(classification.context.mode),
    target: targetMode && named(targetMode.value),
    mismatch: { context: differs(classification.context.mode) && !contextUnread(plan), target: differs(targetMode?.value) },
  };
}

function structureOf(
  { plan, sides, classification: { structure } }: NonNullable<ReturnType<Analysis['results']>[number]['context']>,
  { closure }: Analysis,
  language: Language,
  named: (verdict: Verdict) => NamedVerdict,
): StructureSummary {
  const { verdict, L, X, B, certainty, nearest, sensitive } = structure;
  return {
    ...named(verdict),
    L,
    X,
    B,
    confidence: certainty?.confidence,
    alternatives: (certainty?.alternatives ?? []).map(named),
    nearest: nearest.map(named),
    sensitive,
    drivers: strongestDrivers(explain(plan, sides, structure), listed.drivers).map(({ component, axis, value, elements }) => ({
      component,
      axis,
      name: componentNames[component][language],
      value,
      elements: elements.slice(0, listed.elements).map(({ name, value: own, node }) => {
        const file = node?.document.origin;
        const range = node && closure.files.get(node.document.origin)?.lines.range(node);
        return { name, value: own, place: file !== undefined && range ? { file, range } : undefined };
      }),
    })),
  };
}
