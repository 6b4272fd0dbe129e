// Small changes of a plan's governance: the moves of the counterfactual search (classifier.md section 6), applied to the model.
import type { Reference } from '../plan/field.ts';
import type { Body, DocumentContent, Link, Organization, Participation, Right } from '../plan/shape.ts';
import type { Phase } from '../plan/vocabulary.ts';
import type { Actor, BodyActor, HeldRight, LinkedLink, OrganizationActor } from '../workspace/plan.ts';

export type Change =
  | { readonly kind: 'seat'; readonly organization: OrganizationActor; readonly body: BodyActor; readonly seat: 'member' | 'co-chair' }
  | { readonly kind: 'joint-decision'; readonly right: HeldRight; readonly organization: OrganizationActor }
  | { readonly kind: 'mutual'; readonly link: LinkedLink }
  | { readonly kind: 'cooperative-link'; readonly from: Actor; readonly to: readonly OrganizationActor[] }
  | {
      readonly kind: 'participation-entry';
      readonly organizations: readonly OrganizationActor[];
      readonly phases: readonly Phase[];
      readonly level: RaisedLevel;
    }
  | { readonly kind: 'participation-level'; readonly entry: Participation; readonly level: RaisedLevel }
  | { readonly kind: 'remove-link'; readonly link: LinkedLink };

/** The levels at which a new entry lets organizations take part, and to which one is raised. */
export type RaisedLevel = 'collaborate' | 'empower';

/** The type of a new cooperative link, which is mutual. */
export const newLinkType = 'coordinate';

/** The content after a change. Nodes of what is new are borrowed: they are good for measuring, not for pointing. */
export function applyChange(content: DocumentContent, change: Change): DocumentContent {
  switch (change.kind) {
    case 'seat':
      return {
        ...content,
        bodies: content.bodies.map((body): Body => (body.idNode === change.body.idNode ? seated(body, change) : body)),
      };
    case 'joint-decision': {
      const edit = (right: Right): Right =>
        right.idNode === change.right.declaration.idNode ? jointRight(right, change.organization) : right;
      return {
        ...content,
        organizations: content.organizations.map((entry): Organization => ({ ...entry, rights: entry.rights.map(edit) })),
        bodies: content.bodies.map((body): Body => ({ ...body, rights: body.rights.map(edit) })),
      };
    }
    case 'mutual':
      return {
        ...content,
        links: content.links.map(
          (link): Link => (link === change.link.declaration ? { ...link, mutual: { value: true, node: link.node } } : link),
        ),
      };
    case 'cooperative-link': {
      const { node, broken } = change.from.declaration;
      const link: Link = {
        node,
        broken,
        from: [naming(change.from)],
        to: change.to.map(naming),
        type: { value: newLinkType, node },
        mutual: { value: true, node },
        phases: [],
        agreement: undefined,
        basis: [],
      };
      return { ...content, links: [...content.links, link] };
    }
    case 'participation-entry':
      return { ...content, participation: [...content.participation, newEntry(content, change)] };
    case 'participation-level':
      return {
        ...content,
        participation: content.participation.map(
          (entry): Participation => (entry.node === change.entry.node ? raisedEntry({ ...change, entry }) : entry),
        ),
      };
    case 'remove-link':
      return { ...content, links: content.links.filter((link) => link !== change.link.declaration) };
  }
}

/** A right as it reads once it is made joint with an organization. */
export function jointRight(right: Right, organization: Actor): Right {
  const named = right.with.some(({ id }) => id === organization.id);
  return { ...right, rule: { value: 'joint', node: right.node }, with: named ? right.with : [...right.with, naming(organization)] };
}

export function newEntry({ node, broken }: DocumentContent, change: Change & { readonly kind: 'participation-entry' }): Participation {
  return {
    node,
    broken,
    phases: change.phases.map((value) => ({ value, node })),
    who: change.organizations.map(naming),
    level: { value: change.level, node },
    via: undefined,
  };
}

export function raisedEntry({ entry, level }: Change & { readonly kind: 'participation-level' }): Participation {
  return { ...entry, level: { value: level, node: entry.node } };
}

function seated(body: Body, { organization, seat }: Change & { readonly kind: 'seat' }): Body {
  return seat === 'member'
    ? { ...body, members: [...body.members, naming(organization)] }
    : { ...body, coChairs: [...body.coChairs, naming(organization)] };
}

function naming(actor: Actor): Reference {
  return { id: actor.id, node: actor.idNode, to: 'actor' };
}
