// Going to a definition: every id space, across files, through aliases, and along import and parent paths.
import { test } from 'node:test';
import { checkDefinition } from './support/definition.ts';

const library = 'govplan: "1"\norganizations:\n  «蓝天𠮷»: {name: 蓝天, sector: volunteer-group}\n';

test('a reference leads to the key that declares it', async () => {
  await checkDefinition('organizations:\n  «a»: {name: 𠮷, sector: government}\n  b: {name: B, sector: government, parent: |a}\n', {
    on: 'a',
    whole: 'a: {name: 𠮷, sector: government}',
  });
  await checkDefinition('bodies:\n  «hq»: {name: HQ, kind: council, chair: a}\nlinks:\n  - {from: "h|q", to: a, type: task}\n', {
    on: 'hq',
  });
  await checkDefinition(
    'levels:\n  r1: {scheme: response, order: 1, activated-by: li|ft}\norganizations:\n  a: {name: A, sector: party, rights: {«lift»: {kind: activate}}}\n',
  );
  await checkDefinition(
    'agreements:\n  «pact»: {kind: contract, parties: [a, b]}\nlinks: [{from: a, to: b, type: supply, agreement: pact|}]\n',
  );
  await checkDefinition(
    'channels:\n  «hotline»: {name: H, kind: hotline, operated-by: a}\nparticipation: [{phases: response, who: a, level: inform, via: |hotline}]\n',
  );
  await checkDefinition(
    'exercises:\n  «drill»: {type: tabletop, on: 2025-01-01, participants: a}\nparticipation: [{phases: response, who: a, level: inform, via: |drill}]\n',
  );
});

test('a declaration is its own definition', async () => {
  await checkDefinition('organizations:\n  «a|»: {name: A, sector: government}\n');
  await checkDefinition('functions:\n  «救|援»: {name: 救援}\n');
});

test('a legal reference leads to the instrument, its locator nowhere', async () => {
  const plan = (reference: string): string =>
    `legal-bases:\n  «erl»: {title: 法, kind: law}\norganizations:\n  a: {name: A, sector: party, rights: {r: {kind: decide, basis: ${reference}}}}\n`;
  await checkDefinition(plan('e|rl#72.3'), { on: 'erl' });
  await checkDefinition(plan("'er|l#72.3'"), { on: 'erl' });
  await checkDefinition(plan('erl#7|2.3').replace(/[«»]/g, ''));
  await checkDefinition('plan: {id: p, parent-plans: [u|p]}\ngovplan: "1"\nlegal-bases:\n  «up»: {title: T, kind: plan}\n');
});

test('an imported id leads to the file that declares it', async () => {
  await checkDefinition({
    'lib.plan.yaml': library,
    'test.plan.yaml': 'govplan: "1"\nimports: lib.plan.yaml\nlinks: [{from: |蓝天𠮷}]\nplan: {id: p}\n',
  });
  await checkDefinition({
    'lib.plan.yaml': library,
    'test.plan.yaml': 'govplan: "1"\nimports: lib.plan.yaml\norganizations:\n  蓝|天𠮷: {imported: true}\n',
  });
});

test('import and parent paths lead to their files', async () => {
  await checkDefinition(
    { 'lib.plan.yaml': `«»${library.replace(/[«»]/g, '')}`, 'test.plan.yaml': 'govplan: "1"\nimports: [./lib|.plan.yaml]\n' },
    { on: './lib.plan.yaml' },
  );
  await checkDefinition({
    'up.plan.yaml': '«»govplan: "1"\nplan: {id: up}\n',
    'test.plan.yaml': 'govplan: "1"\nplan: {id: p, parent-plans: up.p|lan.yaml}\n',
  });
  await checkDefinition({ 'test.plan.yaml': 'govplan: "1"\nimports: [ab|sent.plan.yaml]\n' });
});

test('an alias leads to its anchor', async () => {
  await checkDefinition(
    'x-sky: &«sky» a\norganizations:\n  a: {name: A, sector: government}\n  b: {name: B, sector: government, parent: *s|ky}\n',
    { on: 'sky' },
  );
  await checkDefinition('organizations:\n  a: # not &b here\n    &«b»\n    name: A\n  c: *|b\n', { on: 'b' });
});

test('a level that a library refers to is declared by the plan that imports it', () =>
  checkDefinition({
    'lib.plan.yaml':
      'govplan: "1"\norganizations:\n  a: {name: A, sector: party, responsibilities: {r: {action: 救援, phases: response, levels: r|1}}}\n',
    'plan.plan.yaml': 'imports: lib.plan.yaml\nlevels:\n  «r1»: {scheme: response, order: 1}\n',
  }));

test('what is no name has no definition, and half a text does no harm', async () => {
  await checkDefinition('organizations:\n  a: {name: |A, sector: government}\n');
  await checkDefinition('organizations:\n  a: {name: A, sector: gov|ernment}\n');
  await checkDefinition('links: [{from: no|body}]\n');
  await checkDefinition('links:\n  - from: |\n');
  await checkDefinition('organizations:\n  «a»: {name: "A\n  b:\n    parent: |a\n'.replace('"', ''));
});
