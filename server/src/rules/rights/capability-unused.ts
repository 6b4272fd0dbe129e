// A capability that nobody needs.
import type { Actor } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';

export default defineRule({
  id: 'capability-unused',
  group: 'rights',
  severity: 'information',
  fix: 'none',
  summary: {
    en: 'A kind of capability is needed by no responsibility.',
    zh: '某类能力没有任何职责需要。',
  },
  why: {
    en: 'Resources that no task calls for stay unused in an emergency, above all those of society.',
    zh: '没有任务需要的资源，尤其是社会力量的资源，在应急时往往得不到利用。',
  },
  source: 'S2 P1',
  messages: {
    idle: {
      en: "'{name}' has '{kind}', but no responsibility needs it. Name it in the 'needs-capabilities' of the task it is meant for.",
      zh: '“{name}”具备“{kind}”能力，但没有任何职责需要。请在相应职责的 needs-capabilities 中写明。',
    },
  },
  *check(plan, { doubts }) {
    if (!plan.complete || plan.capabilities.length === 0) return;
    if (doubts.hidden.inEntries('organizations') || doubts.hidden.inEntries('bodies')) return;
    const needed = new Set<string>();
    for (const { declaration } of plan.responsibilities) {
      if (doubts.hidden.in(declaration, 'needs-capabilities')) return;
      for (const { value } of declaration.needsCapabilities) needed.add(value);
    }
    const isUnclear = (actor: Actor): boolean => doubts.holdings.aboutOwn(actor, 'responsibilities');
    if (plan.organizations.some(isUnclear) || plan.bodies.some(isUnclear)) return;
    for (const { declaration, actor } of plan.capabilities) {
      const { kind } = declaration;
      if (kind && !needed.has(kind.value)) yield { message: 'idle', at: kind.node, data: { name: actorName(actor), kind: kind.value } };
    }
  },
});
