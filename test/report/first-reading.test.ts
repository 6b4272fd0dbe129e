// What a reader needs who knows neither the plan nor the model: why a mode is what it is, what each number means, who is cut off, what an
// exception excuses; and paper and telephones on which all of it can be read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classificationText } from '../../server/src/report/classification-text.ts';
import { htmlReport } from '../../server/src/report/html/page.ts';
import { style } from '../../server/src/report/html/style.ts';
import { markdownReport } from '../../server/src/report/markdown/document.ts';
import { plainPaint } from '../../server/src/report/paint.ts';
import type { PlanReport } from '../../server/src/report/plan-report.ts';
import { quadrantText } from '../../server/src/report/quadrant-text.ts';
import type { Language } from '../../server/src/rules/render.ts';
import { analyseText } from '../features/support/marked-plan.ts';
import { elementsOf, reportOf } from './plan-reports.ts';

/** In preparedness society takes part and bears nothing; without the council, two societies are cut off. */
const plan = `govplan: "1"
plan: {id: p, title: T, phases: [preparedness, response], target-mode: equal-cooperation}
context: {government-capacity: high, social-development: low}
organizations:
  gov: {name: City, sector: government, rights: {lead: {kind: command, object: All forces, basis: law#3}}}
  sky: {name: Blue Sky, sector: volunteer-group, responsibilities: {rescue: {action: Rescue, phases: response}}}
  aid: {name: First Aid, sector: social-organization}
  # govplan-disable-next-line organization-unlinked -- reason: liaison is being appointed; approved-by: County Office; until: 2027-01-01
  lone: {name: Lone, sector: community}
bodies:
  council: {name: Council, kind: council, chair: gov, members: [sky, aid]}
participation:
  - {phases: [preparedness, response], who: [sky, aid], level: involve, via: council}
`;

const html = (report: PlanReport, language: Language): Promise<string> => htmlReport(report, language, async () => undefined);

for (const [name, write] of [
  ['HTML', html],
  ['Markdown', markdownReport],
] as const) {
  test(`${name}: the mode comes with its reason, and so does a phase that its cell does not explain`, async () => {
    const english = await write(await reportOf(plan, 'en'), 'en');
    assert.match(
      english,
      /Government decides and leads \\?\(L \d\.\d\d, at least 0\.70\\?\), and government and society work closely together/,
    );
    assert.match(
      english,
      /government control[^|]*Close contact is not enough for collaborative governance: society bears no responsibility here/,
    );
    assert.match(english, /government capacity high, social development low \(declared\)/);
    const chinese = await write(await reportOf(plan, 'zh'), 'zh');
    assert.match(chinese, /政府管控[^|]*尚不构成协同治理：社会侧未承担职责/);
    assert.match(chinese, /政府治理能力高，社会发展程度低（声明）/);
  });

  test(`${name}: every measure, every mode and every cell off the model has its meaning`, async () => {
    const text = await write(await reportOf(plan, 'en'), 'en');
    for (const words of [
      /L[:*<].*who decides and leads: 1 government alone/,
      /X[:*<].*how much government and society work together: 0 not at all/,
      /B[:*<].*share of the responsibilities that society bears: 0 none/,
      /confidence[:*<].*how firmly the verdict holds/,
      /equal cooperation[:*<].*decide together as partners/,
      /parallel \(fragmented\)[:*<].*neither side leads alone/,
      /Density(?:<small>| \| 0\.\d\d \| )share of all pairs that are tied/,
    ]) {
      assert.match(text, words);
    }
  });

  test(`${name}: a single point is told by whom it cuts off, an exception by what it excuses`, async () => {
    const text = (await write(await reportOf(plan, 'en'), 'en')).replace(/<[^>]*>/g, '');
    assert.match(text, /Council: Blue Sky, First Aid/);
    assert.match(text, /Lone.{1,8} has no tie to any other actor[^|]*(?:\| )?liaison is being appointed/);
  });
}

test('a context that hangs on a measure near the middle says so', async () => {
  const context = '{government-capacity: high, indicators: [{id: social-organizations-density, value: 28, unit: per-10k-population}]}';
  const text = plan.replace(/^context: .*$/m, `context: ${context}`);
  assert.match(await markdownReport(await reportOf(text, 'en'), 'en'), /social development high \(measured 0\.56, borderline\)/);
  assert.match(await markdownReport(await reportOf(text, 'zh'), 'zh'), /社会发展程度高（测量 0\.56，接近边界）/);
  const analysis = await analyseText(text);
  const found = analysis.results()[0]?.context;
  assert.ok(found);
  assert.match(
    classificationText('p', found, analysis.closure, 'en', plainPaint),
    /government capacity 1\.00 declared; social development 0\.56 measured, borderline\)/,
  );
});

test('Markdown: a right says what it is about and on which law it rests', async () => {
  const text = markdownReport(await reportOf(plan, 'en'), 'en');
  assert.match(text, /\*\*command \(coercive\)\*\* · All forces `lead` `law#3`/);
});

/** A plan of so many offices around a headquarters. */
function officesPlan(count: number): string {
  const offices = Array.from({ length: count }, (_, index) => `  o${index}: {name: Office number ${index}, sector: government}\n`).join('');
  const members = Array.from({ length: count }, (_, index) => `o${index}`).join(', ');
  return `govplan: "1"\nplan: {id: p}\norganizations:\n${offices}bodies:\n  hq: {name: HQ, kind: council, chair: o0, members: [${members}]}\n`;
}

test('on paper a large network has a sheet on which its letters can be read, a small one stands in the page', async () => {
  const figureOf = async (count: number): Promise<ReadonlyMap<string, string> | undefined> => {
    const page = await html(await reportOf(officesPlan(count), 'en'), 'en');
    return elementsOf(page).filter(({ name }) => name === 'figure')[1]?.attributes;
  };
  const letters = async (count: number): Promise<number> => {
    const page = await html(await reportOf(officesPlan(count), 'en'), 'en');
    const svg = elementsOf(page).find(({ attributes }) => attributes.get('class')?.startsWith('network'))?.attributes;
    const [, , width = 0, height = 0] = (svg?.get('viewBox') ?? '').split(' ').map(Number);
    const sheet = (await figureOf(count))?.get('class')?.replace('sheet ', '') ?? 'flow';
    const room: Readonly<Record<string, readonly [number, number]>> = { flow: [182, 265], ...sheets };
    const [across = 0, down = 0] = room[sheet] ?? [];
    // Points: 11 units of the picture in millimetres.
    return (11 * Math.min(across / width, down / height) * 72) / 25.4;
  };
  const sheets = Object.fromEntries(
    [...style.matchAll(/@page (a\d[\w-]*)\{size:(A\d) (\w+);[^}]*\}.*?max-height:(\d+)mm/g)].map(([, name = '', size, way, height]) => {
      const [short, long] = size === 'A4' ? [182, 269] : [269, 392];
      return [name, [way === 'landscape' ? long : short, Number(height)]] as const;
    }),
  ) as Readonly<Record<string, readonly [number, number]>>;
  assert.equal(Object.keys(sheets).length, 4);
  assert.equal((await figureOf(5))?.get('class'), undefined);
  for (const [count, least] of [
    [5, 7],
    [30, 7],
    [80, 6],
  ] as const) {
    const size = await letters(count);
    assert.ok(size >= least, `${count} actors: ${size.toFixed(1)} points`);
  }
});

test('nothing in a picture is faded: a contrast that colours promise is not taken back by their strength', () => {
  assert.doesNotMatch(style, /(?<!stroke-)opacity/);
});

test('of points on one spot of a quadrant in letters none is hidden', () => {
  const points = ['1', '2', '3', '●'].map((mark) => ({ mark, L: 0.99, X: 0.85 }));
  const picture = quadrantText(points, 'en').join('\n');
  for (const { mark } of points) assert.ok(picture.includes(mark), mark);
  // The last stands where it was measured: in the last column of the second row.
  assert.match(quadrantText(points, 'en')[2] ?? '', /1 2 3 ●│$/);
});

test('a version that is no number stands as it is, and a parent plan counts as named', async () => {
  const text = plan
    .replace('target-mode:', 'version: 第三次修订, parent-plans: above, target-mode:')
    .replace('organizations:', 'legal-bases: {above: {title: Province plan, kind: plan, issued: 2020-01-01}}\norganizations:');
  const chinese = markdownReport(await reportOf(text, 'zh'), 'zh');
  assert.match(chinese, /^第三次修订$/m);
  assert.match(chinese, /^\| Province plan .* \| 1 \|$/m);
});
