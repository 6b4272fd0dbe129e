// A responsibility that needs a capability which none of its bearers has, and which no agreement brings in.
import { defineRule } from '../rule.ts';
import { findAbilities, together } from '../shared/aid-partners.ts';

export default defineRule({
  id: 'responsibility-capability-mismatch',
  group: 'rights',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A kind of capability that a responsibility needs is had by none of its bearers, nor by a partner under an agreement.',
    zh: '履行职责所需的某类能力，其承担者均不具备，也没有协议单位可以提供。',
  },
  why: {
    en: 'Responsibility, right and ability must match. What a bearer lacks can come from a partner, if an agreement in force says so.',
    zh: '责、权、能应当相互匹配。承担者自身不具备的能力，可以通过有效协议由合作方提供。',
  },
  source: 'S5.2 "ability"',
  messages: {
    lacking: {
      en: "Responsibility '{id}' needs '{kind}'. On {date}, none of its bearers has it, and no mutual-aid or supply agreement with anyone who has it is in force. Declare the capability, name who has it under 'with', or agree on it with a partner.",
      zh: '职责“{id}”需要“{kind}”能力，但截至 {date}，其承担者均不具备，也没有与具备者之间有效的互助或供应协议。请补充该能力，将具备者列入 with，或与其签订协议。',
    },
  },
  *check(plan, { asOf, doubts: { holdings: doubts } }) {
    const needy = plan.responsibilities.filter(({ declaration }) => declaration.needsCapabilities.length > 0);
    const abilities = plan.complete && needy.length > 0 ? findAbilities(plan, asOf, doubts) : undefined;
    if (abilities === undefined || doubts.aboutDeciders()) return;
    for (const responsibility of needy) {
      const { needsCapabilities } = responsibility.declaration;
      if (doubts.aboutSharers(responsibility.declaration) || doubts.aboutDecidersOf(responsibility.bearers)) continue;
      const team = together(responsibility.bearers.map(abilities.teamOf));
      if (team.unclear) continue;
      const lacking = needsCapabilities.filter(({ value }) => !abilities.has(team, value));
      const first = new Map(lacking.toReversed().map((need) => [need.value, need]));
      // Several may share one list by an alias.
      const entity = `responsibilities/${responsibility.id}`;
      for (const [kind, { node }] of first) {
        yield { message: 'lacking', at: node, entity, data: { id: responsibility.id, kind, date: asOf } };
      }
    }
  },
});
