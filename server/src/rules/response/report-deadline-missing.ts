// Reporting without a time limit.
import { findEntry } from '../../yaml/view.ts';
import { defineRule, type Fix } from '../rule.ts';
import { planPlace } from '../shared/plan-place.ts';
import { lacksProcedure } from '../shared/procedures.ts';
import { setField } from '../shared/set-field.ts';
import { addProcedure } from '../shared/skeletons.ts';

export default defineRule({
  id: 'report-deadline-missing',
  group: 'response',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'There is no procedure for reporting, or it sets no time limit.',
    zh: '没有信息报告程序，或未规定报告时限。',
  },
  why: {
    en: 'Information that comes late is the first cause of a late response. A duty to report means little without a time limit.',
    zh: '信息迟报首先导致处置迟缓。没有时限的报告义务难以落实。',
  },
  source: 'Art. 61',
  messages: {
    missing: {
      en: "'procedures' has no 'reporting'. Say who reports to whom, and within what time.",
      zh: 'procedures 中没有 reporting（信息报告）。请写明由谁向谁报告、在多长时间内报告。',
    },
    untimed: {
      en: "The procedure for reporting sets no time limit. Add 'within', such as 'within: 30min'.",
      zh: '信息报告程序未规定时限。请添加 within，例如 within: 30min。',
    },
  },
  labels: {
    add: { en: 'Add a procedure for reporting', zh: '添加信息报告程序' },
    limit: { en: 'Add a time limit', zh: '添加报告时限' },
  },
  *check(plan, { doubts, offers }) {
    const { procedures } = plan.content;
    const reporting = procedures?.reporting;
    if (procedures && reporting) {
      if (reporting.within || reporting.broken.has('within') || doubts.keys.mayMean(reporting, 'within')) return;
      const at = findEntry(procedures.node, 'reporting')?.key ?? reporting.node;
      const fix: Fix = { title: 'limit', safe: false, edits: setField(reporting.node, 'within', '1h') };
      yield { message: 'untimed', at, fixes: [fix] };
    } else if (lacksProcedure(plan, doubts.keys, 'reporting')) {
      yield { message: 'missing', at: planPlace(plan, 'procedures'), fixes: addProcedure(offers, 'reporting', 'add') };
    }
  },
});
