// A session keeps a plan as it is, and none of the texts that it once was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import type { LintOptions } from '../../server/src/rules/run.ts';
import { createSession } from '../../server/src/service/session.ts';
import { checkDate } from '../support/lint.ts';
import { createMemoryHost } from '../support/memory-host.ts';

setFlagsFromString('--expose-gc');
const runCollector: () => void = runInNewContext('gc');

/**
 * Collects what nobody reaches any more, over several turns of the event loop: what was reached in a turn is not
 * collected in it, and a function that is being compiled beside holds the objects it has seen until it is done.
 */
async function collectGarbage(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(setImmediate);
    runCollector();
  }
}

const options: LintOptions = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };

const plan = (name: string, rescue: string): string => `govplan: "1"
plan:
  id: p
  title: Flood plan
  level: county
  hazards: [flood]
organizations:
  bureau:
    name: ${name}
    sector: government
    responsibilities:
      lead:
        action: ${rescue}
        phases: response
  team:
    name: Team
    sector: volunteer-group
`;

/** How to go on from edit to edit, and what is looked at after each. */
const ways: Readonly<Record<string, (edit: number) => string>> = {
  'typing on and on in one text': (edit) => plan(`Bureau${'x'.repeat(edit)}`, 'Rescue'),
  'typing in two texts by turns': (edit) => plan(`Bureau${'x'.repeat(edit >> 1)}`, `Rescue${'y'.repeat((edit + 1) >> 1)}`),
  'texts and ids by turns': (edit) => plan(`Bureau ${edit}`, 'Rescue').replace('team:', `team${edit >> 1}:`),
};

for (const [way, textAfter] of Object.entries(ways)) {
  test(`of a plan's earlier texts nothing is kept: ${way}`, async () => {
    const session = createSession(createMemoryHost({}), () => options);
    const files: WeakRef<object>[] = [];
    for (let edit = 0; edit < 20; edit++) files.push(await fileAfter(textAfter(edit)));
    await collectGarbage();
    const kept = files.flatMap((file, edit) => (file.deref() ? [edit] : []));
    assert.ok(kept.includes(19), 'the file as it is');
    assert.ok(kept.length <= 3, `of 20 files these are still there: ${kept}`);

    async function fileAfter(text: string): Promise<WeakRef<object>> {
      session.open('a.plan.yaml', text);
      const analysis = await session.analyse('a.plan.yaml');
      assert.ok(analysis && analysis.results().length === 1);
      for (const { context } of analysis.results()) assert.ok(context?.classification && context.doubts.holdings && context.offers);
      return new WeakRef(analysis.closure.entry);
    }
  });
}

/** A long text with many entries: each edit makes another one of another entry. */
const entries = 20;
const padding = `# ${'What nobody edits. '.repeat(25_000)}\n`;
const organizations = (edits: number, entry: string, edited: string): string =>
  Array.from({ length: entries }, (_, index) => (index < edits ? edited : entry).replaceAll('N', String(index))).join('');

const sound = `  bureau-N:
    name: Bureau number N of the county
    sector: government
`;
const forms: Readonly<Record<string, string>> = {
  'a name': sound.replace('Bureau', 'Bureaux'),
  'a comment': sound.replace('\n', ' # Bureau number N of the county\n'),
  'a name in quotes': sound.replace(/name: (.*)/, 'name: "$1"'),
  'a name below its key': sound.replace('name: ', 'name: >-\n      '),
  'a name over two lines': sound.replace('of the', '\n      of the'),
  'an id': sound.replace('bureau-N', 'the-other-bureau-number-N'),
  'an anchor': sound.replace('name: ', 'name: &the-name-of-bureau-number-N '),
  'an alias': sound.replace(/name: .*/, 'name: *the-name-of-the-county'),
  'a line that is indented wrong': sound.replace('    sector', '     a-key-that-is-no-key: of bureau number N\n    sector'),
};

for (const [form, edited] of Object.entries(forms)) {
  test(`an entry keeps none of the text in which it was edited: ${form}`, async () => {
    const session = createSession(createMemoryHost({}), () => options);
    const heaps: number[] = [];
    for (let edits = 0; edits < entries; edits++) {
      const text = `${plan('&the-name-of-the-county Bureau of the county', 'Rescue')}${organizations(edits, sound, edited)}${padding}`;
      session.open('a.plan.yaml', text);
      const analysis = await session.analyse('a.plan.yaml');
      assert.ok(analysis && analysis.results().length === 1);
      if (edits !== 2 && edits !== entries - 1) continue;
      await collectGarbage();
      heaps.push(process.memoryUsage().heapUsed);
    }
    const [third = 0, last = 0] = heaps;
    assert.ok(last - third < 5 * padding.length, heaps.join(' '));
  });
}
