// A phase in scope in which nobody bears a responsibility.
import type { Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { Fix } from '../rule.ts';
import { defineRule } from '../rule.ts';
import { growMap } from '../shared/growth.ts';
import { offerFix } from '../shared/offered-fix.ts';
import type { Offers } from '../shared/offers.ts';
import { firstWritten } from '../shared/own-actors.ts';
import { phaseNames } from '../shared/phase-names.ts';
import { planPlace } from '../shared/plan-place.ts';

export default defineRule({
  id: 'phase-uncovered',
  group: 'content',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A phase in scope has no responsibility.',
    zh: '适用阶段中有阶段没有任何职责。',
  },
  why: {
    en: 'Governance of an emergency runs from prevention to recovery. A phase without a task is left to improvisation.',
    zh: '突发事件治理贯穿预防到恢复的全过程。没有职责的阶段只能临时应付。',
  },
  source: 'Art. 28; S5.3',
  messages: {
    uncovered: {
      en: "Nobody bears a responsibility in the phase {phase}. Add one, or take the phase out of the plan's 'phases'.",
      zh: '{phase}阶段没有任何主体承担职责。请补充职责，或将该阶段从预案的 phases 中移除。',
    },
  },
  labels: {
    add: {
      en: "Add a responsibility in the phase {phase} to '{actor}' for the author to complete",
      zh: '为“{actor}”添加一项{phase}阶段的待补充职责',
    },
  },
  *check(plan, { doubts, stated, offers }) {
    const { head } = plan;
    if (head.broken.has('phases') || doubts.keys.mayMean(head, 'phases')) return;
    for (const phase of plan.phases) {
      if (stated.phases().has(phase)) continue;
      const named = head.phases.find(({ value }) => value === phase);
      const at = named?.node ?? planPlace(plan);
      const fixes = skeleton(plan, offers, phase);
      yield { message: 'uncovered', at, entity: 'plan', discriminator: phase, data: { phase: phaseNames([phase]) }, fixes };
    }
  },
});

/** A responsibility to complete, where the plan writes down an actor of its own. */
function skeleton(plan: Plan, offers: Offers, phase: Phase): readonly Fix[] {
  const own = firstWritten(plan);
  if (own === undefined) return [];
  const id = offers.freeId('responsibility', phase);
  const edits = growMap(offers.growing(own.entry, 'responsibilities'), id, `{action: …, phases: ${phase}}`);
  return offerFix('add', { actor: own.actor.id, phase: phaseNames([phase]) }, edits);
}
