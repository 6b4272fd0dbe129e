// How the tests of the YAML layer look at a tree: as plain values, and through marks in the text.
import assert from 'node:assert/strict';
import type { Span } from '../../server/src/text/span.ts';
import { parseYaml, type YamlOptions } from '../../server/src/yaml/parse.ts';
import type { YamlDocument, YamlNode, YamlStream } from '../../server/src/yaml/tree.ts';

/** A map as its entries in order, a key as its text, so that equal keys and key order show. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly map: readonly (readonly [Plain, Plain])[] };

export function plain(node: YamlNode | undefined): Plain | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'map':
      return { map: node.pairs.map(({ key, value }) => [key.kind === 'scalar' ? key.text : (plain(key) as Plain), plain(value) as Plain]) };
    case 'list':
      return node.items.map((item) => plain(item) as Plain);
    case 'scalar':
      return node.value ?? null;
    case 'alias':
      return plain(node.target) ?? `*${node.name}`;
  }
}

/** What `JSON.stringify` would make of a node, keys by their text: the shortest way to say what a test expects. */
export function json(node: YamlNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return '';
    case 'map':
      return `{${node.pairs.map(({ key, value }) => `${key.kind === 'scalar' ? key.text : json(key)}: ${json(value)}`).join(', ')}}`;
    case 'list':
      return `[${node.items.map(json).join(', ')}]`;
    case 'scalar':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value ?? null);
    case 'alias':
      return node.target ? json(node.target) : `*${node.name}`;
  }
}

export function read(text: string, options: Partial<YamlOptions> = {}): YamlStream {
  return parseYaml(text, { origin: 'test.plan.yaml', ...options });
}

/** The root of the first document of a text without faults. */
export function rootOf(text: string): YamlNode {
  const { documents, problems } = read(text);
  assert.deepEqual(problems, [], `no problems in ${JSON.stringify(text)}`);
  assert.ok(documents[0]?.root, `a node in ${JSON.stringify(text)}`);
  return documents[0].root;
}

/** Takes the marks `«…»` out of a text and gives the stretches between them, in order of their beginnings. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') {
      const span = { start: text.length, end: text.length };
      spans.push(span);
      open.push(span);
    } else if (piece === '»') {
      const span = open.pop();
      assert.ok(span, 'a mark that closes one opened before');
      span.end = text.length;
    } else text += piece;
  }
  return { text, spans };
}

/** Checks that every part lies in its parent, that parents are right, and that neighbours stand in order. */
export function checkNesting({ text, documents }: YamlStream): void {
  let documentEnd = 0;
  for (const document of documents) {
    assert.equal(document.start, documentEnd, 'documents leave no gap');
    documentEnd = document.end;
    if (document.root) checkNode(document.root, document, undefined, document);
    let commentEnd = document.start;
    for (const comment of document.comments) {
      assert.ok(commentEnd <= comment.start && comment.end <= document.end, 'comments stand in order, in their document');
      assert.equal(text.slice(comment.start, comment.start + 1), '#');
      commentEnd = comment.end;
    }
  }
  assert.equal(documentEnd, text.length);
}

function checkNode(node: YamlNode, outer: Span, parent: YamlNode['parent'], document: YamlDocument): void {
  const place = `${node.kind} ${node.start}–${node.end} in ${outer.start}–${outer.end}`;
  assert.ok(node.start <= node.end && outer.start <= node.start && node.end <= outer.end, place);
  assert.equal(node.parent, parent);
  assert.equal(node.document, document);
  let end = node.start;
  if (node.kind === 'map') {
    for (const pair of node.pairs) {
      assert.ok(end <= pair.start && pair.start <= pair.end && pair.end <= node.end, `pair ${pair.start}–${pair.end}, ${place}`);
      assert.equal(pair.parent, node);
      assert.ok(pair.key.end <= pair.value.start, `value before key, ${place}`);
      checkNode(pair.key, pair, pair, document);
      checkNode(pair.value, pair, pair, document);
      end = pair.end;
    }
  } else if (node.kind === 'list') {
    for (const item of node.items) {
      assert.ok(end <= item.start, `item at ${item.start}, ${place}`);
      checkNode(item, node, node, document);
      end = item.end;
    }
  }
}

/** All of some trees as plain values but their parents, which `checkNesting` checks; an alias with where its target stands. */
export function outline(documents: readonly YamlDocument[]): unknown {
  return documents.map(({ index, origin, start, end, root, comments }) => ({
    ...{ index, origin, start, end },
    root: root && outlineNode(root),
    comments: comments.map((comment) => ({ start: comment.start, end: comment.end, text: comment.text, ownLine: comment.ownLine })),
  }));
}

function outlineNode(node: YamlNode): unknown {
  const { kind, start, end, anchor, tag } = node;
  const own = { kind, start, end, anchor, tag };
  switch (node.kind) {
    case 'map':
      return {
        ...own,
        flow: node.flow,
        pairs: node.pairs.map((pair) => ({ start: pair.start, end: pair.end, key: outlineNode(pair.key), value: outlineNode(pair.value) })),
      };
    case 'list':
      return { ...own, flow: node.flow, items: node.items.map(outlineNode) };
    case 'scalar':
      return { ...own, style: node.style, value: node.value, text: node.text };
    case 'alias':
      return { ...own, name: node.name, target: node.target && [node.target.kind, node.target.start, node.target.end] };
  }
}
