// A society organization that must act in a phase in which nothing says how it takes part.
import { allPhases, type Phase } from '../../plan/vocabulary.ts';
import type { Actor, BorneResponsibility, OrganizationActor, Plan } from '../../workspace/plan.ts';
import { defineRule, type Fix, mostRelated, type RelatedDraft } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { growList } from '../shared/growth.ts';
import { listSource } from '../shared/link-offers.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { offerFix } from '../shared/offered-fix.ts';
import type { Offers } from '../shared/offers.ts';
import { phaseNames } from '../shared/phase-names.ts';
import { addMeant, standFor } from '../shared/stands-for.ts';

export default defineRule({
  id: 'participation-channel-missing',
  group: 'network',
  severity: 'warning',
  fix: 'offered',
  summary: {
    en: 'A society organization bears a responsibility in a phase in which no participation entry names it.',
    zh: '社会侧组织在某阶段承担职责，但该阶段没有任何参与条目提及它。',
  },
  why: {
    en: 'Collaborative governance gives society channels and platforms, and not only a share of the burden; otherwise it can hardly take the initiative in any stage.',
    zh: '协同治理在分担压力的同时，应当为社会提供参与的渠道和平台；否则社会组织在危机管理的各个阶段都难以发挥主观能动性。',
  },
  source: 'S3, 5.3(c)',
  messages: {
    unnamed: {
      en: "'{name}' bears responsibilities in phases in which no entry of 'participation' names it: {phases}. Say how far it takes part there, and through which body, channel or exercise.",
      zh: '“{name}”在以下阶段承担职责，但 participation 中没有相应的参与条目：{phases}。请写明其在这些阶段的参与程度，以及通过何种机构、渠道或演练参与。',
    },
  },
  labels: {
    borne: { en: 'A responsibility it bears there.', zh: '其在该阶段承担的职责。' },
    shared: {
      en: "A responsibility of '{body}', which it bears as one of those who decide there.",
      zh: '“{body}”在该阶段的职责，该组织作为其决策成员一并承担。',
    },
    add: { en: "Add a participation entry for '{id}'", zh: '为“{id}”添加参与条目' },
  },
  *check(plan, { sides, holdings, doubts: { hidden }, offers }) {
    const { participation } = plan.content;
    if (!plan.complete || hidden.inItems('participation') || hidden.inAny(participation, 'who')) return;
    // An entry that names nobody may be meant for anybody; one without a phase that could be read, for any phase.
    if (participation.some(({ who }) => who.length === 0)) return;
    const timeless = participation.filter((entry) => entry.phases.length === 0 || hidden.in(entry, 'phases'));
    const doubtful = standFor(
      plan,
      timeless.flatMap(({ who }) => who),
    );
    const named = participants(plan);
    const isMissing = (organization: OrganizationActor, phase: Phase): boolean =>
      holdings.firstDutyOf(organization, phase) !== undefined && named.get(phase)?.has(organization) !== true;
    for (const organization of sides.society) {
      const missing = allPhases.filter((phase) => isMissing(organization, phase));
      if (missing.length === 0 || doubtful.has(organization) || isMisspeltIn(plan, organization, 'participation', 'bodies')) continue;
      const related = holdings.firstDutiesOf(organization, missing, mostRelated);
      yield {
        message: 'unnamed',
        at: organization.idNode,
        data: { name: actorName(organization), phases: phaseNames(missing) },
        related: related.map((duty) => bearing(duty, organization)),
        fixes: offerEntry(offers, organization, missing),
      };
    }
  },
});

/** Who bears something through a body alone may not see why. */
function bearing({ declaration: { idNode: at }, actor, bearers }: BorneResponsibility, organization: Actor): RelatedDraft {
  if (bearers.includes(organization)) return { at, label: 'borne' };
  return { at, label: 'shared', data: { body: actorName(bearers.find(({ kind }) => kind === 'body') ?? actor) } };
}

function offerEntry(offers: Offers, { id }: Actor, missing: readonly Phase[]): readonly Fix[] {
  const entry = `{phases: ${listSource(missing)}, who: ${id}, level: involve}`;
  return offerFix('add', { id }, growList(offers.section('participation'), entry));
}

/** Who is named in each phase, by itself or by a body that stands for it. */
function participants(plan: Plan): ReadonlyMap<Phase, ReadonlySet<Actor>> {
  const named = new Map<Phase, Set<Actor>>(allPhases.map((phase) => [phase, new Set()]));
  for (const { phases, who } of plan.content.participation) {
    for (const { value } of phases) addMeant(plan, who, named.get(value) ?? new Set());
  }
  return named;
}
