// Every id of the workspace by a part of it or of its name, in any script.
import type { PlanDocument } from '../plan/build.ts';
import type { TextValue } from '../plan/field.ts';
import type { Declaration } from '../plan/read-scope.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import { ownText } from '../text/own-text.ts';
import type { FileId } from '../workspace/host.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { YamlScalar } from '../yaml/tree.ts';
import type { OutlineKind } from './document-symbols.ts';

export interface FoundSymbol {
  readonly kind: OutlineKind;
  readonly id: string;
  /** Its names in the languages of the plan, each once. */
  readonly names: readonly string[];
  /** The title of the plan, or the path of the library. */
  readonly container: string;
  readonly file: FileId;
  readonly range: Range;
}

/** A symbol with the words by which it is found; it holds nothing of the file that it is in. */
export interface IndexedSymbol {
  readonly symbol: FoundSymbol;
  /** Its id and its names, as they are compared. */
  readonly words: readonly string[];
}

/** The symbols of a file, in the order of the text. */
export function symbolsOf(file: SourceFile, language: Language, shown: (file: FileId) => string): readonly IndexedSymbol[] {
  const found: IndexedSymbol[] = [];
  for (const document of file.documents) {
    const names = namesOf(document);
    const title = document.content?.plan?.title;
    const container = title ? ownText(chooseText(title.byLanguage, language)) : shown(file.id);
    const add = (kind: OutlineKind, id: string, node: YamlScalar): void => {
      const own = [...new Set(names.get(node)?.byLanguage.values() ?? [])].map(ownText);
      const symbol = { kind, id: ownText(id), names: own, container, file: file.id, range: file.lines.range(node) };
      found.push({ symbol, words: [symbol.id, ...own].map(fold) });
    };
    const planId = document.content?.plan?.id;
    if (planId?.node.kind === 'scalar') add('plan', planId.value, planId.node);
    for (const declaration of document.declarations) {
      if (!declaration.addition) add(kindOf(declaration), declaration.id, declaration.idNode);
    }
  }
  return found;
}

/** More than these help nobody to find one. */
const most = 2000;

/** The best first: what is the query, what begins with it, what holds it, what has its characters in order. */
export function findSymbols(symbols: Iterable<IndexedSymbol>, query: string): readonly FoundSymbol[] {
  const wanted = fold(query.replace(/\s/gu, ''));
  const found: FoundSymbol[][] = [[], [], [], []];
  for (const { symbol, words } of symbols) found[Math.min(...words.map((word) => rankOf(word, wanted)))]?.push(symbol);
  return found.flat().slice(0, most);
}

/** 0 the query itself … 3 its characters in this order, 4 not at all. */
function rankOf(text: string, query: string): number {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  if (text.includes(query)) return 2;
  let at = 0;
  for (const character of query) {
    at = text.indexOf(character, at);
    if (at < 0) return 4;
    at += character.length;
  }
  return 3;
}

/** Letters that differ in case or width only are the same. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function kindOf({ space, body }: Declaration): OutlineKind {
  if (space !== 'actor') return space;
  return body ? 'body' : 'organization';
}

function namesOf({ content }: PlanDocument): ReadonlyMap<YamlScalar, TextValue> {
  const names = new Map<YamlScalar, TextValue>();
  const add = (node: YamlScalar | undefined, name: TextValue | undefined): void => {
    if (node && name) names.set(node, name);
  };
  if (content === undefined) return names;
  const { plan } = content;
  if (plan?.id?.node.kind === 'scalar') add(plan.id.node, plan.title);
  for (const actor of [...content.organizations, ...content.bodies]) {
    add(actor.idNode, actor.name);
    for (const right of actor.rights) add(right.idNode, right.object);
    for (const responsibility of actor.responsibilities) add(responsibility.idNode, responsibility.action);
  }
  for (const { idNode, title } of [...content.legalBases, ...content.agreements]) add(idNode, title);
  for (const { idNode, name } of [...content.functions, ...content.channels]) add(idNode, name);
  for (const { idNode, criteria } of content.levels) add(idNode, criteria);
  return names;
}
