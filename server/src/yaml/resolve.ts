// One pass over a finished document, in its order: anchors and aliases, duplicate keys, merge values. Bounds what aliases expand to.

import type { Span } from '../text/span.ts';
import type { Block, Draft } from './draft.ts';
import { checkKeys } from './keys.ts';
import { blocksOf, type Entry, type Section } from './sections.ts';
import type { YamlAlias, YamlDocument, YamlLimits, YamlNode, YamlProblem } from './tree.ts';

/** How much an anchored node is, with everything its own aliases stand for. */
interface Extent {
  readonly nodes: number;
  /** How many collections lie in one another, itself included. */
  readonly depth: number;
}

/** Sets the targets of all aliases, and returns what is wrong with the document as a whole. */
export function resolveDocument(document: YamlDocument, limits: YamlLimits): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  /** The latest node of each anchor's name. */
  const anchored = new Map<string, Exclude<YamlNode, YamlAlias>>();
  /** Of anchored nodes that are complete. */
  const extents = new Map<YamlNode, Extent>();
  let expanded = 0;
  let isBoundReported = false;

  const report = (rule: YamlProblem['rule'], code: YamlProblem['code'], { start, end }: Span, data: YamlProblem['data'] = {}): void => {
    problems.push({ rule, code, span: { start, end }, data, document: document.index });
  };

  const visit = (node: YamlNode, depth: number): Extent => {
    if (node.kind === 'alias') return visitAlias(node, depth);
    if (node.anchor !== undefined && node.anchor !== '') anchored.set(node.anchor, node);
    let nodes = node.kind === 'scalar' ? 1 + Math.floor(node.text.length / usualLength) : 1;
    let inner = 0;
    const add = (child: YamlNode): void => {
      const extent = visit(child, depth + 1);
      nodes += extent.nodes;
      inner = Math.max(inner, extent.depth);
    };
    if (node.kind === 'map') {
      for (const pair of node.pairs) {
        add(pair.key);
        add(pair.value);
      }
      checkKeys(node, problems);
    } else if (node.kind === 'list') node.items.forEach(add);
    const extent = { nodes, depth: node.kind === 'scalar' ? 0 : inner + 1 };
    if (node.anchor !== undefined) extents.set(node, extent);
    return extent;
  };

  const visitAlias = (alias: Draft<YamlAlias>, depth: number): Extent => {
    const none = { nodes: 1, depth: 0 };
    // It may have led somewhere before an edit.
    alias.target = undefined;
    const target = anchored.get(alias.name);
    if (target === undefined) {
      if (alias.name !== '') report('yaml-syntax', 'unresolved-alias', alias, { name: alias.name });
      return none;
    }
    const extent = extents.get(target);
    if (extent === undefined) {
      report('limit-exceeded', 'alias-expansion', alias, { name: alias.name, limit: limits.aliasNodes });
      return none;
    }
    const isTooMuch = expanded + extent.nodes > limits.aliasNodes;
    const isTooDeep = depth + extent.depth - 1 > limits.nestingDepth;
    if (isTooMuch || isTooDeep) {
      const [code, limit] = isTooMuch
        ? (['alias-expansion', limits.aliasNodes] as const)
        : (['nesting-depth', limits.nestingDepth] as const);
      if (!isBoundReported) report('limit-exceeded', code, alias, { name: alias.name, limit });
      isBoundReported = true;
      return none;
    }
    expanded += extent.nodes;
    alias.target = target;
    return extent;
  };

  if (document.root) visit(document.root, 1);
  return problems;
}

/** The same for a document in blocks, of which only the new ones are looked at where nothing ties one to another. */
export function resolveSections(document: YamlDocument, sections: readonly Section[], limits: YamlLimits): readonly YamlProblem[] {
  if (blocksOf(sections).some(({ isTied }) => isTied)) return resolveDocument(document, limits);
  const problems: YamlProblem[] = [];
  if (document.root?.kind === 'map') checkKeys(document.root, problems);
  for (const { head, pairs, spread } of sections) {
    addProblems(head, problems, { pairs, items: [] }, spread !== undefined);
    if (spread === undefined) continue;
    for (const { value } of pairs) if (value.kind === 'map') checkKeys(value, problems);
    for (const entry of spread.entries) addProblems(entry.block, problems, entry, false);
  }
  return problems;
}

/** In characters: a scalar that is longer counts as several nodes, for whoever looks at what an alias brings in looks at all of it. */
const usualLength = 1000;

/**
 * Adds what is wrong with the keys within a block, looked for where the block is new and the reader met doubtful ones. `isHead`: the values of its
 * pairs are blocks of their own.
 */
function addProblems(block: Block, problems: YamlProblem[], { pairs, items }: Pick<Entry, 'pairs' | 'items'>, isHead: boolean): void {
  if (block.keyProblems === undefined) {
    const found: YamlProblem[] = [];
    for (const item of items) checkAllKeys(item, found);
    for (const { key, value } of pairs) {
      checkAllKeys(key, found);
      if (!isHead) checkAllKeys(value, found);
    }
    block.keyProblems = found.map((problem) => moved(problem, -block.at, block.document.index));
  }
  for (const problem of block.keyProblems) problems.push(moved(problem, block.at, block.document.index));
}

function checkAllKeys(node: YamlNode, problems: YamlProblem[]): void {
  if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      checkAllKeys(key, problems);
      checkAllKeys(value, problems);
    }
    checkKeys(node, problems);
  } else if (node.kind === 'list') for (const item of node.items) checkAllKeys(item, problems);
}

/** A problem of a block whose places count from another offset. */
export function moved(problem: YamlProblem, by: number, document: number): YamlProblem {
  const { span, related } = problem;
  return { ...problem, span: movedSpan(span, by), ...(related && { related: movedSpan(related, by) }), document };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
