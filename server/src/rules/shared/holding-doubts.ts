// Whether rights, responsibilities and capabilities are all there to be seen: what seems to be held by nobody may be, where the text is
// faulty.
import type { MapBase, Reference } from '../../plan/field.ts';
import { late } from '../../text/late.ts';
import { remembered } from '../../text/remembered.ts';
import type { Actor, BodyActor, Plan } from '../../workspace/plan.ts';
import { isMisspeltIn } from './misspelt-ids.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';
import { entriesUnread, holdingsUnread } from './unread.ts';

export interface HoldingDoubts {
  /** Whether an actor may have more rights, responsibilities or capabilities than could be read: its own, or by a body in which it decides. */
  about(actor: Actor, section: Section): boolean;
  /** Whether it is unknown who shares something: `with` is unreadable, misspelt, or names someone that nobody declares. */
  aboutSharers(declaration: Shared): boolean;
  /**
   * Whether anybody may share a right, or a responsibility, somewhere in the plan, all the same who: one could not be read, or who shares it.
   * A misspelt id speaks of a certain actor, not of all.
   */
  aboutAnySharers(section: 'rights' | 'responsibilities'): boolean;
  /** Whether an actor may have more of its own than could be read, whatever it holds or bears by a body. */
  aboutOwn(actor: Actor, section: Section): boolean;
  /** Whether anybody may decide in a body: it could not be read who does, or there may be one that could not be read at all. */
  aboutDeciders(): boolean;
  /** Whether a body is among those who hold or bear something, and names somebody to decide in it whom nobody declares, or members who may. */
  aboutDecidersOf(actors: readonly Actor[]): boolean;
}

type Section = 'rights' | 'responsibilities' | 'capabilities';
type Shared = MapBase & { readonly with: readonly Reference[] };

/** `misspelt` are the keys of every document that has a part in the plan. */
export function createHoldingDoubts(plan: Plan, misspelt: MisspeltKeys): HoldingDoubts {
  const { content, actors, organizations, bodies, rights, responsibilities } = plan;
  const hidesSharers = (declaration: Shared): boolean =>
    (declaration.broken.size > 0 && declaration.broken.has('with')) || misspelt.mayMean(declaration, 'with');
  const hides = ({ declaration }: BodyActor, ...keys: readonly string[]): boolean => {
    if (misspelt.none && declaration.broken.size === 0) return false;
    return keys.some((key) => declaration.broken.has(key) || misspelt.mayMean(declaration, key));
  };
  const hidesRule = (body: BodyActor): boolean => hides(body, 'decision-rule');
  const hidesDeciders = (body: BodyActor): boolean => {
    const { chair, decisionRule } = body.declaration;
    if (chair === undefined || hides(body, 'chair', 'co-chairs')) return true;
    const membersCount = hidesRule(body) || (decisionRule !== undefined && decisionRule.value !== 'chair-decides');
    return membersCount && hides(body, 'members');
  };
  const sharersAdrift = remembered((section: Section): ReadonlySet<string> => new Set(namedAdrift(plan, section)));
  const isHidden = (actor: Actor, section: Section): boolean => {
    if (holdingsUnread(actor, section) || sharersAdrift(section).has(actor.id)) return true;
    if (misspelt.none) return false;
    if (misspelt.mayMean(actor.declaration, section)) return true;
    return actor.kind === 'organization' && [...actor.additions].some((addition) => misspelt.mayMean(addition, section));
  };
  /** Those who decide in a body that may hold or bear more than could be read. */
  const decidersOfHidden = remembered((section: Exclude<Section, 'capabilities'>): ReadonlySet<Actor> => {
    return new Set(bodies.flatMap((body) => (isMisspeltIn(plan, body, section) || isHidden(body, section) ? body.deciders : [])));
  });
  /** Members of a body of which it could not be read whether they decide. */
  const maybeDeciders = late((): ReadonlySet<Actor> => {
    return new Set(
      bodies.filter(hidesRule).flatMap(({ seats }) => seats.flatMap(({ kind, holder }) => (kind === 'member' ? [holder] : []))),
    );
  });
  const aboutDeciders = late(() => entriesUnread(content, 'bodies') || misspelt.mayMean(content, 'bodies') || bodies.some(hidesDeciders));
  const mayDecide = (actor: Actor, section: Exclude<Section, 'capabilities'>): boolean =>
    aboutDeciders() || decidersOfHidden(section).has(actor) || maybeDeciders().has(actor);
  const leadsAstray = remembered((body: BodyActor): boolean => decidersNamed(body).some(({ id }) => !actors.has(id)));
  return {
    aboutDeciders,
    // Holders are thousands, and asked about with each of thousands of responsibilities.
    aboutDecidersOf: remembered((named) => named.some((actor) => actor.kind === 'body' && (leadsAstray(actor) || hidesRule(actor)))),
    aboutOwn: isHidden,
    about: (actor, section) => isHidden(actor, section) || (section !== 'capabilities' && mayDecide(actor, section)),
    aboutSharers: (declaration) => hidesSharers(declaration) || declaration.with.some(({ id }) => !actors.has(id)),
    aboutAnySharers: remembered((section) => {
      const holdings: readonly { readonly declaration: Shared }[] = section === 'rights' ? rights : responsibilities;
      if (holdings.some(({ declaration }) => hidesSharers(declaration))) return true;
      if (entriesUnread(content, 'organizations') || entriesUnread(content, 'bodies')) return true;
      return [...organizations, ...bodies].some((actor) => holdingsUnread(actor, section));
    }),
  };
}

/** Who shares what an entry with `imported: true` adds to an organization that no import declares: it is theirs, and nobody's who is known. */
function namedAdrift({ content, actors }: Plan, section: Section): readonly string[] {
  if (section === 'capabilities') return [];
  const adrift = content.organizations.filter(({ id, imported }) => imported?.value === true && actors.get(id)?.kind !== 'organization');
  return adrift.flatMap((entry) => entry[section].flatMap((declaration) => declaration.with.map(({ id }) => id)));
}

function decidersNamed({ declaration }: BodyActor): readonly Reference[] {
  const { chair, coChairs, members, decisionRule } = declaration;
  const leads = chair ? [chair, ...coChairs] : coChairs;
  return decisionRule === undefined || decisionRule.value === 'chair-decides' ? leads : [...leads, ...members];
}
