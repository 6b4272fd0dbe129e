// YAML anchors and aliases as names: where `&name` stands, which `*name` mean it.
import { type Span, touches } from '../text/span.ts';
import type { YamlAlias, YamlDocument, YamlNode } from '../yaml/tree.ts';

export interface Anchor {
  readonly node: YamlNode;
  readonly name: string;
  /** The name behind the `&`. */
  readonly span: Span;
}

/** The anchor that an offset is on, at its `&name` or at one of its aliases. */
export function anchorAt(text: string, document: YamlDocument, offset: number): Anchor | undefined {
  // The trees of most documents need not be walked: there is no such sign near the offset.
  if (!/[&*]/.test(text.slice(Math.max(0, text.lastIndexOf('\n', offset - 1)), offset + 1))) return undefined;
  const { anchors, aliases } = anchorsOf(text, document);
  const alias = aliases.find((candidate) => touches(candidate, offset));
  if (alias) return anchors.find(({ node }) => node === alias.target);
  return anchors.find(({ span }) => touches({ start: span.start - 1, end: span.end }, offset));
}

/** An anchor with what it names. */
export function propertySpan({ node, span }: Anchor): Span {
  return { start: span.start - 1, end: Math.max(node.end, span.end) };
}

/** In the order of the text. */
export function aliasesOf(document: YamlDocument, target: YamlNode): readonly YamlAlias[] {
  const aliases = [...nodesOf(document.root)].filter((node): node is YamlAlias => node.kind === 'alias' && node.target === target);
  return aliases.sort((a, b) => a.start - b.start);
}

/** The names of all anchors of a document. */
export function anchorNames(document: YamlDocument): ReadonlySet<string> {
  return new Set([...nodesOf(document.root)].flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor])));
}

function anchorsOf(text: string, document: YamlDocument): { readonly anchors: readonly Anchor[]; readonly aliases: readonly YamlAlias[] } {
  const anchors: Anchor[] = [];
  const aliases: YamlAlias[] = [];
  const visit = (node: YamlNode, before: number): void => {
    if (node.kind === 'alias') aliases.push(node);
    const span = node.anchor === undefined ? undefined : anchorSpan(text, before, node, node.anchor);
    if (span && node.anchor !== undefined) anchors.push({ node, name: node.anchor, span });
    let end = node.start;
    if (node.kind === 'map') {
      for (const pair of node.pairs) {
        visit(pair.key, pair.start);
        visit(pair.value, pair.key.end);
      }
    } else if (node.kind === 'list') {
      for (const item of node.items) {
        visit(item, end);
        end = item.end;
      }
    }
  };
  if (document.root) visit(document.root, document.start);
  return { anchors, aliases };
}

/** The name of a node's anchor stands between what comes before the node and the node, perhaps with a comment behind it. */
function anchorSpan(text: string, from: number, node: YamlNode, name: string): Span | undefined {
  for (const { 1: found, index } of text.slice(from, node.start).matchAll(/(?<![^\s])#[^\r\n]*|&([^\s,[\]{}]+)/g)) {
    const start = from + index + 1;
    if (found === name) return { start, end: start + name.length };
  }
  return undefined;
}

function* nodesOf(node: YamlNode | undefined): Iterable<YamlNode> {
  if (node === undefined) return;
  const queue = [node];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    yield next;
    if (next.kind === 'map') for (const { key, value } of next.pairs) queue.push(value, key);
    else if (next.kind === 'list') for (const item of next.items) queue.push(item);
  }
}
