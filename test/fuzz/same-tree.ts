// Whether two readings of a text are the same in everything: nodes, values, places, comments, problems. It says the first thing that is not,
// and is quick enough to be asked a million times.
import type { Span } from '../../server/src/text/span.ts';
import type { YamlDocument, YamlNode, YamlPair, YamlProblem } from '../../server/src/yaml/tree.ts';

export interface Read {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/** Undefined where there is none. */
export function firstDifference(one: Read, other: Read): string | undefined {
  if (one.documents.length !== other.documents.length) return `${one.documents.length} documents, ${other.documents.length}`;
  for (const [index, document] of one.documents.entries()) {
    const found = inDocuments(document, other.documents[index] as YamlDocument);
    if (found !== undefined) return `document ${index}: ${found}`;
  }
  const said = one.problems.map(problemText);
  const saidByOther = other.problems.map(problemText);
  const at = said.length >= saidByOther.length ? said.findIndex((text, index) => text !== saidByOther[index]) : said.length;
  return at < 0 || said[at] === saidByOther[at] ? undefined : `problem ${at}: ${said[at]}, ${saidByOther[at]}`;
}

/** Undefined where every part lies in its parent, parents are right and neighbours stand in order. */
export function firstMisplaced(documents: readonly YamlDocument[], length: number): string | undefined {
  let end = 0;
  for (const document of documents) {
    if (document.start !== end) return `document ${document.index} begins at ${document.start}, not at ${end}`;
    end = document.end;
    const found = document.root && misplacedIn(document.root, undefined, document, document);
    if (found !== undefined) return found;
    let commentEnd = document.start;
    for (const comment of document.comments) {
      if (comment.start < commentEnd || comment.end > document.end) return `comment ${placeOf(comment)}`;
      commentEnd = comment.end;
    }
  }
  return end === length ? undefined : `documents end at ${end} of ${length}`;
}

/** Where a list is short enough for that, the lists of a document are long because the text is: no depth is lost. */
function inDocuments(one: YamlDocument, other: YamlDocument): string | undefined {
  if (one.index !== other.index || one.origin !== other.origin || isElsewhere(one, other)) return `${placeOf(one)}, ${placeOf(other)}`;
  const found = inNodes(one.root, other.root);
  if (found !== undefined) return found;
  if (one.comments.length !== other.comments.length) return `${one.comments.length} comments, ${other.comments.length}`;
  for (const [index, comment] of one.comments.entries()) {
    const same = other.comments[index] as typeof comment;
    if (isElsewhere(comment, same) || comment.text !== same.text || comment.ownLine !== same.ownLine)
      return `comment ${index} ${placeOf(comment)}, ${placeOf(same)}`;
  }
  return undefined;
}

function inNodes(one: YamlNode | undefined, other: YamlNode | undefined): string | undefined {
  if (one === undefined || other === undefined) return one === other ? undefined : `${one?.kind}, ${other?.kind}`;
  if (one.kind !== other.kind || isElsewhere(one, other) || one.anchor !== other.anchor || one.tag !== other.tag)
    return `${nodeText(one)}, ${nodeText(other)}`;
  switch (one.kind) {
    case 'scalar': {
      if (other.kind !== 'scalar') return undefined;
      const isSame = one.style === other.style && Object.is(one.value, other.value) && one.text === other.text;
      return isSame ? undefined : `${nodeText(one)}, ${nodeText(other)}`;
    }
    case 'alias': {
      if (other.kind !== 'alias') return undefined;
      const { target } = one;
      const isSame =
        target && other.target ? target.kind === other.target.kind && !isElsewhere(target, other.target) : target === other.target;
      return isSame && one.name === other.name ? undefined : `${nodeText(one)}, ${nodeText(other)}`;
    }
    case 'list': {
      if (other.kind !== 'list') return undefined;
      if (one.flow !== other.flow || one.items.length !== other.items.length) return `${nodeText(one)}, ${nodeText(other)}`;
      for (let index = 0; index < one.items.length; index++) {
        const found = inNodes(one.items[index], other.items[index]);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    case 'map': {
      if (other.kind !== 'map') return undefined;
      if (one.flow !== other.flow || one.pairs.length !== other.pairs.length) return `${nodeText(one)}, ${nodeText(other)}`;
      for (let index = 0; index < one.pairs.length; index++) {
        const [pair, same] = [one.pairs[index] as YamlPair, other.pairs[index] as YamlPair];
        const found = isElsewhere(pair, same)
          ? `pair ${placeOf(pair)}, ${placeOf(same)}`
          : (inNodes(pair.key, same.key) ?? inNodes(pair.value, same.value));
        if (found !== undefined) return found;
      }
      return undefined;
    }
  }
}

function misplacedIn(node: YamlNode, parent: YamlNode['parent'], outer: Span, document: YamlDocument): string | undefined {
  if (node.start > node.end || outer.start > node.start || node.end > outer.end) return `${nodeText(node)} in ${placeOf(outer)}`;
  if (node.parent !== parent || node.document !== document) return `${nodeText(node)} has another parent or document`;
  let end = node.start;
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (item.start < end) return `${nodeText(item)} begins before ${end}`;
      const found = misplacedIn(item, node, node, document);
      if (found !== undefined) return found;
      end = item.end;
    }
  } else if (node.kind === 'map') {
    for (const pair of node.pairs) {
      const { key, value } = pair;
      if (pair.parent !== node || pair.start < end || pair.end > node.end || key.end > value.start)
        return `pair ${placeOf(pair)} in ${nodeText(node)}`;
      const found = misplacedIn(key, pair, pair, document) ?? misplacedIn(value, pair, pair, document);
      if (found !== undefined) return found;
      end = pair.end;
    }
  }
  return undefined;
}

function isElsewhere(one: Span, other: Span): boolean {
  return one.start !== other.start || one.end !== other.end;
}

function placeOf({ start, end }: Span): string {
  return `${start}–${end}`;
}

function nodeText(node: YamlNode): string {
  const { kind, anchor, tag } = node;
  const own =
    node.kind === 'scalar'
      ? `${node.style} ${JSON.stringify(node.text)} = ${JSON.stringify(node.value)}`
      : node.kind === 'alias'
        ? `${node.name} → ${node.target && placeOf(node.target)}`
        : `${node.flow ? 'flow' : 'block'} of ${node.kind === 'map' ? node.pairs.length : node.items.length}`;
  return [kind, placeOf(node), own, anchor && `&${anchor}`, tag].filter((word) => word !== undefined).join(' ');
}

function problemText({ rule, code, span, related, data, document }: YamlProblem): string {
  return `${rule}/${code} ${placeOf(span)}${related ? ` (${placeOf(related)})` : ''} ${JSON.stringify(data)} in ${document}`;
}
