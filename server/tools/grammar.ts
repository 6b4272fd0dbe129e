// The TextMate grammar of governance plans: YAML as the format uses it, with ids, references, modes, phases, sectors, legal references and
// dates set off. It stands on its own: the YAML grammars that editors bring differ from version to version, and what is added to a grammar
// from outside sees only what that one has left over.
import { type GrammarKeys, grammarKeys, type ValueKind, valueKinds } from './grammar-keys.ts';

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

type Captures = Readonly<Record<number, { readonly name: string }>>;

/** Names of scopes: those of YAML where themes know one, else with the language at the end. */
const own = (name: string): string => `${name}.governance-plan`;
const scopes = {
  key: 'entity.name.tag.yaml',
  section: `entity.name.tag.yaml ${own('keyword.other.section')}`,
  colon: 'punctuation.separator.key-value.mapping.yaml',
  merge: 'entity.name.tag.merge.yaml',
  id: own('entity.name.type.id'),
  comment: 'comment.line.number-sign.yaml',
  hash: 'punctuation.definition.comment.yaml',
};
const valueScopes: Readonly<Record<Exclude<ValueKind, 'legal-reference'>, string>> = {
  mode: own('constant.language.mode'),
  phase: own('constant.language.phase'),
  sector: own('constant.language.sector'),
  word: own('constant.language.word'),
  reference: own('variable.other.constant.reference'),
};

/** An id of the format, in any script. */
const id = '[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*';
/** Behind a scalar: the end of the line, a comment, or what ends it in flow style. */
const scalarEnd = '(?=\\s*(?:[,}\\]]|$)|\\s+#)';
/** In front of a key or a scalar in flow style. */
const wordStart = '(?<![^\\s{,\\[])';
/** The lines below a key, as far as they are indented deeper; blank lines and comments may stand between them. */
const deeperLines = '^(?=\\1\\s|\\s*(?:#|$))';

const oneOf = (words: readonly string[]): string => words.join('|');
const include = (...names: readonly string[]): readonly Rule[] => names.map((name) => ({ include: `#${name}` }));
const capture = (...names: readonly (string | undefined)[]): Captures =>
  Object.fromEntries(names.flatMap((name, index) => (name === undefined ? [] : [[index + 1, { name }]])));

/** The text of the grammar file. */
export function grammarText(): string {
  return `${JSON.stringify({ name: 'Governance plan', scopeName: 'source.yaml.governance-plan', ...grammar(grammarKeys()) }, null, 2)}\n`;
}

function grammar(keys: GrammarKeys): { readonly patterns: readonly Rule[]; readonly repository: Readonly<Record<string, Rule>> } {
  const repository: Record<string, Rule> = {
    comment: comments,
    document,
    ...structure(keys),
    scalar,
    'flow-scalar': flowScalar,
    properties,
  };
  for (const kind of valueKinds) Object.assign(repository, valueRules(kind, oneOf(keys.values[kind])));
  return { patterns: include('comment', 'document', 'id-section', 'section', 'content'), repository };
}

/** A suppression is a comment that does something, and is coloured so. */
const comments: Rule = {
  patterns: [
    {
      name: scopes.comment,
      begin: '(?:^|(?<=\\s))(#)\\s*(govplan-disable(?:-next-line|-file)?)(?=\\s|$)',
      end: '$',
      beginCaptures: capture(scopes.hash, own('keyword.control.suppression')),
      patterns: [
        {
          begin: '(?<=\\s)--(?=\\s)',
          end: '$',
          patterns: [{ name: own('keyword.other.suppression'), match: '\\b(?:reason|approved-by|until)(?=\\s*:)' }],
        },
        { name: own('entity.name.function.rule'), match: '[a-z]+(?:-[a-z]+)+' },
      ],
    },
    { name: scopes.comment, match: '(?:^|(?<=\\s))(#).*$', captures: capture(scopes.hash) },
  ],
};

const document: Rule = {
  patterns: [
    { name: 'meta.directive.yaml', match: '^%.*$' },
    { name: 'entity.other.document.begin.yaml', match: '^(?:---|\\.\\.\\.)(?=\\s|$)' },
  ],
};

/** Sections, entries, keys: what stands where. */
function structure({ idSections, plainSections, holdings }: GrammarKeys): Readonly<Record<string, Rule>> {
  const entry: Rule = {
    begin: `^(\\s+)(?:(<<)|(x-${id})|(["']?)(${id})\\4)\\s*(:)(?=\\s|$)`,
    while: deeperLines,
    beginCaptures: capture(undefined, scopes.merge, scopes.key, undefined, scopes.id, scopes.colon),
  };
  const flowIds: readonly Rule[] = [
    ...include('comment'),
    { match: `${wordStart}(["']?)(${id})\\1\\s*(:)(?=[\\s,}\\]]|$)`, captures: capture(undefined, scopes.id, scopes.colon) },
    ...include('flow-map', 'flow-node'),
  ];
  const keyed = (names: readonly string[]): string => `(${oneOf(names)})\\s*(:)(?=\\s|$)`;
  return {
    'id-section': {
      begin: `^${keyed(idSections)}`,
      while: '^(?=\\s|#|$)',
      beginCaptures: capture(scopes.section, scopes.colon),
      patterns: include('comment', 'entry', 'flow-ids', 'node'),
    },
    section: { match: `^${keyed(plainSections)}`, captures: capture(scopes.section, scopes.colon) },
    entry: { ...entry, patterns: include('comment', 'holdings', 'content') },
    holdings: {
      begin: `^(\\s+)${keyed(holdings)}`,
      while: deeperLines,
      beginCaptures: capture(undefined, scopes.key, scopes.colon),
      patterns: include('comment', 'held', 'flow-ids', 'node'),
    },
    held: { ...entry, patterns: include('comment', 'content') },
    content: { patterns: include('block-text', ...valueKinds.map((kind) => `${kind}-below`), 'key-value', 'node') },
    'key-value': { patterns: [...include(...valueKinds.map((kind) => `${kind}-behind`)), plainKey] },
    'block-text': {
      contentName: 'string.unquoted.block.yaml',
      begin: '^(\\s*)(?:-\\s+)*(?:([^\\s#\\[\\]{}\'"][^#\\[\\]{}\'"]*?)\\s*(:)\\s+)?([|>][-+0-9]*)\\s*(#.*)?$',
      while: '^(?=\\1\\s|\\s*$)',
      beginCaptures: capture(undefined, scopes.key, scopes.colon, 'keyword.control.flow.block-scalar.yaml', scopes.comment),
    },
    node: { patterns: include('dash', 'flow-map', 'flow-list', 'properties', 'scalar') },
    'flow-node': { patterns: include('comma', 'flow-map', 'flow-list', 'properties', 'flow-scalar') },
    dash: { name: 'punctuation.definition.block.sequence.item.yaml', match: '(?:^|(?<=\\s))-(?=\\s|$)' },
    comma: { name: 'punctuation.separator.mapping.yaml', match: ',' },
    'flow-ids': { ...braces, patterns: flowIds },
    'flow-map': {
      ...braces,
      patterns: [
        ...include('comment'),
        {
          begin: `${wordStart}(${oneOf(holdings)})\\s*(:)\\s*(\\{)`,
          end: '\\}',
          beginCaptures: capture(scopes.key, scopes.colon, 'punctuation.definition.mapping.begin.yaml'),
          endCaptures: { 0: { name: 'punctuation.definition.mapping.end.yaml' } },
          patterns: flowIds,
        },
        ...include('key-value', 'flow-node'),
      ],
    },
    'flow-list': { ...brackets, patterns: include('comment', 'key-value', 'flow-node') },
  };
}

const plainKey: Rule = {
  match: `(?<![^\\s{,\\[-])(?:(<<)|(["'])((?:(?!\\2).)+)\\2|([^\\s,\\[\\]{}#&*!|>'"%@\`:-](?:[^,\\[\\]{}:#]|:(?!\\s|$)|(?<!\\s)#)*?))\\s*(:)(?=[\\s,}\\]]|$)`,
  captures: capture(scopes.merge, undefined, scopes.key, scopes.key, scopes.colon),
};

const braces: Rule = {
  begin: '\\{',
  end: '\\}',
  beginCaptures: { 0: { name: 'punctuation.definition.mapping.begin.yaml' } },
  endCaptures: { 0: { name: 'punctuation.definition.mapping.end.yaml' } },
};

const brackets: Rule = {
  begin: '\\[',
  end: '\\]',
  beginCaptures: { 0: { name: 'punctuation.definition.sequence.begin.yaml' } },
  endCaptures: { 0: { name: 'punctuation.definition.sequence.end.yaml' } },
};

/** The values of some keys: a scalar or a flow list behind the key, or a list on the lines below it. */
function valueRules(kind: ValueKind, keys: string): Readonly<Record<string, Rule>> {
  return {
    [`${kind}-below`]: {
      begin: `^(\\s*)(${keys})\\s*(:)\\s*(?=#|$)`,
      while: '^(?=\\1\\s*-(?:\\s|$)|\\s*(?:#|$))',
      beginCaptures: capture(undefined, scopes.key, scopes.colon),
      patterns: include('comment', 'dash', `${kind}-value`),
    },
    [`${kind}-behind`]: {
      begin: `${wordStart}(${keys})\\s*(:)(?=\\s+[^\\s#])`,
      end: '(?=[,}]|\\s#|$)|(?<=\\])',
      beginCaptures: capture(scopes.key, scopes.colon),
      patterns: [{ ...brackets, patterns: include('comment', 'comma', `${kind}-value`) }, ...include(`${kind}-value`)],
    },
    [`${kind}-value`]: { patterns: [...include('properties'), ...valueWords(kind), ...include('flow-map', 'flow-scalar')] },
  };
}

function valueWords(kind: ValueKind): readonly Rule[] {
  const quoted = (word: string): string => `${wordStart}(["']?)${word}\\1${scalarEnd}`;
  if (kind !== 'legal-reference') return [{ match: quoted(`(${id})`), captures: capture(undefined, valueScopes[kind]) }];
  const basis = own('entity.name.namespace.legal-basis');
  return [
    { name: own('string.unquoted.path'), match: `${wordStart}[^\\s,\\[\\]{}#]+\\.ya?ml${scalarEnd}` },
    {
      match: quoted(`(${id})(#)([\\p{L}\\p{N}._-]+)`),
      captures: capture(undefined, basis, own('punctuation.separator.locator'), own('constant.numeric.locator')),
    },
    { match: quoted(`(${id})`), captures: capture(undefined, basis) },
  ];
}

const properties: Rule = {
  patterns: [
    { match: '(&)([^\\s,\\[\\]{}]+)', captures: capture('punctuation.definition.anchor.yaml', 'entity.name.type.anchor.yaml') },
    { match: '(\\*)([^\\s,\\[\\]{}]+)', captures: capture('punctuation.definition.alias.yaml', 'variable.other.alias.yaml') },
    { name: 'storage.type.tag-handle.yaml', match: '(?<!\\S)!\\S*' },
  ],
};

const typed: readonly Rule[] = [
  { name: own('constant.numeric.date'), match: `${wordStart}\\d{4}-\\d{2}-\\d{2}${scalarEnd}` },
  { name: own('constant.numeric.duration'), match: `${wordStart}\\d+(?:min|mo|h|d|y)${scalarEnd}` },
  { name: 'constant.numeric.yaml', match: `${wordStart}[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?${scalarEnd}` },
  { name: 'constant.language.yaml', match: `${wordStart}(?:true|false|null|~)${scalarEnd}` },
  {
    ...quotes('"', '"'),
    name: 'string.quoted.double.yaml',
    patterns: [{ name: 'constant.character.escape.yaml', match: '\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.|$)' }],
  },
  {
    ...quotes("'", "'(?!')"),
    name: 'string.quoted.single.yaml',
    patterns: [{ name: 'constant.character.escape.yaml', match: "''" }],
  },
];

/** In block style commas and brackets are letters like any others. */
const scalar: Rule = {
  patterns: [...typed, { name: 'string.unquoted.plain.yaml', match: '[^\\s,\\[\\]{}#\'"&*!|>%@`](?:[^#]|(?<!\\s)#)*?(?=\\s*$|\\s+#)' }],
};

const flowScalar: Rule = {
  patterns: [
    ...typed,
    {
      name: 'string.unquoted.plain.yaml',
      match: '[^\\s,\\[\\]{}#\'"&*!|>%@`](?:[^,\\[\\]{}#]|(?<!\\s)#)*?(?=\\s*(?:$|[,\\[\\]{}])|\\s+#)',
    },
  ],
};

function quotes(begin: string, end: string): Rule {
  return {
    begin,
    end,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.yaml' } },
    endCaptures: { 0: { name: 'punctuation.definition.string.end.yaml' } },
  };
}
