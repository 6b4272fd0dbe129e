// A plan that knows no way up when the event outgrows it.
import type { Actor, DirectedTie, Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import type { HiddenKeys } from '../shared/hidden-keys.ts';
import { planPlace } from '../shared/plan-place.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { addProcedure } from '../shared/skeletons.ts';
import { isUpward } from '../shared/upward.ts';

export default defineRule({
  id: 'escalation-missing',
  group: 'response',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'No report link leads upward, and there is no procedure for escalation.',
    zh: '没有向上的报告联系，也没有提级响应程序。',
  },
  why: {
    en: 'An event that outgrows those in charge must be handed up in time: they report to the level above, and it takes over.',
    zh: '事件超出本级应对能力时，应当及时向上级报告，由上级统一指挥应对。',
  },
  source: 'Art. 17',
  messages: {
    missing: {
      en: "Nothing says how the event is handed up: no report link leads to an external actor, a parent or a higher level, and 'procedures' has no 'escalation'. Add one of them.",
      zh: '未写明如何向上报告或提级：没有指向外部主体、上级单位或更高层级的报告（report）联系，procedures 中也没有 escalation（提级响应）。请补充其一。',
    },
  },
  labels: { add: { en: 'Add a procedure for escalation', zh: '添加提级响应程序' } },
  *check(plan, { doubts, offers }) {
    if (!lacksProcedure(plan, doubts.keys, 'escalation')) return;
    if (doubts.about.links('report')) return;
    const mayLeadUp = ({ from, to }: DirectedTie): boolean =>
      isUpward(from, to, plan) || isStandingUnread(from, plan, doubts.hidden) || isStandingUnread(to, plan, doubts.hidden);
    if (plan.ties.some((tie) => tie.type === 'report' && mayLeadUp(tie))) return;
    yield { message: 'missing', at: planPlace(plan, 'procedures'), fixes: addProcedure(offers, 'escalation', 'add') };
  },
});

/** Whether it cannot be known how high an actor stands, or under whom: without a level of its own an organization is of the plan's. */
function isStandingUnread(actor: Actor, { actors, head }: Plan, hidden: HiddenKeys): boolean {
  if (actor.kind === 'body') return actors.get(actor.declaration.chair?.id ?? '')?.kind !== 'organization';
  const { declaration, parent } = actor;
  if (declaration.level === undefined && head.jurisdiction?.level === undefined) return true;
  return hidden.in(declaration, 'level', 'parent', 'external') || (declaration.parent !== undefined && parent === undefined);
}
