// Actors while they are being put together: one for each that a document sees, with the entries that speak of it.
import type { PlanDocument } from '../plan/build.ts';
import type { EntityBase } from '../plan/field.ts';
import type { Body, Organization } from '../plan/shape.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import { findEntry } from '../yaml/view.ts';
import type { BodyActor, BorneResponsibility, HeldRight, OrganizationActor, OwnedCapability, Seat } from './plan.ts';

/** A document that declares actors. */
export interface Source {
  readonly document: PlanDocument;
  readonly imported: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };
interface Entry {
  readonly source: Source;
  readonly entity: Pick<Organization, 'rights' | 'responsibilities' | 'capabilities'>;
}
export type Draft = DraftOrganization | DraftBody;

/** An actor that is being put together: what is common to both kinds. */
class DraftActor {
  readonly document: PlanDocument;
  readonly imported: boolean;
  readonly id: string;
  idNode: YamlScalar;
  takesPart = false;
  readonly rights: HeldRight[] = [];
  readonly responsibilities: BorneResponsibility[] = [];
  readonly capabilities: OwnedCapability[] = [];
  readonly seats: Seat[] = [];
  readonly entries: Entry[];

  constructor(source: Source, entity: Organization | Body) {
    this.document = source.document;
    this.imported = source.imported;
    this.id = entity.id;
    this.idNode = entity.idNode;
    this.entries = [{ source, entity }];
  }
}

export class DraftOrganization extends DraftActor implements Mutable<OrganizationActor> {
  readonly kind = 'organization';
  readonly declaration: Organization;
  addition: Organization | undefined = undefined;
  readonly additions = new Set<Organization>();
  external: boolean;
  parent: OrganizationActor | undefined = undefined;

  constructor(source: Source, declaration: Organization) {
    super(source, declaration);
    this.declaration = declaration;
    this.external = isExternal(declaration) === true;
  }
}

export class DraftBody extends DraftActor implements Mutable<BodyActor> {
  readonly kind = 'body';
  readonly declaration: Body;
  establishedBy: OrganizationActor | undefined = undefined;
  deciders: OrganizationActor[] = [];

  constructor(source: Source, declaration: Body) {
    super(source, declaration);
    this.declaration = declaration;
  }
}

/** Knows which of several declarations of an id is the one that counts. */
export interface Counting {
  counts(entity: EntityBase, space: 'actor'): boolean;
}

/** One draft an actor: own ones first, then imported ones, each with the entries that speak of it. */
export function draftActors(sources: readonly Source[], counting: Counting): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  const additions: { readonly source: Source; readonly entity: Organization }[] = [];
  for (const source of sources) {
    const { organizations = [], bodies = [] } = source.document.content ?? {};
    for (const entity of organizations) {
      if (entity.imported?.value === true) additions.push({ source, entity });
      else if (counting.counts(entity, 'actor')) drafts.set(entity.id, new DraftOrganization(source, entity));
      // `imported: yes` is a text and has a finding of its own. Of an id that is declared already it was meant to say this.
      else if (entity.broken.has('imported')) additions.push({ source, entity });
    }
    for (const entity of bodies) if (counting.counts(entity, 'actor')) drafts.set(entity.id, new DraftBody(source, entity));
  }
  for (const { source, entity } of additions) {
    const draft = drafts.get(entity.id);
    if (draft?.kind !== 'organization') continue;
    draft.entries.push({ source, entity });
    draft.additions.add(entity);
    if (source.imported) continue;
    draft.addition = entity;
    draft.idNode = entity.idNode;
    draft.external = isExternal(entity) ?? draft.external;
  }
  return drafts;
}

/**
 * `external: yes` is a text and no boolean, and has a finding of its own; what rules ask of the plan's own organizations is not asked of it as
 * well, nor of one whose `external` says neither yes nor no.
 */
function isExternal({ external, broken, node }: Organization): boolean | undefined {
  if (external !== undefined || !broken.has('external')) return external?.value;
  const written = findEntry(node, 'external')?.value;
  return written?.kind === 'scalar' && /^(no|n|off|false|null|~|)$/i.test(written.text) ? undefined : true;
}
