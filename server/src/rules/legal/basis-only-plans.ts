// A plan that rests on other plans and documents only, on no rule of law.
import { defineRule } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';
import { entriesUnread } from '../shared/unread.ts';

const papers: ReadonlySet<string> = new Set(['plan', 'normative-document', 'agreement']);

export default defineRule({
  id: 'basis-only-plans',
  group: 'legal',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'Every legal basis of the plan is a plan, a normative document or an agreement.',
    zh: '预案的全部依据都是预案、规范性文件或协议。',
  },
  why: {
    en: 'Plans and documents can carry out the law but not replace it: the chain of bases must end in one.',
    zh: '预案和文件只能落实法律，不能代替法律：依据最终应当落到法律法规上。',
  },
  source: 'S5.1(a)',
  messages: {
    paper: {
      en: 'The plan rests on plans, normative documents or agreements only. Name the law or regulation behind them.',
      zh: '预案的依据只有预案、规范性文件或协议。请写明其所依据的法律、法规。',
    },
  },
  *check(plan) {
    const kinds = [...plan.legalBases.values()].map(({ value }) => value.kind?.value);
    // A basis whose kind is unknown, or that could not be read or imported, may be a law.
    if (kinds.length === 0 || !plan.complete || kinds.some((kind) => kind === undefined || !papers.has(kind))) return;
    if (entriesUnread(plan.content, 'legal-bases')) return;
    yield { message: 'paper', at: planPlace(plan, 'legal-bases'), entity: 'plan' };
  },
});
