// One fault, one finding: a slip in a plan that is free of findings is said by the rules of shape, and what it hides is missed by no other.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { YamlNode, YamlScalar } from '../../server/src/yaml/tree.ts';
import { type Linted, lintFiles } from '../support/lint.ts';
import type { MemoryFiles } from '../support/memory-host.ts';
import { root } from '../support/rules.ts';

const entry = 'shiquan-township-earthquake.plan.yaml';
const libraries = ['libraries/qinghe-organizations.plan.yaml', 'libraries/emergency-law.plan.yaml'];
const read = (path: string): Promise<string> => readFile(join(root, 'samples/cn', path), 'utf8');
const files: MemoryFiles = Object.fromEntries(await Promise.all([entry, ...libraries].map(async (path) => [path, await read(path)])));
const text = files[entry] as string;

const sound = await lint(files);
const [document] = sound.file.documents;

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Field {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** The keys that lead to it, ids among them. */
  readonly route: readonly string[];
}

test('the plan is free of findings, and large enough', () => {
  assert.deepEqual(unexpected(sound), []);
  assert.ok(fields.length > 80 && references.length > 80, `${fields.length} fields, ${references.length} references`);
});

test('a misspelt key', () => checkSlips(fields.map(({ key }) => key).filter(({ text: word }) => word.length > 3)));

test('a value that is none of what is asked for', () =>
  checkSlips(
    fields.map(({ value }) => value).filter(({ kind }) => kind !== 'map'),
    () => '{no: {no: no}}',
  ));

test('a misspelt id', () => checkSlips(references.filter(({ end, start }) => end - start > 3)));

test('an import that cannot be found', async () => {
  for (const path of libraries) {
    const left = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
    assert.deepEqual(unexpected(await lint(left)), [], path);
  }
});

/** One field of each key at each depth of each section. */
const fields: readonly Field[] = distinct(
  fieldsIn(document?.yaml.root, []).filter(({ key }) => !key.text.startsWith('x-')),
  ({ key, route }) => `${route[0]} ${route.length} ${key.text}`,
);

/** One place of each id in each section that names it; entries with `imported: true` name their id too. */
const references: readonly Place[] = distinct(
  [
    ...(document?.references ?? []).map(({ node, id, route }) => ({ node, name: `${id} ${route[0]} ${route.at(-1)}` })),
    ...(document?.declarations ?? []).flatMap(({ addition, idNode, id }) => (addition ? [{ node: idNode, name: id }] : [])),
  ],
  ({ name }) => name,
).map(({ node }) => node);

/** Makes one slip after another, each in a text that is sound elsewhere. The usual slip leaves out the last letter but one. */
async function checkSlips(places: readonly Place[], slip = (word: string): string => word.slice(0, -2) + word.slice(-1)): Promise<void> {
  const found: string[] = [];
  for (const { start, end } of places) {
    const word = text.slice(start, end);
    const slipped = text.slice(0, start) + slip(word) + text.slice(end);
    const linted = await lint({ ...files, [entry]: slipped });
    const line = sound.file.lines.position(start).line + 1;
    if (all(linted).length === 0 && slip(word) !== word) found.push(`${line} '${word}': nothing is said`);
    for (const rule of unexpected(linted)) found.push(`${line} '${word}': ${rule}`);
  }
  assert.deepEqual(found, []);
}

function lint(given: MemoryFiles): Promise<Linted> {
  return lintFiles(given, entry, catalogue);
}

function all({ results }: Linted): readonly Finding[] {
  return results.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === undefined);
}

function unexpected(linted: Linted): readonly string[] {
  return all(linted).flatMap(({ rule, message }) => (rule.group === 'shape' ? [] : [`${rule.id} ${message}`]));
}

function fieldsIn(node: YamlNode | undefined, route: readonly string[]): readonly Field[] {
  if (node?.kind === 'list') return node.items.flatMap((item) => fieldsIn(item, route));
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap(({ key, value }): readonly Field[] => {
    if (key.kind !== 'scalar') return [];
    return [{ key, value, route }, ...fieldsIn(value, [...route, key.text])];
  });
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [nameOf(item), item])).values()].toReversed();
}
