// A capability that nobody needs.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { createHiddenKeys } from '../shared/hidden-keys.ts';
import { createHoldingDoubts } from '../shared/holding-doubts.ts';

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
  *check(plan) {
    const declarations = plan.responsibilities.map(({ declaration }) => declaration);
    const doubts = createHoldingDoubts(plan);
    if (!plan.complete || createHiddenKeys(plan).inAny(declarations, 'needs-capabilities')) return;
    if ([...plan.organizations, ...plan.bodies].some((actor) => doubts.about(actor, 'responsibilities'))) return;
    const needed = new Set(declarations.flatMap(({ needsCapabilities }) => needsCapabilities.map(({ value }) => value)));
    for (const { declaration, actor } of plan.capabilities) {
      const { kind } = declaration;
      if (kind && !needed.has(kind.value)) yield { message: 'idle', at: kind.node, data: { name: actorName(actor), kind: kind.value } };
    }
  },
});
