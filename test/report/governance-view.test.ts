// The fragments of the governance view: well-formed, no text of a plan is markup in them, and every link leads to what it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { governanceView, type View } from '../../server/src/report/html/view.ts';
import { planReport } from '../../server/src/report/plan-report.ts';
import type { Language } from '../../server/src/rules/render.ts';
import { analyseText } from '../features/support/marked-plan.ts';
import { type Element, elementsOf } from './plan-reports.ts';

const plan = `govplan: "1"
plan: {id: p, title: {en: River Plan, zh: 河流预案}, phases: [warning, response], target-mode: equal-cooperation}
legal-bases:
  act: {title: Act, kind: law, effective: 1990-05-01}
organizations:
  gov:
    name: {en: City, zh: 市政府}
    sector: government
    rights: {lead: {kind: command, phases: response, basis: act#1}}
    responsibilities: {direct: {action: Direct, phases: response}, order: {action: Order, phases: response}}
  sky: {name: {en: Blue Sky, zh: 蓝天}, sector: volunteer-group}
  lone: {name: {en: Lone, zh: 孤立}, sector: community}
bodies:
  hq: {name: {en: HQ, zh: 指挥部}, kind: council, chair: gov, members: sky}
links:
  - {from: gov, to: sky, type: task}
`;

async function viewOf(text: string, language: Language = 'en', turn = async (): Promise<void> => undefined): Promise<View> {
  const analysis = await analyseText(text);
  const result = analysis.results()[0];
  assert.ok(result?.context);
  const { context, findings } = result;
  const { closure } = analysis;
  return governanceView(planReport('p', { context, findings }, closure, language), (id) => closure.files.get(id), language, turn);
}

function elementsIn({ sections }: View): readonly Element[] {
  return elementsOf(`<!DOCTYPE html><main>${sections.map(({ html }) => html).join('')}</main>`);
}

/** What of the text an element leads to, by the id of the element; of several places each. */
function leadsTo(elements: readonly Element[], text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.split('\n');
  return new Map(
    elements.flatMap(({ attributes }) => {
      const places = attributes.get('data-text')?.split(' ');
      if (places === undefined) return [];
      const shown = places.map((place) => {
        const [, line = 0, from = 0, endLine, to] = place.split(':').map(Number);
        return lines[line]?.slice(from, line === endLine ? to : undefined) ?? '';
      });
      return [[attributes.get('id')?.slice('to-'.length) ?? '', shown] as const];
    }),
  );
}

for (const language of ['en', 'zh'] as const) {
  test(`the fragments are well-formed, their ids are one of a kind, and no style or script stands in them (${language})`, async () => {
    const elements = elementsIn(await viewOf(plan, language));
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { name, attributes } of elements) {
      assert.ok(!['script', 'style', 'img', 'iframe', 'object', 'form', 'link', 'foreignObject', 'use', 'image'].includes(name), name);
      for (const key of attributes.keys()) assert.doesNotMatch(key, /^(?:on|style$|src$|action$)/);
      assert.match(attributes.get('href') ?? '#', /^#/);
    }
  });
}

test('others have a turn before each section, and may end the drawing', async () => {
  let turns = 0;
  const { sections } = await viewOf(plan, 'en', async () => void turns++);
  assert.equal(turns, sections.length);
  const ended = viewOf(plan, 'en', async () => {
    if (--turns === 3) throw new Error('enough');
  });
  await assert.rejects(ended, /enough/);
  assert.equal(turns, 3);
});

test('each element leads to the text that says it', async () => {
  const found = leadsTo(elementsIn(await viewOf(plan)), plan);
  const expected = {
    'quadrant-plan': ['{en: River Plan, zh: 河流预案}'],
    'quadrant-response': ['response'],
    'quadrant-target': ['equal-cooperation'],
    'network-gov': ['gov'],
    'network-hq': ['hq'],
    'tie-gov-task-sky': ['{from: gov, to: sky, type: task}'],
    'tie-hq-seat-sky': ['sky'],
    'matrix-gov-response-bears': ['direct', 'order'],
    'holdings-sky': ['sky'],
    'right-gov-lead': ['lead'],
    'responsibility-gov-order': ['order'],
    'time-act': ['act'],
    'basis-row-act': ['act'],
  };
  for (const [id, texts] of Object.entries(expected)) assert.deepEqual(found.get(encodeURIComponent(id)), texts, id);
  const findings = [...found].filter(([id]) => id.startsWith('finding-'));
  assert.ok(findings.some(([, [text]]) => text === 'lone'));
  assert.ok([...found].some(([id, [text]]) => id.startsWith('driver-') && text !== ''));
});

test('whatever leads somewhere is reached with the keyboard, and has a name', async () => {
  const links = elementsIn(await viewOf(plan)).filter(({ attributes }) => attributes.has('data-text'));
  assert.ok(links.length > 30);
  for (const { attributes, text } of links) {
    assert.equal(attributes.get('role'), 'link');
    assert.equal(attributes.get('tabindex'), '0');
    assert.match(attributes.get('aria-label') ?? text, /\S/);
  }
});

test('no text of a plan is markup, wherever it stands', async () => {
  const evil = `</script></div><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x" javascript:alert(1)`;
  const hostile = plan
    .replaceAll(/(?:en|zh): [^,}]+(?=[,}])/g, (pair) => `${pair.slice(0, 2)}: ${JSON.stringify(evil)}`)
    .replaceAll(/(?:title|action): (?:Act|Direct|Order)/g, (pair) => `${pair.split(':')[0]}: ${JSON.stringify(evil)}`)
    .replace('to: sky', `to: ${JSON.stringify(evil)}`);
  const elements = elementsIn(await viewOf(hostile));
  assert.ok(elements.every(({ name, attributes }) => !['script', 'img'].includes(name) && !attributes.has('onclick')));
  assert.equal(elements.find(({ name }) => name === 'h1')?.text, evil);
});

test('the mode is said in words, with the measures against their thresholds', async () => {
  const why = async (text: string, language: Language): Promise<string | undefined> =>
    elementsIn(await viewOf(text, language)).find(({ attributes }) => attributes.get('class') === 'why')?.text;
  assert.match(
    (await why(plan, 'en')) ?? '',
    /^(?:Government|Neither side) decides and leads.*\(L \d\.\d\d, .*\), and government and society .*\(X 0\.\d\d, .*\)\./,
  );
  assert.match((await why(plan, 'zh')) ?? '', /（L \d\.\d\d，.*），政府与社会.*（X 0\.\d\d，.*）。/);
  const little = 'govplan: "1"\nplan: {id: p}\norganizations: {gov: {name: G, sector: government}}\n';
  assert.match((await why(little, 'en')) ?? '', /^Too little to say/);
});

test('the target is said to be missed where it is', async () => {
  const cards = elementsIn(await viewOf(plan)).flatMap(({ attributes, text }) =>
    attributes.get('class')?.startsWith('card differs') ? [text] : [],
  );
  assert.equal(cards.length, 1);
  assert.match(cards[0] ?? '', /Equal cooperation.*another mode/);
});
