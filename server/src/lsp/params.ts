// What a request must bring along so that it can be answered at all. A client that forgets it is told what is missing; without this every
// feature would have to look, or fail in words of its own.

/** What is missing or wrong in the parameters of a request; undefined where nothing is, or where the method is not known. */
export function faultOf(method: string, params: unknown): string | undefined {
  const needs = needsOf[method] ?? [];
  const missing = needs.filter((path) => !kinds[path](valueAt(params, path)));
  return missing.length === 0 ? undefined : `missing or of the wrong type: ${missing.join(', ')}`;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isRange = (value: unknown): boolean => isObject(value) && isObject(value.start) && isObject(value.end);
/** Where a position lies is not asked here: one that is out of range lands at the edge. */
const isPosition = isObject;

const kinds = {
  'textDocument.uri': isText,
  position: isPosition,
  positions: (value: unknown): boolean => Array.isArray(value) && value.every(isPosition),
  range: isRange,
  context: isObject,
  capabilities: isObject,
  newName: isText,
  query: isText,
  revision: isText,
  uri: isText,
  previousResultIds: (value: unknown): boolean => Array.isArray(value) && value.every(isObject),
  'item.uri': isText,
  'item.selectionRange': isRange,
  'data.uri': isText,
  'data.range': isRange,
};

const document = ['textDocument.uri'] as const;
const place = [...document, 'position'] as const;
const part = [...document, 'range'] as const;
const call = ['item.uri', 'item.selectionRange'] as const;

const needsOf: Readonly<Record<string, readonly (keyof typeof kinds)[]>> = {
  initialize: ['capabilities'],
  'textDocument/codeAction': [...part, 'context'],
  'textDocument/codeLens': document,
  'textDocument/completion': place,
  'textDocument/definition': place,
  'textDocument/diagnostic': document,
  'textDocument/documentHighlight': place,
  'textDocument/documentLink': document,
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/formatting': document,
  'textDocument/hover': place,
  'textDocument/inlayHint': part,
  'textDocument/prepareCallHierarchy': place,
  'textDocument/prepareRename': place,
  'textDocument/rangeFormatting': part,
  'textDocument/references': [...place, 'context'],
  'textDocument/rename': [...place, 'newName'],
  'textDocument/selectionRange': [...document, 'positions'],
  'textDocument/semanticTokens/full': document,
  'textDocument/semanticTokens/full/delta': document,
  'textDocument/semanticTokens/range': part,
  'workspace/diagnostic': ['previousResultIds'],
  'workspace/symbol': ['query'],
  'workspace/textDocumentContent': ['uri'],
  'callHierarchy/incomingCalls': call,
  'callHierarchy/outgoingCalls': call,
  'codeAction/resolve': ['data.uri', 'data.range'],
  'govplan/checkRevision': [...document, 'revision'],
  'govplan/classification': place,
  'govplan/governanceTree': place,
  'govplan/report': place,
  'govplan/view': place,
};

function valueAt(params: unknown, path: string): unknown {
  let value = params;
  for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
  return value;
}
