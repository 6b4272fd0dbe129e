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
