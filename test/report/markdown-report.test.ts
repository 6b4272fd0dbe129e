// The Markdown report: what a forge shows of it is what the plan says, and its chart is drawn from the plan's texts as texts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownReport } from '../../server/src/report/markdown/document.ts';
import type { Language } from '../../server/src/rules/render.ts';
import { reportOf } from './plan-reports.ts';

const plan = `govplan: "1"
plan: {id: p, title: Qinghe Plan, phases: [response]}
organizations:
  gov: {name: City, sector: government, rights: {lead: {kind: command}}}
  sky: {name: Blue Sky, sector: volunteer-group, responsibilities: {rescue: {action: Rescue, phases: response}}}
  lone: {name: Lone, sector: community}
bodies:
  hq: {name: Headquarters, kind: council, chair: gov}
links:
  - {from: gov, to: sky, type: task}
  - {from: gov, to: sky, type: command}
  - {from: sky, to: gov, type: coordinate, mutual: true}
`;

async function markdown(text: string, language: Language = 'en'): Promise<readonly string[]> {
  return markdownReport(await reportOf(text, language), language).split('\n');
}

function chartOf(lines: readonly string[]): readonly string[] {
  const start = lines.indexOf('```mermaid');
  return lines.slice(start + 1, lines.indexOf('```', start));
}

test('the network is a chart: sides, shapes, strokes, marks', async () => {
  assert.deepEqual(chartOf(await markdown(plan)), [
    'flowchart LR',
    '  subgraph government["government side"]',
    '    n0["City ⚠"]',
    '    n3{{"Headquarters"}}',
    '  end',
    '  subgraph society["society side"]',
    '    n1("Blue Sky")',
    '    n2("Lone")',
    '  end',
    '  n0 ==>|"tasking, command"| n1',
    '  n1 <-->|"coordination"| n0',
    '  n3 --- n0',
    '  classDef single stroke-width:4px',
    '  classDef unlinked stroke-dasharray:4 3,stroke-width:2px',
    '  class n0 single',
    '  class n2 unlinked',
  ]);
});

test('the tables have as many cells in every row as in their head', async () => {
  for (const language of ['en', 'zh'] as const) {
    let width = 0;
    for (const line of await markdown(plan.replace('name: City', 'name: "a|b\\\\|c"'), language)) {
      if (!line.startsWith('|')) width = 0;
      else {
        const cells = line.split(/(?<!\\)(?:\\\\)*\|/).length;
        width ||= cells;
        assert.equal(cells, width, line);
      }
    }
  }
});

test('no text of the plan becomes markup, a link, a mention or a part of the chart', async () => {
  const evil = '```\n"] --> <img src=x> [l](https://x.example) @all #1 **b** www.x.example end;%%{init}';
  const lines = await markdown(
    plan.replaceAll(/(?:name|action|title): [A-Z][A-Za-z ]+/g, (pair) => `${pair.split(':')[0]}: ${JSON.stringify(evil)}`),
  );
  assert.deepEqual(
    lines.filter((line) => line.startsWith('```')),
    ['```text', '```', '```mermaid', '```'].slice(lines.includes('```text') ? 0 : 2),
  );
  const chart = chartOf(lines);
  for (const line of chart.filter((one) => /^\s+n\d+\W/.test(one) && !/==>|<-->|---/.test(one))) {
    assert.match(line, /^ {4}n\d+(?:\[|\(|\{\{)"[^"<>@[\]{}%`]*"(?:\]|\)|\}\})$/);
  }
  const prose = lines.filter((line) => !chart.includes(line)).join('\n');
  assert.doesNotMatch(prose, /(?<!\\)<(?!br>)|(?<!\\)\[l|@all|:\/\/x|www\.x|(?<!\\)\*\*b/);
});

test('a chart that a forge would refuse to draw is cut, and the report says so', async () => {
  const actors = Array.from({ length: 60 }, (_, i) => `o${i}`);
  const large = `govplan: "1"\nplan: {id: p}\norganizations:\n${actors.map((id) => `  ${id}: {name: ${id}, sector: government}\n`).join('')}links:\n  - {from: [${actors.join(', ')}], to: [${actors.join(', ')}], type: report}\n`;
  const lines = await markdown(large);
  assert.equal(chartOf(lines).filter((line) => line.includes('-.->')).length, 400);
  assert.ok(lines.includes('The chart leaves out what a forge would refuse to draw; the HTML report has more.'));
});
