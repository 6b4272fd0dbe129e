// Which ids a document sees, and whether each of its references leads to one of the right kind (format.md section 1).
import type { PlanDocument } from '../plan/build.ts';
import { citationMeant } from '../plan/chinese-citation.ts';
import type { IdSpace, ReferenceTarget } from '../plan/field.ts';
import { type Problem, settleAliases } from '../plan/problem.ts';
import { ProblemRoom } from '../plan/problem-room.ts';
import type { Declaration, FoundLegalReference, FoundReference } from '../plan/read-scope.ts';
import { isId, parseLegalReference } from '../plan/scalars.ts';
import { createWordIndex, type WordIndex } from '../text/nearest.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { Misspelt } from './plan.ts';

export interface Declared {
  readonly declaration: Declaration;
  readonly document: PlanDocument;
  /** The import through which it came; undefined for the document's own. */
  readonly via: YamlScalar | undefined;
}

export interface Imported {
  readonly document: PlanDocument;
  readonly via: YamlScalar;
}

export interface Names {
  /** The first definition of an id counts; imports come before the document that imports. */
  find(space: IdSpace, id: string): Declared | undefined;
  all(space: IdSpace): ReadonlyMap<string, Declared>;
}

/** What of an imported document becomes visible: organizations and bodies with all they hold, legal bases, agreements. */
const importedSpaces: ReadonlySet<IdSpace> = new Set(['actor', 'right', 'responsibility', 'capability', 'legal-basis', 'agreement']);

const allSpaces: readonly IdSpace[] = [
  'actor',
  'right',
  'responsibility',
  'capability',
  'legal-basis',
  'function',
  'agreement',
  'level',
  'channel',
  'exercise',
];

/**
 * Collects the ids a document sees. `problems`: second definitions of an id. That two imported documents define one id is a fault of the first
 * document to bring them together: `isOwnFault` tells whether it is this one.
 */
export function collectNames(
  document: PlanDocument,
  imported: readonly Imported[],
  isOwnFault: (one: PlanDocument, other: PlanDocument) => boolean,
): { readonly names: Names; readonly problems: readonly Problem[] } {
  const names = new NameTables(isOwnFault);
  for (const { document: from, via } of imported) {
    for (const declaration of from.declarations) {
      if (importedSpaces.has(declaration.space) && !declaration.addition) names.add(declaration, from, via);
    }
  }
  for (const declaration of document.declarations) if (!declaration.addition) names.add(declaration, document, undefined);
  return { names, problems: names.problems };
}

class NameTables implements Names {
  readonly problems: Problem[] = [];
  private readonly tables = new Map(allSpaces.map((space) => [space, new Map<string, Declared>()]));
  private readonly room = new ProblemRoom();
  private readonly isOwnFault: (one: PlanDocument, other: PlanDocument) => boolean;

  constructor(isOwnFault: (one: PlanDocument, other: PlanDocument) => boolean) {
    this.isOwnFault = isOwnFault;
  }

  find(space: IdSpace, id: string): Declared | undefined {
    return this.tables.get(space)?.get(id);
  }

  all(space: IdSpace): ReadonlyMap<string, Declared> {
    return this.tables.get(space) ?? noNames;
  }

  add(declaration: Declaration, from: PlanDocument, via: YamlScalar | undefined): void {
    const { space, id } = declaration;
    const first = this.find(space, id);
    if (first === undefined) this.tables.get(space)?.set(id, { declaration, document: from, via });
    else if (via === undefined || (first.document !== from && this.isOwnFault(first.document, from))) {
      if (!this.room.take('duplicate-id')) return;
      this.problems.push({
        rule: 'duplicate-id',
        code: via ? 'imports' : first.via ? 'imported' : 'own',
        place: via ?? declaration.site,
        related: first.declaration.idNode,
        second: via && declaration.idNode,
        data: { id, space },
      });
    }
  }
}

const noNames: ReadonlyMap<string, Declared> = new Map();

/**
 * Checks the references of a document. Where an import failed (`complete` is false), an unknown id may stand in what could not be read.
 * `misspelt` says whom dangling references were probably meant for, and where.
 */
export function checkReferences(
  document: PlanDocument,
  names: Names,
  complete: boolean,
): { readonly problems: readonly Problem[]; readonly misspelt: Misspelt } {
  const check = new ReferenceCheck(document, names, complete);
  for (const reference of document.references) check.reference(reference);
  for (const reference of document.legalReferences) check.reference(reference);
  for (const declaration of document.declarations) if (declaration.addition) check.addition(declaration);
  settleAliases(check.problems);
  return check;
}

class ReferenceCheck {
  readonly problems: Problem[] = [];
  readonly misspelt = new Map<string, Set<string>>();
  private readonly room = new ProblemRoom();
  private readonly document: PlanDocument;
  private readonly names: Names;
  private readonly complete: boolean;
  private readonly additions: ReadonlySet<string>;
  private readonly guess: Guesser;

  constructor(document: PlanDocument, names: Names, complete: boolean) {
    this.document = document;
    this.names = names;
    this.complete = complete;
    this.additions = new Set(document.declarations.flatMap((declaration) => (declaration.addition ? [declaration.id] : [])));
    this.guess = createGuesser(names);
  }

  reference(reference: FoundReference | FoundLegalReference): void {
    if (leadsToOne(reference, this.names)) return;
    const problem = referenceProblem(reference, this.document, this.names, this.additions, this.complete, this.guess);
    if (problem === undefined || !this.room.take(problem.rule)) return;
    const near = problem.candidates ?? [];
    for (const candidate of near) this.note(parseLegalReference(candidate)?.id ?? candidate, siteOf(reference));
    // An id that is malformed where it is declared is wrong there: no reference is to follow it.
    const { through } = reference;
    this.problems.push({ ...problem, ...(through && { through }), ...(!near.every(parseLegalReference) && { candidates: [] }) });
  }

  addition({ id, idNode }: Declaration): void {
    const target = this.names.find('actor', id);
    if (target?.declaration.body) {
      const data = { id, found: 'body' };
      this.problems.push({ rule: 'wrong-reference-kind', code: 'organization', place: idNode, data });
    } else if (target === undefined && this.complete) {
      const candidates = this.guess('addition', id);
      for (const candidate of candidates) this.note(candidate, 'addition');
      this.problems.push({ rule: 'dangling-reference', code: 'addition', place: idNode, data: { id }, candidates });
    }
  }

  private note(id: string, site: string): void {
    const sites = this.misspelt.get(id);
    if (sites) sites.add(site);
    else this.misspelt.set(id, new Set([site]));
  }
}

/** The section of a reference to an actor, or what another one was to lead to. */
function siteOf({ to, route: [section = '', , holdings] }: FoundReference | FoundLegalReference): string {
  if (to !== 'actor' && to !== 'organization') return to;
  return holdings === 'rights' || holdings === 'responsibilities' ? holdings : section;
}

/** The ids a reference of a kind may name: for completion and for what fixes write. */
export function candidateIds(to: ReferenceTarget, names: Names): readonly string[] {
  return declaredIds(to, names).filter(isId);
}

/** Malformed ones among them. */
function declaredIds(to: ReferenceTarget, names: Names): readonly string[] {
  return targetSpaces(to).flatMap((space) => [...names.all(space)].flatMap(([id, declared]) => (isOfSort(to, declared) ? [id] : [])));
}

/** What a reference leads to, of the right kind or not. */
export function findTarget(to: ReferenceTarget, id: string, names: Names): Declared | undefined {
  const found = targetSpaces(to).flatMap((space) => names.find(space, id) ?? []);
  return found.find((declared) => isOfSort(to, declared)) ?? found[0];
}

/** The usual case, which costs no list: one thing has that id, and it is of the right kind. */
function leadsToOne({ id, to }: FoundReference | FoundLegalReference, names: Names): boolean {
  if (to === 'via') return false;
  const found = names.find(to === 'organization' ? 'actor' : to, id);
  return found !== undefined && isOfSort(to, found);
}

function referenceProblem(
  reference: FoundReference | FoundLegalReference,
  document: PlanDocument,
  names: Names,
  additions: ReadonlySet<string>,
  complete: boolean,
  guess: Guesser,
): Problem | undefined {
  const { id, to, node } = reference;
  // A finding about the id of a legal reference leaves its locator out.
  const place =
    'locator' in reference && reference.locator !== undefined && reference.locatorFrom > 0
      ? ({ kind: 'part', node, ...idPart(reference) } as const)
      : node;
  const data = { id, to };
  const spaces = targetSpaces(to);
  const found = spaces.flatMap((space) => names.find(space, id) ?? []);
  const fitting = found.filter((declared) => isOfSort(to, declared));
  if (fitting.length > 1) return { rule: 'wrong-reference-kind', code: 'ambiguous', place, data, related: fitting[1]?.declaration.idNode };
  if (fitting.length === 1) return undefined;
  if (found[0])
    return {
      rule: 'wrong-reference-kind',
      code: to,
      place,
      data: { ...data, found: sortOf(found[0]) },
      related: found[0].declaration.idNode,
    };
  if (spaces.includes('actor') && additions.has(id)) return undefined;
  // Everything but a level may stand in an import that could not be read.
  if (!complete && to !== 'level') return undefined;
  for (const space of allSpaces) {
    const other = names.find(space, id);
    if (other)
      return { rule: 'wrong-reference-kind', code: to, place, data: { ...data, found: sortOf(other) }, related: other.declaration.idNode };
  }
  // A library cannot declare levels, bodies, channels or exercises: the plan that imports it does.
  if (document.kind === 'library' && (to === 'level' || to === 'via')) return undefined;
  return { rule: 'dangling-reference', code: to, place, data, candidates: guess(to, id) };
}

type Guesser = (to: ReferenceTarget | 'addition', id: string) => readonly string[];

/** For so many different ids of a document the near ones are searched: each search looks at every id there is. */
const mostGuesses = 200;

/** Finds the ids that are near to one that leads nowhere. */
function createGuesser(names: Names): Guesser {
  const indexes = new Map<string, WordIndex>();
  const guesses = new Map<string, readonly string[]>();
  const importedActors = (): readonly string[] => [...names.all('actor')].flatMap(([id, { via }]) => (via ? [id] : []));
  return (to, id) => {
    const key = `${to} ${id}`;
    const known = guesses.get(key);
    if (known !== undefined || guesses.size >= mostGuesses) return known ?? [];
    const index = indexes.get(to) ?? createWordIndex(to === 'addition' ? importedActors() : declaredIds(to, names));
    indexes.set(to, index);
    const spelt = index.nearest(id);
    const near = spelt.length === 0 && to === 'legal-basis' ? cited(id, names) : spelt;
    guesses.set(key, near);
    return near;
  };
}

/** The article of a declared instrument that a Chinese citation means. */
function cited(text: string, names: Names): readonly string[] {
  const meant = citationMeant(text);
  return meant && names.find('legal-basis', meant.id) ? [`${meant.id}#${meant.locator}`] : [];
}

function idPart(reference: FoundLegalReference): { readonly from: number; readonly to: number } {
  const from = reference.node.style === 'plain' ? 0 : 1;
  return { from, to: reference.locatorFrom - 1 };
}

export function targetSpaces(to: ReferenceTarget): readonly IdSpace[] {
  switch (to) {
    case 'actor':
    case 'organization':
      return ['actor'];
    case 'via':
      return ['actor', 'channel', 'exercise'];
    case 'right':
    case 'responsibility':
    case 'legal-basis':
    case 'agreement':
    case 'level':
      return [to];
  }
}

function isOfSort(to: ReferenceTarget, { declaration }: Declared): boolean {
  if (to === 'organization') return !declaration.body;
  return to !== 'via' || declaration.space !== 'actor' || declaration.body;
}

function sortOf({ declaration }: Declared): string {
  return declaration.space === 'actor' ? (declaration.body ? 'body' : 'organization') : declaration.space;
}
