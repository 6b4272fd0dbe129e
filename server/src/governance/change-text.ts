// One sentence for each change of the counterfactual search.

import type { Bilingual } from '../plan/field.ts';
import { shortMeaning } from '../plan/meant-words.ts';
import { linkTypes, phases as phaseNames } from '../plan/vocabulary.ts';
import type { Actor, LinkedLink } from '../workspace/plan.ts';
import type { Change, RaisedLevel } from './change.ts';

export function describeChange(change: Change, language: keyof Bilingual): string {
  return sentence(change)[language];
}

function sentence(change: Change): Bilingual {
  switch (change.kind) {
    case 'seat': {
      const [who, where] = [change.organization.id, change.body.id];
      return change.seat === 'member'
        ? { en: `seat '${who}' as a member of '${where}'`, zh: `让“${who}”成为“${where}”的成员` }
        : { en: `seat '${who}' as a co-chair of '${where}'`, zh: `让“${who}”共同主持“${where}”` };
    }
    case 'joint-decision': {
      const [who, right] = [change.organization.id, change.right.id];
      return { en: `make the right '${right}' joint with '${who}'`, zh: `将权利“${right}”改为与“${who}”共同行使` };
    }
    case 'mutual':
      return { en: `make the link ${nameOf(change.link)} mutual`, zh: `将联系“${nameInChinese(change.link)}”改为双向` };
    case 'cooperative-link': {
      const from = change.from.id;
      return {
        en: `add a mutual coordination link between '${from}' and ${change.to.map(({ id }) => `'${id}'`).join(', ')}`,
        zh: `在“${from}”与${change.to.map(({ id }) => `“${id}”`).join('、')}之间增加双向协调联系`,
      };
    }
    case 'participation-entry': {
      const who = change.organizations.map(({ id }) => id);
      return {
        en: `let ${who.map((id) => `'${id}'`).join(', ')} take part (${change.level}) in ${change.phases.join(', ')}`,
        zh: `让${who.map((id) => `“${id}”`).join('、')}以“${levelNames[change.level]}”层次参与：${change.phases.map((phase) => phaseNames[phase].zh).join('、')}`,
      };
    }
    case 'participation-level': {
      const who = change.entry.who.map(({ id }) => id).join(', ');
      return {
        en: `raise the participation of ${who} to '${change.level}'`,
        zh: `将 ${who} 的参与层次提高到“${levelNames[change.level]}”`,
      };
    }
    case 'remove-link':
      return { en: `remove the link ${nameOf(change.link)}`, zh: `删除联系“${nameInChinese(change.link)}”` };
  }
}

const levelNames: Readonly<Record<RaisedLevel, string>> = { collaborate: '合作', empower: '赋权' };

/** For a reader of the report, who need not know the words of the format. */
function nameInChinese({ from, to, declaration: { type } }: LinkedLink): string {
  const ids = (actors: readonly Actor[]): string => actors.map(({ id }) => id).join('、');
  return `${ids(from)} → ${ids(to)}：${type ? shortMeaning(linkTypes[type.value]) : '?'}`;
}

function nameOf({ from, to, declaration }: LinkedLink): string {
  const ids = (actors: readonly Actor[]): string => actors.map(({ id }) => id).join('+');
  return `${ids(from)} ─${declaration.type?.value ?? '?'}→ ${ids(to)}`;
}
