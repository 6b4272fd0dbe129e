// References and highlights: every place that says an id, in every file that sees it.
import { test } from 'node:test';
import { checkHighlight } from './support/highlight.ts';
import { checkReferences } from './support/references.ts';

const plan = `organizations:
  «a»: {name: 甲𠮷, sector: government, rights: {r: {kind: decide, with: b}}}
  b: {name: B, sector: government, parent: «a»}
bodies:
  hq: {name: HQ, kind: council, chair: "«a»", members: [b, '«a»']}
links:
  - {from: b, to: [«|a»], type: task}
functions:
  a: {name: 同名, primary: «a»}
`;

test('references are found in every field, with the declaration and without', async () => {
  await checkReferences(plan);
  await checkReferences(plan.replace('«a»:', 'a:'), { includeDeclaration: false });
});

test('ids of other spaces are other names', () =>
  checkReferences(plan.replaceAll('«a»', 'a').replace('«|a»', 'a').replace('  a: {name: 同名', '  «|a»: {name: 同名')));

test('legal references count with and without locator', () =>
  checkReferences(`legal-bases:
  old: {title: 旧法, kind: law, superseded-by: «law»}
  «law»: {title: 法, kind: law}
organizations:
  a: {name: A, sector: party, rights: {r: {kind: decide, basis: [«law»#1.2, '«law»#3', "«l|aw»"]}}}
`));

test('what imports an id refers to it, by whatever number of steps', () =>
  checkReferences({
    'city/p.plan.yaml':
      'govplan: "1"\nimports: ../shared/more.plan.yaml\nplan: {id: p}\norganizations:\n  «x»: {imported: true}\n  y: {name: Y, sector: party, parent: «x»}\n',
    'other.plan.yaml': 'govplan: "1"\nplan: {id: o}\norganizations:\n  x: {name: 另一个, sector: party}\n',
    'shared/lib.plan.yaml': 'govplan: "1"\norganizations:\n  «|x»: {name: X, sector: government}\n',
    'shared/more.plan.yaml': 'govplan: "1"\nimports: lib.plan.yaml\nagreements:\n  g: {kind: contract, parties: [«x», z]}\n',
  }));

test('a level is also referred to by the libraries that a plan imports', () =>
  checkReferences({
    'lib.plan.yaml':
      'govplan: "1"\norganizations:\n  a: {name: A, sector: party, responsibilities: {d: {action: 救, phases: response, levels: [«r1»]}}}\n',
    'p.plan.yaml': 'imports: lib.plan.yaml\nlevels:\n  «r|1»: {scheme: response, order: 1}\n',
  }));

test('documents of one file know nothing of each other', () =>
  checkReferences(
    'govplan: "1"\norganizations:\n  «a|»: {name: A, sector: party}\n---\ngovplan: "1"\norganizations:\n  a: {name: A, sector: party, parent: a}\n',
  ));

test('an id in an anchor is referred to where its aliases stand', async () => {
  await checkReferences(`x-sky: &sky «a»
organizations:
  «a|»: {name: A, sector: party}
  b: {name: B, sector: party, parent: *«sky»}
`);
  await checkReferences('x-sky: &«s|ky» a\nx-two: [*«sky», *«sky»]\n');
});

test('what an alias or a merge brings in twice is found once', () =>
  checkReferences(`x-base: &base {parent: «a»}
organizations:
  «a|»: {name: A, sector: party}
  b: {<<: *base, name: B, sector: party}
  c: {<<: *base, name: C, sector: party}
`));

test('the second of two declarations is a name of its own', async () => {
  const two = 'organizations:\n  a: {name: A, sector: party}\nbodies:\n  «a|»: {name: B, kind: council, chair: a}\n';
  await checkReferences(two);
});

test('highlights tell writing from reading', async () => {
  await checkHighlight(plan, [0]);
  await checkHighlight(
    {
      'lib.plan.yaml': 'govplan: "1"\norganizations:\n  x: {name: X, sector: party}\n',
      'test.plan.yaml': 'imports: lib.plan.yaml\norganizations:\n  «x»: {imported: true}\n  y: {name: Y, sector: party, parent: «x|»}\n',
    },
    [],
  );
  // Which level that is, the plans say that import the library.
  const duty = (levels: string): string => `{action: A, phases: response, levels: ${levels}}`;
  await checkHighlight(
    `govplan: "1"\norganizations: {a: {name: A, sector: party, responsibilities: {d: ${duty('[«r|1», r2]')}, e: ${duty('"«r1»"')}}}}\n`,
    [],
  );
  await checkHighlight('x: &«n» 1\ny: *«|n»\n', [0]);
  await checkHighlight('plan: {id: «p|»}\ngovplan: "1"\n', [0]);
  await checkHighlight('organizations: {a: {name: |A}}\n', []);
});
