// Semantic tokens: who and what the words of a plan stand for, with the side of each actor.
import { createSides, type Sides, sideOf } from '../governance/sides.ts';
import type { Shape } from '../plan/field.ts';
import { isPlanPath } from '../plan/scalars.ts';
import { governanceModes, phases, type Sector } from '../plan/vocabulary.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { Linked } from '../workspace/link.ts';
import { type Declared, findTarget } from '../workspace/names.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { Analysis } from './session.ts';
import { type MeaningfulScalar, visitScalars } from './shape-walk.ts';

/** The order is part of the protocol: a client is told it once. */
export const tokenTypes = ['actor', 'right', 'responsibility', 'legalReference', 'mode', 'phase'] as const;
export const tokenModifiers = ['declaration', 'government', 'society'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a file or of a part of it, in the order of the text. */
export function semanticTokens(analysis: Analysis, span: Span = { start: 0, end: analysis.file.pieces.length }): readonly SemanticToken[] {
  const { text } = analysis.file;
  return analysis.links().flatMap((linked) => {
    const sideOfActor = createActorSides(linked);
    const isAddition = createAdditions(linked);
    const found: SemanticToken[] = [];
    const add = (scalar: MeaningfulScalar): void => {
      const { node } = scalar;
      const { start, end } = node;
      if (end < span.start || start > span.end || start === end) return;
      const type = typeOf(scalar, linked);
      // A token may not go over the end of a line.
      if (type === undefined || /[\r\n]/.test(text.slice(start, end))) return;
      const modifiers: TokenModifier[] = scalar.role === 'id' && !isAddition(node) ? ['declaration'] : [];
      const side = type === 'actor' ? sideOfActor(node.text) : undefined;
      if (side) modifiers.push(side);
      found.push({ start, end, type, modifiers });
    };
    visitScalars(linked.document.yaml, add, span);
    return found;
  });
}

/** As the protocol has them: five numbers a token, places relative to the token before. */
export function encodeTokens(tokens: readonly SemanticToken[], lines: LineIndex): readonly number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { start, end, type, modifiers } of tokens) {
    const position = lines.position(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    const isSameLine = position.line === line;
    data.push(position.line - line, isSameLine ? position.character - character : position.character);
    data.push(end - start, tokenTypes.indexOf(type), bits);
    ({ line, character } = position);
  }
  return data;
}

export interface TokensEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** What makes the new numbers of the old ones: one piece, or nothing where they are the same. */
export function tokensEdit(before: readonly number[], after: readonly number[]): TokensEdit | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  if (start === before.length && start === after.length) return undefined;
  return { start, deleteCount: before.length - start - behind, data: after.slice(start, after.length - behind) };
}

function typeOf({ role, node, shape }: MeaningfulScalar, { names }: Linked): TokenType | undefined {
  if (role === 'language') return undefined;
  if (role === 'id') return typeOfSpace(shape.space);
  switch (shape.type) {
    case 'reference':
      return shape.to === 'via' ? typeOfSpace(findTarget('via', node.text, names)?.declaration.space) : typeOfSpace(shape.to);
    case 'legal-reference':
      return 'legalReference';
    case 'parent-plan':
      return isPlanPath(node.text) || /[/\\:]/.test(node.text) ? undefined : 'legalReference';
    case 'enum':
      return shape.values === governanceModes ? 'mode' : (shape.values as object) === phases ? 'phase' : undefined;
    case 'version':
    case 'id':
    case 'string':
    case 'text':
    case 'boolean':
    case 'number':
    case 'date':
    case 'duration':
      return undefined;
  }
}

type Reference = Extract<Shape, { type: 'reference' }>['to'];

function typeOfSpace(space: Declared['declaration']['space'] | Reference | undefined): TokenType | undefined {
  switch (space) {
    case 'actor':
    case 'organization':
      return 'actor';
    case 'right':
    case 'responsibility':
      return space;
    case 'legal-basis':
      return 'legalReference';
    case 'capability':
    case 'function':
    case 'agreement':
    case 'level':
    case 'channel':
    case 'exercise':
    case 'via':
    case undefined:
      return undefined;
  }
}

/** An entry with `imported: true` refers to what the import declares. */
function createAdditions({ document }: Linked): (idNode: YamlScalar) => boolean {
  let additions: ReadonlySet<YamlScalar> | undefined;
  return (idNode) => {
    additions ??= new Set(document.declarations.filter(({ addition }) => addition).map((declaration) => declaration.idNode));
    return additions.has(idNode);
  };
}

/** The side an actor counts on: G, or the other one, to which half-and-half organizations belong; undefined outside the split. */
function createActorSides({ plan, names }: Linked): (id: string) => 'government' | 'society' | undefined {
  let sides: Sides | undefined;
  const known = new Map<Declared['document'], ReadonlyMap<YamlScalar, Sector>>();
  const sectorsIn = ({ document }: Declared): ReadonlyMap<YamlScalar, Sector> => {
    const sectors =
      known.get(document) ??
      new Map((document.content?.organizations ?? []).flatMap(({ idNode, sector }) => (sector ? [[idNode, sector.value] as const] : [])));
    known.set(document, sectors);
    return sectors;
  };
  return (id) => {
    const actor = plan?.actors.get(id);
    if (plan && actor) {
      sides ??= createSides(plan);
      if (sides.weight(actor) === undefined) return undefined;
      return sides.government.has(actor) ? 'government' : 'society';
    }
    const declared = names.find('actor', id);
    const sector = declared && sectorsIn(declared).get(declared.declaration.idNode);
    const side = sector && sideOf(sector);
    return side === undefined || side === 'none' ? undefined : side === 'government' ? 'government' : 'society';
  };
}
