// Code actions: fixes, exceptions, declarations, moving to a library, and the way to the mode aimed at.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { Change } from '../../server/src/governance/change.ts';
import { describeChange } from '../../server/src/governance/change-text.ts';
import { openChanges } from '../../server/src/governance/open-changes.ts';
import { createSides } from '../../server/src/governance/sides.ts';
import { measureStructure } from '../../server/src/governance/structure.ts';
import { relink } from '../../server/src/governance/trials.ts';
import { applyChanges } from '../../server/src/service/change-edits.ts';
import { codeActions } from '../../server/src/service/code-actions.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { createMemoryHost } from '../support/memory-host.ts';
import { checkCodeActions, rulesOf } from './support/code-actions.ts';
import { analyseText, readMarkedPlan, testedFile } from './support/marked-plan.ts';
import { openedUri, withClient } from './support/protocol.ts';

test('the fixes of what is found at the cursor, safe ones first', async () => {
  await checkCodeActions('organizations:\n  a: {name: A, sector: goverment|}\n', {
    kind: 'quickfix',
    includes: ["Change to 'government'"],
    take: "Change to 'government'",
    gives: '  a: {name: A, sector: government}\n',
  });
  await checkCodeActions('organizations:\n  a|: {name: A}\n', {
    take: "Insert 'sector: party' for the author to complete",
    gives: '  a: {name: A, sector: ',
  });
  await checkCodeActions('organizations:\n  a: {name: A, sector: goverment|}\n', { language: 'zh', includes: ['改为“government”'] });
  await checkCodeActions('organizations:\n  |a: {name: A, sector: goverment}\n', { excludes: ["Change to 'government'"] });
});

test('an instrument that names itself as its successor is not offered in place of itself', async () => {
  await checkCodeActions(
    'legal-bases:\n  act: {title: Act, kind: law, repealed: 2002-12-01, superseded-by: act}\norganizations:\n  a: {name: A, sector: government, rights: {d: {kind: decide, basis: a|ct}}}\n',
    { excludes: ["Cite 'act' and check the article"] },
  );
});

test('the legal basis to cite is the one that the organization cites most, else the one that all do', async () => {
  const plan = (rights: string): string => `legal-bases:
  aid-act: {title: Aid Act, kind: law}
  county-code: {title: County Code, kind: local-regulation}
  fire-act: {title: Fire Act, kind: law}
organizations:
  county: {name: County, sector: government, rights: {a: {kind: decide, basis: county-code}, b: {kind: decide, basis: county-code}}}
  fire: {name: Fire, sector: government, rights: {c: {kind: decide, basis: fire-act}${rights}}}
`;
  await checkCodeActions(plan(', |d: {kind: decide}'), {
    includes: ["Cite 'fire-act'"],
    excludes: ["Cite 'aid-act'", "Cite 'county-code'"],
  });
  await checkCodeActions(plan('}}\n  school: {name: School, sector: public-institution, rights: {|d: {kind: decide}'), {
    includes: ["Cite 'county-code'"],
  });
});

test('of several things to add at one place, each says which it is', async () => {
  const plan = 'govplan: "1"\npl|an: {type: special}\norganizations:\n  a: {name: A, sector: government}\n';
  await checkCodeActions(plan, {
    includes: ['warning', 'recovery'].map((phase) => `Add a responsibility in the phase ${phase} to 'a' for the author to complete`),
  });
  await checkCodeActions(plan, { language: 'zh', includes: ['为“a”添加一项监测与预警（warning）阶段的待补充职责'] });
});

test('whom an offer is about is listed as the reader lists things', async () => {
  const departments = ['a', 'b', 'c'].map((id) => `  ${id}: {name: ${id.toUpperCase()}, sector: government}\n`).join('');
  const source = `organizations:\n${departments}functions:\n  f|: {name: F, primary: a, support: [b, c]}\n`;
  await checkCodeActions(source, { includes: ['Add coordination: a, b, c – a, b, c'] });
  await checkCodeActions(source, { language: 'zh', includes: ['添加协调联系：a、b、c – a、b、c'] });
});

test('all safe fixes of a file at once, as the command line applies them', async () => {
  const source = '|organizations:\n  a: {nmae: A, sector: goverment} # keep\n  b: {name: B, sector: government, parent: aa}\n';
  const { results } = await checkCodeActions(source, {
    kind: 'source.fixAll.govplan',
    offers: ['Fix all that can be fixed safely'],
    take: 'Fix all that can be fixed safely',
    gives: '  a: {name: A, sector: government} # keep\n',
  });
  assert.ok(!rulesOf(results).some((rule) => rule.startsWith('unknown-')));
  await checkCodeActions('|organizations:\n  a: {name: A, sector: government}\n', { kind: 'source.fixAll.govplan', offers: [] });
});

test('an exception with its reason, above the line and as far in as it', async () => {
  const { results } = await checkCodeActions('organizations:\n  蓝|天: {name: 🚣, sector: community}\n', {
    take: "Make an exception from 'organization-unlinked' here, with its reason",
    gives: 'organizations:\n  # govplan-disable-next-line organization-unlinked -- reason: …\n  蓝天: {',
    snippet: `  # govplan-disable-next-line organization-unlinked -- reason: \${1:…}\n`,
  });
  assert.ok(!rulesOf(results).some((rule) => rule === 'organization-unlinked' || rule.endsWith('-suppression')));
});

test('an exception within brackets, and in a file with other line ends', async () => {
  const inBrackets = 'govplan: "1"\r\norganizations:\r\n  a: {name: A, sector: party,\r\n     parent: nobo|dy}\r\n';
  const { results } = await checkCodeActions(inBrackets, {
    take: "Make an exception from 'dangling-reference' here, with its reason",
    gives: 'sector: party,\r\n     # govplan-disable-next-line dangling-reference -- reason: …\r\n     parent: nobody',
  });
  assert.ok(!rulesOf(results).some((rule) => rule === 'dangling-reference' || rule.endsWith('-suppression')));
});

test('no exception from faults of the text, from faults of exceptions, and none inside a text', async () => {
  const excluded = (rule: string): readonly string[] => [`Make an exception from '${rule}' here, with its reason`];
  await checkCodeActions('levels: [|\n', { excludes: excluded('yaml-syntax') });
  await checkCodeActions('# govplan-disable unused-|definition -- reason: test\nlevels: []\n', {
    excludes: excluded('unused-suppression'),
  });
  await checkCodeActions('\ufeffgovplan: "2|"\n', {
    take: "Make an exception from 'format-version' here, with its reason",
    gives: '\ufeff# govplan-disable-next-line format-version -- reason: …\ngovplan',
  });
});

test('an organization that a reference means is declared', async () => {
  const title = "Declare the organization 'blue-sky'";
  const { results } = await checkCodeActions(
    'organizations:\n  a:\n    name: A\n    sector: party\nlinks: [{from: a, to: blue|-sky, type: task}]\n',
    {
      take: title,
      gives: '    sector: party\n  blue-sky:\n    name: …\n    sector: government\nlinks:',
      snippet: `  blue-sky:\n    name: \${1:…}\n    sector: \${2|government,party,military,`,
    },
  );
  assert.ok(!rulesOf(results).some((rule) => rule === 'dangling-reference' || rule === 'missing-key'));
  await checkCodeActions('bodies:\n  hq: {name: HQ, kind: council, chair: blue|-sky}\n', {
    take: title,
    gives: 'organizations:\n  blue-sky:\n    name: …\n    sector: government\n',
  });
  await checkCodeActions('organizations: {a: {name: A, sector: party}}\nlinks: [{from: a, to: blue|-sky, type: task}]\n', {
    take: title,
    gives: 'sector: party}, blue-sky: {name: …, sector: government}}',
  });
  await checkCodeActions('organizations:\nlinks: [{from: a, to: 蓝|天, type: task}]\n', {
    take: '声明组织“蓝天”',
    language: 'zh',
    gives: 'organizations:\n  蓝天:\n    name: 蓝天\n    sector: government\n',
  });
  await checkCodeActions('levels: {r1: {scheme: response, order: 1, activated-by: blue|-sky}}\n', { excludes: [title] });
});

const library = 'plans/library.plan.yaml';
const importing = (organizations: string): string => `imports: library.plan.yaml\norganizations:\n${organizations}`;

test('an organization moves to an imported library, and its duties stay', async () => {
  const source = importing(`  fi|re:
    name: {en: Fire Service, zh: 消防🚒}   # by its statute
    sector: government
    # what it does here
    responsibilities:
      rescue: {action: 救援, phases: response}
    level: county
    external: true
`);
  const { results } = await checkCodeActions(source, {
    kind: 'refactor.move',
    offers: ["Move 'fire' to library.plan.yaml"],
    take: "Move 'fire' to library.plan.yaml",
    gives: `  fire:
    imported: true
    # what it does here
    responsibilities:
      rescue: {action: 救援, phases: response}
    external: true
`,
    others: {
      [library]: `  a: {name: A, sector: party}
  fire:
    name: {en: Fire Service, zh: 消防🚒}   # by its statute
    sector: government
    level: county
`,
    },
    files: { [library]: 'govplan: "1"\norganizations:\n  a: {name: A, sector: party}\n' },
  });
  assert.ok(!rulesOf(results).some((rule) => ['dangling-reference', 'unknown-key', 'missing-key', 'duplicate-id'].includes(rule)));
});

test('an organization with nothing to stay leaves no entry where the plan names it, else a mark that it takes part', async () => {
  const files = { [library]: 'govplan: "1"\n' };
  const take = "Move 'fire' to library.plan.yaml";
  await checkCodeActions(
    importing('  fi|re: {name: Fire, sector: government}\n  b: {name: B, sector: party}\nlinks: [{from: fire, to: b, type: task}]\n'),
    {
      take,
      gives: 'organizations:\n  b: {name: B, sector: party}\n',
      others: { [library]: 'govplan: "1"\norganizations:\n  fire:\n    name: Fire\n    sector: government\n' },
      files,
    },
  );
  await checkCodeActions(importing('  fi|re: {name: Fire, sector: government}\n  b: {name: B, sector: party}\n'), {
    take,
    gives: '  fire: {imported: true}\n',
    files,
  });
  await checkCodeActions(importing('  fi|re: {name: Fire, rights: {lead: {kind: command}}, sector: government}\n'), {
    take,
    gives: '  fire: {imported: true, rights: {lead: {kind: command}}}\n',
    others: { [library]: 'organizations:\n  fire:\n    name: Fire\n    sector: government\n' },
    files,
  });
});

test('an organization moves only where it can be understood', async () => {
  const files = { [library]: 'govplan: "1"\norganizations:\n  city: {name: City, sector: government}\n' };
  const take = "Move 'fire' to library.plan.yaml";
  const fire = (fields: string): string =>
    importing(`  fi|re: {name: Fire, sector: government${fields}}\n  own: {name: Own, sector: government}\n`);
  await checkCodeActions(fire(', parent: city'), { includes: [take], files });
  await checkCodeActions(fire(', parent: own'), { excludes: [take], files });
  await checkCodeActions(fire(', x-own: &a 1'), { excludes: [take], files });
  await checkCodeActions(fire(''), { excludes: [take], files: { [library]: 'govplan: "1"\norganizations: {\n' } });
  await checkCodeActions(fire(''), { excludes: [take], files: {} });
  await checkCodeActions(importing('  ci|ty: {imported: true}\n'), { kind: 'refactor.move', offers: [], files });
});

/** The words of a sample with the cursor behind them. */
async function sampleAt(name: string, words: string): Promise<string> {
  const text = await readFile(new URL(`../../samples/modes/${name}.plan.yaml`, import.meta.url), 'utf8');
  assert.ok(text.includes(words));
  return text.replace(words, `${words}|`);
}

test('the edits that reach the mode aimed at, where the mode is spoken of', async () => {
  const take = "Reach 'equal cooperation': make the right 'call-out' joint with 'lift-company'";
  for (const words of ['\nplan', '\n  target-mode', 'target-mode: equal']) {
    const { results } = await checkCodeActions(await sampleAt('unshared-partnership', words), {
      kind: 'refactor.rewrite',
      offers: [take],
      take,
    });
    assert.equal(results[0]?.context?.classification.structure.verdict, 'equal-cooperation');
  }
  await checkCodeActions(await sampleAt('unshared-partnership', '\norganizations'), { kind: 'refactor.rewrite', offers: [] });
  await checkCodeActions(await sampleAt('equal-cooperation', '\nplan'), { kind: 'refactor.rewrite', offers: [] });
});

test('several changes at once', async () => {
  const { results } = await checkCodeActions(await sampleAt('parallel', '\nplan'), {
    kind: 'refactor.rewrite',
    language: 'zh',
    take: await onlyTitle('parallel', 'zh'),
  });
  assert.equal(results[0]?.context?.classification.structure.verdict, 'collaborative-governance');
  assert.match(await onlyTitle('parallel', 'zh'), /^达到“协同治理”：.+；.+/);
});

/** The title of the way to the mode that a sample aims at. */
async function onlyTitle(sample: string, language: 'en' | 'zh'): Promise<string> {
  const { text } = readMarkedPlan(await sampleAt(sample, '\nplan'));
  const analysis = await analyseText(text);
  const at = text.indexOf('\nplan') + 1;
  const wanted = (kind: string): boolean => kind === 'refactor.rewrite';
  const [action] = codeActions(analysis, { start: at, end: at }, wanted, { language, host: createMemoryHost({ [testedFile]: text }) });
  return action?.title ?? '';
}

test('every change in the text is the change that was measured', async () => {
  const folder = new URL('../../samples/modes/', import.meta.url);
  const done = new Set<string>();
  for (const name of (await readdir(folder)).filter((file) => file.startsWith('p') || file.startsWith('u') || file.startsWith('so'))) {
    const analysis = await analyseText(await readFile(new URL(name, folder), 'utf8'));
    const plan = analysis.links()[0]?.plan as Plan;
    const changes = openChanges(plan, createSides(plan));
    // A prime number, so that one change of each kind is combined with some of each other kind.
    const sets = changes.flatMap((change, index) => [[change], [change, changes[(index * 7 + 3) % changes.length] as Change]]);
    for (const set of sets.filter((_, index) => index % 3 === 0)) {
      const measured = relink(plan, set, analysis.closure);
      const text = applyChanges(analysis.file, plan, set);
      assert.ok(measured && text !== undefined);
      const written = (await analyseText(text)).links()[0]?.plan as Plan;
      const numbers = (of: Plan): string => JSON.stringify(measureStructure(of, createSides(of)));
      assert.equal(numbers(written), numbers(measured), `${name}: ${set.map((change) => describeChange(change, 'en')).join('; ')}`);
      for (const { kind } of set) done.add(kind);
    }
  }
  assert.deepEqual([...done].sort(), [
    'cooperative-link',
    'joint-decision',
    'mutual',
    'participation-entry',
    'participation-level',
    'remove-link',
    'seat',
  ]);
});

test('the changes keep to the manner of the text', async () => {
  const source = (links: string): string => `organizations:
  a: {name: A, sector: government, rights: {lead: {kind: decide}}}
  b: {name: B, sector: community}
bodies:
  hq:
    name: HQ # the headquarters
    kind: council
    chair: a
${links}`;
  const apply = async (links: string, pick: (change: Change) => boolean): Promise<string> => {
    const analysis = await analyseText(readMarkedPlan(source(links)).text);
    const plan = analysis.links()[0]?.plan as Plan;
    const text = applyChanges(analysis.file, plan, openChanges(plan, createSides(plan)).filter(pick).slice(0, 1)) ?? '';
    return text.slice(text.indexOf('\norganizations') + 1);
  };
  assert.match(await apply('', ({ kind }) => kind === 'seat'), /chair: a\n {4}members: b\n/);
  assert.match(await apply('', ({ kind }) => kind === 'joint-decision'), /lead: \{kind: decide, rule: joint, with: b\}/);
  assert.match(
    await apply('', ({ kind }) => kind === 'cooperative-link'),
    /\nlinks:\n {2}- \{from: a, to: b, type: coordinate, mutual: true\}\n/,
  );
  const links = 'links:\n  # orders\n  - {from: a, to: b, type: command} # one\n  - from: a\n    to: b\n    type: supply # two\n';
  assert.match(await apply(links, ({ kind }) => kind === 'remove-link'), /links:\n {2}# orders\n {2}- from: a\n/);
  assert.match(await apply(links, ({ kind }) => kind === 'mutual'), /type: supply # two\n {4}mutual: true\n/);
  assert.ok(!(await apply('links: {from: a, to: b, type: command}\n', ({ kind }) => kind === 'remove-link')).includes('links'));
  assert.match(
    await apply('links: [{from: a, to: b, type: task}, {from: a, to: b, type: fund}]\n', ({ kind }) => kind === 'remove-link'),
    /links: \[\{from: a, to: b, type: fund\}\]\n/,
  );
});

test('the server announces its kinds, and gives the edits of an action when they are asked for', async () => {
  const text = 'govplan: "1"\norganizations:\n  a: {name: A, sector: goverment, parent: 蓝天}\n';
  const textDocument = { uri: openedUri };
  const range = { start: { line: 2, character: 27 }, end: { line: 2, character: 27 } };
  const params = { textDocument, range, context: { diagnostics: [] } };
  const later = { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };
  const editing = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };

  await withClient({ text, capabilities: { ...later, ...editing } }, async ({ capabilities, request }) => {
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.move', 'refactor.rewrite', 'source.fixAll.govplan'],
      resolveProvider: true,
    });
    const actions = await request<CodeAction[]>('textDocument/codeAction', params);
    assert.deepEqual([actions[0]?.title, actions[0]?.isPreferred, actions[0]?.edit], ["Change to 'government'", true, undefined]);
    const { edit } = await request<CodeAction>('codeAction/resolve', actions[0] as CodeAction);
    assert.deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: openedUri, version: 1 },
        edits: [{ range: { start: { line: 2, character: 23 }, end: { line: 2, character: 32 } }, newText: 'government' }],
      },
    ]);
    const exception = actions.find(({ title }) => title.startsWith('Make an exception')) as CodeAction;
    const resolved = await request<CodeAction>('codeAction/resolve', exception);
    const change = resolved.edit?.documentChanges?.[0] as TextDocumentEdit;
    assert.deepEqual(change.edits[0], {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      snippet: { kind: 'snippet', value: `  # govplan-disable-next-line unknown-value -- reason: \${1:…}\n` },
    });
  });

  await withClient({ text }, async ({ request }) => {
    const diagnostic = {
      range: { start: { line: 2, character: 23 }, end: { line: 2, character: 32 } },
      code: 'unknown-value',
      message: '',
    };
    const actions = await request<CodeAction[]>('textDocument/codeAction', { ...params, context: { diagnostics: [diagnostic] } });
    assert.deepEqual(actions[0]?.diagnostics, [diagnostic]);
    assert.equal(actions[0]?.edit?.changes?.[openedUri]?.[0]?.newText, 'government');
    const [all] = await request<CodeAction[]>('textDocument/codeAction', {
      ...params,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(all?.kind, 'source.fixAll.govplan');
    assert.equal(all?.edit?.changes?.[openedUri]?.length, 1);
  });
});
