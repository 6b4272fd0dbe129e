// Code lenses of what fails with an actor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../server/src/rules/render.ts';
import { createWhatIfTitles, whatIfLenses } from '../../server/src/service/what-if-lens.ts';
import { analyseText, readMarkedPlan } from './support/marked-plan.ts';

const whatIfTitle = createWhatIfTitles();

async function check(source: string, expected: readonly string[], language: Language = 'en'): Promise<void> {
  const { text } = readMarkedPlan(source);
  const analysis = await analyseText(text, {});
  const found = whatIfLenses(analysis).map((lens) => {
    const { start, end } = analysis.file.lines.span(lens.range);
    return `${text.slice(start, end)}: ${whatIfTitle(analysis, lens, language)}`;
  });
  assert.deepEqual(found, expected);
}

const source = `organizations:
  mayor:
    name: Mayor
    sector: government
    rights: {lead: {kind: command}, start: {kind: activate}}
    responsibilities: {warn: {action: Warn, phases: response}}
  crew: {name: Crew, sector: volunteer-group}
  school: {name: School, sector: public-institution}
bodies:
  hq: {name: HQ, kind: command-headquarters, chair: mayor}
links: [{from: mayor, to: [crew, school], type: task}, {from: school, to: mayor, type: report}]
`;

test('each actor with what nobody does or may do without it', async () => {
  await check(source, [
    'mayor: If it fails: 1 responsibility uncovered · 2 rights lost · 1 body without a lead · 2 organizations cut off · mode → insufficient evidence',
    'crew: If it fails: nothing else fails',
    'school: If it fails: nothing else fails',
    'hq: If it fails: mode → insufficient evidence',
  ]);
  await check(
    source,
    [
      'mayor: 若失效：1 项职责无人承担 · 2 项权利无人行使 · 1 个机构无人主持 · 2 个组织失去联系 · 模式变为证据不足',
      'crew: 若失效：无其他影响',
      'school: 若失效：无其他影响',
      'hq: 若失效：模式变为证据不足',
    ],
    'zh',
  );
});

test('an actor that is gone has nothing to say', async () => {
  const analysis = await analyseText(readMarkedPlan(source).text, {});
  assert.equal(whatIfTitle(analysis, { actor: 'nobody', document: 0 }, 'en'), undefined);
  assert.equal(whatIfTitle(analysis, { actor: 'mayor', document: 1 }, 'en'), undefined);
});
