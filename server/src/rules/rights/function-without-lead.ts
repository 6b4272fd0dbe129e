// A function that nobody leads.
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'function-without-lead',
  group: 'rights',
  severity: 'error',
  fix: 'none',
  summary: {
    en: 'A function has neither a primary nor a coordinating actor.',
    zh: '职能（工作组）既无牵头单位，也无协调单位。',
  },
  why: {
    en: 'Supporting agencies need someone to support. A function without a lead does not start.',
    zh: '配合单位需要有人牵头。没有牵头单位的职能难以启动。',
  },
  source: 'S5.2',
  messages: {
    leaderless: {
      en: "Function '{name}' has neither 'primary' nor 'coordinator'. Name who leads it.",
      zh: '职能“{name}”既无牵头单位（primary），也无协调单位（coordinator）。请写明由谁牵头。',
    },
  },
  *check(plan, { doubts: { hidden } }) {
    for (const { declaration, id } of plan.functions) {
      const { primary, coordinator, idNode, name } = declaration;
      if (primary.length > 0 || coordinator.length > 0 || hidden.in(declaration, 'primary', 'coordinator')) continue;
      yield { message: 'leaderless', at: idNode, data: { name: name?.byLanguage ?? id } };
    }
  },
});
