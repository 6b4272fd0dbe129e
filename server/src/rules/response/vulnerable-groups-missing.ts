// No responsibility speaks of those who cannot help themselves.
import type { Plan } from '../../workspace/plan.ts';
import { defineRule, type Fix } from '../rule.ts';
import { dutyText } from '../shared/duty-texts.ts';
import { growMap } from '../shared/growth.ts';
import { offerFix } from '../shared/offered-fix.ts';
import type { Offers } from '../shared/offers.ts';
import { firstWritten } from '../shared/own-actors.ts';
import { planLanguage } from '../shared/plan-language.ts';
import { planPlace } from '../shared/plan-place.ts';

const wanted = {
  en: 'Warn and evacuate children and the elderly and people with disabilities',
  zh: '预警、转移和照护老年人、未成年人、残疾人、孕产妇等群体',
};

export default defineRule({
  id: 'vulnerable-groups-missing',
  group: 'response',
  severity: 'information',
  fix: 'offered',
  summary: {
    en: 'No responsibility names children, the elderly, people with disabilities or another vulnerable group.',
    zh: '没有职责提及未成年人、老年人、残疾人、孕产妇等群体。',
  },
  why: {
    en: 'Those who cannot leave, hear a warning or wait for help by themselves need special and priority protection, and somebody who gives it.',
    zh: '对未成年人、老年人、残疾人、孕产妇等群体应当给予特殊、优先保护，并明确由谁落实。',
  },
  source: 'Art. 11',
  messages: {
    unnamed: {
      en: 'No responsibility names a vulnerable group, such as children, the elderly or people with disabilities. Say who warns, moves and looks after them.',
      zh: '没有职责提及未成年人、老年人、残疾人、孕产妇等群体。请写明由谁对其预警、转移和照护。',
    },
  },
  labels: { add: { en: "Add such a responsibility to '{id}'", zh: '为“{id}”添加此类职责' } },
  *check(plan, { stated, memory, offers }) {
    if (!stated.isComplete('responsibilities') || !stated.hasResponsibilities || stated.hasUnclearDuties) return;
    const read = memory.reader(dutyText);
    if (stated.someResponsibility((responsibility) => read(responsibility).namesVulnerableGroup)) return;
    yield { message: 'unnamed', at: planPlace(plan), fixes: addSuch(plan, offers) };
  },
});

function addSuch(plan: Plan, offers: Offers): readonly Fix[] {
  const own = firstWritten(plan);
  if (own === undefined) return [];
  const id = offers.freeId('responsibility', 'protect-vulnerable-groups');
  const source = `{action: ${wanted[planLanguage(plan)]}, phases: response}`;
  return offerFix('add', { id: own.actor.id }, growMap(offers.growing(own.entry, 'responsibilities'), id, source));
}
