// Whether a section can be trusted to show everything: what seems to be missing in it may stand where nothing could be read.
import type { Cultivation, Link } from '../../plan/shape.ts';
import type { CultivationKind, LinkType } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import type { HiddenKeys } from './hidden-keys.ts';
import type { MisspeltKeys } from './misspelt-keys.ts';

/** Of each: an import failed, the key of the section is faulty, or something in it that counts here, or an actor it names is not known. */
export interface SectionDoubts {
  /** Whether there may be a link of this type that could not be read. */
  links(type: LinkType): boolean;
  /** Whether a procedure may lead up to somebody, and it could not be read to whom. */
  procedures(): boolean;
  /** Whether an entry of these kinds, or of any where none is given, may support somebody who could not be read; or be by such a provider. */
  cultivation(keys: readonly ('recipients' | 'provider')[], ...kinds: readonly CultivationKind[]): boolean;
  exercises(): boolean;
}

type Section = keyof SectionDoubts;

/** `misspelt` are the keys of the plan's own document; `isResolved` says that every reference leads to an actor that was read. */
export function createSectionDoubts(plan: Plan, misspelt: MisspeltKeys, hidden: HiddenKeys, isResolved: boolean): SectionDoubts {
  const { content, document, actors, complete } = plan;
  const isHidden = (section: Section): boolean => !complete || misspelt.mayMean(content, section);
  const isBroken = (section: Section, isUnread: () => boolean): boolean => content.broken.has(section) && isUnread();
  const isAstray = (section: Section, counts: (route: readonly string[]) => boolean = () => true): boolean =>
    !isResolved &&
    document.references.some(({ id, to, route }) => route[0] === section && to === 'actor' && !actors.has(id) && counts(route));

  const leadsAstray = ({ from, to }: Link): boolean => [...from, ...to].some(({ id }) => !actors.has(id));
  const isUnread = (link: Link): boolean => link.from.length === 0 || link.to.length === 0 || hidden.in(link, 'from', 'to', 'mutual');
  const mayBe = (type: LinkType, { type: stated }: Link): boolean => stated === undefined || stated.value === type;
  const namesUnknown = (entry: Cultivation, key: 'recipients' | 'provider'): boolean => {
    const named = [entry[key] ?? []].flat();
    return named.length === 0 || hidden.in(entry, key) || named.some(({ id }) => !actors.has(id));
  };
  const isTargetUnread = (key: (typeof leadingUp)[number]): boolean => {
    const procedure = content.procedures?.[key];
    if (procedure !== undefined) return hidden.in(procedure, 'to');
    return content.procedures === undefined || hidden.in(content.procedures, key);
  };

  return {
    links: (type) => {
      if (isHidden('links') || isBroken('links', () => hidden.inItems('links'))) return true;
      if (isResolved && !content.broken.has('links')) return false;
      return content.links.some((link) => mayBe(type, link) && (link.type === undefined || isUnread(link) || leadsAstray(link)));
    },
    procedures: () =>
      isHidden('procedures') ||
      isBroken('procedures', () => leadingUp.some(isTargetUnread)) ||
      isAstray('procedures', (route) => route.at(-1) === 'to' && leadingUp.some((key) => route[1] === key)),
    cultivation: (keys, ...kinds) => {
      if (isHidden('cultivation') || isBroken('cultivation', () => hidden.inItems('cultivation'))) return true;
      if (isResolved && !content.broken.has('cultivation')) return false;
      const mayCount = ({ kind }: Cultivation): boolean => kind === undefined || kinds.length === 0 || kinds.includes(kind.value);
      return content.cultivation.some((entry) => mayCount(entry) && keys.some((key) => namesUnknown(entry, key)));
    },
    exercises: () =>
      isHidden('exercises') ||
      isBroken('exercises', () => {
        if (hidden.inEntries('exercises') || hidden.inAny(content.exercises, 'participants')) return true;
        return content.exercises.some(({ participants }) => participants.length === 0);
      }) ||
      isAstray('exercises'),
  };
}

/** The procedures that say whom to turn to above. */
const leadingUp = ['escalation', 'reporting'] as const;
