// The bounds of the format, and texts made to overrun a careless reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultYamlLimits, type YamlProblem } from '../../server/src/yaml/tree.ts';
import { json, read } from './reading.ts';

function limitsOf(text: string, limits = defaultYamlLimits): readonly (readonly [string, number])[] {
  return read(text, { limits })
    .problems.filter(({ rule }) => rule === 'limit-exceeded')
    .map(({ code, span }: YamlProblem) => [code, span.start]);
}

test('a file is read up to its bound in bytes', () => {
  const limits = { ...defaultYamlLimits, fileBytes: 12 };
  assert.deepEqual(limitsOf('a: 中文。', limits), []);
  const { problems, documents } = read('a: 中文字。\nb: 1\n', { limits });
  assert.deepEqual(problems, [
    { rule: 'limit-exceeded', code: 'file-size', span: { start: 0, end: 7 }, data: { size: 21, limit: 12 }, document: 0 },
  ]);
  assert.equal(documents[0]?.root, undefined);
});

test('a file is read up to its bound in documents, whoever reads it', () => {
  const limits = { ...defaultYamlLimits, documents: 2 };
  for (const head of ['', '%YAML 1.2\n---\n']) {
    assert.deepEqual(limitsOf(`${head}a: 1\n---\nb: 1\n`, limits), []);
    const text = `${head}a: 1\n---\nb: 1\n--- # c\nc: 1\n---\nd: [\n`;
    const { problems, documents } = read(text, { limits });
    const start = text.indexOf('--- #');
    const span = { start, end: start + 7 };
    assert.deepEqual(problems, [{ rule: 'limit-exceeded', code: 'documents', span, data: { limit: 2 }, document: 1 }]);
    assert.deepEqual(
      documents.map(({ root }) => json(root)),
      ['{a: 1}', '{b: 1}'],
    );
  }
});

test('collections may lie 200 deep, whatever their style', () => {
  assert.deepEqual(limitsOf('['.repeat(200) + ']'.repeat(200)), []);
  assert.deepEqual(limitsOf('['.repeat(201) + ']'.repeat(201)), [['nesting-depth', 200]]);
  assert.deepEqual(limitsOf('{a: '.repeat(200) + '}'.repeat(200)), []);
  assert.deepEqual(limitsOf('{a: '.repeat(201) + '}'.repeat(201)), [['nesting-depth', 800]]);
  assert.deepEqual(limitsOf(`${'- '.repeat(200)}a`), []);
  assert.deepEqual(limitsOf(`${'- '.repeat(201)}a`), [['nesting-depth', 400]]);
  assert.deepEqual(limitsOf('[a: '.repeat(100) + ']'.repeat(100)), []);
  assert.deepEqual(limitsOf('[a: '.repeat(101) + ']'.repeat(101)), [['nesting-depth', 400]]);
  const steps = (count: number): string => Array.from({ length: count }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
  assert.deepEqual(limitsOf(steps(200)), []);
  assert.deepEqual(limitsOf(steps(201)), [['nesting-depth', steps(200).length + 200]]);
});

test('a hundred thousand brackets end no run', () => {
  for (const text of ['[', '{a: ', '- ', '? ', '[{a: ', '- [', ': '].map((unit) => unit.repeat(100_000))) {
    assert.deepEqual(
      limitsOf(text).map(([code]) => code),
      ['nesting-depth'],
      text.slice(0, 10),
    );
  }
});

test('what lies too deep is left out, the rest and the next document are read', () => {
  const { documents, problems } = read(`a: 1\nb: ${'['.repeat(300)}\n---\nc: ]\n`);
  assert.deepEqual(
    problems.map(({ code, document }) => [code, document]),
    [
      ['nesting-depth', 0],
      ['unexpected-bracket', 1],
    ],
  );
  assert.deepEqual(
    documents.map(({ root }) => (root?.kind === 'map' ? root.pairs.map(({ key }) => (key.kind === 'scalar' ? key.text : '')) : [])),
    [['a', 'b'], ['c']],
  );
});

test('aliases may stand for 10,000 nodes in a document', () => {
  const list = (count: number): string => `a: &a 1\nb:\n${'  - *a\n'.repeat(count)}`;
  assert.deepEqual(limitsOf(list(10_000)), []);
  assert.deepEqual(limitsOf(list(20_000)), [['alias-expansion', 'a: &a 1\nb:\n'.length + 10_000 * 7 + 4]]);
});

test('the first alias too many is named, and the later ones that fit still count', () => {
  const limits = { ...defaultYamlLimits, aliasNodes: 6 };
  const { problems, documents } = read('a: &a [1, 2]\nb: [*a, *a, *a]\nc: &c 3\nd: *c\n', { limits });
  assert.deepEqual(
    problems.map(({ code, span }) => [code, span.start]),
    [['alias-expansion', 25]],
  );
  const b = documents[0]?.root?.kind === 'map' ? documents[0].root.pairs[1]?.value : undefined;
  assert.deepEqual(b?.kind === 'list' ? b.items.map((item) => item.kind === 'alias' && item.target !== undefined) : [], [
    true,
    true,
    false,
  ]);
});

test('aliases of aliases are counted by what they stand for in the end', () => {
  const levels = ['b', 'c', 'd', 'e', 'f', 'g'].map(
    (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(', ')}]\n`,
  );
  const text = `a: &a [x, x, x, x, x, x, x, x, x]\n${levels.join('')}`;
  assert.deepEqual(limitsOf(text), [['alias-expansion', text.indexOf('*d')]]);
});

test('aliases do not hide depth', () => {
  const limits = { ...defaultYamlLimits, nestingDepth: 6 };
  assert.deepEqual(limitsOf('a: &a [[1]]\nb: &b [[*a]]\n', limits), []);
  assert.deepEqual(limitsOf('a: &a [[1]]\nb: &b [[*a]]\nc: [[*b]]\n', limits), [['nesting-depth', 30]]);
});

test('large texts lose nothing', () => {
  const keys = (count: number): string => Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('');
  for (const text of [keys(100_000), `{${keys(10_000).trim().replaceAll('\n', ', ')}}`]) {
    const { documents, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.equal(documents[0]?.root?.kind === 'map' ? documents[0].root.pairs.length : 0, text.startsWith('{') ? 10_000 : 100_000);
  }
  const line = read(`a: [${'abc, '.repeat(1_000_000)}]\n`);
  const [pair] = line.documents[0]?.root?.kind === 'map' ? line.documents[0].root.pairs : [];
  assert.equal(pair?.value.kind === 'list' ? pair.value.items.length : 0, 1_000_000);
});
