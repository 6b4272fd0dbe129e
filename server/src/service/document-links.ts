// What in a plan can be followed: the paths of imports and parent plans, and web addresses.
import { locate } from '../plan/locate.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import { contentSpan } from '../yaml/scalar-content.ts';
import type { YamlNode, YamlScalar } from '../yaml/tree.ts';
import type { Analysis } from './session.ts';

export interface PlanLink {
  readonly range: Range;
  readonly target: { readonly kind: 'file'; readonly file: FileId } | { readonly kind: 'web'; readonly address: string };
}

/** Paths that lead out of the workspace, or to nothing, are no links; nor is an address that is not of the web. */
export function linksOf({ file, closure }: Analysis): readonly PlanLink[] {
  // Most plans hold no address at all. Only in double quotes can one be written otherwise, with escapes.
  const hasAddress = /https?:\/\/|\\/i.test(file.text);
  return file.documents.flatMap((document) => {
    const range = (node: YamlScalar): Range => file.lines.range(contentSpan(node));
    const paths = closure.edges(document).flatMap(({ node, attempted, failure }): readonly PlanLink[] => {
      const isThere = failure === undefined || failure === 'faulty' || failure === 'not-govplan' || failure === 'no-plan';
      return attempted !== undefined && isThere ? [{ range: range(node), target: { kind: 'file', file: attempted } }] : [];
    });
    const addresses = (hasAddress ? urlsBelow(document.yaml.root) : []).map(
      (node): PlanLink => ({ range: range(node), target: { kind: 'web', address: node.text } }),
    );
    return [...paths, ...addresses];
  });
}

/** The fields of the type `url` whose text is an address of the web. */
function urlsBelow(root: YamlNode | undefined): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const queue = root ? [root] : [];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.kind === 'map') for (const { value } of node.pairs) queue.push(value);
    else if (node.kind === 'list') for (const item of node.items) queue.push(item);
    else if (node.kind === 'scalar' && /^https?:\/\/[^\s/]/i.test(node.text) && isUrlField(node)) found.push(node);
  }
  return found.sort((a, b) => a.start - b.start);
}

function isUrlField(node: YamlScalar): boolean {
  const { shape } = locate(node);
  return shape?.type === 'string' && shape.role === 'url';
}
