// Renaming ids, in every space and across files; what is refused, and why.
import { test } from 'node:test';
import { checkRename } from './support/rename.ts';

const plan = `organizations:
  mayor: {name: 市长, sector: government, rights: {lift: {kind: activate, with: "divers", entails: dive}}}
  divers: {name: 潜水𠮷, sector: volunteer-group, parent: 'mayor', responsibilities: {dive: {action: 潜水, phases: response}}, capabilities: {boats: {kind: boat}}}
bodies:
  hq: {name: HQ, kind: council, chair: mayor, members: [divers]} # mayor leads
links:
  - {from: mayor, to: hq, type: supply, agreement: pact}
agreements:
  pact: {kind: contract, parties: [mayor, divers]}
levels:
  r1: {scheme: response, order: 1, activated-by: lift}
channels:
  line: {name: 热线, kind: hotline, operated-by: mayor}
exercises:
  drill: {type: tabletop, on: 2025-01-01, participants: [mayor]}
participation:
  - {phases: response, who: divers, level: inform, via: hq}
`;
const at = (before: string): string => plan.replace(before, `${before.slice(0, -1)}|${before.slice(-1)}`);

test('an id takes its references along and keeps quotes and comments', async () => {
  await checkRename(at('mayor:'), {
    from: 'mayor',
    to: 'major',
    gives: [
      '  major: {name: 市长, sector: government, rights: {lift: {kind: activate, with: "divers", entails: dive}}}',
      "  divers: {name: 潜水𠮷, sector: volunteer-group, parent: 'major', responsibilities: {dive: {action: 潜水, phases: response}}, capabilities: {boats: {kind: boat}}}",
      '  hq: {name: HQ, kind: council, chair: major, members: [divers]} # mayor leads',
      '  - {from: major, to: hq, type: supply, agreement: pact}',
      '  pact: {kind: contract, parties: [major, divers]}',
      '  line: {name: 热线, kind: hotline, operated-by: major}',
      '  drill: {type: tabletop, on: 2025-01-01, participants: [major]}',
    ],
  });
});

test('every id space can be renamed, from the declaration and from a reference', async () => {
  await checkRename(at('activated-by: lift'), {
    from: 'lift',
    to: '启动',
    gives: [
      '  mayor: {name: 市长, sector: government, rights: {启动: {kind: activate, with: "divers", entails: dive}}}',
      '  r1: {scheme: response, order: 1, activated-by: 启动}',
    ],
  });
  await checkRename(at('entails: dive'), {
    to: 'x.y',
    gives: [
      '  mayor: {name: 市长, sector: government, rights: {lift: {kind: activate, with: "divers", entails: x.y}}}',
      "  divers: {name: 潜水𠮷, sector: volunteer-group, parent: 'mayor', responsibilities: {x.y: {action: 潜水, phases: response}}, capabilities: {boats: {kind: boat}}}",
    ],
  });
  await checkRename(at('agreement: pact'), {
    to: 'deal',
    gives: ['  - {from: mayor, to: hq, type: supply, agreement: deal}', '  deal: {kind: contract, parties: [mayor, divers]}'],
  });
  await checkRename(at('via: hq'), {
    to: 'desk',
    gives: [
      '  desk: {name: HQ, kind: council, chair: mayor, members: [divers]} # mayor leads',
      '  - {from: mayor, to: desk, type: supply, agreement: pact}',
      '  - {phases: response, who: divers, level: inform, via: desk}',
    ],
  });
  await checkRename(at('r1:'), { to: '一级', gives: ['  一级: {scheme: response, order: 1, activated-by: lift}'] });
  await checkRename(at('boats:'), {
    to: '7',
    gives: [
      "  divers: {name: 潜水𠮷, sector: volunteer-group, parent: 'mayor', responsibilities: {dive: {action: 潜水, phases: response}}, capabilities: {7: {kind: boat}}}",
    ],
  });
  await checkRename(at('drill:'), { to: 'd2', gives: ['  d2: {type: tabletop, on: 2025-01-01, participants: [mayor]}'] });
  await checkRename(at('line:'), { to: 'l2', gives: ['  l2: {name: 热线, kind: hotline, operated-by: mayor}'] });
  await checkRename('functions:\n  f|: {name: F, primary: nobody}\n', { to: 'g', gives: ['  g: {name: F, primary: nobody}'] });
  await checkRename('govplan: "1"\nplan:\n  id: ol|d\n', { from: 'old', to: 'new', gives: ['  id: new'] });
});

test('legal references keep their locators', () =>
  checkRename(
    `legal-bases:
  erl: {title: 法, kind: law}
organizations:
  a: {name: A, sector: party, rights: {r: {kind: decide, basis: [er|l#72.3, 'erl#1', "erl"]}}}
`,
    {
      from: 'erl',
      to: 'erl-2024',
      gives: [
        '  erl-2024: {title: 法, kind: law}',
        `  a: {name: A, sector: party, rights: {r: {kind: decide, basis: [erl-2024#72.3, 'erl-2024#1', "erl-2024"]}}}`,
      ],
    },
  ));

test('words that YAML reads as something else are quoted where they must be', () =>
  checkRename('organizations:\n  a|: {name: A, sector: party}\n  b: {name: B, sector: party, parent: a}\n', {
    to: 'null',
    gives: ['  "null": {name: A, sector: party}', '  b: {name: B, sector: party, parent: "null"}'],
  }));

test('an imported id is renamed in the file that declares it and in all that see it', async () => {
  const files = {
    'lib.plan.yaml': 'govplan: "1"\norganizations:\n  x: {name: X, sector: government}\n',
    'more.plan.yaml': 'govplan: "1"\nimports: lib.plan.yaml\nagreements:\n  g: {kind: contract, parties: [x, x]}\n',
    'other.plan.yaml': 'organizations:\n  x: {name: 另一个, sector: party}\n',
    'p/p.plan.yaml': 'imports: ../more.plan.yaml\norganizations:\n  "x|": {imported: true}\n  z: {name: Z, sector: party, parent: x}\n',
  };
  const gives = {
    'lib.plan.yaml': ['  水: {name: X, sector: government}'],
    'more.plan.yaml': ['  g: {kind: contract, parties: [水, 水]}'],
    'p/p.plan.yaml': ['  "水": {imported: true}', '  z: {name: Z, sector: party, parent: 水}'],
  };
  await checkRename(files, { from: 'x', to: '水', gives });
  await checkRename(
    { ...files, 'p/p.plan.yaml': files['p/p.plan.yaml'].replace('|', ''), 'lib.plan.yaml': files['lib.plan.yaml'].replace('x:', '|x:') },
    { to: '水', gives },
  );
});

test('a name that is no id, or is taken, is refused with a reason', async () => {
  await checkRename(at('mayor:'), { to: 'two words', refused: "'two words' is no id" });
  await checkRename(at('mayor:'), { to: '', refused: 'is no id' });
  await checkRename(at('mayor:'), { to: 'a#b', refused: "'a#b' is no id" });
  await checkRename(at('mayor:'), { to: 'hq', refused: "'hq' is taken already (test.plan.yaml:7)" });
  await checkRename(at('mayor:'), { to: 'hq', language: 'zh', refused: '标识“hq”已被使用（test.plan.yaml:7）。' });
  await checkRename(at('lift:'), {
    to: 'hq',
    gives: [
      '  mayor: {name: 市长, sector: government, rights: {hq: {kind: activate, with: "divers", entails: dive}}}',
      '  r1: {scheme: response, order: 1, activated-by: hq}',
    ],
  });
});

test('an id is taken where any file sees both', () =>
  checkRename(
    {
      'lib.plan.yaml': 'govplan: "1"\norganizations:\n  x|: {name: X, sector: government}\n',
      'p.plan.yaml': 'imports: lib.plan.yaml\norganizations:\n  水: {name: Y, sector: party}\n',
    },
    { to: '水', refused: 'p.plan.yaml:5' },
  ));

test('where bodies, channels and exercises are asked for alike, an id may be only one of them', async () => {
  await checkRename(at('via: hq'), { to: 'line', refused: 'taken already' });
  await checkRename(at('line:'), {
    to: 'mayor',
    gives: ['  mayor: {name: 热线, kind: hotline, operated-by: mayor}'],
  });
});

test('what is no id is refused', async () => {
  for (const place of ['name: 市长', 'kind: council', 'sector: government', 'kind: boat', 'who: divers, level: inform']) {
    await checkRename(at(place), { to: 'x', refused: 'Only an id' });
  }
  await checkRename('links: [{from: no|body}]\n', { to: 'x', refused: 'Only an id' });
  await checkRename('# com|ment\n', { to: 'x', language: 'zh', refused: '此处不能重命名' });
});

test('the second of two declarations is renamed alone', () =>
  checkRename('organizations:\n  a: {name: A, sector: party}\nbodies:\n  |a: {name: B, kind: council, chair: a}\n', {
    to: 'b',
    gives: ['  b: {name: B, kind: council, chair: a}'],
    mends: ['duplicate-id', 'organization-unlinked'],
  }));

test('an anchor is renamed with its aliases', async () => {
  const text = 'x-a: &base {parent: a}\norganizations:\n  a: {name: A, sector: party}\n  b: {<<: *ba|se, name: B, sector: party}\n';
  await checkRename(text, { from: 'base', to: '基', gives: ['x-a: &基 {parent: a}', '  b: {<<: *基, name: B, sector: party}'] });
  await checkRename(text, { to: 'a b', refused: 'cannot name an anchor' });
  await checkRename(text.replace('a: {name', 'a: &two {name'), { to: 'two', refused: "an anchor 'two' already" });
});

test('an id in an anchor is renamed once, and not where it means something else too', async () => {
  await checkRename('x-s: &s a\norganizations:\n  a|: {name: A, sector: party}\n  b: {name: B, sector: party, parent: *s}\n', {
    to: 'c',
    gives: ['x-s: &s c', '  c: {name: A, sector: party}'],
  });
  await checkRename('x-s: &s a\norganizations:\n  a|: {name: *s, sector: party}\n  b: {name: B, sector: party, parent: *s}\n', {
    to: 'c',
    refused: 'also means something else (test.plan.yaml:3)',
  });
});

test('a level of a shared library is not taken from another plan', async () => {
  const lib =
    'govplan: "1"\norganizations:\n  a: {name: A, sector: party, responsibilities: {d: {action: 救, phases: response, levels: [r1]}}}\n';
  const level = 'imports: lib.plan.yaml\nlevels:\n  r1: {scheme: response, order: 1}\n';
  await checkRename(
    { 'lib.plan.yaml': lib, 'p.plan.yaml': level.replace('r1', 'r|1') },
    {
      to: 'red',
      gives: {
        'lib.plan.yaml': [lib.split('\n')[2]?.replace('r1', 'red') as string],
        'p.plan.yaml': ['  red: {scheme: response, order: 1}'],
      },
    },
  );
  await checkRename(
    { 'lib.plan.yaml': lib, 'p.plan.yaml': level.replace('r1', 'r|1'), 'q.plan.yaml': level },
    { to: 'red', refused: 'q.plan.yaml:5' },
  );
});

test('a parent plan is not turned into a path', () =>
  checkRename('plan: {id: p, parent-plans: up}\ngovplan: "1"\nlegal-bases:\n  u|p: {title: T, kind: plan}\n', {
    to: 'up.yaml',
    refused: 'path of a file',
  }));
