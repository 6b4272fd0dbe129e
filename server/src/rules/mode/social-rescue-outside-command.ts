// Social rescue forces that act in the response, and that no command body directs or seats.
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { commandBodies } from '../shared/command-bodies.ts';
import { reachedByCommand } from '../shared/command-reach.ts';
import { rescueForces } from '../shared/rescue-forces.ts';

export default defineRule({
  id: 'social-rescue-outside-command',
  group: 'mode',
  severity: 'error',
  profiles: ['cn'],
  fix: 'none',
  summary: {
    en: 'A social organization or volunteer group acts in the response, and no command body directs or seats it.',
    zh: '社会组织或志愿者队伍承担应急处置职责，却不在任何指挥机构的指挥链或席位之内。',
  },
  why: {
    en: 'Social forces that take part in rescue accept the unified command of the body in charge. Outside it they cannot be warned, supplied or called back.',
    zh: '社会力量参与应急救援，应当服从统一指挥。游离于指挥之外，就难以得到预警、保障和调度。',
  },
  source: 'Art. 39',
  messages: {
    outside: {
      en: "'{name}' acts in the response, but no command body reaches it: give it a seat in one, or add a link of type command, task or supervise from the body, or from an actor that the body directs.",
      zh: '“{name}”承担应急处置职责，但没有任何指挥机构能够指挥到它。请为其设置席位，或由指挥机构（或其指挥的主体）建立指挥（command）、交办（task）或监督（supervise）联系。',
    },
  },
  labels: {
    duty: { en: 'This is what it does in the response.', zh: '其应急处置职责。' },
    command: { en: 'A command body of the plan.', zh: '预案中的指挥机构。' },
  },
  *check(plan, { holdings, doubts }) {
    const commands = commandBodies(plan);
    // Without any command body there is nothing to stand outside of: required-content-missing speaks of that.
    if (commands.length === 0 || plan.bodies.some(({ declaration }) => declaration.kind === undefined)) return;
    if (doubts.ties.everybody) return;
    const reached = reachedByCommand(plan, commands);
    for (const organization of rescueForces(plan).filter((each) => !reached.has(each))) {
      const duty = holdings.firstDutyOf(organization, 'response');
      if (duty === undefined || doubts.ties.about(organization)) continue;
      yield {
        message: 'outside',
        at: organization.idNode,
        data: { name: actorName(organization) },
        related: [
          { at: duty.declaration.idNode, label: 'duty' },
          ...commands.slice(0, 5).map(({ idNode }) => ({ at: idNode, label: 'command' })),
        ],
      };
    }
  },
});
