// A plan that rests on no law at all.
import { defineRule } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';
import { addLegalBasis } from '../shared/skeletons.ts';

export default defineRule({
  id: 'legal-basis-absent',
  group: 'legal',
  severity: 'error',
  fix: 'offered',
  summary: { en: 'The plan has no legal basis, own or imported.', zh: '预案没有任何法律依据（含导入的）。' },
  why: {
    en: 'Emergency governance must rest on law: without a basis nobody can say by what right the plan decides, commands or requisitions.',
    zh: '应急治理必须依法进行：没有法律依据，决定、指挥、征用就无从谈起。',
  },
  source: 'S5.1',
  messages: {
    absent: {
      en: "The plan names no legal basis. List under 'legal-bases' the laws and documents it rests on, or import them.",
      zh: '预案没有法律依据。请在 legal-bases 中列出所依据的法律和文件，或将其导入。',
    },
  },
  labels: { add: { en: 'Add a legal basis', zh: '添加法律依据' } },
  *check(plan, { profile, doubts, offers }) {
    // What could not be read or imported may hold one.
    if (plan.legalBases.size > 0 || !plan.complete || doubts.hidden.in(plan.content, 'legal-bases')) return;
    yield {
      message: 'absent',
      at: planPlace(plan, 'legal-bases'),
      entity: 'plan',
      fixes: addLegalBasis(offers, profile, 'add'),
    };
  },
});
