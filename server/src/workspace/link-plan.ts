// A document and what it sees → its plan: actors with all they hold, references resolved, links expanded to pairs.
//
// What is done thousands of times in every lint is done by methods. A function that is made anew for every plan is another one to V8 each time:
// code that was compiled for the one before it is given up, and each plan is linked by slow code first.
import type { PlanDocument } from '../plan/build.ts';
import type { EntityBase, Reference } from '../plan/field.ts';
import type { LegalBasis, Link, PlanFunction, PlanHead } from '../plan/shape.ts';
import { allPhases, type Phase } from '../plan/vocabulary.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import { type Counting, type Draft, type DraftBody, type DraftOrganization, draftActors, type Source } from './draft-actors.ts';
import { expandLinks } from './expand-links.ts';
import type { Imported, Names } from './names.ts';
import { headsAbove, resolveParents } from './parents.ts';
import { takingPart } from './participants.ts';
import type { Actor, LinkedAgreement, LinkedFunction, LinkedLink, Misspelt, OrganizationActor, Plan, SeatKind, Visible } from './plan.ts';
import type { Closure } from './store.ts';

/** What a plan is made of. */
export interface PlanParts {
  readonly document: PlanDocument;
  readonly head: PlanHead;
  readonly imported: readonly Imported[];
  readonly names: Names;
  /** The links that are read, of all that the document has. */
  readonly links: readonly Link[];
  /** Whether everything could be read that may have a part in the plan. */
  readonly complete: boolean;
  readonly misspelt: Misspelt;
  readonly closure: Closure;
}

export function linkPlan({ document, head, imported, names, links: declared, complete, misspelt, closure }: PlanParts): Plan {
  const content = document.content as NonNullable<PlanDocument['content']>;
  const linker = new Linker(document, imported, names);
  const actors = linker.linkActors();
  const legalBases = linker.legalBases();
  const agreements = linker.agreements();
  const links = linker.links(declared, agreements);
  const taking = [...actors.values()].filter((actor) => actor.takesPart);
  const vias = new Map(imported.map((entry) => [entry.document, entry.via]));
  return {
    document,
    content,
    head,
    complete,
    phases: phasesInScope(head),
    actors,
    organizations: taking.filter((actor) => actor.kind === 'organization'),
    bodies: taking.filter((actor) => actor.kind === 'body'),
    rights: taking.flatMap((actor) => actor.rights),
    responsibilities: taking.flatMap((actor) => actor.responsibilities),
    capabilities: taking.flatMap((actor) => actor.capabilities),
    functions: linker.functions(content.functions),
    links,
    ties: expandLinks(links),
    legalBases,
    agreements,
    parents: resolveParents(document, head, legalBases, closure),
    headsAbove: () => headsAbove(document, closure),
    misspelt,
    importOf: (inner: PlanDocument): YamlScalar | undefined => vias.get(inner),
  };
}

function phasesInScope(head: PlanHead): readonly Phase[] {
  if (head.phases.length === 0) return allPhases;
  const named = new Set(head.phases.map(({ value }) => value));
  return allPhases.filter((phase) => named.has(phase));
}

class Linker implements Counting {
  private readonly document: PlanDocument;
  private readonly sources: readonly Source[];
  private readonly names: Names;
  private readonly drafts: ReadonlyMap<string, Draft>;

  constructor(document: PlanDocument, imported: readonly Imported[], names: Names) {
    this.document = document;
    this.names = names;
    this.sources = [{ document, imported: false }, ...imported.map((entry) => ({ document: entry.document, imported: true }))];
    this.drafts = draftActors(this.sources, this);
  }

  counts({ id, idNode }: EntityBase, space: 'actor' | 'legal-basis' | 'agreement'): boolean {
    return this.names.find(space, id)?.declaration.idNode === idNode;
  }

  linkActors(): ReadonlyMap<string, Actor> {
    const { drafts } = this;
    for (const draft of drafts.values()) {
      this.takeHoldings(draft);
      if (draft.kind === 'organization') draft.parent = this.organization(draft.declaration.parent);
    }
    const participants = takingPart(this.document, drafts);
    for (const draft of drafts.values()) draft.takesPart = !draft.imported || participants.has(draft.id);
    for (const draft of drafts.values()) if (draft.kind === 'body' && draft.takesPart) this.takeSeats(draft);
    return drafts;
  }

  legalBases(): Plan['legalBases'] {
    const found = new Map<string, Visible<LegalBasis>>();
    for (const source of this.sources) {
      for (const basis of source.document.content?.legalBases ?? []) {
        if (this.counts(basis, 'legal-basis')) found.set(basis.id, { value: basis, document: source.document, imported: source.imported });
      }
    }
    return found;
  }

  agreements(): Plan['agreements'] {
    const found = new Map<string, Visible<LinkedAgreement>>();
    for (const source of this.sources) {
      for (const declaration of source.document.content?.agreements ?? []) {
        if (!this.counts(declaration, 'agreement')) continue;
        const { id, parties } = declaration;
        const value = { declaration, id, parties: this.actors(parties) };
        found.set(id, { value, document: source.document, imported: source.imported });
      }
    }
    return found;
  }

  links(declared: readonly Link[], agreements: Plan['agreements']): readonly LinkedLink[] {
    return declared.map((declaration) => {
      const agreement = declaration.agreement && agreements.get(declaration.agreement.id);
      return { declaration, from: this.actors(declaration.from), to: this.actors(declaration.to), agreement };
    });
  }

  functions(declared: readonly PlanFunction[]): readonly LinkedFunction[] {
    return declared.map((declaration) => {
      const coordinator = this.actors(declaration.coordinator);
      const primary = this.actors(declaration.primary);
      const support = this.actors(declaration.support);
      return { declaration, id: declaration.id, coordinator, primary, support, actors: unique([...coordinator, ...primary, ...support]) };
    });
  }

  /** Those that are declared, each once. */
  private actors(references: readonly Reference[]): readonly Actor[] {
    if (references.length === 0) return nobody;
    const found: Actor[] = [];
    for (const { id } of references) {
      const actor = this.drafts.get(id);
      if (actor) found.push(actor);
    }
    return unique(found);
  }

  private organization(reference: Reference | undefined): DraftOrganization | undefined {
    const actor = reference && this.drafts.get(reference.id);
    return actor?.kind === 'organization' ? actor : undefined;
  }

  /** Whoever declares something, and those that share it: nearly always nobody. */
  private sharers(alone: readonly Actor[], others: readonly Reference[]): readonly Actor[] {
    return others.length === 0 ? alone : unique([...alone, ...this.actors(others)]);
  }

  private takeHoldings(draft: Draft): void {
    const actor: Actor = draft;
    const alone = [actor];
    for (const { source, entity } of draft.entries) {
      const { document, imported } = source;
      // Written out: V8 clones an object that is spread with others slowly.
      for (const declaration of entity.rights) {
        const holders = this.sharers(alone, declaration.with);
        draft.rights.push({ actor, document, imported, id: declaration.id, declaration, holders });
      }
      for (const declaration of entity.responsibilities) {
        const bearers = this.sharers(alone, declaration.with);
        draft.responsibilities.push({ actor, document, imported, id: declaration.id, declaration, bearers });
      }
      for (const declaration of entity.capabilities) {
        draft.capabilities.push({ actor, document, imported, id: declaration.id, declaration });
      }
    }
  }

  private takeSeats(body: DraftBody): void {
    const { declaration } = body;
    body.establishedBy = this.organization(declaration.establishedBy);
    const chairs = [...this.seat(body, 'chair', [declaration.chair]), ...this.seat(body, 'co-chair', declaration.coChairs)];
    this.seat(body, 'deputy', declaration.deputies);
    this.seat(body, 'office', [declaration.office]);
    const members = this.seat(body, 'member', declaration.members);
    this.seat(body, 'adviser', declaration.advisers);
    this.seat(body, 'observer', declaration.observers);
    const shared = declaration.decisionRule !== undefined && declaration.decisionRule.value !== 'chair-decides';
    body.deciders = [...unique(shared ? [...chairs, ...members] : chairs)];
  }

  /** Seats organizations in a body. Returns those that have such a seat, each once. */
  private seat(body: DraftBody, kind: SeatKind, references: readonly (Reference | undefined)[]): readonly OrganizationActor[] {
    const seated: OrganizationActor[] = [];
    for (const reference of references) {
      const holder = this.organization(reference);
      if (holder === undefined || reference === undefined) continue;
      const taken = { body, holder, kind, node: reference.node };
      body.seats.push(taken);
      holder.seats.push(taken);
      seated.push(holder);
    }
    return unique(seated);
  }
}

const nobody: readonly Actor[] = [];

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)];
}
