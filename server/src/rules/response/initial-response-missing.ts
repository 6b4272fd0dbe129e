// The levels that are first on the spot, and a plan that does not say what they do there.
import type { JurisdictionLevel } from '../../plan/vocabulary.ts';
import { defineRule } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { addProcedure } from '../shared/skeletons.ts';

const firstOnTheSpot: ReadonlySet<JurisdictionLevel> = new Set<JurisdictionLevel>(['county', 'township', 'community', 'organization']);

export default defineRule({
  id: 'initial-response-missing',
  group: 'response',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A plan of a county, township, community or organization has no procedure for the initial response.',
    zh: '县级及以下预案或单位预案没有先期处置程序。',
  },
  why: {
    en: 'Emergencies are urgent and uncertain: what those on the spot do before help and orders arrive decides much of the rest.',
    zh: '突发事件紧急且不确定，在支援和指令到达之前，现场的先期处置至关重要。',
  },
  source: 'S4.2',
  messages: {
    missing: {
      en: "'procedures' has no 'initial-response'. Say what those on the spot do first, and who does it.",
      zh: 'procedures 中没有 initial-response（先期处置）。请写明现场先做什么、由谁负责。',
    },
  },
  labels: { add: { en: 'Add a procedure for the initial response', zh: '添加先期处置程序' } },
  *check(plan, { doubts, offers }) {
    const level = plan.head.jurisdiction?.level?.value;
    if (level === undefined || !firstOnTheSpot.has(level) || !lacksProcedure(plan, doubts.keys, 'initial-response')) return;
    yield { message: 'missing', at: planPlace(plan, 'procedures'), fixes: addProcedure(offers, 'initial-response', 'add') };
  },
});
