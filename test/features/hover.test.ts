// Hover: every case of the language features, in plans as small as they can be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver';
import { plainText } from '../../server/src/service/markdown.ts';
import { checkHover } from './support/hover.ts';
import { openedUri, withClient } from './support/protocol.ts';

const organizations = `organizations:
  mayor: {name: {en: Mayor, zh: 市长}, sector: government, rights: {lead: {kind: command, basis: erl#72.1}}}
  divers: {name: 蓝天🚣救援队, sector: volunteer-group, parent: mayor, responsibilities: {rescue: {action: 水上救援, phases: response}}}
  village: {name: Village, sector: community}
bodies:
  hq: {name: 指挥部, kind: command-headquarters, chair: mayor, members: divers}
links: [{from: mayor, to: village, type: task}]
legal-bases:
  erl: {title: 突发事件应对法, kind: law, effective: 2024-11-01, articles: 106}
`;

test('a key says what it means, what it holds, and where the requirement comes from', async () => {
  await checkHover('organizations:\n  a: {name: A, sec|tor: government}\n', {
    on: 'sector',
    says: [
      '**`sector`**',
      'on which side it counts',
      'one of a closed list',
      '`volunteer-group` — volunteer group',
      'source paper, section 3',
    ],
  });
  await checkHover('organizations:\n  a: {name: A, sec|tor: government}\n', {
    on: 'sector',
    language: 'zh',
    says: ['部门类别', '固定取值之一', '`volunteer-group` — 志愿者队伍', '来源论文第 3 节'],
  });
  await checkHover('links: [{ty|pe: task}]\n', { on: 'type', says: ['Source: source paper, section 2 P3; source paper, section 5.3'] });
  await checkHover('proced|ures: {}\n', { on: 'procedures', says: ['The procedures', 'optional, map'] });
  await checkHover('organizations:\n  a:\n    name|:\n', { on: 'name', says: ['Name of the organization'] });
});

test('a key is called required where it is', async () => {
  await checkHover('organizations:\n  a: {na|me: A}\n', { on: 'name', says: ['*required, text'] });
  await checkHover('organizations:\n  a: {name: A|}\n', { on: 'A', says: ['*required, text'] });
  await checkHover('organizations:\n  a: {imported: true, na|me: A}\n', { on: 'name', says: ['*optional, text'] });
  await checkHover('organizations:\n  a: {name: {e|n: A}}\n', { on: 'en', says: ['*required, text'] });
  await checkHover('context: {indicators: {id: own, ax|is: social-development}}\n', { on: 'axis', says: ['*required, one of'] });
});

test('a reference says what it leads to, and a text in several languages which it is', async () => {
  await checkHover('links: [{fr|om: a}]\n', { on: 'from', says: ['list of: id of an organization or body'] });
  await checkHover('levels: {r1: {activated|-by: a}}\n', { on: 'activated-by', language: 'zh', says: ['权利的标识'] });
  await checkHover('organizations: {a: {name: {z|h: 市政府, en: City}}}\n', {
    on: 'zh',
    says: ['**`zh`** — Chinese', 'Name of the organization'],
  });
  await checkHover('organizations: {a: {name: {zh: 市|政府, en: City}}}\n', { on: '市政府', language: 'zh', says: ['**`name`**'] });
  await checkHover('plan: {jurisdiction: {areas: [{constructo|r: A}]}}\n', { on: 'constructor', says: ['a language (BCP 47)'] });
});

test('names that have commas in them are told apart', async () => {
  const source = `organizations:
  fo|rest: {name: Forest Office, sector: government}
  ministry: {name: "Ministry of Housing, Communities and Forests", sector: government}
  police: {name: Police, sector: government}
links: [{from: forest, to: [ministry, police], type: report}]
`;
  await checkHover(source, { on: 'forest', says: ['- Ties: Ministry of Housing, Communities and Forests; Police'] });
});

test('an indicator of the registry says what it measures, and how it counts', async () => {
  const plan = (id: string): string => `context: {indicators: [{id: ${id}, value: 5, unit: share, axis: social-development}]}\n`;
  await checkHover(plan('social-organizations-den|sity'), {
    on: 'social-organizations-density',
    says: ['Social organizations per 10,000 people', '`per-10k-population`', 'social development', 'from 0 (counted as 0) to 50 (as 1)'],
  });
  await checkHover(plan('emergency-social-organizations|-share'), {
    on: 'emergency-social-organizations-share',
    language: 'zh',
    says: ['仅作展示，不计分'],
  });
  await checkHover(plan('my-o|wn'), { on: 'my-own', says: ['**`id`**'] });
});

test('a requirement from the law names the law', async () => {
  await checkHover('procedures: {report|ing: {within: 2h}}\n', {
    on: 'reporting',
    says: ['Emergency Response Law of China (2024), Art. 61'],
  });
  await checkHover('procedures: {report|ing: {within: 2h}}\n', {
    on: 'reporting',
    language: 'zh',
    says: ['《突发事件应对法》（2024）第 61 条'],
  });
});

test('a value of a closed list says what it means', async () => {
  await checkHover('organizations:\n  a: {name: A, sector: mass|-organization}\n', {
    on: 'mass-organization',
    says: ['**`mass-organization`** — mass organization (half and half)'],
  });
  await checkHover(
    'plan: {id: a, title: A, type: special, status: draft, jurisdiction: {level: county, name: A}, phases: [warning, resp|onse]}\ngovplan: "1"\n',
    {
      on: 'response',
      language: 'zh',
      says: ['应急处置与救援'],
    },
  );
});

test('any other value says what its key means', async () => {
  await checkHover('procedures: {reporting: {within: |2h}}\n', { on: '2h', says: ['**`within`**', '30min'] });
  await checkHover('organizations:\n  a: {name: A, sector: goverment|}\n', { on: 'goverment', says: ['**`sector`**'] });
});

test('an organization is shown with its sector, rights, responsibilities, ties, seats and findings', async () => {
  await checkHover(organizations.replace('village: {', 'vill|age: {'), {
    on: 'village',
    says: [
      '**Village** `village`',
      'community or village (society side)',
      '- Rights: none',
      '- Responsibilities: none',
      '- Ties: Mayor',
      '- Seats: none',
      '- Findings: ',
      '`organization-without-responsibility`',
    ],
  });
  await checkHover(organizations.replace('divers: {', 'di|vers: {'), {
    on: 'divers',
    language: 'zh',
    says: [
      '**蓝天🚣救援队** `divers`',
      '志愿者队伍',
      '- 上级组织：市长',
      '`rescue` 水上救援',
      '- 联系：指挥部、市长',
      '- 席位：指挥部（成员）',
    ],
  });
});

test('an actor holds what its body holds, and co-holders hold too', async () => {
  const source = `organizations:
  a: {name: A, sector: government}
  b: {name: B, sector: government, rights: {lead: {kind: command, with: [a]}}}
  c|: {name: C, sector: government}
bodies:
  hq: {name: HQ, kind: council, chair: c, rights: {agree: {kind: approve}}}
`;
  await checkHover(source, { on: 'c', says: ['- Rights: `agree` approve', '- Ties: HQ', '- Seats: HQ (chair)'] });
  await checkHover(source.replace('|', '').replace('  a:', '  |a:'), { on: 'a', says: ['- Rights: `lead` command'] });
  await checkHover(source.replace('|', '').replace('lead:', 'le|ad:'), { on: 'lead', says: ['- Held by: B, A', '- Basis: none'] });
  await checkHover(source.replace('|', '').replace('agree:', 'agree|:'), { on: 'agree', says: ['- Held by: HQ, C'] });
});

test('a reference shows the card of what it leads to', async () => {
  await checkHover(organizations.replace('chair: mayor', 'chair: |mayor'), { on: 'mayor', says: ['**Mayor** `mayor`', '`lead` command'] });
  await checkHover(`${organizations}levels:\n  r1: {scheme: response, order: 1, activated-by: le|ad}\n`, {
    on: 'lead',
    says: ['**`lead`**', 'command (coercive)', '- Held by: Mayor', '- Basis: 突发事件应对法 `#72.1`'],
  });
  await checkHover(organizations.replace('bodies:\n  hq', 'bodies:\n  hq|'), {
    on: 'hq',
    language: 'zh',
    says: ['应急指挥机构', '市长（主持）'],
  });
});

test('an alias shows what it stands for at its place', async () => {
  const plan = (more: string): string => `x-sky: &sky blue-sky
x-kind: &kind volunteer-group
legal-bases:
  &law erl: {title: 突发事件应对法, kind: law}
organizations:
  blue-sky: {name: 蓝天救援队, sector: volunteer-group}
${more}
`;
  await checkHover(plan('  a: {name: A, sector: party, parent: *s|ky }'), { on: '*sky', says: ['**蓝天救援队** `blue-sky`'] });
  await checkHover(plan('functions: {f: {name: F, basis: *l|aw }}'), { on: '*law', says: ['**突发事件应对法** `erl`', 'In force'] });
  await checkHover(plan('  a: {name: A, sector: *ki|nd }'), {
    on: '*kind',
    says: ['`volunteer-group`', '(society side)'],
    not: ['Source'],
  });
  await checkHover(plan('  a: {name: *s|ky , sector: party, parent: *sky }'), {
    on: '*sky',
    says: ['Name of the organization'],
    not: ['Ties'],
  });
});

test('a long list of names ends in a count', async () => {
  const members = Array.from({ length: 9 }, (_, index) => `m${index}`);
  const entries = members.map((id) => `  ${id}: {name: N${id}, sector: government}\n`).join('');
  await checkHover(
    `organizations:\n${entries}bodies:\n  h|q: {name: HQ, kind: council, chair: m0, members: [${members.slice(1).join(', ')}]}\n`,
    {
      on: 'hq',
      says: ['- Ties: Nm0, Nm1, Nm2, Nm3, Nm4, Nm5 and 3 more'],
    },
  );
});

test('what an import declares is shown where it is named', async () => {
  const files = {
    'plans/library.plan.yaml':
      'govplan: "1"\norganizations:\n  紅十字: {name: 紅十字會, sector: mass-organization}\n  fire: {name: Fire, sector: government}\n',
  };
  const source = 'imports: library.plan.yaml\norganizations:\n  紅十|字: {imported: true, rights: {inform: {kind: access-information}}}\n';
  await checkHover(source, { on: '紅十字', says: ['**紅十字會** `紅十字`', '`inform` access information'], files });
  await checkHover('imports: libr|ary.plan.yaml\n', { on: 'library.plan.yaml', says: ['Library (organizations: 2'], files });
  await checkHover('imports: absent|.plan.yaml\n', { on: 'absent.plan.yaml', says: ['**`imports`**'], files });
});

test('a library shows what its entries say', async () => {
  await checkHover('govplan: "1"\norganizations:\n  fi|re: {name: Fire, sector: government, level: county}\n', {
    on: 'fire',
    says: ['**Fire** `fire`', 'government or its department (government side) · county or district'],
    not: ['Ties'],
  });
});

test('a mode shows the four modes and where the plan stands', async () => {
  const head =
    'govplan: "1"\nplan: {id: a, title: A, type: special, status: draft, jurisdiction: {level: county, name: A}, target-mode: equal|-cooperation}\n';
  const context = 'context: {government-capacity: high, social-development: low}\n';
  await checkHover(head + context + organizations, {
    on: 'equal-cooperation',
    says: [
      '`government-control` —',
      '`social-autonomy` —',
      '`collaborative-governance` —',
      '`equal-cooperation` —',
      '**This plan**: government control (L 1.00, X 0.00, confidence ',
      'Its context calls for: collaborative governance',
      'Ansell and Gash',
    ],
  });
  await checkHover(head, { on: 'equal-cooperation', language: 'zh', says: ['**本预案**：证据不足', '协同治理'], not: ['所处环境要求'] });
});

test('a plan with a fault of syntax stands nowhere', async () => {
  const head =
    'govplan: "1"\nplan: {id: a, title: A, type: special, status: draft, jurisdiction: {level: county, name: A}, target-mode: equal|-cooperation}\n';
  await checkHover(`${head}${organizations}levels: [\n`, { on: 'equal-cooperation', says: ['`social-autonomy`'], not: ['This plan'] });
});

test('a legal reference shows the instrument, the article, and whether it is in force', async () => {
  await checkHover(organizations.replace('erl#72.1', 'e|rl#72.1'), {
    on: 'erl#72.1',
    says: ['**突发事件应对法** `erl`', 'law or act of parliament', 'In force on 2026-11-22.', 'Article 72, paragraph 1 (of 106)'],
  });
  await checkHover(organizations.replace('erl#72.1', 'erl#7|2'), {
    on: 'erl#72',
    language: 'zh',
    says: ['第 72 条（共 106 条）', '在 2026-11-22 有效。'],
  });
  await checkHover(organizations.replace('erl#72.1', 'erl#|72.3.2'), {
    on: 'erl#72.3.2',
    language: 'zh',
    says: ['第 72 条第 3 款第 2 项（共 106 条）'],
  });
  // Sections of acts and codes have points in their numbers.
  await checkHover(`govplan: "1"\nplan: {profile: us}\n${organizations.replace('erl#72.1', 'erl#38|.52.070')}`, {
    on: 'erl#38.52.070',
    says: ['Provision 38.52.070 (of 106)'],
    not: ['paragraph'],
  });
  await checkHover(organizations.replace('erl#72.1', 'erl#|esf-6'), { on: 'erl#esf-6', says: ['At `esf-6`'], not: ['106'] });
});

test('an instrument that is not in force says since when', async () => {
  const bases = (fields: string): string => `legal-bases:
  old: {title: Old Act, kind: law, ${fields}}
  new: {title: New Act, kind: law, effective: 2026-01-01}
organizations:
  a: {name: A, sector: government, rights: {lead: {kind: command, basis: o|ld}}}
`;
  await checkHover(bases('repealed: 2020-05-01'), { on: 'old', says: ['Not in force on 2026-11-22: repealed on 2020-05-01.'] });
  await checkHover(bases('superseded-by: new'), { on: 'old', says: ['replaced by New Act since 2026-01-01.'] });
  await checkHover(bases('superseded-by: new'), { on: 'old', language: 'zh', says: ['自 2026-01-01 起由《New Act》替代'] });
  await checkHover(bases('effective: 2027-01-01'), { on: 'old', says: ['Not yet in force on 2026-11-22: effective from 2027-01-01.'] });
});

test('an instrument that is known to be replaced is not called in force', async () => {
  await checkHover('legal-bases:\n  e|rl: {title: 中华人民共和国突发事件应对法, kind: law, effective: 2007-11-01, articles: 70}\n', {
    on: 'erl',
    says: ['Not in force on 2026-11-22: as far as govplan knows', 'on 2024-11-01'],
    not: ['In force on'],
  });
});

test('every kind of entity has a card', async () => {
  const source = `${organizations}functions:
  rescue-line: {name: 救援组, coordinator: mayor, support: divers}
agreements:
  boats-pact: {kind: contract, title: 船艇协议, parties: [mayor, divers], expires: 2027-01-01}
levels:
  r1: {scheme: response, order: 1, colour: red, criteria: 特大, activated-by: lead}
channels:
  line: {name: 热线, kind: hotline, operated-by: mayor, serves: [divers]}
exercises:
  drill: {type: tabletop, on: 2026-01-01, participants: [hq, divers]}
`;
  const at = (id: string): string => source.replace(`${id}:`, `${id}|:`);
  await checkHover(at('  rescue-line'), { on: 'rescue-line', says: ['**救援组**', '- Actors: Mayor, 蓝天🚣救援队'] });
  await checkHover(at('  boats-pact'), { on: 'boats-pact', says: ['contract', '- Parties: Mayor, 蓝天🚣救援队', '- Expires: 2027-01-01'] });
  await checkHover(at('  r1'), { on: 'r1', says: ['response level · 1 · red', '特大', '- Activated by: `lead`'] });
  await checkHover(at('  line'), { on: 'line', says: ['hotline', '- Operated by: Mayor', '- Serves: 蓝天🚣救援队'] });
  await checkHover(at('  drill'), { on: 'drill', says: ['tabletop · 2026-01-01', '- Participants: 指挥部'] });
  await checkHover(source.replace('rescue: {', 'res|cue: {'), {
    on: 'rescue',
    says: ['水上救援 · response and rescue', '- Borne by: 蓝天🚣救援队'],
  });
});

test('nothing is said of comments, blanks, own keys and things that are not in the format', async () => {
  await checkHover('organizations: # no|te\n  a: {name: A, sector: government}\n', undefined);
  await checkHover('x-own|: 1\n', undefined);
  await checkHover('x-own: {name: |1}\n', undefined);
  await checkHover('unknown|-thing: 1\n', undefined);
  await checkHover('organizations:\n|\n  a: {name: A, sector: government}\n', undefined);
});

test('what a plan says is not read as Markdown', async () => {
  await checkHover('organizations:\n  a|: {name: "*A* <b> [x](y)", sector: government}\n', {
    on: 'a',
    says: ['**\\*A\\* \\<b\\> \\[x\\](y)**'],
  });
});

test('clients without Markdown get the same words', () => {
  assert.equal(plainText('**\\*A\\* \\<b\\>** `a`  \n*required*, `x-y`'), '*A* <b> a\nrequired, x-y');
});

test('half-typed plans do not disturb', async () => {
  await checkHover('organizations:\n  a: {name: "A\n  b|: {sector: [\n', { on: 'b', says: ['**`b`**', 'Rights: none'] });
  await checkHover('organizations:\n  a: {name: A, sector: gov|ernment\nlinks:\n', { on: 'government', says: ['government side'] });
});

test('the server announces hover, and speaks plainly to a client without Markdown', async () => {
  const text = 'govplan: "1"\nplan: {id: a}\n';
  const params = { textDocument: { uri: openedUri }, position: { line: 1, character: 1 } };
  await withClient(
    { text, capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } },
    async ({ capabilities, request }) => {
      assert.equal(capabilities.hoverProvider, true);
      const { contents } = await request<Hover>('textDocument/hover', params);
      assert.deepEqual(contents, {
        kind: 'plaintext',
        value: 'plan — The plan itself; a document without it is a library.\n\noptional, map',
      });
    },
  );
  await withClient({ text, locale: 'zh-CN' }, async ({ request }) => {
    const { contents } = await request<Hover>('textDocument/hover', params);
    assert.deepEqual(contents, { kind: 'markdown', value: '**`plan`** — 预案本身；没有此键的文件是库。\n\n*可选，映射*' });
  });
});
