// A link that rests on an agreement to which one of its ends is no party.
import { remembered } from '../../text/remembered.ts';
import type { Actor, LinkedAgreement, LinkedLink } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';

export default defineRule({
  id: 'agreement-party-mismatch',
  group: 'network',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'The agreement of a link does not have both ends as parties.',
    zh: '联系所依据的协议未将双方都列为签约方。',
  },
  why: {
    en: 'An agreement binds its parties only. Who did not sign it owes nothing, and can claim nothing.',
    zh: '协议只约束签约方。未签约的一方既无义务，也无权主张。',
  },
  source: '',
  messages: {
    one: {
      en: "Agreement '{id}' does not bind '{name}', an end of this link. Add it to the parties, or rest the link on another agreement.",
      zh: '协议“{id}”的签约方不包括该联系的一方“{name}”。请将其列为签约方，或改用其他协议。',
    },
    several: {
      en: "Agreement '{id}' does not bind '{name}', an end of this link; ends that are no parties: {count}. Add them to the parties, or rest the link on another agreement.",
      zh: '协议“{id}”的签约方不包括该联系的一方“{name}”；未签约的共 {count} 个。请将其列为签约方，或改用其他协议。',
    },
  },
  labels: { parties: { en: 'The agreement.', zh: '该协议。' } },
  *check(plan) {
    const partiesTo = remembered((agreement: LinkedAgreement): ReadonlySet<Actor> | undefined =>
      areKnown(agreement) ? new Set(agreement.parties) : undefined,
    );
    for (const link of plan.links) {
      const { agreement, declaration } = link;
      if (agreement === undefined || declaration.agreement === undefined) continue;
      const parties = partiesTo(agreement.value);
      if (parties === undefined) continue;
      const [first, ...more] = ends(link).filter((end) => !parties.has(end));
      if (first === undefined) continue;
      yield {
        message: more.length === 0 ? 'one' : 'several',
        at: declaration.agreement.node,
        data: { id: agreement.value.id, name: actorName(first), count: more.length + 1 },
        related: [{ at: agreement.value.declaration.idNode, label: 'parties' }],
      };
    }
  },
});

/** The actors that the link ties to another one. */
function ends({ from, to }: LinkedLink): readonly Actor[] {
  const all = new Set([...from, ...to]);
  return from.length === 0 || to.length === 0 || all.size < 2 ? [] : [...all];
}

/** A party that nobody declares may be the end that seems to be missing. */
function areKnown({ declaration, parties }: LinkedAgreement): boolean {
  const ids = new Set(declaration.parties.map(({ id }) => id));
  return !declaration.broken.has('parties') && ids.size === parties.length && parties.length > 0;
}
