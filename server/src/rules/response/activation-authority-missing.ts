// A response level that nobody is empowered to activate.

import type { Level, Right } from '../../plan/shape.ts';
import { rightKinds } from '../../plan/vocabulary.ts';
import type { HeldRight, Plan } from '../../workspace/plan.ts';
import { defineRule, type Fix } from '../rule.ts';
import { growAll, growMap } from '../shared/growth.ts';
import { offerFix } from '../shared/offered-fix.ts';
import type { Offers } from '../shared/offers.ts';
import { firstWritten } from '../shared/own-actors.ts';
import { setField } from '../shared/set-field.ts';
import { valueName } from '../shared/value-name.ts';

export default defineRule({
  id: 'activation-authority-missing',
  group: 'response',
  severity: 'error',
  fix: 'offered',
  summary: {
    en: 'A response level names no right by which it is activated, or one that is not of kind activate.',
    zh: '响应级别未写明据以启动的权利，或所写权利不属启动响应（activate）类。',
  },
  why: {
    en: 'Who may activate a response must be settled before the event, or everybody waits for somebody else.',
    zh: '启动权限应当事先明确，否则事发时将相互等待、贻误时机。',
  },
  source: 'Art. 72',
  messages: {
    missing: {
      en: "Response level '{id}' does not say by which right it is activated. Name a right of kind activate in 'activated-by'.",
      zh: '响应级别“{id}”未写明据以启动的权利。请在 activated-by 中写明一项启动响应（activate）类权利。',
    },
    'other-kind': {
      en: "Response level '{id}' is activated by '{right}', which is a right of kind {kindName}. Name a right of kind activate.",
      zh: '响应级别“{id}”据以启动的“{right}”属{kindName}类权利。请改为启动响应（activate）类权利。',
    },
  },
  labels: {
    name: { en: "Let '{right}' activate it", zh: '以“{right}”启动' },
    add: { en: "Add a right '{right}' that activates it", zh: '添加用于启动的权利“{right}”' },
    right: { en: 'The right that is named.', zh: '所写的权利。' },
  },
  *check(plan, { doubts: { keys }, offers }) {
    const rights = rightsNamed(plan);
    const offered = rightsToOffer(plan);
    for (const level of plan.content.levels) {
      const { id, idNode, scheme, activatedBy, broken } = level;
      if (scheme?.value !== 'response') continue;
      if (activatedBy === undefined) {
        if (broken.has('activated-by') || keys.mayMean(level, 'activated-by')) continue;
        yield { message: 'missing', at: idNode, data: { id }, fixes: nameRight(plan, level, offered, offers) };
        continue;
      }
      const right = rights.get(activatedBy.id);
      const kind = right?.kind?.value;
      if (right === undefined || kind === undefined || kind === 'activate') continue;
      yield {
        message: 'other-kind',
        at: activatedBy.node,
        data: { id, right: activatedBy.id, kind, kindName: valueName(rightKinds, kind) },
        related: [{ at: right.idNode, label: 'right' }],
        fixes: nameRight(plan, level, offered, offers),
      };
    }
  },
});

/** By id, the rights that activate a level. One of an imported actor that takes no part can be named too. */
function rightsNamed({ actors, content }: Plan): ReadonlyMap<string, Right> {
  const named = new Set(content.levels.flatMap(({ activatedBy }) => (activatedBy ? [activatedBy.id] : [])));
  const rights = new Map<string, Right>();
  if (named.size === 0) return rights;
  for (const actor of actors.values()) {
    for (const { id, declaration } of actor.rights) if (named.has(id)) rights.set(id, declaration);
  }
  return rights;
}

/** The first rights of kind `activate`. */
function rightsToOffer({ rights }: Plan): readonly HeldRight[] {
  return rights.filter(({ declaration }) => declaration.kind?.value === 'activate').slice(0, 3);
}

/** The rights that there are; where there is none, a new one of whoever acts for the plan. */
function nameRight(plan: Plan, { node }: Level, present: readonly HeldRight[], offers: Offers): readonly Fix[] {
  if (present.length > 0) return present.flatMap(({ id }) => offerFix('name', { right: id }, setField(node, 'activated-by', id)));
  const own = firstWritten(plan);
  if (own === undefined) return [];
  const right = offers.freeId('right', 'activate-response');
  const addition = growMap(offers.growing(own.entry, 'rights'), right, '{kind: activate}');
  return offerFix('add', { right }, growAll(addition, setField(node, 'activated-by', right)));
}
