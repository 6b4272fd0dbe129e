// What a document is read into: typed values with the places they stand at, what it declares, what it refers to.
import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import type { PlanDocument } from '../../server/src/plan/build.ts';
import { readOne } from './reading.ts';

const plan = `govplan: "1"
plan: {id: p, title: P, type: special, status: draft, jurisdiction: {level: county, name: C}}
`;

type Content = NonNullable<PlanDocument['content']>;

function contentOf(text: string): Content {
  const { content } = readOne(text);
  assert(content);
  return content;
}

test('a single item is a list of one', () => {
  const { plan: head, links } = contentOf(`govplan: 1
plan: {hazards: flood, consultation: {with: red-cross}, jurisdiction: {areas: {zh: 甲, en: A}}}
links: {from: a, to: [b, c], phases: response}
`);
  assert.deepEqual(
    head?.hazards.map(({ value }) => value),
    ['flood'],
  );
  assert.deepEqual(
    head?.consultation.map((entry) => entry.with.map(({ id }) => id)),
    [['red-cross']],
  );
  assert.deepEqual(
    head?.jurisdiction?.areas.map(({ byLanguage }) => [...byLanguage]),
    [
      [
        ['zh', '甲'],
        ['en', 'A'],
      ],
    ],
  );
  assert.deepEqual(
    links.map((link) => [link.from.length, link.to.length, link.phases.map(({ value }) => value)]),
    [[1, 2, ['response']]],
  );
});

test('an id is what is written, whatever YAML takes it for', () => {
  const text = `${plan}organizations:
  010: {name: A, sector: media}
  "1": {name: B, sector: media, parent: 010}
  1.50: {name: C, sector: media, parent: 1}
  true: {name: D, sector: media, parent: 1.50}
`;
  const { problems, declarations, references } = readOne(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    declarations.map(({ id }) => id),
    ['010', '1', '1.50', 'true'],
  );
  assert.deepEqual(
    references.map(({ id }) => id),
    ['010', '1', '1.50'],
  );
});

test('texts, durations, versions', () => {
  const { plan: head, functions } = contentOf(`govplan: 1
plan: {title: {en: Flood plan, zh: 防汛预案}, version: "3.0", review: {cycle: 1.5y}}
functions:
  f:
    name: >-
      Two
      lines
`);
  assert.deepEqual(
    [...(head?.title?.byLanguage ?? [])],
    [
      ['en', 'Flood plan'],
      ['zh', '防汛预案'],
    ],
  );
  assert.equal(head?.version?.value, '3.0');
  assert.deepEqual(head?.review?.cycle?.value, { amount: 1.5, unit: 'y' });
  assert.equal(functions[0]?.name?.byLanguage.get(''), 'Two lines');
});

test('an absent list is empty, an absent value undefined', () => {
  const { organizations, plan: head } = contentOf('govplan: 1\norganizations: {a: {name: [], sector: media}}\n');
  assert.equal(head, undefined);
  assert.deepEqual(
    organizations.map(({ name, rights, level }) => [name, rights, level]),
    [[undefined, [], undefined]],
  );
});

test('the locator of a legal reference stands within its quotes', () => {
  const text = `${plan}functions: {f: {name: F, basis: [erl#72.3, "erl#72.3", 'nrf#esf-6', "防洪法", "erl\\u002372.3", x]}}\n`;
  const { problems, legalReferences } = readOne(text);
  assert.deepEqual(problems, []);
  const found = legalReferences.map(({ id, locator, node, locatorFrom, locatorTo }) => {
    return [id, locator, text.slice(node.start + locatorFrom, node.start + locatorTo)];
  });
  assert.deepEqual(found, [
    ['erl', '72.3', '72.3'],
    ['erl', '72.3', '72.3'],
    ['nrf', 'esf-6', 'esf-6'],
    ['防洪法', undefined, ''],
    // An escape shifts what stands behind it: then it is the whole scalar.
    ['erl', '72.3', '"erl\\u002372.3"'],
    ['x', undefined, ''],
  ]);
});

test('parent plans are paths or legal bases', () => {
  const { plan: head } = contentOf('govplan: 1\nplan: {parent-plans: [../city.plan.yaml, national-2022, a/b, 7]}\n');
  const parents = head?.parentPlans.map((parent) => (parent.kind === 'path' ? parent.path : parent.reference));
  assert.deepEqual(
    parents?.map((parent) => (typeof parent === 'string' ? parent : `id ${parent.id}`)),
    ['../city.plan.yaml', 'id national-2022', 'a/b', 'id 7'],
  );
});

test('every declaration knows its id space, and whether it adds to an imported organization', () => {
  const { declarations } = readOne(`${plan}organizations:
  a: {imported: true, rights: {r: {kind: decide}}}
bodies:
  b: {name: B, kind: council, chair: a, capabilities: {c: {kind: boat}}}
levels: {l: {scheme: response, order: 1}}
exercises: {e: 1}
`);
  assert.deepEqual(
    declarations.map(({ space, id, addition, body }) => [space, id, addition, body]),
    [
      ['actor', 'a', true, false],
      ['right', 'r', false, false],
      ['actor', 'b', false, true],
      ['capability', 'c', false, true],
      ['level', 'l', false, false],
      ['exercise', 'e', false, false],
    ],
  );
});

test('references know what they may lead to, and the way to their field', () => {
  const { references } = readOne(`${plan}organizations:
  a: {name: A, sector: media, rights: {r: {kind: decide, with: b, entails: s}}}
participation: {phases: response, who: a, level: inform, via: hotline}
`);
  assert.deepEqual(
    references.map(({ id, to, route }) => [id, to, route.join(' ')]),
    [
      ['b', 'actor', 'organizations a rights r with'],
      ['s', 'responsibility', 'organizations a rights r entails'],
      ['a', 'actor', 'participation who'],
      ['hotline', 'via', 'participation via'],
    ],
  );
});

test('an alias or merge key brings in values and declares ids again, at the place where it stands', () => {
  const text = `${plan}organizations:
  a: &a {name: A, sector: media, rights: {r: {kind: decide}}}
  b: *a
  c: {<<: *a, name: C}
`;
  const { content, problems, declarations } = readOne(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    content?.organizations.map(({ id, name }) => `${id} ${name?.byLanguage.get('')}`),
    ['a A', 'b A', 'c C'],
  );
  const rights = declarations.filter(({ space }) => space === 'right');
  assert.deepEqual(
    rights.map(({ site }) => text.slice(site.start, site.end)),
    ['r', '*a', '<<'],
  );
});

test('broken keys are those that are there and not wholly readable', () => {
  const { content } = readOne(`${plan}organizations:
  a: {name: , sector: media, rights: {r: {kind: decied}}, level: county, x-y: ~}
  b: {sector: media}
links: [*nobody]
`);
  const [a, b] = content?.organizations ?? [];
  assert.deepEqual([...(a?.broken ?? [])], ['name', 'rights']);
  assert.deepEqual([...(a?.rights[0]?.broken ?? [])], ['kind']);
  assert.deepEqual([...(b?.broken ?? [])], [], 'what is missing is not broken');
  assert.deepEqual([...(content?.broken ?? [])], ['organizations', 'links'], 'an alias that leads nowhere cannot be read either');
});

test('so is a key that an unknown one may mean; what stands under that is read where it is of the kind', () => {
  const { content } = readOne(`${plan}organizations:
  a: {nam: A, sector: media, parant: b}
  b: {nam: [B], sector: media, nmae: [B]}
`);
  const [a, b] = content?.organizations ?? [];
  assert.deepEqual([a?.name?.byLanguage.get(''), a?.parent?.id, [...(a?.broken ?? [])]], ['A', 'b', []]);
  assert.deepEqual([b?.name, [...(b?.broken ?? [])]], [undefined, ['name']]);
});

test('of a key that is written twice the first counts', () => {
  const { content } = readOne(`${plan}organizations:
  a: {name: {en: A, en: B}, sector: media, sector: party}
  a: {name: B, sector: party}
`);
  assert.deepEqual(
    content?.organizations.map(({ name, sector }) => [name?.byLanguage.get('en'), sector?.value]),
    [['A', 'media']],
  );
});

test('what can be read of a faulty list is read', () => {
  const { content } = readOne(`${plan}functions: {f: {name: F, phases: [response, rescue, ~, warning], primary: [a, b c]}}\n`);
  assert.deepEqual(
    content?.functions.map(({ phases, primary }) => [phases.map(({ value }) => value), primary.map(({ id }) => id)]),
    [[['response', 'warning'], ['a']]],
  );
});
