// A local regulation that holds in another area than the plan's.
import type { TextValue } from '../../plan/field.ts';
import type { PlanHead } from '../../plan/shape.ts';
import { intersects } from '../../text/intersects.ts';
import type { Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { foldTexts } from '../shared/folded-text.ts';
import type { HiddenKeys } from '../shared/hidden-keys.ts';
import { instrumentTitle } from '../shared/instrument-title.ts';
import { instrumentsOf } from '../shared/instruments.ts';

export default defineRule({
  id: 'basis-wrong-area',
  group: 'legal',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'A local regulation applies in an area that neither is nor encloses the plan’s.',
    zh: '地方性法规的适用区域既不是预案的区域，也不包含它。',
  },
  why: {
    en: 'A local regulation binds nobody outside its area.',
    zh: '地方性法规在其适用区域之外没有约束力。',
  },
  source: '',
  messages: {
    elsewhere: {
      en: "'{title}' applies in {area}, which is not among the areas of this plan. Cite the regulation of the plan's own area, or complete 'jurisdiction.within'.",
      zh: '《{title}》适用于{area}，不在本预案的区域之内。请引用本地区的法规，或补全 jurisdiction.within（所属区域）。',
    },
  },
  *check(plan, { doubts }) {
    const local = instrumentsOf(plan).filter(({ kind }) => kind?.value === 'local-regulation');
    const areas = local.length > 0 ? knownAreas(plan, doubts.hidden) : undefined;
    if (areas === undefined) return;
    for (const basis of local) {
      const { area, broken } = basis;
      if (area === undefined || broken.has('area')) continue;
      const names = foldTexts(area.byLanguage);
      if (names.size === 0 || intersects(names, areas)) continue;
      yield { message: 'elsewhere', at: area.node, data: { title: instrumentTitle(basis), area: area.byLanguage } };
    }
  },
});

/** The plan's areas, those that enclose it and those of the plans above it, in every language; undefined where they cannot be known. */
function knownAreas(plan: Plan, hidden: HiddenKeys): ReadonlySet<string> | undefined {
  const own = plan.head.jurisdiction;
  if (own === undefined) return undefined;
  const parents = plan.parents.filter(({ kind }) => kind === 'plan');
  const allResolved = parents.length === plan.head.parentPlans.filter(({ kind }) => kind === 'path').length;
  if (own.within.length === 0 && (parents.length === 0 || !allResolved)) return undefined;
  if (hidden.in(own, 'areas', 'within')) return undefined;
  // What encloses the area of a parent encloses the plan's own, and the parent often leaves that to its own parent.
  const heads = [plan.head, ...plan.headsAbove()];
  if (heads.some(({ broken }) => broken.has('jurisdiction'))) return undefined;
  return new Set(heads.flatMap(areasOf).flatMap((area) => [...foldTexts(area?.byLanguage)]));
}

function areasOf({ jurisdiction }: PlanHead): readonly (TextValue | undefined)[] {
  return jurisdiction ? [jurisdiction.name, ...jurisdiction.areas, ...jurisdiction.within] : [];
}
