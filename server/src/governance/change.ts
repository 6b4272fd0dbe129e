// Small changes of a plan's governance: the moves of the counterfactual search (classifier.md section 6), applied to the model.
import type { Reference } from '../plan/field.ts';
import type { Body, DocumentContent, Link, Organization, Participation, Right } from '../plan/shape.ts';
import type { Phase } from '../plan/vocabulary.ts';
import type { Actor, BodyActor, HeldRight, LinkedLink, OrganizationActor } from '../workspace/plan.ts';

export type Change =
  | { readonly kind: 'seat'; readonly organization: OrganizationActor; readonly body: BodyActor }
  | { readonly kind: 'joint-decision'; readonly right: HeldRight; readonly organization: OrganizationActor }
  | { readonly kind: 'mutual'; readonly link: LinkedLink }
  | { readonly kind: 'cooperative-link'; readonly from: Actor; readonly to: OrganizationActor }
  | { readonly kind: 'participation-entry'; readonly organization: OrganizationActor; readonly phases: readonly Phase[] }
  | { readonly kind: 'participation-level'; readonly entry: Participation; readonly level: 'collaborate' | 'empower' }
  | { readonly kind: 'remove-link'; readonly link: LinkedLink };

/** The level at which a new participation entry lets an organization take part. */
export const newParticipationLevel = 'collaborate';

/** The content after a change. Nodes of what is new are borrowed: they are good for measuring, not for pointing. */
export function applyChange(content: DocumentContent, change: Change): DocumentContent {
  switch (change.kind) {
    case 'seat':
      return {
        ...content,
        bodies: content.bodies.map(
          (body): Body =>
            body.idNode === change.body.idNode ? { ...body, members: [...body.members, naming(change.organization)] } : body,
        ),
      };
    case 'joint-decision': {
      const edit = (right: Right): Right =>
        right.idNode === change.right.declaration.idNode
          ? { ...right, rule: { value: 'joint', node: right.node }, with: [...right.with, naming(change.organization)] }
          : right;
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
      const { node, broken } = change.to.declaration;
      const link: Link = {
        node,
        broken,
        from: [naming(change.from)],
        to: [naming(change.to)],
        type: { value: 'coordinate', node },
        mutual: { value: true, node },
        phases: [],
        agreement: undefined,
        basis: [],
      };
      return { ...content, links: [...content.links, link] };
    }
    case 'participation-entry': {
      const { node, broken } = change.organization.declaration;
      const entry: Participation = {
        node,
        broken,
        phases: change.phases.map((value) => ({ value, node })),
        who: [naming(change.organization)],
        level: { value: newParticipationLevel, node },
        via: undefined,
      };
      return { ...content, participation: [...content.participation, entry] };
    }
    case 'participation-level':
      return {
        ...content,
        participation: content.participation.map(
          (entry): Participation =>
            entry.node === change.entry.node ? { ...entry, level: { value: change.level, node: entry.node } } : entry,
        ),
      };
    case 'remove-link':
      return { ...content, links: content.links.filter((link) => link !== change.link.declaration) };
  }
}

function naming(actor: Actor): Reference {
  return { id: actor.id, node: actor.idNode, to: 'actor' };
}
