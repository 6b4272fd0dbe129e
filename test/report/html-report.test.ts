// The HTML report: one file that loads nothing and runs nothing, in which every text of the plan is a text; and what its pictures show.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { htmlReport } from '../../server/src/report/html/page.ts';
import { style, styleDigest } from '../../server/src/report/html/style.ts';
import type { Language } from '../../server/src/rules/render.ts';
import { elementsOf, reportOf } from './plan-reports.ts';

const plan = `govplan: "1"
plan: {id: p, title: {zh: 清河预案, en: Qinghe Plan}, phases: [warning, response], target-mode: collaborative-governance, effective: 2025-01-01}
legal-bases:
  old: {title: Old Act, kind: law, effective: 1990-05-01, repealed: 2024-11-01}
  new: {title: New Act, kind: law, issued: 2024-06-28, effective: 2024-11-01, amended: [2025-06-01]}
  undated: {title: Charter, kind: agreement}
organizations:
  gov:
    name: {zh: 清河市人民政府, en: City Government}
    sector: government
    rights: {lead: {kind: command, phases: response, basis: new#1}, say: {kind: propose, phases: response, basis: [old, unknown]}}
  sky:
    name: {zh: 蓝天, en: Blue Sky}
    sector: volunteer-group
    responsibilities: {rescue: {action: {zh: 救援, en: Rescue}, phases: response, with: club, basis: new#2}}
  club: {name: {zh: 俱乐部, en: Club}, sector: social-organization}
  far: {name: {zh: 某省, en: Province}, sector: government, external: true}
  # govplan-disable-next-line organization-unlinked -- reason: liaison is being appointed; approved-by: County Office; until: 2027-01-01
  lone: {name: {zh: 孤立, en: Lone}, sector: community}
bodies:
  hq: {name: {zh: 指挥部, en: Headquarters}, kind: council, chair: gov, members: sky, office: gov}
functions:
  esf: {name: {zh: 搜救, en: Search}, phases: response, primary: gov, support: [club]}
links:
  - {from: gov, to: sky, type: task}
  - {from: sky, to: gov, type: share-information, mutual: true, phases: response}
  - {from: gov, to: far, type: report}
  - {from: sky, to: club, type: train}
`;

async function page(text: string, language: Language): Promise<string> {
  return htmlReport(await reportOf(text, language), language, async () => undefined);
}

/** Only what a browser would load, run or follow out of the page. */
function assertSelfContained(html: string): void {
  for (const { name, attributes } of elementsOf(html)) {
    assert.ok(
      !['script', 'img', 'iframe', 'link', 'object', 'embed', 'form', 'image', 'use', 'foreignObject', 'base'].includes(name),
      name,
    );
    for (const [key, value] of attributes) {
      assert.ok(!/^(?:on|src|srcset|action|style|formaction)/.test(key), `${key}="${value}"`);
      if (key === 'href') assert.match(value, /^#/);
    }
  }
  const css = elementsOf(html).find(({ name }) => name === 'style')?.text ?? '';
  assert.doesNotMatch(css, /@import|url\((?!#)|https?:|expression/);
}

test('a page for Chinese readers has Chinese marks, in its pictures too', async () => {
  const said = elementsOf(await page(plan, 'zh'))
    .filter(({ name }) => name !== 'style')
    .flatMap(({ text, attributes }) => [text, attributes.get('title') ?? '']);
  for (const text of said) assert.doesNotMatch(text, /\p{Script=Han}[:(,;]|[),:;]\p{Script=Han}/u);
});

for (const language of ['en', 'zh'] as const) {
  test(`the page is well-formed, loads nothing, and every link in it leads somewhere (${language})`, async () => {
    const html = await page(plan, language);
    assertSelfContained(html);
    const elements = elementsOf(html);
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    const known = new Set(ids);
    for (const { attributes } of elements) {
      const targets = [attributes.get('href')?.slice(1), ...(attributes.get('aria-labelledby')?.split(' ') ?? [])];
      for (const target of targets) assert.ok(target === undefined || known.has(target), target);
    }
    assert.equal(elements.find(({ name }) => name === 'html')?.attributes.get('lang'), language === 'zh' ? 'zh-Hans' : 'en');
    for (const { name, attributes } of elements.filter(({ name }) => name === 'svg')) {
      assert.ok(attributes.has('aria-hidden') || attributes.has('aria-labelledby'), name);
    }
  });
}

test('the policy lets in the style of the page and nothing else', async () => {
  assert.equal(styleDigest, createHash('sha256').update(style).digest('base64'));
  const html = await page(plan, 'en');
  const policy = elementsOf(html)
    .find(({ attributes }) => attributes.has('http-equiv'))
    ?.attributes.get('content');
  assert.equal(policy, `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`);
  assert.equal(elementsOf(html).find(({ name }) => name === 'style')?.text, style);
});

test('a text of the plan is never markup, wherever it stands', async () => {
  const evil = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;"'`;
  const quoted = JSON.stringify(evil);
  const hostile = plan
    .replaceAll(/(?:en|zh): [^,}]+(?=[,}])/g, (pair) => `${pair.slice(0, 2)}: ${quoted}`)
    .replaceAll(/title: (?:Old Act|New Act|Charter)/g, `title: ${quoted}`)
    .replace('reason: liaison is being appointed', `reason: ${evil}`)
    .replace('County Office', evil)
    .replace('kind: propose', `kind: propose, object: ${quoted}, condition: ${quoted}`)
    .replace('basis: new#2', `basis: ${quoted}`)
    .replace('to: club', `to: ${quoted}`);
  for (const language of ['en', 'zh'] as const) {
    const html = await page(hostile, language);
    assertSelfContained(html);
    assert.ok(html.split('&lt;script&gt;alert(1)').length > 15);
    assert.equal(elementsOf(html).find(({ name }) => name === 'h1')?.text, evil);
  }
});

test('what turns the direction of writing, and what no page may hold, is replaced', async () => {
  const html = await page(plan.replace('en: Club', 'en: "Cl\\u202eub\\u0007"'), 'en');
  assert.match(html, /Cl\ufffdub\ufffd/);
});

test('one plan gives the same bytes every time', async () => {
  assert.equal(await page(plan, 'zh'), await page(plan, 'zh'));
});

test('a page in Chinese has its words in Chinese', async () => {
  const headings = (html: string): readonly string[] => elementsOf(html).flatMap(({ name, text }) => (name === 'h2' ? [text] : []));
  const chinese = headings(await page(plan, 'zh'));
  const english = headings(await page(plan, 'en'));
  assert.equal(chinese.length, 7);
  assert.equal(english.length, 7);
  for (const heading of chinese) assert.match(heading, /^[\p{Script=Han}：]+$/u);
  for (const heading of english) assert.match(heading, /^[A-Za-z, ]+$/);
});

test('the quadrant shows the whole plan, its phases and the target', async () => {
  const elements = elementsOf(await page(plan, 'en'));
  const classes = elements.map(({ attributes }) => attributes.get('class') ?? '');
  const count = (name: string): number => classes.filter((own) => own.split(' ').includes(name)).length;
  assert.equal(count('whole'), 1);
  assert.equal(count('badge'), 2);
  assert.equal(count('cell'), 6);
  assert.equal(count('hatched'), 2);
  assert.equal(count('target'), 1);
});

test('the network marks who is tied to nobody, who is external, and a single point', async () => {
  const elements = elementsOf(await page(plan, 'en'));
  const tips = elements.flatMap(({ name, attributes, text }) => (name === 'a' && attributes.get('class') === 'node' ? [text] : []));
  const tipOf = (id: string): string => tips.find((tip) => tip.includes(`(${id})`)) ?? '';
  assert.match(tipOf('lone'), /tied to nobody/);
  assert.match(tipOf('far'), /external/);
  assert.match(tipOf('sky'), /single point/);
  assert.doesNotMatch(tipOf('gov'), /tied to nobody|external|single/);
  const strokes = elements.flatMap(({ attributes, text }) => (attributes.get('class')?.startsWith('stroke ') && text ? [text] : []));
  assert.deepEqual(strokes.sort(), [
    'gov → far: reporting',
    'gov → sky: tasking (directive)',
    'hq – gov: seat in a body',
    'hq – sky: seat in a body',
    'sky → club: training',
    'sky ↔ gov: information sharing (cooperative)',
  ]);
});

test('the matrix shows duties and gaps', async () => {
  const rows = elementsOf(await page(plan, 'en')).flatMap(({ name, text }) => (name === 'tr' ? [text] : []));
  assert.ok(rows.includes('City Government (gov)L'));
  assert.ok(rows.includes('Club (club)S+'));
  assert.ok(rows.includes('Headquarters (hq)––'));
  // An external actor owes this plan nothing.
  assert.ok(rows.includes('Province (far) external'));
  assert.ok(rows.some((row) => row.startsWith('Gapsno lead nobody acts')));
});

test('legal bases are shown with the time in which they are valid', async () => {
  const html = await page(plan, 'en');
  const rows = elementsOf(html).flatMap(({ name, text, attributes }) =>
    name === 'tr' && attributes.get('id')?.startsWith('basis-') ? [text] : [],
  );
  assert.deepEqual(rows, [
    'Old Act oldlaw or act of parliament1990-05-012024-11-01repealed1',
    'New Act newlaw or act of parliament2024-11-01amended 2025-06-01–in force2',
    'Charter undatedagreement––without dates0',
  ]);
});

test('exceptions are registered with reason, approver, end and status, and excuse what they excuse', async () => {
  const report = await reportOf(plan, 'en');
  assert.deepEqual(report.exceptions, [
    {
      rules: ['organization-unlinked'],
      reason: 'liaison is being appointed',
      approver: 'County Office',
      until: '2027-01-01',
      line: 18,
      status: 'in-force',
      excused: [
        "'Lone' has no tie to any other actor: no link, no seat in a body, no function shared with anyone. Link it to those it works with, or leave it out of the plan.",
      ],
    },
  ]);
  assert.ok(
    report.families.every(({ findings }) =>
      findings.every(({ rule, entity }) => rule !== 'organization-unlinked' || entity !== 'organizations/lone'),
    ),
  );
  const statusOf = async (record: string): Promise<string | undefined> =>
    (await reportOf(plan.replace(/-- reason:.*$/m, record), 'en')).exceptions[0]?.status;
  assert.equal(await statusOf('-- reason: r; until: 2020-01-01'), 'expired');
  assert.equal(await statusOf(''), 'invalid');
  assert.equal(
    (await reportOf(plan.replace('next-line organization-unlinked', 'next-line co-lead-without-rule'), 'en')).exceptions[0]?.status,
    'unused',
  );
});

test('a plan with nothing in it has a page too', async () => {
  const html = await page('govplan: "1"\nplan: {id: p}\n', 'en');
  assertSelfContained(html);
  assert.match(html, /No actor takes part in this plan\./);
});

test('of a very large plan the picture shows a part and says so, the tables show all', async () => {
  const organizations = Array.from({ length: 300 }, (_, i) => `  o${i}: {name: Office ${i}, sector: government}\n`).join('');
  const html = await page(
    `govplan: "1"\nplan: {id: p}\norganizations:\n${organizations}links:\n  - {from: o0, to: [o1, o2], type: report}\n`,
    'en',
  );
  const nodes = elementsOf(html).filter(({ attributes }) => attributes.get('class') === 'node');
  assert.equal(nodes.length, 150);
  assert.match(html, /The picture shows the actors with the most ties \(150\); the table has all\./);
  assert.match(html, /Office 299/);
});

test('of those who share one duty the first thirty are named beside it, and the others counted', async () => {
  const parts = Array.from({ length: 40 }, (_, i) => `o${i}`);
  const text = `govplan: "1"
plan: {id: p, title: P}
organizations:
  a: {name: A, sector: government, responsibilities: {t: {action: Rescue, phases: response, with: [${parts}]}}}
${parts.map((id) => `  ${id}: {name: N${id}, sector: community}\n`).join('')}`;
  const duties = [...(await page(text, 'en')).matchAll(/with (No0, [^<]*)/g)].map(([, names = '']) => names.trim());
  assert.equal(
    duties[0],
    `${parts
      .slice(0, 30)
      .map((id) => `N${id}`)
      .join(', ')} +10 more`,
  );
});
