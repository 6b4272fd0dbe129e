// Government and society respond together, and never train together.
import { votingSeats } from '../../governance/seats.ts';
import type { Sides } from '../../governance/sides.ts';
import type { Reference } from '../../plan/field.ts';
import { remembered } from '../../text/remembered.ts';
import type { Actor, Plan } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { addExercise } from '../shared/added-entries.ts';
import { planPlace } from '../shared/plan-place.ts';

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
    if (one === undefined || other === undefined || trainTogether(plan, sides)) return;
    if (plan.organizations.some(unsided.has) || plan.content.bodies.some(({ chair }) => chair === undefined)) return;
    if (doubts.about.exercises() || doubts.about.cultivation() || doubts.about.links('train')) return;
    yield {
      message: 'absent',
      at: planPlace(plan, 'exercises', 'cultivation'),
      related: [...government.slice(0, 10), ...society.slice(0, 10)].map(({ idNode }) => ({ at: idNode, label: 'acts' })),
      fixes: addExercise(offers, [one, other], asOf, 'add'),
    };
  },
});

function trainTogether(plan: Plan, { government, society }: Sides): boolean {
  const isSociety = (actor: Actor): boolean => actor.kind === 'organization' && society.has(actor);
  // A body stands for its voters too.
  const sidesOf = remembered((actor: Actor) => {
    const meant = actor.kind === 'body' ? [actor, ...votingSeats(actor)] : [actor];
    return { government: meant.some((each) => government.has(each)), society: meant.some(isSociety) };
  });
  const hasBoth = (references: readonly (Reference | undefined)[]): boolean => {
    const met = references.flatMap((reference) => (reference && plan.actors.get(reference.id)) ?? []).map(sidesOf);
    return met.some((sides) => sides.government) && met.some((sides) => sides.society);
  };
  const { exercises, cultivation } = plan.content;
  return (
    exercises.some(({ participants }) => hasBoth(participants)) ||
    cultivation.some(({ kind, provider, recipients }) => kind?.value === 'train' && hasBoth([provider, ...recipients])) ||
    plan.ties.some(
      ({ type, from, to }) => type === 'train' && ((government.has(from) && isSociety(to)) || (government.has(to) && isSociety(from))),
    )
  );
}
