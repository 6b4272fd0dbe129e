// What reading a document keeps track of on its way down: where it is, what it has found, and how it reports a fault.
import type { YamlAlias, YamlNode, YamlScalar } from '../yaml/tree.ts';
import { type Entry, type Place, placeSpan } from '../yaml/view.ts';
import type { IdSpace, LegalReference, Reference } from './field.ts';
import type { Problem, ProblemCodes, ShapeRule, WrongTypeCode } from './problem.ts';
import { ProblemRoom } from './problem-room.ts';
import type { ReadEntry, ReadMemory } from './read-memory.ts';

/** An id where it is declared. */
export interface Declaration {
  readonly space: IdSpace;
  readonly id: string;
  readonly idNode: YamlScalar;
  /** Where the document says it: the id's key, or the alias or merge key through which the entity came in. */
  readonly site: YamlNode;
  /** `imported: true`: adds to an imported organization and declares nothing by itself. */
  readonly addition: boolean;
  /** Whether it is declared under `bodies`. */
  readonly body: boolean;
}

export interface Reading {
  readonly problems: Problem[];
  /** For the problems. */
  readonly room: ProblemRoom;
  readonly declarations: Declaration[];
  /** Every reference of the document. One that an alias or merge key brings in stands here once for each use. */
  readonly references: FoundReference[];
  readonly legalReferences: FoundLegalReference[];
}

/** A reference with the words that lead to its field from the top: `['organizations', 'blue-sky', 'rights', 'r', 'with']`. */
export interface FoundReference extends Reference {
  readonly route: readonly string[];
  /** The alias that says it by standing for another text. */
  readonly through?: YamlAlias | undefined;
}

export interface FoundLegalReference extends LegalReference {
  readonly route: readonly string[];
  readonly through?: YamlAlias | undefined;
}

/** What one reading of a document, or of a part that may be read in vain, works on. */
interface Pass {
  readonly reading: Reading;
  readonly memory: ReadMemory | undefined;
  /** Counts what could not be read, problems and aliases that lead nowhere alike. */
  readonly faults: { count: number };
}

/** A place on the way down. There is one for every value, so it only knows its own step and the place before. */
export class Scope implements Pass {
  /** Set while reading what an alias or a merge key brought in. */
  declare readonly site: YamlNode | undefined;
  /** The key or alias that leads to the node being read; undefined for the document itself and for the items of a list. */
  declare readonly owner: YamlNode | undefined;
  declare private readonly pass: Pass;
  /** Undefined for the document itself, which no word leads to. */
  declare private readonly outer: Scope | undefined;
  declare private readonly word: string;
  declare private words: readonly string[] | undefined;

  constructor(pass: Pass, outer: Scope | undefined, word: string, site: YamlNode | undefined, owner: YamlNode | undefined) {
    this.pass = pass;
    this.outer = outer;
    this.word = word;
    this.site = site;
    this.owner = owner;
    this.words = undefined;
  }

  get reading(): Reading {
    return this.pass.reading;
  }

  get memory(): ReadMemory | undefined {
    return this.pass.memory;
  }

  get faults(): { count: number } {
    return this.pass.faults;
  }

  /** The words that lead here from the top. */
  get route(): readonly string[] {
    this.words ??= this.outer === undefined ? [] : longer(this.outer.route, this.word);
    return this.words;
  }

  /** The key of the document under which this is; undefined for the document itself. */
  get section(): string | undefined {
    if (this.outer === undefined) return undefined;
    return this.outer.section ?? this.word;
  }

  /** Whether this is the value of a key of the document. */
  get isSection(): boolean {
    return this.outer !== undefined && this.outer.outer === undefined;
  }

  /** The alias that stands for just this node. */
  aliasOf(node: Place): YamlAlias | undefined {
    return this.site?.kind === 'alias' && this.site.target === node ? this.site : undefined;
  }

  /** The scope of the value of a key. */
  enter(name: string, { key, pair, merge }: Entry): Scope {
    const through = merge ? merge.key : pair.value.kind === 'alias' ? pair.value : undefined;
    return new Scope(this.pass, this, name, this.site ?? through, key);
  }

  /** The scope of an item of a list, which may be an alias. */
  enterItem(alias: YamlAlias | undefined): Scope {
    return new Scope(this.pass, this.outer, this.word, this.site ?? alias, alias);
  }

  /** The same place, for a reading that may turn out to be of no use. */
  attempt(): Scope {
    return new Scope({ reading: emptyReading(), memory: this.memory, faults: { count: 0 } }, this.outer, this.word, this.site, this.owner);
  }
}

/** A spread would leave room for more at the end, and there is a route for every reference. */
function longer(words: readonly string[], word: string): readonly string[] {
  const route = new Array<string>(words.length + 1);
  for (let index = 0; index < words.length; index++) route[index] = words[index] as string;
  route[words.length] = word;
  return route;
}

/** The scope of a document. */
export function outermost(reading: Reading, memory: ReadMemory | undefined): Scope {
  return new Scope({ reading, memory, faults: { count: 0 } }, undefined, '', undefined, undefined);
}

/** An alias without a target: the YAML layer reports it, here it only counts as something that could not be read. */
export function leadsNowhere(scope: Scope): undefined {
  scope.faults.count++;
}

export function wrongType(
  scope: Scope,
  node: YamlNode,
  expected: WrongTypeCode,
  data: Readonly<Record<string, string | number>> = {},
): undefined {
  return report(scope, 'wrong-type', expected, visible(scope, node), { found: kindOf(node), ...data });
}

function kindOf(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind;
  if (node.value === undefined) return 'null';
  return typeof node.value === 'number' && !Number.isFinite(node.value) ? 'not-finite' : typeof node.value;
}

export function report<R extends ShapeRule>(
  scope: Scope,
  rule: R,
  code: ProblemCodes[R],
  place: Place,
  data: Readonly<Record<string, string | number>>,
  more: Pick<Problem, 'candidates' | 'meant' | 'related' | 'alike'> = {},
): undefined {
  scope.faults.count++;
  if (!scope.reading.room.take(rule)) return undefined;
  const through = scope.aliasOf(place);
  scope.reading.problems.push({ rule, code, place, data, ...more, ...(through && { through }) } as Problem);
}

/** Whether a value is not of the kind that a key asks for. What it lacks, or is a slip itself, is another fault. */
export function isMisfit({ rule, place, candidates = [] }: Problem, { key, value }: Entry): boolean {
  if (rule === 'missing-key' || candidates.length > 0) return false;
  const { start, end } = placeSpan(place);
  return [key, value].some((node) => node?.start === start && node.end === end);
}

export function emptyReading(): Reading {
  return { problems: [], room: new ProblemRoom(), declarations: [], references: [], legalReferences: [] };
}

/** Takes over what an attempt has read; of its problems those for which there is room. */
export function addReading({ reading, faults }: Scope, attempt: Pick<ReadEntry, 'reading' | 'faults'>): void {
  faults.count += attempt.faults.count;
  for (const problem of attempt.reading.problems) if (reading.room.take(problem.rule)) reading.problems.push(problem);
  for (const declaration of attempt.reading.declarations) reading.declarations.push(declaration);
  for (const reference of attempt.reading.references) reading.references.push(reference);
  for (const reference of attempt.reading.legalReferences) reading.legalReferences.push(reference);
}

/** What is left empty has no range to point at. An empty value is shown at its key, an empty item of a list at its dash. */
export function visible(scope: Scope, node: YamlNode): Place {
  if (node.end > node.start) return node;
  if (scope.owner && scope.owner.end > scope.owner.start) return scope.owner;
  return { kind: 'span', document: node.document, span: { start: Math.max(0, node.start - 1), end: Math.max(1, node.start) } };
}
