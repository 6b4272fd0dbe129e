// Links a document with its imports: checks names and references, and builds the plan that measures and rules look at.
import type { PlanDocument } from '../plan/build.ts';
import type { EntityBase, Reference } from '../plan/field.ts';
import type { Problem } from '../plan/problem.ts';
import type { Agreement, LegalBasis, Link, PlanFunction, PlanHead } from '../plan/shape.ts';
import { allPhases, type LinkType, type Phase } from '../plan/vocabulary.ts';
import { late } from '../text/late.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import { type DraftBody, type DraftOrganization, draftActors, type Source } from './draft-actors.ts';
import { boundImports, boundLinks } from './link-bound.ts';
import { checkReferences, collectNames, type Declared, type Imported, type Names } from './names.ts';
import { resolveParents } from './parents.ts';
import { takingPart } from './participants.ts';
import type {
  Actor,
  DirectedTie,
  LinkedAgreement,
  LinkedFunction,
  LinkedLink,
  OrganizationActor,
  Plan,
  Seat,
  SeatKind,
  Visible,
} from './plan.ts';
import type { Closure } from './store.ts';
import { importedFiles, importProblems, isWhole } from './store.ts';

export interface Linked {
  readonly document: PlanDocument;
  readonly names: Names;
  /** Of the document's shape, its imports, names and references. */
  readonly problems: readonly Problem[];
  /** Undefined for a library, and for a document without a readable `plan`. Built when first asked for: of a faulty text it seldom is. */
  readonly plan: Plan | undefined;
}

class LinkedDocument implements Linked {
  readonly document: PlanDocument;
  readonly problems: readonly Problem[];
  private readonly collect: () => Names;
  private readonly build: () => Plan | undefined;

  constructor(document: PlanDocument, problems: readonly Problem[], collect: () => Names, build: () => Plan | undefined) {
    this.document = document;
    this.problems = problems;
    this.collect = collect;
    this.build = late(build);
  }

  get names(): Names {
    return this.collect();
  }

  get plan(): Plan | undefined {
    return this.build();
  }
}

export function linkDocument(document: PlanDocument, closure: Closure): Linked {
  const files = late(() => boundImports(importedFiles(document, closure), closure.entry.documents.length));
  const imported = late((): readonly Imported[] =>
    files().kept.flatMap(({ file, via }) => file.documents.map((inner) => ({ document: inner, via }))),
  );
  const complete = late(() => files().problems.length === 0 && isWhole(document, files().kept, closure));
  const declared = late(() => collectNames(document, imported()));
  const bound = late(() => boundLinks(document.content?.links ?? []));
  // Of a document whose text is faulty nothing else is said.
  const { problems, misspelt } = document.faulty ? { problems: document.problems, misspelt: noIds } : check();
  return new LinkedDocument(document, problems, () => declared().names, build);

  function check(): { readonly problems: readonly Problem[]; readonly misspelt: ReadonlySet<string> } {
    const { names, problems: duplicates } = declared();
    const references = checkReferences(document, names, complete());
    const all = [
      ...document.problems,
      ...importProblems(document, closure),
      ...files().problems,
      ...duplicates,
      ...references.problems,
      ...parentProblems(document, names),
      ...bound().problems,
    ];
    return { problems: all, misspelt: references.misspelt };
  }

  function build(): Plan | undefined {
    const head = document.content?.plan;
    if (head === undefined) return undefined;
    const { kept, problems: unread } = bound();
    return linkPlan(document, head, imported(), declared().names, kept, complete() && unread.length === 0, misspelt, closure);
  }
}

const noIds: ReadonlySet<string> = new Set();

function linkPlan(
  document: PlanDocument,
  head: PlanHead,
  imported: readonly Imported[],
  names: Names,
  declaredLinks: readonly Link[],
  complete: boolean,
  misspelt: ReadonlySet<string>,
  closure: Closure,
): Plan {
  const content = document.content as NonNullable<PlanDocument['content']>;
  const sources: readonly Source[] = [
    { document, imported: false },
    ...imported.map((entry) => ({ document: entry.document, imported: true })),
  ];
  const counted = (source: Source, entity: EntityBase, space: 'actor' | 'legal-basis' | 'agreement'): boolean =>
    names.find(space, entity.id)?.declaration.idNode === entity.idNode && source.document.content !== undefined;

  const drafts = draftActors(sources, counted);
  const actors: ReadonlyMap<string, Actor> = drafts;
  const resolve = (references: readonly Reference[]): readonly Actor[] => {
    if (references.length === 0) return none;
    const found: Actor[] = [];
    for (const { id } of references) {
      const actor = actors.get(id);
      if (actor) found.push(actor);
    }
    return unique(found);
  };
  /** Whoever declares something, and those that share it: nearly always nobody. */
  const sharers = (alone: readonly Actor[], others: readonly Reference[]): readonly Actor[] =>
    others.length === 0 ? alone : unique([...alone, ...resolve(others)]);
  const organization = (reference: Reference | undefined): DraftOrganization | undefined => {
    const actor = reference && drafts.get(reference.id);
    return actor?.kind === 'organization' ? actor : undefined;
  };

  for (const draft of drafts.values()) {
    const actor: Actor = draft;
    const alone = [actor];
    for (const { source, entity } of draft.entries) {
      const { document: from, imported: isImported } = source;
      // Hot in every lint, and written out: V8 clones an object that is spread with others slowly.
      for (const declaration of entity.rights) {
        const holders = sharers(alone, declaration.with);
        draft.rights.push({ actor, document: from, imported: isImported, id: declaration.id, declaration, holders });
      }
      for (const declaration of entity.responsibilities) {
        const bearers = sharers(alone, declaration.with);
        draft.responsibilities.push({ actor, document: from, imported: isImported, id: declaration.id, declaration, bearers });
      }
      for (const declaration of entity.capabilities) {
        draft.capabilities.push({ actor, document: from, imported: isImported, id: declaration.id, declaration });
      }
    }
    if (draft.kind === 'organization') draft.parent = organization(draft.declaration.parent);
  }
  const participants = takingPart(document, actors);
  for (const actor of drafts.values()) actor.takesPart = !actor.imported || participants.has(actor.id);
  for (const actor of drafts.values()) if (actor.kind === 'body' && actor.takesPart) fillSeats(actor, organization);

  const agreements = visible(
    sources,
    counted,
    'agreement',
    (inner) => inner.content?.agreements ?? [],
    (declaration: Agreement): LinkedAgreement => ({
      declaration,
      id: declaration.id,
      parties: resolve(declaration.parties),
    }),
  );
  const legalBases = visible(
    sources,
    counted,
    'legal-basis',
    (inner) => inner.content?.legalBases ?? [],
    (declaration: LegalBasis) => declaration,
  );
  const links = declaredLinks.map((declaration): LinkedLink => {
    const agreement = declaration.agreement && agreements.get(declaration.agreement.id);
    return { declaration, from: resolve(declaration.from), to: resolve(declaration.to), agreement };
  });
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
    functions: content.functions.map((declaration) => linkFunction(declaration, resolve)),
    links,
    ties: expandLinks(links),
    legalBases,
    agreements,
    parents: resolveParents(document, head, legalBases, closure),
    misspelt,
    importOf: (inner: PlanDocument): YamlScalar | undefined => vias.get(inner),
  };
}

/** The pairs of the links, or of those that apply in a phase (classifier.md section 2). */
export function expandLinks(links: readonly LinkedLink[], keep: (link: Link) => boolean = () => true): readonly DirectedTie[] {
  const ties: DirectedTie[] = [];
  const known = new Map<Actor, Map<LinkType, Set<Actor>>>();
  const isNew = (from: Actor, to: Actor, type: LinkType): boolean => {
    const byType = known.get(from) ?? new Map<LinkType, Set<Actor>>();
    known.set(from, byType);
    const partners = byType.get(type) ?? new Set<Actor>();
    byType.set(type, partners);
    return partners.size < partners.add(to).size;
  };
  for (const link of links) {
    const { type, mutual } = link.declaration;
    if (type === undefined || !keep(link.declaration)) continue;
    const add = (from: Actor, to: Actor): void => {
      if (from !== to && isNew(from, to, type.value)) ties.push({ from, to, type: type.value, link });
    };
    for (const from of link.from) {
      for (const to of link.to) {
        add(from, to);
        if (mutual?.value === true) add(to, from);
      }
    }
  }
  return ties;
}

function phasesInScope(head: PlanHead): readonly Phase[] {
  if (head.phases.length === 0) return allPhases;
  const named = new Set(head.phases.map(({ value }) => value));
  return allPhases.filter((phase) => named.has(phase));
}

function fillSeats(body: DraftBody, organization: (reference: Reference | undefined) => DraftOrganization | undefined): void {
  const { declaration } = body;
  const seat = (kind: SeatKind, references: readonly (Reference | undefined)[]): readonly OrganizationActor[] =>
    unique(
      references.flatMap((reference) => {
        const holder = organization(reference);
        if (holder === undefined || reference === undefined) return [];
        const taken: Seat = { body, holder, kind, node: reference.node };
        body.seats.push(taken);
        holder.seats.push(taken);
        return [holder];
      }),
    );
  body.establishedBy = organization(declaration.establishedBy);
  const chairs = [...seat('chair', [declaration.chair]), ...seat('co-chair', declaration.coChairs)];
  seat('deputy', declaration.deputies);
  seat('office', [declaration.office]);
  const members = seat('member', declaration.members);
  seat('adviser', declaration.advisers);
  seat('observer', declaration.observers);
  const shared = declaration.decisionRule !== undefined && declaration.decisionRule.value !== 'chair-decides';
  body.deciders = [...unique(shared ? [...chairs, ...members] : chairs)];
}

function linkFunction(declaration: PlanFunction, resolve: (references: readonly Reference[]) => readonly Actor[]): LinkedFunction {
  const [coordinator, primary, support] = [resolve(declaration.coordinator), resolve(declaration.primary), resolve(declaration.support)];
  return { declaration, id: declaration.id, coordinator, primary, support, actors: unique([...coordinator, ...primary, ...support]) };
}

function visible<D extends EntityBase, T>(
  sources: readonly Source[],
  counted: (source: Source, entity: EntityBase, space: 'legal-basis' | 'agreement') => boolean,
  space: 'legal-basis' | 'agreement',
  entities: (document: PlanDocument) => readonly D[],
  link: (entity: D) => T,
): ReadonlyMap<string, Visible<T>> {
  const found = new Map<string, Visible<T>>();
  for (const source of sources) {
    for (const entity of entities(source.document))
      if (counted(source, entity, space))
        found.set(entity.id, { value: link(entity), document: source.document, imported: source.imported });
  }
  return found;
}

/** `parent-plans` may name a legal basis only of kind `plan`. */
function parentProblems(document: PlanDocument, names: Names): readonly Problem[] {
  const kinds = new Map<YamlScalar, LegalBasis['kind']>();
  const kindOf = ({ declaration, document: { content } }: Declared): LegalBasis['kind'] => {
    if (!kinds.has(declaration.idNode)) for (const { idNode, kind } of content?.legalBases ?? []) kinds.set(idNode, kind);
    return kinds.get(declaration.idNode);
  };
  return (document.content?.plan?.parentPlans ?? []).flatMap((parent): readonly Problem[] => {
    if (parent.kind === 'path') return [];
    const declared = names.find('legal-basis', parent.reference.id);
    const kind = declared && kindOf(declared)?.value;
    if (kind === undefined || kind === 'plan') return [];
    return [
      {
        rule: 'wrong-reference-kind',
        code: 'parent-plan',
        place: parent.node,
        data: { id: parent.reference.id, found: kind },
        related: declared?.declaration.idNode,
      },
    ];
  });
}

const none: readonly never[] = [];

function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? items : [...new Set(items)];
}
