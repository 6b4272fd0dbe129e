// A plan with its imports linked in: references resolved, actors completed, links expanded. What every measure and rule looks at.
import type { PlanDocument } from '../plan/build.ts';
import type {
  Agreement,
  Body,
  Capability,
  DocumentContent,
  LegalBasis,
  Link,
  Organization,
  PlanFunction,
  PlanHead,
  Responsibility,
  Right,
} from '../plan/shape.ts';
import type { LinkType, Phase } from '../plan/vocabulary.ts';
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';

export interface Plan {
  readonly document: PlanDocument;
  readonly content: DocumentContent;
  readonly head: PlanHead;
  /** False where an import failed or links were too many to read: what is not seen may stand there, so its absence is never a finding. */
  readonly complete: boolean;
  /** The phases in scope, in the order of the cycle. */
  readonly phases: readonly Phase[];
  /** Every actor that is visible, own and imported, whether it takes part or not. */
  readonly actors: ReadonlyMap<string, Actor>;
  /** The organizations that take part (classifier.md section 2), external ones too: own ones first, in document order. */
  readonly organizations: readonly OrganizationActor[];
  /** The bodies that take part. */
  readonly bodies: readonly BodyActor[];
  readonly rights: readonly HeldRight[];
  readonly responsibilities: readonly BorneResponsibility[];
  readonly capabilities: readonly OwnedCapability[];
  readonly functions: readonly LinkedFunction[];
  readonly links: readonly LinkedLink[];
  /** The links expanded to pairs: no self pair, no undeclared end, `mutual` as two, each (from, to, type) once. */
  readonly ties: readonly DirectedTie[];
  readonly legalBases: ReadonlyMap<string, Visible<LegalBasis>>;
  readonly agreements: ReadonlyMap<string, Visible<LinkedAgreement>>;
  readonly parents: readonly ParentPlan[];
  /** The heads of the plans above it that resolve, by whatever number of steps: parents, their parents, and so on. */
  headsAbove(): readonly PlanHead[];
  /** What something seems to lack where its id is probably misspelt cannot be determined. */
  readonly misspelt: Misspelt;
  /** The import of this plan through which an imported document came. */
  importOf(document: PlanDocument): YamlScalar | undefined;
}

/**
 * By the id that a dangling reference was probably meant for: where such references stand. For actors these are sections, with the `rights` and
 * `responsibilities` of an actor for themselves, and `addition` for an entry with `imported: true`; for everything else it is the kind of thing
 * that is referred to.
 */
export type Misspelt = ReadonlyMap<string, ReadonlySet<string>>;

/** Something this plan sees, and the document that declares it. */
export interface Visible<T> {
  readonly value: T;
  readonly document: PlanDocument;
  readonly imported: boolean;
}

export type Actor = OrganizationActor | BodyActor;

interface ActorBase {
  readonly id: string;
  readonly document: PlanDocument;
  readonly imported: boolean;
  readonly takesPart: boolean;
  readonly rights: readonly HeldRight[];
  readonly responsibilities: readonly BorneResponsibility[];
  readonly capabilities: readonly OwnedCapability[];
  /** The key that declares it; for an imported actor that this plan adds to, the plan's own key. */
  readonly idNode: YamlScalar;
}

export interface OrganizationActor extends ActorBase {
  readonly kind: 'organization';
  readonly declaration: Organization;
  /** The plan's own entry with `imported: true`. */
  readonly addition: Organization | undefined;
  /** Every entry with `imported: true` that adds to it: the plan's own, and those of the documents it imports. */
  readonly additions: ReadonlySet<Organization>;
  readonly external: boolean;
  readonly parent: OrganizationActor | undefined;
  /** Every seat it has in a body that takes part. */
  readonly seats: readonly Seat[];
}

export interface BodyActor extends ActorBase {
  readonly kind: 'body';
  readonly declaration: Body;
  readonly establishedBy: OrganizationActor | undefined;
  readonly seats: readonly Seat[];
  /** `chair-decides`: chair and co-chairs; any other rule: chair, co-chairs and members (classifier.md section 2). */
  readonly deciders: readonly OrganizationActor[];
}

export type SeatKind = 'chair' | 'co-chair' | 'deputy' | 'office' | 'member' | 'adviser' | 'observer';

export interface Seat {
  readonly body: BodyActor;
  readonly holder: OrganizationActor;
  readonly kind: SeatKind;
  readonly node: YamlNode;
}

interface Holding {
  /** The actor under which it is declared. */
  readonly actor: Actor;
  readonly document: PlanDocument;
  readonly imported: boolean;
}

export interface HeldRight extends Holding {
  readonly declaration: Right;
  readonly id: string;
  /** The declaring actor and those in `with`, each once. */
  readonly holders: readonly Actor[];
}

export interface BorneResponsibility extends Holding {
  readonly declaration: Responsibility;
  readonly id: string;
  /** The declaring actor and those in `with`, each once. */
  readonly bearers: readonly Actor[];
}

export interface OwnedCapability extends Holding {
  readonly declaration: Capability;
  readonly id: string;
}

export interface LinkedFunction {
  readonly declaration: PlanFunction;
  readonly id: string;
  readonly coordinator: readonly Actor[];
  readonly primary: readonly Actor[];
  readonly support: readonly Actor[];
  /** Everyone with a role, each once: coordinators, then primaries, then support. */
  readonly actors: readonly Actor[];
}

export interface LinkedLink {
  readonly declaration: Link;
  readonly from: readonly Actor[];
  readonly to: readonly Actor[];
  readonly agreement: Visible<LinkedAgreement> | undefined;
}

export interface DirectedTie {
  readonly from: Actor;
  readonly to: Actor;
  readonly type: LinkType;
  /** The first link that says it. */
  readonly link: LinkedLink;
}

export interface LinkedAgreement {
  readonly declaration: Agreement;
  readonly id: string;
  readonly parties: readonly Actor[];
}

export type ParentPlan = ResolvedParent | { readonly kind: 'legal-basis'; readonly node: YamlScalar; readonly basis: Visible<LegalBasis> };

/** A parent that `parent-plans` gives by its path. */
export interface ResolvedParent {
  readonly kind: 'plan';
  readonly node: YamlScalar;
  readonly plan: PlanDocument;
  readonly head: PlanHead;
  /** What it imports, by whatever number of steps. */
  readonly imports: ReadonlySet<PlanDocument>;
  /** False where one of its imports failed. */
  readonly complete: boolean;
  /** Whether it is the plan that names it, or has that plan among the plans above it. */
  readonly leadsBack: boolean;
}

export function isOrganization(actor: Actor): actor is OrganizationActor {
  return actor.kind === 'organization';
}

/** Whether an element without `phases`, or with this one among them, belongs to a phase. */
export function inPhase(element: { readonly phases: readonly { readonly value: Phase }[] }, phase: Phase): boolean {
  return element.phases.length === 0 || element.phases.some(({ value }) => value === phase);
}
