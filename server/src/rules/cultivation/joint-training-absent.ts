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
    const government = firstOf(sides.government, acts, 10);
    const society = firstOf(sides.society, acts, 10);
    const [other] = society;
    if (government.length === 0 || other === undefined || trainTogether(plan, sides)) return;
    if (plan.organizations.some(unsided.has) || plan.content.bodies.some(({ chair }) => chair === undefined)) return;
    if (doubts.about.exercises() || doubts.about.cultivation() || doubts.about.links('train')) return;
    const [one = government[0] as Actor] = firstOf(sides.government, (actor) => actor.kind === 'organization' && acts(actor), 1);
    yield {
      message: 'absent',
      at: planPlace(plan, 'exercises', 'cultivation'),
      related: [...government, ...society].map(({ idNode }) => ({ at: idNode, label: 'acts' })),
      fixes: addExercise(offers, [one, other], asOf, 'add'),
    };
  },
});

function firstOf(actors: Iterable<Actor>, keep: (actor: Actor) => boolean, most: number): readonly Actor[] {
  const found: Actor[] = [];
  for (const actor of actors) {
    if (found.length === most) break;
    if (keep(actor)) found.push(actor);
  }
  return found;
}

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
