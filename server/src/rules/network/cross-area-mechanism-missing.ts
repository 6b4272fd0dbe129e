// A plan for several areas in which nobody coordinates across them.
import type { LinkType } from '../../plan/vocabulary.ts';
import type { Actor, OrganizationActor } from '../../workspace/plan.ts';
import { findEntry } from '../../yaml/view.ts';
import { defineRule } from '../rule.ts';

const bridging: ReadonlySet<LinkType> = new Set<LinkType>(['coordinate', 'share-information']);

export default defineRule({
  id: 'cross-area-mechanism-missing',
  group: 'network',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'A plan for two or more areas, or a joint plan, has no coordination or information sharing between actors of different parents.',
    zh: '涉及两个以上区域的预案或联合预案，没有在不同上级的主体之间建立协调或信息共享联系。',
  },
  why: {
    en: 'An emergency that touches several areas is for the government above them all, or for those above each together; without a link across them each works for itself.',
    zh: '突发事件涉及两个以上行政区域的，由其共同的上一级人民政府负责，或由各自的上一级人民政府共同负责；没有跨区域的协调和信息共享，各方只能各自为战。',
  },
  source: 'Art. 18',
  messages: {
    areas: {
      en: "The plan covers {count} areas, and no 'coordinate' or 'share-information' link joins organizations of different parents. Add one across the areas, and state the 'parent' of both its ends.",
      zh: '预案覆盖 {count} 个区域，但不同上级（parent）的组织之间没有协调（coordinate）或信息共享（share-information）联系。请建立跨区域的联系，并写明双方的 parent。',
    },
    joint: {
      en: "The plan is a joint one, and no 'coordinate' or 'share-information' link joins organizations of different parents. Add one across the jurisdictions, and state the 'parent' of both its ends.",
      zh: '本预案为联合预案，但不同上级（parent）的组织之间没有协调（coordinate）或信息共享（share-information）联系。请建立跨辖区的联系，并写明双方的 parent。',
    },
  },
  *check(plan, { doubts }) {
    const { type, jurisdiction } = plan.head;
    const [first, ...more] = jurisdiction?.areas ?? [];
    const last = more.at(-1);
    const wide = first !== undefined && last !== undefined;
    if (!wide && type?.value !== 'joint') return;

    const own = plan.organizations.filter(({ external }) => !external);
    const declarations = plan.organizations.map(({ declaration }) => declaration);
    const dangling = plan.organizations.some((organization) => organization.declaration.parent && !organization.parent);
    if (dangling || doubts.hidden.inAny(declarations, 'parent')) return;
    const children = own.filter(({ parent }) => parent);
    if (children.length === 0 || children.some((organization) => doubts.ties.about(organization))) return;
    if (plan.ties.some((tie) => bridging.has(tie.type) && isAcross(tie.from, tie.to))) return;
    const at = wide ? jurisdiction && findEntry(jurisdiction.node, 'areas')?.value : type?.node;
    if (at) yield { message: wide ? 'areas' : 'joint', at, entity: 'plan', data: { count: more.length + 1 } };
  },
});

function isAcross(one: Actor, other: Actor): boolean {
  const [first, second] = [parentOf(one), parentOf(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function parentOf(actor: Actor): OrganizationActor | undefined {
  return actor.kind === 'organization' ? actor.parent : undefined;
}
