// Edits for what an actor or the plan lacks in rights, responsibilities and legal grounds. Where the author must write stands `…`, which
// says nothing.
// Each gives one fix at most, none where the plan's own document has no place for it; the engine drops those of findings about imports.
import { type Holdings, withDeciders } from '../../governance/holdings.ts';
import type { LegalReference } from '../../plan/field.ts';
import type { LegalBasis } from '../../plan/shape.ts';
import { type Profile, type RightKind, rightKinds } from '../../plan/vocabulary.ts';
import type { Actor, BorneResponsibility, HeldRight, Plan } from '../../workspace/plan.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import type { Fix } from '../rule.ts';
import { type Growth, growAll, growingKey, growList, growMap } from './growth.ts';
import { offerFix } from './offered-fix.ts';
import type { Offers } from './offers.ts';
import { ownEntry } from './own-actors.ts';
import { valueName } from './value-name.ts';

/** A responsibility in `response`, or else in the first phase in scope. The title may name `{id}`, the actor. */
export function addResponsibility(actor: Actor, plan: Plan, offers: Offers, title: string): readonly Fix[] {
  const wish = `${actor.id}-responsibility`;
  return offerFix(title, { id: actor.id }, newResponsibility(actor, plan, offers, offers.freeId('responsibility', wish)));
}

/** A right of a kind. The title may name `{id}`, the actor, and `{kind}` or `{kindName}`. */
export function addRight(actor: Actor, kind: RightKind, offers: Offers, title: string): readonly Fix[] {
  const entry = ownEntry(actor);
  const id = offers.freeId('right', `${actor.id}-${kind}`);
  return offerFix(
    title,
    { id: actor.id, kind, kindName: valueName(rightKinds, kind) },
    entry && growMap(offers.growing(entry, 'rights'), id, `{kind: ${kind}}`),
  );
}

/** What a right entails: a responsibility that a holder bears, else a new one of its actor. The title may name `{id}`, the right. */
export function addEntailment(right: HeldRight, plan: Plan, holdings: Holdings, offers: Offers, title: string): readonly Fix[] {
  const { node } = right.declaration;
  const entails = growingKey(node, 'entails');
  const borne = firstBorne(right, holdings);
  if (borne) return offerFix(title, { id: right.id }, growList(entails, borne.id));
  const id = offers.freeId('responsibility', `${right.id}-responsibility`);
  return offerFix(title, { id: right.id }, growAll(growList(entails, id), newResponsibility(right.actor, plan, offers, id)));
}

/** A legal basis for a right or responsibility. The title may name `{basis}`. */
export function addBasis(node: YamlMap, basis: LegalBasis | undefined, title: string): readonly Fix[] {
  return basis === undefined ? [] : offerFix(title, { basis: basis.id }, growList(growingKey(node, 'basis'), basis.id));
}

/** An article for the first of some citations without any. The title may name `{basis}`. */
export function addLocator([first]: readonly LegalReference[], title: string): readonly Fix[] {
  return first === undefined ? [] : offerFix(title, { basis: first.id }, (text) => replaceScalar(text, first.node, `${first.id}#1`));
}

/** A value, on one line, for a key that a map lacks. */
export function addField(node: YamlMap, key: string, value: string, title: string): readonly Fix[] {
  return offerFix(title, {}, growList(growingKey(node, key), value));
}

export function addProcedure(offers: Offers, key: string, title: string): readonly Fix[] {
  return offerFix(title, {}, growMap(offers.section('procedures'), key, '{description: …}'));
}

/** A legal basis for a plan that has none: in profile cn the law that every such plan rests on (Emergency Response Law 2024). */
export function addLegalBasis(offers: Offers, profile: Profile, title: string): readonly Fix[] {
  const [wish, fragment] =
    profile === 'cn'
      ? ['erl-2024', '{title: 中华人民共和国突发事件应对法, kind: law, effective: 2024-11-01, articles: 106}']
      : ['law', '{title: …, kind: law}'];
  return offerFix(title, {}, growMap(offers.section('legal-bases'), offers.freeId('legal-basis', wish), fragment));
}

/** Of the holders themselves, else of those who decide in the bodies among them. */
function firstBorne(right: HeldRight, holdings: Holdings): BorneResponsibility | undefined {
  for (const actor of withDeciders(right.holders)) {
    const borne = holdings.firstDutyOf(actor);
    if (borne) return borne;
  }
  return undefined;
}

function newResponsibility(actor: Actor, plan: Plan, offers: Offers, id: string): Growth {
  const entry = ownEntry(actor);
  const phase = plan.phases.includes('response') ? 'response' : plan.phases[0];
  return entry && growMap(offers.growing(entry, 'responsibilities'), id, `{action: …, phases: ${phase}}`);
}
