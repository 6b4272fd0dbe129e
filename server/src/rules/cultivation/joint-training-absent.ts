// Government and society respond together, and never train together.
import { votingSeats } from '../../governance/seats.ts';
import type { Sides } from '../../governance/sides.ts';
import type { Reference } from '../../plan/field.ts';
import type { Cultivation } from '../../plan/shape.ts';
import { remembered } from '../../text/remembered.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { addExercise } from '../shared/added-entries.ts';
import { planPlace } from '../shared/plan-place.ts';
import type { Unsided } from '../shared/unsided.ts';

export default defineRule({
  id: 'joint-training-absent',
  group: 'cultivation',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'Government and society both act in the response, and no exercise or training has both.',
    zh: '政府与社会均承担应急处置职责，却没有双方共同参加的演练或培训。',
  },
  why: {
    en: 'Those who must work together under pressure have to meet before. The law asks that social rescue forces train jointly with others.',
    zh: '要在紧急状态下协同处置，须平时共同训练。法律要求各类应急救援力量开展联合培训、联合演练。',
  },
  source: 'Art. 39',
  messages: {
    absent: {
      en: 'Government and society both act in the response, but no exercise, training entry or training link has both. Plan an exercise with both.',
      zh: '政府与社会均承担应急处置职责，但没有双方共同参加的演练、培训措施或培训联系。请安排双方共同参加的演练。',
    },
  },
  labels: {
    add: { en: "Add a tabletop exercise of '{one}' and '{other}'", zh: '添加“{one}”与“{other}”的桌面演练' },
    acts: { en: 'It acts in the response.', zh: '其承担应急处置职责。' },
  },
  *check(plan, { sides, holdings, doubts, unsided, offers, asOf }) {
    const acts = (actor: Actor): boolean => holdings.firstDutyOf(actor, 'response') !== undefined;
    const [government, society] = [[...sides.government].filter(acts), [...sides.society].filter(acts)];
    // Organizations come before bodies on either side: a body is named only where no organization acts.
    const [one, other] = [government[0], society[0]];
    if (one === undefined || other === undefined || mayTrainTogether(plan, sides, unsided)) return;
    if (plan.content.bodies.some(({ chair }) => chair === undefined)) return;
    if (doubts.about.exercises() || doubts.about.cultivation(['recipients', 'provider'], 'train') || doubts.about.links('train')) return;
    yield {
      message: 'absent',
      at: planPlace(plan, 'exercises', 'cultivation'),
      related: [...government.slice(0, 10), ...society.slice(0, 10)].map(({ idNode }) => ({ at: idNode, label: 'acts' })),
      fixes: addExercise(offers, [one, other], asOf, 'add'),
    };
  },
});

/** Whether an exercise, a training or a link brings both sides together, or may: for want of a sector an actor may be of either. */
function mayTrainTogether(plan: Plan, sides: Sides, unsided: Unsided): boolean {
  const isGovernment = (actor: Actor): boolean => sides.government.has(actor) || unsided.has(actor);
  const isSociety = (actor: Actor): boolean => actor.kind === 'organization' && (sides.society.has(actor) || unsided.has(actor));
  // A body stands for its voters too.
  const sidesOf = remembered((actor: Actor) => {
    const meant = actor.kind === 'body' ? [actor, ...votingSeats(actor)] : [actor];
    return { government: meant.some(isGovernment), society: meant.some(isSociety) };
  });
  const hasBoth = (references: readonly (Reference | undefined)[]): boolean => {
    const met = references.flatMap((reference) => (reference && plan.actors.get(reference.id)) ?? []).map(sidesOf);
    return met.some(({ government }) => government) && met.some(({ society }) => society);
  };
  const { exercises, cultivation } = plan.content;
  return (
    exercises.some(({ participants }) => hasBoth(participants)) ||
    cultivation.some(({ kind, provider, recipients }) => mayTrain(kind) && hasBoth([provider, ...recipients])) ||
    plan.ties.some(
      ({ type, from, to }) => type === 'train' && ((isGovernment(from) && isSociety(to)) || (isGovernment(to) && isSociety(from))),
    )
  );
}

/** A kind that could not be read may be this one. */
function mayTrain(kind: Cultivation['kind']): boolean {
  return kind === undefined || kind.value === 'train';
}
