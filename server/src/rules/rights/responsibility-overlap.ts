// Two actors that must do the same thing to the same object at the same time, and neither knows of the other.
import { defineRule, mostRelated } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { dutiesInOrder } from '../shared/duties.ts';
import { overlapsAmong } from '../shared/overlaps.ts';

export default defineRule({
  id: 'responsibility-overlap',
  group: 'rights',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'Two actors bear the same responsibility in one phase, and neither names the other in `with`.',
    zh: '两个主体在同一阶段承担相同职责，且均未在 with 中写明对方。',
  },
  why: {
    en: 'What two do without knowing of each other is done twice or not at all: the split between lines and areas (条块分割).',
    zh: '条块分割之下，两家各管一段而互不知情，要么重复，要么落空。',
  },
  source: 'S5.2 条块',
  messages: {
    overlap: {
      en: "'{name}' bears the same responsibility as '{other}': '{action}'. Say in 'with' that they share it, or tell the two apart by object, phase or level.",
      zh: '“{name}”与“{other}”承担相同职责：“{action}”。请在 with 中写明共同承担，或按对象、阶段、级别加以区分。',
    },
  },
  labels: { same: { en: "'{name}' bears it here.", zh: '“{name}”在此承担。' } },
  *check(plan, { doubts, duties }) {
    for (const { duty, earlier, pair } of overlapsAmong(dutiesInOrder(plan, duties, doubts), mostRelated)) {
      const { action, idNode } = duty.declaration;
      yield {
        message: 'overlap',
        at: idNode,
        subject: `responsibilities/${pair.map(({ declaration }) => declaration.id).join('+')}`,
        discriminator: '',
        data: { name: actorName(duty.actor), other: actorName(earlier[0].actor), action: action?.byLanguage ?? '' },
        related: earlier.map(({ actor, declaration }) => ({
          at: declaration.idNode,
          label: 'same',
          data: { name: actorName(actor) },
        })),
      };
    }
  },
});
