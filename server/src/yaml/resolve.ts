// One pass over a finished document, in its order: anchors and aliases, duplicate keys, merge values. Bounds what aliases expand to.

import type { Span } from '../text/span.ts';
import type { Draft } from './draft.ts';
import type { YamlAlias, YamlDocument, YamlLimits, YamlMap, YamlNode, YamlProblem } from './tree.ts';
import { followAlias, isMergeKey } from './view.ts';

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
    let nodes = 1;
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
      checkKeys(node);
    } else if (node.kind === 'list') node.items.forEach(add);
    const extent = { nodes, depth: node.kind === 'scalar' ? 0 : inner + 1 };
    if (node.anchor !== undefined) extents.set(node, extent);
    return extent;
  };

  const visitAlias = (alias: Draft<YamlAlias>, depth: number): Extent => {
    const none = { nodes: 1, depth: 0 };
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

  const checkKeys = (map: YamlMap): void => {
    const first = new Map<string, YamlNode>();
    for (const { key, value } of map.pairs) {
      const scalar = followAlias(key);
      if (scalar?.kind !== 'scalar') continue;
      const earlier = first.get(scalar.text);
      if (earlier === undefined) first.set(scalar.text, key);
      else {
        problems.push({
          rule: 'duplicate-id',
          code: 'duplicate-key',
          span: { start: key.start, end: key.end },
          related: { start: earlier.start, end: earlier.end },
          data: { key: scalar.text },
          document: document.index,
        });
      }
      if (isMergeKey(scalar)) checkMerge(scalar, value);
    }
  };

  const checkMerge = (key: YamlNode, value: YamlNode): void => {
    const target = followAlias(value);
    const sources = target?.kind === 'list' ? target.items : [value];
    const wrong = sources.find((source) => !['map', undefined].includes(followAlias(source)?.kind));
    if (wrong === undefined) return;
    // Inside a list that an alias stands for, the alias is at fault; an empty value has no width to point at.
    const place = value.kind === 'alias' ? value : wrong;
    report('yaml-syntax', 'bad-merge', place.start === place.end ? key : place);
  };

  if (document.root) visit(document.root, 1);
  return problems;
}
