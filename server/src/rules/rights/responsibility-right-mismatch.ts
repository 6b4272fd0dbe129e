// A responsibility that needs a kind of right which none of its bearers holds.

import { type RightKind, rightKinds } from '../../plan/vocabulary.ts';
import { remembered } from '../../text/remembered.ts';
import { defineRule } from '../rule.ts';
import { anyInGroup } from '../shared/bearer-groups.ts';
import { isMisspeltIn } from '../shared/misspelt-ids.ts';
import { addRight } from '../shared/skeletons.ts';
import { valueName } from '../shared/value-name.ts';

export default defineRule({
  id: 'responsibility-right-mismatch',
  group: 'rights',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'A kind of right that a responsibility needs is held by none of its bearers.',
    zh: '履行职责所需的某类职权，其承担者均未持有。',
  },
  why: {
    en: 'Responsibility, right and ability must match: who must act without the right to do so will act unlawfully or not at all.',
    zh: '责、权、能应当相互匹配：有责无权者，要么越权行事，要么无法履责。',
  },
  source: 'S5.2',
  messages: {
    unheld: {
      en: "Responsibility '{id}' needs a right of kind '{kindName}', and none of its bearers holds one. Give the right to a bearer, or name its holder in 'with'.",
      zh: '职责“{id}”需要{kindName}类职权，但其承担者均未持有。请将该职权赋予某一承担者，或在 with 中写明持有者。',
    },
  },
  labels: { add: { en: "Give '{id}' a right of kind '{kindName}'", zh: '为“{id}”添加{kindName}类职权' } },
  *check(plan, { holdings, doubts: { holdings: doubts }, offers }) {
    if (!plan.complete || doubts.aboutAnySharers('rights')) return;
    const isUnclear = anyInGroup((actor) => isMisspeltIn(plan, actor, 'rights', 'bodies') || doubts.about(actor, 'rights'));
    const mayHold = remembered((kind: RightKind) => anyInGroup((actor) => holdings.mayHold(actor, kind)));
    for (const responsibility of plan.responsibilities.filter(({ declaration }) => declaration.needsRights.length > 0)) {
      const { declaration, bearers } = responsibility;
      const needed = new Map(declaration.needsRights.toReversed().map((need) => [need.value, need]));
      const unheld = [...needed].filter(([kind]) => !bearers.some(mayHold(kind)));
      if (unheld.length === 0 || doubts.aboutSharers(declaration) || doubts.aboutDecidersOf(bearers) || bearers.some(isUnclear)) continue;
      // Several responsibilities may share what they need by an alias: the place does not tell which is meant.
      for (const [kind, { node }] of unheld) {
        yield {
          message: 'unheld',
          at: node,
          entity: `responsibilities/${responsibility.id}`,
          data: { id: responsibility.id, kind, kindName: valueName(rightKinds, kind) },
          fixes: addRight(responsibility.actor, kind, offers, 'add'),
        };
      }
    }
  },
});
