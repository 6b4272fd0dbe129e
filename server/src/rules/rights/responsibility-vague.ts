// A responsibility that says only that its bearer will help. The words are in server/data/vague-actions.json.
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'responsibility-vague',
  group: 'rights',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The action of a responsibility is only a vague verb, and neither object nor output says more.',
    zh: '职责内容只有笼统动词，且未写明对象或产出。',
  },
  why: {
    en: 'A duty to "assist as needed" can be neither carried out nor checked; it is formalism.',
    zh: '“配合做好相关工作”之类的职责既无法执行，也无法检查，流于形式。',
  },
  source: 'S5.1(c), 4.2 formalism',
  messages: {
    vague: {
      en: "'{action}' does not say what is to be done. Name the task, or add its object or output.",
      zh: '“{action}”没有写明具体做什么。请写明任务，或补充对象（object）、产出（output）。',
    },
  },
  *check(plan, { doubts, duties }) {
    for (const { declaration } of plan.responsibilities.filter((_, index) => duties.of[index]?.isVague)) {
      const { action } = declaration;
      if (action === undefined) continue;
      if (doubts.hidden.in(declaration, 'action', 'object', 'output')) continue;
      yield { message: 'vague', at: action.node, data: { action: action.byLanguage } };
    }
  },
});
