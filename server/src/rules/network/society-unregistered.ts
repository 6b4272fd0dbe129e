// A society organization that bears responsibilities without being registered.
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';

export default defineRule({
  id: 'society-unregistered',
  group: 'network',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A society organization that bears a responsibility is not registered.',
    zh: '承担职责的社会侧组织未经登记。',
  },
  why: {
    en: 'Most organizations that grew out of emergencies work without registration: they can hardly contract, insure their people or answer for what they do.',
    zh: '不少应急社会组织未经正式登记，难以签约、投保和独立承担责任，治理能力有待提高。',
  },
  source: 'S4.2',
  messages: {
    unregistered: {
      en: "'{name}' bears responsibilities and is not registered. Have it registered, or let a registered organization bear them.",
      zh: '“{name}”承担职责，但未经登记。请协助其办理登记，或由已登记的组织承担。',
    },
  },
  labels: { borne: { en: 'A responsibility it bears.', zh: '其承担的职责。' } },
  *check(_plan, { sides, holdings }) {
    for (const organization of sides.society) {
      const { registered } = organization.declaration;
      if (registered?.value !== false) continue;
      const borne = holdings.responsibilitiesOf(organization);
      if (borne.length === 0) continue;
      yield {
        message: 'unregistered',
        at: registered.node,
        data: { name: actorName(organization) },
        related: borne.slice(0, mostRelated).map(({ declaration }) => ({ at: declaration.idNode, label: 'borne' })),
      };
    }
  },
});
