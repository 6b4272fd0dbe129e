// An organization that has ties, but only within a group that no command body and no function lead belongs to.
import { componentsOf } from '../../network/actor-network.ts';
import type { Actor } from '../../workspace/plan.ts';
import { defineRule } from '../rule.ts';
import { actorName } from '../shared/actor-name.ts';
import { commandBodies } from '../shared/command-bodies.ts';

export default defineRule({
  id: 'organization-unreachable',
  group: 'network',
  severity: 'warning',
  fix: 'none',
  summary: {
    en: 'An organization has ties, but none of them leads to a command body or to the lead of a function.',
    zh: '组织虽有联系，但沿这些联系无法到达任何指挥机构或职能牵头单位。',
  },
  why: {
    en: 'A cooperation network works only as far as it is connected. Orders, information and requests do not pass between separate groups.',
    zh: '协作网络只有连通才能发挥作用。指令、信息和需求无法在彼此隔绝的群组之间传递。',
  },
  source: 'S5.3',
  messages: {
    unreachable: {
      en: "'{name}' is tied only within a group of {count} actors in which there is no command body and no lead of a function. Link the group to the command, or to a lead. Ties through external actors do not count.",
      zh: '“{name}”的联系仅限于一个由 {count} 个主体组成的群组，其中没有任何指挥机构或职能牵头单位。请将该群组与指挥机构或牵头单位建立联系；经外部主体形成的联系不计入。',
    },
    external: {
      en: "'{name}' is tied to external actors only, and they do not count as a way to the command or to the lead of a function. Link it to one within the plan.",
      zh: '“{name}”仅与外部主体存在联系，而外部主体不能作为通往指挥机构或职能牵头单位的途径。请在预案内部为其建立联系。',
    },
  },
  *check(plan, { ties, network, doubts: { ties: doubts } }) {
    if (doubts.everybody || doubts.roles) return;
    const leads = plan.functions.flatMap(({ coordinator, primary }) => [...coordinator, ...primary]);
    const anchors = new Set([...commandBodies(plan), ...leads].filter((actor) => network.placeOf(actor) !== undefined));
    if (anchors.size === 0) return;
    for (const actors of componentsOf(network)) {
      if (actors.some((actor) => anchors.has(actor) || mayCommand(actor) || doubts.aboutRoles(actor))) continue;
      for (const actor of actors) {
        if (actor.kind === 'body' || !ties.hasTie(actor)) continue;
        yield {
          message: actors.length === 1 ? 'external' : 'unreachable',
          at: actor.idNode,
          data: { name: actorName(actor), count: actors.length },
        };
      }
    }
  },
});

/** A body whose kind could not be read may be the headquarters. */
function mayCommand(actor: Actor): boolean {
  return actor.kind === 'body' && actor.declaration.kind === undefined;
}
