// Completion: keys, values, ids, citations, paths and language tags, above all where the text is unfinished.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type CompletionList, InsertTextMode, type CompletionItem as ProtocolItem } from 'vscode-languageserver';
import { type CompletionItem, completionAt } from '../../server/src/service/completion.ts';
import { relativePath } from '../../server/src/service/relative-path.ts';
import { createSourceFile } from '../../server/src/workspace/source-file.ts';
import { checkCompletion } from './support/completion.ts';
import { analyseText, testedFile } from './support/marked-plan.ts';
import { openedUri, withClient } from './support/protocol.ts';

const sectors = [
  'party',
  'government',
  'military',
  'public-institution',
  'social-organization',
  'volunteer-group',
  'community',
  'private-enterprise',
  'media',
  'academia',
  'mass-organization',
  'state-enterprise',
  'expert',
  'international',
];

const organizations = `organizations:
  mayor: {name: {en: Mayor, zh: 市长}, sector: government, rights: {lead: {kind: command}, start: {kind: activate, object: 一级响应}}}
  蓝天-🚣队: {name: bad id}
  蓝天-救援队: {name: 清河蓝天救援队, sector: volunteer-group, capabilities: {boats: {kind: rescue-boat}}}
`;

test('keys that are valid and not yet there, required ones first', async () => {
  await checkCompletion('organizations:\n  a:\n    level: county\n    |\n', {
    first: ['name', 'sector', 'parent'],
    excludes: ['level', 'imported', 'x-'],
    detail: { name: 'required, text: a string, or a map from language tag to string', registered: 'true or false' },
  });
  await checkCompletion('links:\n  - from: a\n    |\n', { first: ['to', 'type', 'mutual'], excludes: ['from'] });
  await checkCompletion('plan:\n  |\n', {
    first: ['id', 'title', 'type', 'jurisdiction', 'status', 'profile'],
    language: 'zh',
    detail: { id: '必填，标识' },
  });
  await checkCompletion('procedures:\n  reporting: {|}\n', { offers: ['description', 'by', 'to', 'within'] });
});

test('a key is written with its colon, and with what it needs where the client has snippets', async () => {
  const source = 'organizations:\n  a:\n    na|\n    level: county\n';
  await checkCompletion(source, { take: 'name', gives: '    name: ' });
  await checkCompletion(source, { take: 'rights', gives: '    rights:\n      ' });
  await checkCompletion(source, { take: 'name', gives: '    name: $1', snippets: true });
  await checkCompletion(source, { take: 'sector', gives: `    sector: \${1|${sectors.join(',')}|}`, snippets: true });
  await checkCompletion(source, { take: 'registered', gives: `    registered: \${1|true,false|}`, snippets: true });
  await checkCompletion(source, {
    take: 'capabilities',
    gives: `    capabilities:\n      \${1:id}:\n        kind: $2`,
    snippets: true,
  });
  await checkCompletion('plan:\n  id: a\n  jur|', {
    take: 'jurisdiction',
    gives: `  jurisdiction:\n    level: \${1|national,province,prefecture,county,township,community,organization|}\n    name: $2`,
    snippets: true,
  });
  await checkCompletion('|', {
    take: 'agreements',
    gives: `agreements:\n  \${1:id}:\n    kind: \${2|memorandum,framework,mutual-aid,contract|}\n    parties: [\${3:id}, \${4:id}]`,
    snippets: true,
  });
  await checkCompletion('exer|cises: {}\n', { take: 'exercises', gives: 'exercises: {}', snippets: true });
});

test('a key behind a dash, and a list that is just begun', async () => {
  await checkCompletion('participation:\n  - |\n', { first: ['phases', 'who', 'level'], take: 'who', gives: '  - who: ' });
  await checkCompletion('participation:\n  -|\n', { take: 'who', gives: '  - who: ' });
  await checkCompletion('participation:\n  |\n', { take: 'who', gives: '  - who: ' });
  await checkCompletion('participation:\n  - who: a\n  |\n', { first: ['phases', 'who'], take: 'level', gives: '  - level: ' });
  await checkCompletion('participation:\n  - |\n    who: a\n', {
    first: ['phases', 'level'],
    excludes: ['who'],
    take: 'via',
    gives: '  - via: ',
  });
  await checkCompletion('parti|', {
    take: 'participation',
    gives: `participation:\n  - phases: [\${1|prevention,preparedness,warning,response,recovery|}]\n    who: [$2]\n    level: \${3|inform,consult,involve,collaborate,empower|}`,
    snippets: true,
  });
});

test('in braces, and where braces are needed', async () => {
  await checkCompletion('links:\n  - {from: a, |}\n', { first: ['to', 'type'], take: 'to', gives: '  - {from: a, to: }' });
  await checkCompletion('links: [|]\n', { take: 'from', gives: 'links: [{from: }]' });
  await checkCompletion('plan:\n  review: |\n', { offers: ['cycle', 'last'], take: 'cycle', gives: '  review: {cycle: }' });
  await checkCompletion('plan:\n  review: |\n', { take: 'cycle', gives: '  review: {cycle: $1\\}', snippets: true });
  await checkCompletion('links:\n  - {from: a, ty|', { take: 'type', gives: '  - {from: a, type: ' });
  await checkCompletion('levels: {r1: {|', { first: ['scheme', 'order'] });
  await checkCompletion('organizations:\n  a: {name: A, |\nlinks: []\n', { first: ['sector'] });
});

test('which map is meant follows from the column', async () => {
  const at = (column: number): string =>
    `organizations:\n  a:\n    rights:\n      r:\n        kind: decide\n${' '.repeat(column)}|\nlinks: []\n`;
  await checkCompletion(at(8), { first: ['object', 'phases'], excludes: ['kind'] });
  await checkCompletion(at(4), { first: ['name', 'sector'], excludes: ['rights'] });
  await checkCompletion(at(0), { first: ['imports'], includes: ['bodies'], excludes: ['links', 'organizations', 'plan'] });
  await checkCompletion(at(6), { offers: [] });
  for (const column of [3, 5, 7, 9, 12]) await checkCompletion(at(column), { offers: [] });
});

test('a key whose value is there already gets its colon back, and nothing is taken from the lines above', async () => {
  await checkCompletion('organizations:\n  a:\n    ri|\n      lead: {kind: command}\n', {
    take: 'rights',
    gives: '    rights:',
    snippets: true,
  });
  await checkCompletion('organizations:\n  a:\n   |\n    name: A\n', { offers: [] });
  await checkCompletion('organizations:\n  a:|\n    name: A\n', { offers: [] });
  await checkCompletion('organizations:\n|\n  a: {name: A}\n', { offers: [] });
});

test('a document without a plan may be a library, or a plan that begins', async () => {
  await checkCompletion('govplan: "1"\n|\n', { offers: ['imports', 'plan', 'legal-bases', 'organizations', 'agreements'] });
  await checkCompletion('govplan: "1"\nplan:\n  id: a\n|\n', { includes: ['bodies', 'links'], excludes: ['plan', 'govplan'] });
});

test('an empty file begins with the version, and a file of another kind is left alone', async () => {
  const complete = async (id: string, text: string): Promise<readonly string[]> => {
    const analysis = await analyseText(text);
    const file = createSourceFile(id, text);
    return (
      completionAt({ ...analysis, file }, text.length, { language: 'en', snippets: false, files: [] })?.items.map(({ label }) => label) ??
      []
    );
  };
  assert.equal((await complete(testedFile, ''))[0], 'govplan');
  assert.deepEqual(await complete('compose.yaml', 'services:\n  '), []);
  assert.equal((await complete(testedFile, 'govplan: "1"\n---\n'))[0], 'govplan');
});

test('an entry for an imported organization', async () => {
  const files = {
    'plans/library.plan.yaml':
      'govplan: "1"\norganizations:\n  fire: {name: {en: Fire Service, zh: 消防}, sector: government}\n  紅十字: {name: 紅十字會, sector: mass-organization}\n',
  };
  const source = (rest: string): string => `imports: library.plan.yaml\norganizations:\n${rest}`;
  await checkCompletion(source('  |\n'), {
    offers: ['fire', '紅十字'],
    files,
    take: 'fire',
    gives: '  fire:\n    imported: true',
    detail: { fire: 'imported: adds to Fire Service' },
  });
  await checkCompletion(source('  fire: {imported: true}\n  |\n'), { offers: ['紅十字'], files });
  await checkCompletion(source('  fire:\n    |\n'), { first: ['name', 'sector', 'imported'], files });
  await checkCompletion(source('  fire:\n    imported: true\n    |\n'), {
    offers: ['external', 'rights', 'responsibilities', 'capabilities'],
    files,
  });
  await checkCompletion(source('  own:\n    |\n'), { excludes: ['imported'], files });
  await checkCompletion(source('  fire:\n    name: Fire\n    |\n'), { excludes: ['imported'], files });
});

test('ids that wait for their entry', async () => {
  await checkCompletion('organizations:\n  |\nlinks: [{from: 蓝天, to: fire, type: task, basis: erl#1}]\n', {
    offers: ['蓝天', 'fire'],
    take: '蓝天',
    gives: '  蓝天:\n    ',
  });
  await checkCompletion('legal-bases:\n  e|\nlinks: [{from: 蓝天, to: fire, type: task, basis: erl#1}]\n', {
    offers: ['erl'],
    take: 'erl',
    gives: '  erl:\n    ',
  });
});

test('an entry to fill in', async () => {
  await checkCompletion('channels:\n  hot|\n', {
    offers: ['New entry: channel'],
    take: 'New entry: channel',
    gives: `  \${1:hot}:\n    name: $2\n    kind: \${3|hotline,platform,meeting,app,broadcast|}\n    operated-by: $4`,
    snippets: true,
  });
  await checkCompletion('organizations:\n  |\n', { offers: ['新条目：组织'], language: 'zh', snippets: true });
});

test('values of closed lists with their meaning', async () => {
  await checkCompletion('organizations:\n  a:\n    sector: |\n', {
    offers: sectors,
    detail: { military: 'military or armed police (government side)' },
  });
  await checkCompletion('organizations:\n  a:\n    sector: |\n', { language: 'zh', detail: { military: '军队、武警（政府侧）' } });
  await checkCompletion('organizations:\n  a:\n    sector: 军|\n', {
    found: { military: 'military 军队、武警（政府侧）' },
    take: 'military',
    gives: '    sector: military',
  });
  await checkCompletion('organizations:\n  a:\n    sector:|\n', { take: 'media', gives: '    sector: media' });
  await checkCompletion('organizations:\n  a: {sector: |}\n', { take: 'media', gives: '  a: {sector: media}' });
  await checkCompletion('organizations:\n  a: {sector: med|ium, name: A}\n', { take: 'media', gives: '  a: {sector: media, name: A}' });
  await checkCompletion('organizations:\n  a: {sector: "me|"}\n', { take: 'media', gives: '  a: {sector: "media"}' });
  await checkCompletion("organizations:\n  a: {sector: '|'}\n", { take: 'media', gives: "  a: {sector: 'media'}" });
  await checkCompletion('organizations:\n  a: {registered: |}\n', { offers: ['true', 'false'] });
  await checkCompletion('govplan: |\n', { offers: ['1'], take: '1', gives: 'govplan: "1"' });
});

test('a quote that has no end yet gets one, and what stands behind the cursor stays', async () => {
  for (const below of ['', '\n', '\nlinks: []\n', '\n\n\nlinks: []\n']) {
    await checkCompletion(`organizations:\n  a:\n    sector: "me|${below}`, {
      offers: sectors,
      take: 'media',
      gives: `    sector: "media"`,
    });
    await checkCompletion(`organizations:\n  a: {sector: '|, level: county}${below}`, {
      take: 'media',
      gives: `  a: {sector: 'media', level: county}`,
    });
    await checkCompletion(`functions:\n  f: {phases: ["res|,\n    recovery], name: F}${below}`, {
      take: 'response',
      gives: '  f: {phases: ["response",',
    });
    await checkCompletion(`functions:\n  f: {phases: [response, "re|c]}${below}`, {
      take: 'recovery',
      gives: `  f: {phases: [response, "recovery"]}`,
    });
  }
});

test('items of a list that it does not have yet', async () => {
  await checkCompletion('functions:\n  f:\n    phases: [response, |]\n', { offers: ['prevention', 'preparedness', 'warning', 'recovery'] });
  await checkCompletion('functions:\n  f:\n    phases: [response, re|\n', {
    excludes: ['response'],
    take: 'recovery',
    gives: '    phases: [response, recovery',
  });
  await checkCompletion('functions:\n  f:\n    phases:\n      - response\n      - |\n', {
    excludes: ['response'],
    take: 'warning',
    gives: '      - warning',
  });
  await checkCompletion('functions:\n  f:\n    phases:\n      |\n', { take: 'warning', gives: '      - warning' });
  await checkCompletion('functions:\n  f:\n    phases:\n      - response\n      |\n', {
    excludes: ['response'],
    take: 'warning',
    gives: '      - warning',
  });
  await checkCompletion('functions:\n  f:\n    phases: |\n', { take: 'warning', gives: '    phases: warning' });
});

test('ids of the right space, with the names behind them', async () => {
  const bodies = 'bodies:\n  hq: {name: 指挥部, kind: council, chair: mayor}\n';
  await checkCompletion(`${organizations}${bodies}links:\n  - from: |\n`, {
    includes: ['mayor', '蓝天-救援队', 'hq'],
    detail: { mayor: 'Mayor · government or its department (government side)', hq: '指挥部 · council' },
  });
  await checkCompletion(`${organizations}${bodies}links:\n  - from: |\n`, {
    language: 'zh',
    detail: { mayor: '市长 · 政府及其部门（政府侧）' },
    found: { mayor: 'mayor Mayor 市长' },
  });
  await checkCompletion(`${organizations}bodies:\n  hq: {name: 指挥部, kind: council, chair: |}\n`, {
    includes: ['mayor'],
    excludes: ['hq'],
  });
  await checkCompletion(`${organizations}levels:\n  r1: {scheme: response, order: 1, activated-by: |}\n`, {
    offers: ['start', 'lead'],
    detail: { lead: 'command (coercive)', start: '一级响应 · activate a response' },
  });
  const duty = (id: string): string => `responsibilities: {${id}: {action: A, phases: response}}`;
  await checkCompletion(
    `organizations:
  a: {name: A, sector: government, ${duty('first')}}
  b: {name: B, sector: government, ${duty('second')}, rights: {order: {kind: command, entails: |}}}
`,
    { offers: ['second', 'first'] },
  );
  await checkCompletion(`${organizations}links:\n  - from: 蓝天-|\n`, { take: '蓝天-救援队', gives: '  - from: 蓝天-救援队' });
  await checkCompletion(`${organizations}links:\n  - {from: [mayor, 蓝|天-救援队, x], to: mayor}\n`, {
    excludes: ['mayor'],
    take: '蓝天-救援队',
    gives: '  - {from: [mayor, 蓝天-救援队, x], to: mayor}',
  });
  await checkCompletion(
    `${organizations}channels:\n  line: {name: L, kind: hotline, operated-by: mayor}\n${bodies}participation:\n  - via: |\n`,
    { offers: ['hq', 'line'] },
  );
  await checkCompletion('organizations:\n  a: {name: A, sector: party, parent: |}\n  b: {name: B, sector: party}\n', { offers: ['b'] });
});

test('ids of imports', async () => {
  const files = {
    'plans/library.plan.yaml':
      'govplan: "1"\norganizations:\n  fire: {name: Fire Service, sector: government}\nlegal-bases:\n  act: {title: Act, kind: law, articles: 2}\n',
  };
  await checkCompletion(`imports: library.plan.yaml\n${organizations}links:\n  - to: |\n`, { includes: ['fire', 'mayor'], files });
  await checkCompletion('imports: library.plan.yaml\nlinks:\n  - basis: act#|\n', { offers: ['act#1', 'act#2'], files });
});

test('a key is found by its Chinese word', () =>
  checkCompletion('organizations:\n  a:\n    名|\n', { found: { name: 'name 组织名称' }, take: 'name', gives: '    name: ' }));

test('no entry is offered to itself, but an organization is to the channel of the same id', async () => {
  const plan = 'organizations:\n  fire: {name: Fire, sector: government, parent: |}\n  city: {name: City, sector: government}\n';
  await checkCompletion(plan, { offers: ['city'] });
  await checkCompletion(`${plan.replace('|', 'city')}channels: {fire: {name: Line, kind: hotline, operated-by: |}}\n`, {
    offers: ['fire', 'city'],
  });
});

test('a key in quotes gets its colon behind them', async () => {
  await checkCompletion('organizations:\n  a:\n    "na|"\n', { take: 'name', gives: '    "name": ' });
  await checkCompletion('organizations:\n  a:\n    "na|\n', { take: 'name', gives: '    "name": ' });
  await checkCompletion('organizations:\n  a:\n    "na|\n    sector: "media"\n', { take: 'name', gives: '    "name": ' });
  await checkCompletion('links:\n  - from: [a]\n    to:\n      - "b|\n    type: "task"\norganizations: {a: {}, "bc": {}}\n', {
    offers: ['a', 'bc'],
    take: 'bc',
    gives: '      - "bc"',
  });
  await checkCompletion("organizations:\n  a: {'|'}\n", { take: 'name', gives: "  a: {'name': }" });
  await checkCompletion('organizations:\n  a: {"na|": A}\n', { take: 'name', gives: '  a: {"name": A}' });
  await checkCompletion('organizations:\n  "fi|"\nlinks: [{from: fire}]\n', { take: 'fire', gives: '  "fire":\n    ' });
  await checkCompletion('functions:\n  "fi|"\n', { snippets: true, take: 'New entry: function', gives: `  "\${1:fi}":\n    name: $2` });
  await checkCompletion('plan: {jurisdiction: "le|"}\n', { offers: [] });
  await checkCompletion('links:\n  "fr|"\n', { take: 'from', gives: '  "from": ' });
});

test('citations: instruments, then cited places first, then every article', async () => {
  const bases = `legal-bases:
  old: {title: 旧法, kind: law, repealed: 2020-01-01, articles: 3}
  erl: {title: 突发事件应对法, kind: law, articles: 4}
links:
  - {from: a, to: b, type: task, basis: [erl#3, erl#2.1]}
  - {from: a, to: b, type: task, basis: erl#2.1}
`;
  await checkCompletion(`${bases}  - {basis: |}\n`, {
    offers: ['erl', 'old', 'erl#2.1', 'erl#3'],
    detail: { erl: '突发事件应对法 · law or act of parliament' },
  });
  await checkCompletion(`${bases}  - {basis: erl#|}\n`, {
    offers: ['erl#2.1', 'erl#3', 'erl#1', 'erl#2', 'erl#4'],
    take: 'erl#4',
    gives: '  - {basis: erl#4}',
  });
  await checkCompletion(`${bases}  - {basis: [erl#4, erl#|\n`, {
    excludes: ['erl#4'],
    detail: { 'erl#1': 'Article 1', 'erl#2.1': 'cited in this plan' },
  });
  await checkCompletion(`${bases}  - basis: erl#2|\n`, {
    language: 'zh',
    detail: { 'erl#3': '第 3 条 · 本预案已引用' },
    take: 'erl#2.1',
    gives: '  - basis: erl#2.1',
  });
  await checkCompletion(`${bases}  - basis: er|\n`, { take: 'erl', gives: '  - basis: erl' });
  await checkCompletion(`${bases}  - basis: [erl, "o|#3"]\n`, { offers: ['erl', 'old'], take: 'erl', gives: '  - basis: [erl, "erl#3"]' });
  await checkCompletion(`${bases}  - {basis: |erl#3}\n`, { offers: ['erl', 'old'], take: 'old', gives: '  - {basis: old#3}' });
  await checkCompletion(`${bases}  - basis: nrf#|\n`, { offers: [] });
});

test('kinds of rights and of capabilities, indicators and their units', async () => {
  await checkCompletion('organizations:\n  a: {responsibilities: {r: {needs-rights: [|]}}}\n', {
    first: ['decide', 'command'],
    includes: ['self-organize'],
  });
  await checkCompletion(`${organizations}  b: {responsibilities: {r: {needs-capabilities: [pump, |]}}}\n`, { offers: ['rescue-boat'] });
  await checkCompletion(`${organizations}  b: {capabilities: {c: {kind: |}}}\n`, { offers: ['rescue-boat'] });
  await checkCompletion('context:\n  indicators:\n    - id: |\n', { includes: ['wgi-rule-of-law', 'social-organizations-density'] });
  await checkCompletion('context:\n  indicators:\n    - {id: wgi-rule-of-law, unit: |}\n', { offers: ['percentile'] });
  await checkCompletion('context:\n  indicators:\n    - {id: wgi-rule-of-law, |}\n', {
    first: ['value', 'unit'],
    excludes: ['axis', 'min'],
  });
  await checkCompletion('context:\n  indicators:\n    - {id: own, |}\n', { first: ['value', 'unit', 'axis', 'min', 'max'] });
});

test('relative paths of imports and parents', async () => {
  const files = {
    'plans/other.plan.yaml': 'govplan: "1"\n',
    'plans/libraries/法律.plan.yaml': 'govplan: "1"\n',
    'national.plan.yaml': 'govplan: "1"\n',
  };
  await checkCompletion('imports: |\n', { offers: ['libraries/法律.plan.yaml', 'other.plan.yaml', '../national.plan.yaml'], files });
  await checkCompletion('imports:\n  - other.plan.yaml\n  - lib|\n', {
    excludes: ['other.plan.yaml'],
    take: 'libraries/法律.plan.yaml',
    gives: '  - libraries/法律.plan.yaml',
    files,
  });
  await checkCompletion('legal-bases: {nat: {title: N, kind: plan}, act: {title: A, kind: law}}\nplan:\n  parent-plans: [|]\n', {
    first: ['nat'],
    includes: ['../national.plan.yaml'],
    excludes: ['act', 'libraries/法律.plan.yaml'],
    files,
  });
});

test('a relative path leads from one file to another', () => {
  assert.equal(relativePath('/w/a/b.plan.yaml', '/w/c/d.plan.yaml'), '../c/d.plan.yaml');
  assert.equal(relativePath('/w/b.plan.yaml', '/w/d.plan.yaml'), 'd.plan.yaml');
  assert.equal(relativePath('C:/w/b.plan.yaml', 'c:/w/x/d.plan.yaml'), 'x/d.plan.yaml');
  assert.equal(relativePath('C:/b.plan.yaml', 'D:/d.plan.yaml'), undefined);
  assert.equal(relativePath('vscode-vfs://github/o/r/a.plan.yaml', 'vscode-vfs://github/o/r/%E6%B3%95.plan.yaml'), '法.plan.yaml');
  assert.equal(relativePath('memfs:/a.plan.yaml', 'file:///a.plan.yaml'), undefined);
});

test('language tags of a text, those of the plan first', async () => {
  await checkCompletion('organizations:\n  a: {name: {ja: 消防, en: Fire}}\n  b: {name: {|}}\n', {
    first: ['ja', 'en', 'zh'],
    take: 'zh',
    gives: '  b: {name: {zh: }}',
  });
  await checkCompletion('organizations:\n  a: {name: {en: A, |}}\n', { first: ['zh'], excludes: ['en'] });
  await checkCompletion('organizations:\n  a:\n    name:\n      |\n', { first: ['zh', 'en'], take: 'zh', gives: '      zh: ' });
  await checkCompletion('organizations:\n  a:\n    name:\n      en: A\n      z|\n', {
    first: ['zh'],
    take: 'zh',
    gives: '      zh: $1',
    snippets: true,
  });
  await checkCompletion('organizations:\n  a:\n    name: |\n', { offers: [] });
});

test('of thousands of ids those that fit what is typed', async () => {
  const many = Array.from(
    { length: 3000 },
    (_, index) => `  org-${index}: {name: ${index === 2999 ? '蓝天' : 'N'}, sector: community}\n`,
  ).join('');
  const text = `govplan: "1"\nplan: {id: a}\norganizations:\n${many}links: [{from: `;
  const offered = async (typed: string): Promise<readonly [number, boolean | undefined]> => {
    const analysis = await analyseText(text + typed);
    const found = completionAt(analysis, analysis.file.text.length, { language: 'zh', snippets: false, files: [] });
    return [found?.items.length ?? 0, found?.isIncomplete];
  };
  assert.deepEqual(await offered(''), [1000, true]);
  assert.deepEqual(await offered('org-29'), [111, true]);
  assert.deepEqual(await offered('蓝'), [1, true]);
});

test('nothing where nothing of the format can stand', async () => {
  for (const source of [
    '# comment |\n',
    'organizations:\n  a: {sector: government} # |\n',
    'organizations:\n  a:\n    name: >\n      text |\n',
    'organizations:\n  a:\n    name: |-\n'.replace('|-', '>-\n      |'),
    'x-own:\n  |\n',
    'x-own: {a: |}\n',
    'unknown:\n  |\n',
    'organizations:\n  a:\n    sector: government\n      |\n',
    'organizations:\n  a: {sector: *|}\n',
    'organizations:\n  a: {sector: &|}\n',
  ]) {
    await checkCompletion(source, { offers: [] });
  }
});

test('unfinished text around the cursor', async () => {
  const broken = 'bodies:\n  hq: {name: "unclosed\nlevels: [\n';
  await checkCompletion(`organizations:\n  a:\n    sector: |\n${broken}`, { offers: sectors });
  await checkCompletion(`${broken}organizations:\n  a:\n    sector: |\n`, { offers: sectors });
  await checkCompletion(`organizations:\n  a:\n    half\n    sec|\n${broken}`, { includes: ['name', 'sector'] });
  await checkCompletion('organizations:\r\n  a:\r\n    sector: |\r\n    name: A\r\n', { offers: sectors });
  const actors = 'organizations:\n  gov: {name: A, sector: government}\n  team: {name: B, sector: community}\n';
  for (const rest of ['', '\n', '\nlevels:\n  r1: {scheme: response, order: 1}\n']) {
    await checkCompletion(`${actors}links:\n  - from: gov\n    to: [|${rest}`, { offers: ['gov', 'team'] });
    await checkCompletion(`${actors}links:\n  - from: gov\n    to: [te|${rest}`, { offers: ['gov', 'team'] });
    await checkCompletion(`${actors}links:\n  - {|${rest}`, { includes: ['from', 'to'] });
  }
  await checkCompletion('\ufeffgovplan: "1"\norganizations:\n  a:\n    sector: |', { offers: sectors });
  await checkCompletion('\ufeffgovp|lan: "1"\n', { offers: ['govplan', 'imports', 'plan', 'legal-bases', 'organizations', 'agreements'] });
});

/** What the format says of the text after an offer was taken: no key and no value of it may be unknown there. */
function unknownAfter(text: string, offer: string): readonly string[] {
  const problems = createSourceFile(testedFile, text).documents.flatMap((document) => document.problems);
  const wrong = problems.filter(({ rule, data }) => /^unknown-/.test(rule) && Object.values(data).includes(offer));
  return wrong.map(({ rule }) => rule);
}

async function checkEverywhere(sample: string, stride: number): Promise<void> {
  const text = await readFile(new URL(`../../samples/${sample}.plan.yaml`, import.meta.url), 'utf8');
  const analysis = await analyseText(text);
  for (let offset = 0; offset <= text.length; offset += stride) {
    const completion = completionAt(analysis, offset, { language: 'zh', snippets: false, files: ['plans/a.plan.yaml'] });
    if (completion === undefined || completion.items.length === 0) continue;
    const { start, end } = analysis.file.lines.span(completion.range);
    assert.ok(start <= offset && offset <= end, `${sample} ${offset}: the word is at the cursor`);
    // One offer a place, another one each time; to take them all would be the same again.
    const { newText, label } = completion.items[offset % completion.items.length] as CompletionItem;
    if (stride === 1 && offset % 11 !== 0) continue;
    const place = JSON.stringify(text.slice(start - 40, end + 10));
    assert.deepEqual(
      unknownAfter(text.slice(0, start) + newText + text.slice(end), label),
      [],
      `${sample} ${offset}: ${label} at ${place}`,
    );
  }
}

test('nowhere in a plan completion fails, and what it offers is in the format', async () => {
  await checkEverywhere('modes/insufficient-evidence', 1);
});

test('nor in the larger samples', async () => {
  await checkEverywhere('cn/qinghe-flood', 211);
  await checkEverywhere('us/national-response-framework', 397);
});

test('the server announces completion, and answers in the words of the client', async () => {
  const text = 'govplan: "1"\nplan:\n  id: a\n  \n';
  const params = { textDocument: { uri: openedUri }, position: { line: 3, character: 2 } };
  const capabilities = {
    textDocument: {
      completion: {
        completionItem: {
          snippetSupport: true,
          insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
        },
      },
    },
  };
  await withClient({ text, capabilities }, async (client) => {
    assert.ok(client.capabilities.completionProvider?.triggerCharacters?.includes('#'));
    const { items } = await client.request<CompletionList>('textDocument/completion', params);
    const [first] = items;
    assert.equal(first?.label, 'title');
    assert.equal(first?.insertTextFormat, 2);
    assert.deepEqual(first?.textEdit, {
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 2 } },
      newText: 'title: $1',
    });
  });
  await withClient({ text }, async (client) => {
    const { items } = await client.request<CompletionList>('textDocument/completion', params);
    assert.equal((items as ProtocolItem[]).find(({ label }) => label === 'review')?.textEdit?.newText, 'review:\n    ');
  });
  const files = { 'plans/other.plan.yaml': 'govplan: "1"\n' };
  await withClient({ text: 'govplan: "1"\nimports: \n', files }, async (client) => {
    const { items } = await client.request<CompletionList>('textDocument/completion', { ...params, position: { line: 1, character: 9 } });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['other.plan.yaml'],
    );
  });
});
