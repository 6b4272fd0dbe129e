// A command body that nobody established and no law founds.
import { late } from '../../text/late.ts';
import type { Actor, BodyActor } from '../../workspace/plan.ts';
import { defineRule, type Fix } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { commandBodies } from '../shared/command-bodies.ts';
import { offerFix } from '../shared/offered-fix.ts';
import { firstOrganization } from '../shared/own-actors.ts';
import { setField } from '../shared/set-field.ts';

export default defineRule({
  id: 'body-unfounded',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A command headquarters or on-scene command has neither an establishing organization nor a legal basis.',
    zh: '指挥机构（指挥部、现场指挥部）既未写明设立单位，也没有法律依据。',
  },
  why: {
    en: 'A command body acts with the authority of whoever set it up. Without a founder or a legal basis its orders can be questioned.',
    zh: '应急指挥机构由有权机关依法设立。缺少设立单位和法律依据，其指挥权威难以成立。',
  },
  source: 'Art. 19–20',
  messages: {
    unfounded: {
      en: "'{name}' has neither 'established-by' nor 'basis'. Say who established it, or on which legal basis it stands.",
      zh: '“{name}”既无设立单位（established-by），也无法律依据（basis）。请写明由谁设立，或依据何种法律设立。',
    },
  },
  labels: { founder: { en: "Say that '{id}' established it", zh: '写明由“{id}”设立' } },
  *check(plan, { doubts }) {
    const first = late(() => firstOrganization(plan));
    const otherFounder = commandBodies(plan).find(({ establishedBy }) => establishedBy)?.establishedBy;
    for (const body of commandBodies(plan)) {
      const { establishedBy, basis, idNode } = body.declaration;
      if (establishedBy !== undefined || basis.length > 0 || doubts.hidden.in(body.declaration, 'established-by', 'basis')) continue;
      yield { message: 'unfounded', at: idNode, data: { name: actorName(body) }, fixes: offerFounder(body, otherFounder, first) };
    }
  },
});

/** Whoever established another command body, or else the government that chairs it, or the first organization of the plan that may have set it up. */
function offerFounder({ declaration, seats }: BodyActor, other: Actor | undefined, first: () => Actor | undefined): readonly Fix[] {
  const founder = other ?? seats.find(({ kind }) => kind === 'chair')?.holder ?? first();
  return founder ? offerFix('founder', { id: founder.id }, setField(declaration.node, 'established-by', founder.id)) : [];
}
