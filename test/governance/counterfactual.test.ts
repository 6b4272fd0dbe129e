// What would move a plan to its goal: the changes reach it when they are made in the text, and no smaller set does, as trying them all shows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Change } from '../../server/src/governance/change.ts';
import { describeChange } from '../../server/src/governance/change-text.ts';
import { findCounterfactual } from '../../server/src/governance/counterfactual.ts';
import { openChanges } from '../../server/src/governance/open-changes.ts';
import { createSides } from '../../server/src/governance/sides.ts';
import { measureStructure } from '../../server/src/governance/structure.ts';
import { createTrials, relink } from '../../server/src/governance/trials.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { assertNear, classifyFiles, classifyText } from './classified.ts';
import { sidesOf, verdictOf } from './oracle.ts';
import { type Data, list, readFacts } from './oracle-facts.ts';
import { plans, textsOf } from './plans.ts';
import { type Sketch, sketch } from './sketch.ts';

const runs = Number(process.env.GOVPLAN_RUNS ?? 0);
const goals = ['government-control', 'social-autonomy', 'collaborative-governance', 'equal-cooperation'];

// ---------------------------------------------------------------------------------------------------------------------------------
// Small plans: all sets are tried

const word = (...words: string[]) => fc.constantFrom(...words);
const some = (words: fc.Arbitrary<string>, maxLength: number) => fc.array(words, { maxLength }).map((found) => found.join(' '));
const actor = word('g1', 'g1', 's1', 's1', 'h1');

/** Plans of three or four actors with one body at most. */
const smallPlans = fc
  .record({
    actors: word('g1 g2 s1', 'g1 s1 h1', 'g1 s1 s2'),
    decisions: fc.array(actor, { minLength: 1, maxLength: 3 }).map((found) => found.join(' ')),
    leads: fc.array(actor, { minLength: 1, maxLength: 2 }).map((found) => found.join(' ')),
    commands: some(word('g1>s1', 's1>g1', 'g1>g2', 's1>s2', 'h1>s1'), 2),
    cooperation: some(word('g1>s1', 's1>g1', 'g1=s1', 'g1>h1', 's1=s2'), 2),
    duties: some(actor, 2),
    participation: fc.array(word('inform s1 response', 'involve s1,h1 warning', 'inform b response'), { maxLength: 1 }),
    rule: word('sole', 'joint', 'advisory'),
    body: fc.option(
      fc.record({
        kind: word('command-headquarters', 'council'),
        chair: word('g1', 's1'),
        'decision-rule': word('chair-decides', 'majority'),
        members: word('s1', 'g1', 'h1'),
      }),
      { nil: undefined, freq: 1 },
    ),
    goal: word(...goals),
  })
  .map(({ rule, body, goal, ...parts }) => {
    const plan = {
      id: 'p',
      title: 'T',
      type: 'overall',
      jurisdiction: { level: 'county', name: 'N' },
      status: 'draft',
      phases: ['warning', 'response'],
    };
    const right = { shared: { kind: 'decide', rule, with: 's1' } };
    const more = { plan: { ...plan, 'target-mode': goal }, ...(body && { bodies: { b: { name: 'B', ...body } } }) };
    return { text: sketch(parts, { rights: { g1: right }, more }), goal };
  });

test('on small plans the set found is reached in the text, and no smaller one is', async () => {
  const found = { none: 0, some: 0 };
  await fc.assert(
    fc.asyncProperty(smallPlans, async ({ text, goal }) => {
      const data: Data = parse(text);
      const { plan, closure, classification } = await classifyText(text);
      const counterfactual = findCounterfactual(plan, closure, classification);
      const { verdict } = classification.structure;
      if (verdict === goal) {
        assert.equal(counterfactual, undefined);
        return;
      }
      const changes = counterfactual?.changes;
      if (changes || verdict !== 'insufficient-evidence') assert.deepEqual([counterfactual?.goal, counterfactual?.from], [goal, 'target']);
      if (changes)
        assert.equal(
          verdictAfter(
            data,
            changes.map((change) => editOf(change, plan)),
          ),
          goal,
          'in the text',
        );
      assert.ok(changes === undefined || (changes.length > 0 && changes.length <= 3));
      const smaller = smallestSet(data, goal, changes ? changes.length - 1 : 3);
      assert.equal(smaller, undefined, `a smaller set: ${JSON.stringify(smaller)}`);
      found[changes ? 'some' : 'none']++;
    }),
    { numRuns: Math.max(40, runs) },
  );
  assert.ok(found.some > 0 && found.none > 0);
});

test('trying a set in the sums gives what linking the changed plan gives', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.infiniteStream(fc.nat()), async (generated, numbers) => {
      const { plan, closure } = await classifyFiles(textsOf(generated));
      const open = openChanges(plan, createSides(plan));
      const trials = createTrials(plan, closure);
      for (let i = 0; i < 6 && open.length > 0; i++) {
        const picked = [...numbers.take(3)].map((n) => open[n % open.length] as Change);
        const changes = picked.filter((change, place) => !picked.some((other, earlier) => earlier < place && sharesPlace(change, other)));
        const plain = changes.filter(({ kind }) => kind !== 'seat');
        const [last, first] = [plain.at(-1), changes.filter((change) => change !== plain.at(-1))];
        const trial = trials.from(first);
        const tried = last ? trial?.measureWith(last) : trial?.measure();
        trial?.end();
        const linked = relink(plan, changes, closure);
        assert.ok(tried && linked);
        const expected = measureStructure(linked, createSides(linked));
        for (const key of ['L', 'X', 'B'] as const) assertNear(tried[key], expected[key], key);
        assert.deepEqual([tried.conditions, tried.sufficient], [expected.conditions, expected.sufficient]);
      }
    }),
    { numRuns: Math.max(40, runs) },
  );
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Samples

async function sentences(path: string, target?: string, language: 'en' | 'zh' = 'en'): Promise<readonly string[] | undefined> {
  const text = readFileSync(new URL(`../../samples/modes/${path}.plan.yaml`, import.meta.url), 'utf8');
  const { plan, closure, classification } = await classifyText(target ? text.replace(/target-mode: .*/, `target-mode: ${target}`) : text);
  return findCounterfactual(plan, closure, classification)?.changes?.map((change) => describeChange(change, language));
}

const contextOf = (capacity: string, development: string): Sketch => ({
  more: { context: { 'government-capacity': capacity, 'social-development': development } },
});

test('a partnership without shared decisions needs one', async () => {
  assert.deepEqual(await sentences('unshared-partnership'), ["make the right 'call-out' joint with 'lift-company'"]);
});

test('a fragmented plan comes together by a link and one command less', async () => {
  assert.deepEqual(await sentences('parallel'), [
    "add a mutual coordination link between 'city' and 'terminal-operators'",
    'remove the link site-post ─task→ industrial-brigade+neighbours',
  ]);
  assert.deepEqual((await sentences('parallel', undefined, 'zh'))?.[1], '删除联系“site-post → industrial-brigade、neighbours：交办”');
});

test('a dense partnership cannot be turned into autonomy: no small change takes interaction away', async () => {
  assert.equal(await sentences('society-led-partnership'), undefined);
});

test('an instruction that goes both ways is named where it takes fewer changes than any other', async () => {
  const parts = { decisions: 'g1', leads: 'g1 s1', commands: 's1>g1 s1>g2' };
  const { plan, closure, classification } = await classifyText(sketch(parts, contextOf('low', 'low')));
  const { goal, changes } = findCounterfactual(plan, closure, classification) ?? {};
  assert.deepEqual(
    [goal, changes?.map((change) => describeChange(change, 'en'))],
    ['government-control', ['make the link s1 ─command→ g1 mutual']],
  );
});

test('a plan in its goal has nothing to change, and nothing is said of one with too little evidence that no small set mends', async () => {
  assert.equal(await sentences('collaborative-governance'), undefined);
  const { plan, closure, classification } = await classifyText(sketch({ decisions: 'g1' }, contextOf('high', 'high')));
  assert.equal(classification.structure.verdict, 'insufficient-evidence');
  assert.equal(findCounterfactual(plan, closure, classification), undefined);
});

test('a link may be all that a plan lacks to show a mode', async () => {
  const { plan, closure, classification } = await classifyText(sketch({ decisions: 'g1 g1 g1' }, contextOf('low', 'low')));
  assert.equal(classification.structure.verdict, 'insufficient-evidence');
  assert.deepEqual(
    findCounterfactual(plan, closure, classification)?.changes?.map((change) => describeChange(change, 'en')),
    ["add a mutual coordination link between 'g1' and 's1'"],
  );
});

test('without a target the goal is the mode the context calls for', async () => {
  const text = sketch({ decisions: 'g1 g1 g1', leads: 'g1', commands: 'g1>s1', duties: 's1' });
  const withContext = `${text}context: {government-capacity: high, social-development: low}\n`;
  const { plan, closure, classification } = await classifyText(withContext);
  const counterfactual = findCounterfactual(plan, closure, classification);
  assert.deepEqual([counterfactual?.goal, counterfactual?.from], ['collaborative-governance', 'context']);
  assert.equal(counterfactual?.changes?.length, 2);
  const { plan: open, closure: reached, classification: unknown } = await classifyText(text);
  assert.equal(findCounterfactual(open, reached, unknown), undefined);
});

test('what is imported is not changed', async () => {
  const { plan, closure, classification } = await classifyFiles({
    'main.plan.yaml': `govplan: "1"
imports: other.plan.yaml
plan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft, target-mode: equal-cooperation}
organizations: {own: {name: O, sector: community}}
participation: [{phases: response, who: [hq, own], level: empower}]
links: [{from: city, to: own, type: coordinate, mutual: true}]
`,
    'other.plan.yaml': `govplan: "1"
plan: {id: q, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft}
organizations: {city: {name: C, sector: government, rights: {a: {kind: decide}, b: {kind: decide}, c: {kind: decide}}}}
bodies: {hq: {name: H, kind: council, chair: city}}
`,
  });
  assert.equal(classification.structure.verdict, 'government-control');
  // Every decision and lead is the other plan's; nothing of this plan's own can share them.
  assert.equal(findCounterfactual(plan, closure, classification)?.changes, undefined);
});

// ---------------------------------------------------------------------------------------------------------------------------------
// The same moves, on the text's data

type Edit = (data: Data) => void;

function verdictAfter(data: Data, edits: readonly Edit[]): string {
  const changed = structuredClone(data);
  for (const edit of edits) edit(changed);
  // A removed link leaves a hole, so that the places of the others stay.
  changed.links = list(changed.links).filter((link) => link !== 'removed');
  return verdictOf(readFacts(changed, new Map()));
}

const push = (entry: Data, key: string, value: Data): void => {
  entry[key] = [...list(entry[key]), value];
};
const rightOf = (data: Data, id: string): Data =>
  [...Object.values<Data>(data.organizations), ...Object.values<Data>(data.bodies ?? {})]
    .map((owner) => owner.rights?.[id])
    .find((right) => right);

function editOf(change: Change, plan: Plan): Edit {
  switch (change.kind) {
    case 'seat':
      return (data) => push(data.bodies[change.body.id], change.seat === 'member' ? 'members' : 'co-chairs', change.organization.id);
    case 'joint-decision':
      return jointEdit(change.right.id, change.organization.id);
    case 'mutual':
      return mutualEdit(plan.links.indexOf(change.link));
    case 'remove-link':
      return removalEdit(plan.links.indexOf(change.link));
    case 'cooperative-link':
      return linkEdit(
        change.from.id,
        change.to.map(({ id }) => id),
      );
    case 'participation-entry':
      return entryEdit(
        change.organizations.map(({ id }) => id),
        change.level,
      );
    case 'participation-level':
      return levelEdit(plan.content.participation.indexOf(change.entry), change.level);
  }
}

const jointEdit =
  (id: string, organization: string): Edit =>
  (data) => {
    const right = rightOf(data, id);
    right.rule = 'joint';
    push(right, 'with', organization);
  };
const mutualEdit =
  (index: number): Edit =>
  (data) => {
    if (data.links[index] !== 'removed') data.links[index].mutual = true;
  };
const removalEdit =
  (index: number): Edit =>
  (data) => {
    data.links[index] = 'removed';
  };
const linkEdit =
  (from: string, to: readonly string[]): Edit =>
  (data) =>
    push(data, 'links', { from, to, type: 'coordinate', mutual: true });
const entryEdit =
  (who: readonly string[], level: string): Edit =>
  (data) =>
    push(data, 'participation', { phases: ['warning', 'response'], who, level });
const levelEdit =
  (index: number, level: string): Edit =>
  (data) => {
    data.participation[index].level = level;
  };

/** Every single edit of the kinds of classifier.md §6, with no thought of which could matter. */
function allEdits(data: Data): readonly (readonly [name: string, edit: Edit])[] {
  const facts = readFacts(data, new Map());
  const { S, G } = sidesOf(facts);
  const groups = S.length > 1 ? [...S.map((s) => [s]), S] : S.map((s) => [s]);
  const links = list(data.links);
  const commands = links.flatMap(({ type }, i) => (type === 'command' ? [i] : []));
  return [
    ...facts.bodies.flatMap(({ id }) =>
      S.flatMap((s) =>
        ['members', 'co-chairs'].map((key): [string, Edit] => [`${s} in ${key} of ${id}`, (changed) => push(changed.bodies[id], key, s)]),
      ),
    ),
    ...facts.rights.flatMap(({ id }) => S.map((s): [string, Edit] => [`${id} joint with ${s}`, jointEdit(id, s)])),
    ...links.map((_, i): [string, Edit] => [`link ${i} mutual`, mutualEdit(i)]),
    ...G.flatMap((g) => groups.map((to): [string, Edit] => [`link ${g} to ${to}`, linkEdit(g, to)])),
    ...groups.flatMap((who) => ['collaborate', 'empower'].map((level): [string, Edit] => [`${who} ${level}`, entryEdit(who, level)])),
    ...list(data.participation).flatMap((_, i) =>
      ['collaborate', 'empower'].map((level): [string, Edit] => [`entry ${i} ${level}`, levelEdit(i, level)]),
    ),
    ...commands.map((i): [string, Edit] => [`without link ${i}`, removalEdit(i)]),
  ];
}

/** The names of a set of at most `most` edits that reaches the goal. */
function smallestSet(data: Data, goal: string, most: number): readonly string[] | undefined {
  const edits = allEdits(data);
  const search = (chosen: readonly number[], size: number): readonly number[] | undefined => {
    if (chosen.length === size)
      return verdictAfter(
        data,
        chosen.map((i) => (edits[i] as (typeof edits)[number])[1]),
      ) === goal
        ? chosen
        : undefined;
    for (let i = (chosen.at(-1) ?? -1) + 1; i < edits.length; i++) {
      const reached = search([...chosen, i], size);
      if (reached) return reached;
    }
    return undefined;
  };
  for (let size = 1; size <= most; size++) {
    const reached = search([], size);
    if (reached) return reached.map((i) => (edits[i] as (typeof edits)[number])[0]);
  }
  return undefined;
}

/** Whether two changes are made at one place, so that a set holds one of them only. */
function sharesPlace(a: Change, b: Change): boolean {
  if (a === b) return true;
  if ((a.kind === 'mutual' || a.kind === 'remove-link') && (b.kind === 'mutual' || b.kind === 'remove-link')) return a.link === b.link;
  if (a.kind === 'participation-level' && b.kind === 'participation-level') return a.entry === b.entry;
  return a.kind === 'seat' && b.kind === 'seat' && a.body === b.body && a.organization === b.organization;
}
