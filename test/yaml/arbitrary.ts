// Random YAML texts that are right: every layout a plan author may choose, with comments wherever they may stand.
import fc from 'fast-check';

/** Renders a node that begins behind `key:` or `-`; `indent` is the column of the lines it may go on with. */
type Render = (indent: number) => string;

const word = fc.constantFrom(
  'a',
  'b',
  'blue-sky',
  '红十字会',
  'x y',
  'it is',
  '10',
  '010',
  '1.5',
  'true',
  'null',
  '~',
  '2025-01-01',
  'a:b',
  'a#b',
  '-x',
  '?x',
  '👍',
);
const quoted = fc.constantFrom('""', "''", '"a: b"', "'it''s'", '"a\\nb"', '"#"', '"[x"', "'{'", '"1"', '"\\u4e2d"', '"  "');
const comment = fc.constantFrom('', '', '', ' # 说明', ' # a: b', " # '");
const ownLines = fc.constantFrom('', '', '', '\n', '\n# own\n', '  # indented\n', '# one\n\n# two\n');
const keys = fc.constantFrom('a', 'b', 'c', 'name', '名称', '"quoted"', "'q'", '1', 'x-y', 'long key');

function flowScalar(): fc.Arbitrary<string> {
  return fc.oneof(word, quoted);
}

function distinct<T>(entry: fc.Arbitrary<readonly [string, T]>, minLength: number): fc.Arbitrary<readonly (readonly [string, T])[]> {
  return fc.uniqueArray(entry, { minLength, maxLength: 3, selector: ([key]) => key.replace(/["']/g, '') });
}

const { flow } = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2 },
    flowScalar(),
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    distinct(fc.tuple(keys, tie('flow')), 0).map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
  ),
}));

/** A map or list in brackets over several lines, with comments and perhaps a comma at the end. */
const tallFlow: fc.Arbitrary<Render> = fc
  .tuple(fc.boolean(), distinct(fc.tuple(keys, fc.tuple(flow, comment)), 1), fc.boolean())
  .map(([isMap, parts, hasComma]) => (indent: number) => {
    const lines = parts.map(([key, [value, note]], index) => {
      const comma = index < parts.length - 1 || hasComma ? ',' : '';
      return `\n${' '.repeat(indent + 2)}${isMap ? `${key}: ` : ''}${value}${comma}${note}`;
    });
    return ` ${isMap ? '{' : '['}${lines.join('')}\n${' '.repeat(indent)}${isMap ? '}' : ']'}\n`;
  });

const blockScalar: fc.Arbitrary<Render> = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '|+'),
    comment,
    fc.constantFrom('one', 'one\n two', 'one\n\ntwo', '# no comment'),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([header, note, content, blanks]) => (indent: number) => {
    const lines = content.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
    return ` ${header}${note}\n${lines.join('\n')}\n${blanks}`;
  });

const oneLine: fc.Arbitrary<Render> = fc.tuple(fc.oneof(flow, fc.constant('')), comment).map(
  ([value, note]) =>
    () =>
      `${value === '' ? '' : ` ${value}`}${note}\n`,
);

const { node } = fc.letrec<{ node: Render }>((tie) => {
  const pairs = distinct(fc.tuple(keys, fc.tuple(tie('node'), ownLines)), 1);
  const mapAt = (entries: readonly (readonly [string, readonly [Render, string]])[], indent: number): string =>
    entries.map(([key, [value, before]], index) => `${index === 0 ? '' : before}${' '.repeat(indent)}${key}:${value(indent + 2)}`).join('');
  const blockMap = fc.tuple(pairs, comment).map(
    ([entries, note]): Render =>
      (indent) =>
        `${note}\n${mapAt(entries, indent)}`,
  );
  const listAt = (items: readonly (readonly [Render, string])[], indent: number): string =>
    items.map(([item, before], index) => `${index === 0 ? '' : before}${' '.repeat(indent)}-${item(indent + 2)}`).join('');
  const item = fc.tuple(fc.oneof({ weight: 3, arbitrary: tie('node') }, { weight: 1, arbitrary: pairs.map(compact) }), ownLines);
  const blockList = fc.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), comment, fc.boolean()).map(
    ([items, note, isFlush]): Render =>
      (indent) =>
        `${note}\n${listAt(items, isFlush ? Math.max(indent - 2, 0) : indent)}`,
  );

  function compact(entries: readonly (readonly [string, readonly [Render, string]])[]): Render {
    return (indent) => ` ${mapAt(entries, indent).trimStart()}`;
  }

  return { node: fc.oneof({ maxDepth: 3 }, oneLine, oneLine, tallFlow, blockScalar, blockMap, blockList) };
});

/** A document whose root is a block map. */
export const documentText: fc.Arbitrary<string> = fc
  .tuple(distinct(fc.tuple(keys, fc.tuple(node, ownLines)), 1), ownLines, ownLines, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([entries, before, after, lineBreak, endsOpen]) => {
    const lines = before + entries.map(([key, [value, above]]) => `${above}${key}:${value(2)}`).join('') + after;
    return (endsOpen ? lines.replace(/\n+$/, '') : lines).replaceAll('\n', lineBreak);
  });

/** What plans rarely have and YAML knows all the same: each an entry with its lines, as deep as `indent`. */
const rareEntry: fc.Arbitrary<Render> = fc
  .constantFrom<Render>(
    () => ' &base {x: 1, y: [a, b]}\n',
    (indent) => ` &base # note\n${' '.repeat(indent)}x: 1\n${' '.repeat(indent)}# inside\n${' '.repeat(indent)}y: *other\n`,
    (indent) => `\n${' '.repeat(indent)}<<: *other\n${' '.repeat(indent)}z: 1\n`,
    (indent) => `\n${' '.repeat(indent)}<<: [*other, *map]\n`,
    () => ' *other\n',
    () => ' [*other, *map]   # both\n',
    () => ' &base\n',
    () => ' &base text\n',
    (indent) => ` |2\n${' '.repeat(indent)}  deeper first\n${' '.repeat(indent)}then not\n`,
    (indent) => ` >1-\n${' '.repeat(indent - 1)}folded\n${' '.repeat(indent - 1)}text\n\n`,
    (indent) => ` |+ # kept\n${' '.repeat(indent)}a\n\n\n`,
    (indent) => ` >\n${' '.repeat(indent)}a\n${' '.repeat(indent)}  more\n${' '.repeat(indent)}b\n`,
    () => ' |\n',
    (indent) => ` plain\n${' '.repeat(indent)}goes on 红十字会\n\n${' '.repeat(indent)}👍 and on\n`,
    (indent) => ` "quoted\n${' '.repeat(indent)}goes on\\\n${' '.repeat(indent)}and on"\n`,
    (indent) => ` 'quoted\n\n${' '.repeat(indent)}goes on'   \n`,
    () => '\ttab before\n',
    () => ' tab behind\t# note\n',
    () => ' "tab\tinside"\n',
    (indent) => `   \n${' '.repeat(indent)}- - a\n${' '.repeat(indent)}  - b\n${' '.repeat(indent)}-\n${' '.repeat(indent)}  - c\n`,
    (indent) => `\n${' '.repeat(indent)}? explicit\n${' '.repeat(indent)}: value\n`,
    (indent) => `\n${' '.repeat(indent)}? [a, b]\n`,
    () => ' [a: b, "c":d, ? e]\n',
    () => ' {a, "b":c, d: , "e"}\n',
    () => ' !!str 10\n',
    () => ' !!map {a: b}\n',
    (indent) => `\n# at column 0\n${' '.repeat(indent)}a: 1\n${' '.repeat(indent + 4)}# far in\n${' '.repeat(indent)}b: 2\n`,
    (indent) => ` # note\n\n${' '.repeat(indent)}# note below\n${' '.repeat(indent)}scalar\n`,
  )
  .map((render) => render);

const anchors = '"map": &map {m: 1}\n\'other\': &other\n  o: 1\n';
const rareKeys = fc.constantFrom('a', 'b ', '"c"', "'d'", '名称', '👍', '"q: #"', '1', 'x y', '"\\x41"', '-k', '?k', ':k', '.k', 'k#');

const rareDocument: fc.Arbitrary<string> = fc
  .tuple(distinct(fc.tuple(rareKeys, fc.oneof(rareEntry, rareEntry, node)), 1), ownLines, fc.constantFrom(0, 2))
  .map(([entries, before, depth]) => {
    const indent = ' '.repeat(depth);
    const lines = entries.map(([key, value]) => `${before}${indent}${key}:${value(depth + 2)}`).join('');
    return `${anchors}${depth > 0 ? 'entries:\n' : ''}${lines}`;
  });

/** Streams that are right, with what the quick reader leaves to the thorough one. */
export const rightText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.oneof(rareDocument, rareDocument, documentText),
        fc.constantFrom('---\n', '--- # note\n', '...\n---\n', '...\n# between\n---\n'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom('', '', '', '\ufeff', '---\n', '# note\n---\n', '%YAML 1.2\n---\n', '\n\n'),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([documents, before, lineBreak]) => {
    const text = documents.map(([document, marker], index) => (index === 0 ? '' : marker) + document.replace(/\r?\n|$/g, '\n')).join('');
    return (before + text).replaceAll('\n', lineBreak);
  });

/** Pieces of YAML in any order: mostly wrong. */
export const brokenText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...['a', 'b: ', 'key', 'x y', '：', '名', '"', "'", '"q"', "'s'", '[', ']', '{', '}', ',', ', ', ':', ': ', '- ', '-', '? ', '?'],
      ...['\n', '\n  ', '\n    ', '\n\t', '\t', ' ', '#', '# c', '\n# c\n', '|', '>', '|\n', '>-\n', '|2\n', '&a ', '*a', '!t ', '!!str '],
      ...[
        '<<: ',
        '---\n',
        '...\n',
        '\r\n',
        '\r',
        '\ufeff',
        '\0',
        '\\',
        '\\n',
        '%YAML 1.2\n',
        '%',
        '@',
        '`',
        '1',
        'null',
        '~',
        '👍',
        '\ud800',
      ],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
