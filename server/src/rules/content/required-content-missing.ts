// What every plan must regulate: command, prevention and warning, procedure, support, recovery.
import { defineRule } from '../rule.ts';
import { isChineseGovernmentPlan } from '../shared/government-plan.ts';
import { planPlace } from '../shared/plan-place.ts';
import { missingParts } from '../shared/required-parts.ts';

export default defineRule({
  id: 'required-content-missing',
  group: 'content',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The plan lacks a part that every plan must have: command, prevention and warning, activation, support or recovery.',
    zh: '预案缺少应有内容：组织指挥、预防预警、响应启动、应急保障或恢复重建。',
  },
  why: {
    en: 'The law lists what a plan must regulate: command and responsibilities, prevention and warning, procedure, support, and recovery.',
    zh: '法律要求预案明确组织指挥体系与职责、预防与预警机制、处置程序、应急保障措施以及事后恢复与重建措施。',
  },
  source: 'Art. 28',
  messages: {
    command: {
      en: "The plan has no command body. Declare a body of kind 'command-headquarters' or 'on-scene-command'.",
      zh: '预案没有指挥机构。请在 bodies 中写明指挥部（command-headquarters）或现场指挥部（on-scene-command）。',
    },
    warning: {
      en: 'Nobody bears a responsibility in prevention, preparedness or warning. Say who watches for hazards and who warns.',
      zh: '没有任何主体承担预防、应急准备或监测预警职责。请写明由谁监测、由谁预警。',
    },
    activation: {
      en: "Nobody holds a right to activate the response. Give the competent authority a right of kind 'activate'.",
      zh: '没有任何主体有权启动响应。请为有权机关设定启动响应（activate）的职权。',
    },
    support: {
      en: "The plan has no capability, no 'supply' link and no responsibility in preparedness. Say which people, supplies and equipment stand ready.",
      zh: '预案没有任何能力、供应（supply）联系或应急准备职责。请写明队伍、物资和装备由谁保障。',
    },
    recovery: {
      en: 'Nobody bears a responsibility in recovery. Say who restores and rebuilds.',
      zh: '没有任何主体承担恢复与重建职责。请写明由谁负责恢复与重建。',
    },
  },
  *check(plan, { profile, stated, doubts }) {
    const severity = isChineseGovernmentPlan(plan.head, profile) ? 'error' : 'warning';
    for (const message of missingParts(plan, stated, doubts.keys)) {
      yield { message, at: message === 'command' ? planPlace(plan, 'bodies') : planPlace(plan), entity: 'plan', severity };
    }
  },
});
