// The plan is built for another governance mode than the one its context calls for.

import { isMode } from '../../governance/classification.ts';
import { type Contribution, explain } from '../../governance/explanation.ts';
import { componentNames, modeNames } from '../../governance/names.ts';
import type { Bilingual } from '../../plan/field.ts';
import { defineRule } from '../rule.ts';
import { contextUnread } from '../shared/classifier-input.ts';
import { diagnoseMismatch, driversApart } from '../shared/mode-diagnosis.ts';
import { planPlace } from '../shared/plan-place.ts';

const drivers = {
  en: 'What keeps them apart most: {first} and {second}.',
  zh: '造成差距的主要因素：{first}；{second}。',
};
const finding = (en: string, zh: string): Bilingual => ({
  en: `The structure of the plan shows {structure}, but its context calls for {context}. ${drivers.en} ${en}`,
  zh: `预案结构呈现“{structure}”模式，而所处环境适用“{context}”模式。${drivers.zh}${zh}`,
});

export default defineRule({
  id: 'mode-context-mismatch',
  group: 'mode',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'The governance mode that the structure shows is not the one that the context calls for.',
    zh: '预案结构所呈现的治理模式与所处环境适用的模式不一致。',
  },
  why: {
    en: 'Which mode suits depends on the capacity of government and the development of society. A plan built for another leaves one of the two unused, or asks of it more than it can do.',
    zh: '适用何种模式取决于政府治理能力和社会发展程度。模式错位，要么闲置一方力量，要么对其要求过高。',
  },
  source: 'S3–4',
  messages: {
    'channels-missing': finding(
      'Diagnosis: capacity exists, channels are missing (5.2–5.4). Let society take part through bodies, links and channels.',
      '诊断：有能力而缺渠道（5.2–5.4）。请通过议事机构、协作联系和渠道让社会参与。',
    ),
    'powers-without-ability': finding(
      'Diagnosis: powers given without ability. Cultivate society first, or let government lead.',
      '诊断：有权而无能。请先培育社会力量，或由政府主导。',
    ),
    'transition-available': finding(
      'Diagnosis: transition available. Society is developed enough to decide as a partner.',
      '诊断：已具备转型条件。社会发展程度足以作为伙伴共同决策。',
    ),
    'society-unused': finding(
      'Diagnosis: social capacity unused. Give society rights and room to organize itself.',
      '诊断：社会能力闲置。请赋予社会权利和自组织空间。',
    ),
    different: finding('Change the structure, or the declared context where it is wrong.', '请调整预案结构；若环境声明有误，请更正声明。'),
  },
  labels: { driver: { en: 'Part of this: {component}.', zh: '相关因素：{component}。' } },
  *check(plan, { classification, sides, doubts }) {
    const { structure, context } = classification;
    const { verdict } = structure;
    if (!isMode(verdict) || context.mode === undefined || verdict === context.mode || doubts.structure || contextUnread(plan, doubts.keys))
      return;
    const strongest = driversApart(explain(plan, sides, structure), verdict, context.mode, 2);
    const [first, second] = strongest.map(describeDriver);
    yield {
      message: diagnoseMismatch(context, verdict),
      at: planPlace(plan, 'context'),
      data: { structure: modeNames[verdict], context: modeNames[context.mode], first: first ?? '', second: second ?? '' },
      related: strongest.flatMap(({ component, elements }) => {
        const at = elements.find(({ node }) => node !== undefined)?.node;
        return at ? [{ at, label: 'driver', data: { component: componentNames[component] } }] : [];
      }),
    };
  },
});

function describeDriver({ component, value }: Contribution): Bilingual {
  const { en, zh } = componentNames[component];
  return { en: `${en} (${value.toFixed(2)})`, zh: `${zh}（${value.toFixed(2)}）` };
}
