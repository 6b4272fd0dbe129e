// Information that flows between government and society in one direction only.
import { append } from '../../text/append.ts';
import type { Actor, DirectedTie, LinkedLink } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { societyEnd } from '../shared/government-interface.ts';
import { setField } from '../shared/set-field.ts';

export default defineRule({
  id: 'information-one-way',
  group: 'network',
  severity: 'information',
  fix: 'safe',
  summary: {
    en: 'Information is shared between government and society one way only.',
    zh: '政府与社会之间的信息共享是单向的。',
  },
  why: {
    en: 'Collaboration needs information in both directions: society sees what government does not, and has to know what government plans. A report is no sharing.',
    zh: '协同治理需要健全的信息沟通机制，信息应当双向流动：社会能发现政府看不到的情况，也需要了解政府的部署。单向报告不等于信息共享。',
  },
  source: 'S5.4',
  messages: {
    one: {
      en: "'{from}' shares information with '{to}', and nothing comes back. Set 'mutual: true', or add a link of this type the other way.",
      zh: '“{from}”向“{to}”提供信息，却没有反向共享。请设置 mutual: true，或添加反方向的同类联系。',
    },
    several: {
      en: "'{from}' shares information with '{to}', and nothing comes back; pairs of this link without an answer: {count}. Set 'mutual: true', or add links of this type the other way.",
      zh: '“{from}”向“{to}”提供信息，却没有反向共享；该联系中未获回应的共 {count} 对。请设置 mutual: true，或添加反方向的同类联系。',
    },
  },
  labels: { mutual: { en: "Set 'mutual: true'", zh: '设置 mutual: true' } },
  *check(_plan, { sides, doubts, meeting }) {
    if (doubts.ties.everybody) return;
    const unanswered = new Map<LinkedLink, DirectedTie[]>();
    for (const tie of oneWay(meeting.links.filter(({ type }) => type === 'share-information'))) {
      const organization = societyEnd(tie, sides);
      if (organization === undefined || doubts.hidden.in(tie.link.declaration, 'mutual') || doubts.ties.about(organization)) continue;
      append(unanswered, tie.link, tie);
    }
    for (const [{ declaration }, [first, ...more]] of unanswered) {
      const at = declaration.mutual?.node ?? declaration.type?.node;
      if (first === undefined || at === undefined) continue;
      yield {
        message: more.length === 0 ? 'one' : 'several',
        at,
        data: { from: actorName(first.from), to: actorName(first.to), count: more.length + 1 },
        fixes: [{ title: 'mutual', safe: true, edits: setField(declaration.node, 'mutual', 'true') }],
      };
    }
  },
});

/** Of ties of one type, those that no tie of the same link or of another one answers. */
function oneWay(ties: readonly DirectedTie[]): readonly DirectedTie[] {
  // A mutual link answers itself: only what is said one way has to be looked for.
  const single = ties.filter(({ link }) => link.declaration.mutual?.value !== true);
  if (single.length === 0) return single;
  const told = new Map<Actor, Set<Actor>>();
  for (const { from, to } of ties) {
    const known = told.get(from);
    if (known) known.add(to);
    else told.set(from, new Set([to]));
  }
  return single.filter(({ from, to }) => told.get(to)?.has(from) !== true);
}
