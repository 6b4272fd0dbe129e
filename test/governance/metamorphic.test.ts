// What must hold whatever the plan (classifier.md §8): changes that mean nothing change nothing, and changes that mean something move the
// result the right way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { classificationJson } from '../../server/src/report/classification-json.ts';
import { assertNear, type Classified, classifyFiles, oracleOf } from './classified.ts';
import { orgWeight, sidesOf } from './oracle.ts';
import { type Data, type Deletion, list } from './oracle-facts.ts';
import { type GeneratedPlan, planPath, plans, textsOf } from './plans.ts';

const numRuns = Number(process.env.GOVPLAN_RUNS ?? 40);

async function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => Promise<boolean | undefined>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => (await property(value)) ?? true),
    { numRuns },
  );
}

const classified = (generated: GeneratedPlan): Promise<Classified> => classifyFiles(textsOf(generated));
const seed = fc.integer({ min: 1, max: 2 ** 30 });

test('renaming every id changes nothing', async () => {
  await holds(plans, async (generated) => {
    const ids = idsOf(generated);
    const renamed = everywhere(generated, (word) => (ids.has(word) ? `z-${word}-${word.length}` : word));
    const [before, after] = [jsonOf(await classified(generated)), jsonOf(await classified(renamed))];
    const points = before.network.articulationPoints.map((id: string) => `z-${id}-${id.length}`).sort();
    assertSame(after, { ...before, network: { ...before.network, articulationPoints: points } });
  });
});

test('reordering maps and lists changes nothing', async () => {
  await holds(fc.tuple(plans, seed), async ([generated, start]) => {
    const next = createRandom(start);
    const shuffled = { main: shuffle(generated.main, next), libraries: shuffle(generated.libraries, next) };
    assertSame(jsonOf(await classified(shuffled)), jsonOf(await classified(generated)));
  });
});

test('comments, quotes, flow style and line ends change nothing', async () => {
  await holds(plans, async (generated) => {
    const before = jsonOf(await classified(generated));
    const plain = textsOf(generated);
    const inFlow = JSON.stringify(generated.main);
    const quoted = stringify(generated.main, {
      aliasDuplicateObjects: false,
      defaultStringType: 'QUOTE_SINGLE',
      defaultKeyType: 'QUOTE_DOUBLE',
      indent: 4,
    });
    const commented = (plain[planPath] as string).replaceAll('\n', ' # 注\n  # note\r\n');
    for (const text of [inFlow, quoted, commented]) assertSame(jsonOf(await classifyFiles({ ...plain, [planPath]: text })), before);
  });
});

test('writing a link twice changes nothing', async () => {
  await holds(fc.tuple(plans, seed), async ([generated, start]) => {
    const next = createRandom(start);
    const links = list(generated.main.links);
    if (links.length === 0) return true;
    const again = links[next(links.length)];
    // Once more as it is, and once more pair by pair.
    const pairs = list(again.from).flatMap((from) => list(again.to).map((to) => ({ ...again, from, to })));
    const doubled = { ...generated, main: { ...generated.main, links: [...links, again, ...pairs] } };
    assertSame(jsonOf(await classified(doubled)), jsonOf(await classified(generated)));
    return true;
  });
});

test('an added cooperative government–society link never lowers coverage', async () => {
  await holds(fc.tuple(plans, seed), async ([generated, start]) => {
    const next = createRandom(start);
    const { S, G } = sidesOf(oracleOf(textsOf(generated)).facts);
    if (S.length === 0 || G.length === 0) return true;
    const ends = [G[next(G.length)], S[next(S.length)]];
    if (next(2) === 1) ends.reverse();
    const type = ['coordinate', 'share-information', 'supply', 'mutual-aid'][next(4)];
    const added = { from: ends[0], to: ends[1], type, mutual: next(2) === 1 };
    const linked = { ...generated, main: { ...generated.main, links: [...list(generated.main.links), added] } };
    const coverage = async (each: GeneratedPlan) => (await classified(each)).classification.structure.components.coverage;
    assert.ok((await coverage(linked)) >= (await coverage(generated)) - 1e-9);
    return true;
  });
});

test('a decision right handed from government to a society organization never raises L', async () => {
  await holds(fc.tuple(plans, seed), async ([generated, start]) => {
    const next = createRandom(start);
    const { facts } = oracleOf(textsOf(generated));
    const { S, G } = sidesOf(facts);
    const own = (id: string): boolean =>
      generated.main.organizations?.[id]?.imported !== true && id in (generated.main.organizations ?? {});
    const receivers = S.filter(own);
    const rights = facts.rights.filter(
      (right) => G.includes(right.owner) && (own(right.owner) || right.owner in (generated.main.bodies ?? {})),
    );
    const handed = rights[next(rights.length)];
    const without = receivers.filter((id) => !handed?.holders.includes(id));
    const receiver = without[next(without.length)];
    if (handed === undefined || receiver === undefined) return true;

    const main = structuredClone(generated.main);
    const giver = main.organizations[handed.owner] ?? main.bodies[handed.owner];
    const right = giver.rights[handed.id];
    delete giver.rights[handed.id];
    right.with = list(right.with).filter((id) => id !== handed.owner);
    main.organizations[receiver].rights = { ...main.organizations[receiver].rights, [handed.id]: right };
    const locus = async (each: GeneratedPlan) => (await classified(each)).classification.structure.L;
    const [before, after] = [await locus(generated), await locus({ ...generated, main })];
    assert.ok((after ?? 0) <= (before ?? 0) + 1e-9, `${after} is more than ${before}`);
    return true;
  });
});

test('swapping the sectors of government and society turns L into 1 − L', async () => {
  await holds(plans, async (generated) => {
    const swap = (document: Data): Data => {
      const organizations = Object.entries<Data>(document.organizations ?? {}).map(([id, entry]) => [id, swapped(entry)]);
      return { ...document, ...(document.organizations && { organizations: Object.fromEntries(organizations) }) };
    };
    const { L } = (await classified(generated)).classification.structure;
    const other = (await classified(onEveryDocument(generated, swap))).classification.structure.L;
    assertNear(other, L === undefined ? undefined : 1 - L, 'L of the swapped plan');
  });
});

test('without anyone but government a plan shows government control, or too little', async () => {
  await holds(plans, async (generated) => {
    const gone = new Set<string>();
    onEveryDocument(generated, (document) => {
      for (const [id, entry] of Object.entries<Data>(document.organizations ?? {})) if ((weightOf(entry) ?? 1) < 1) gone.add(id);
      return document;
    });
    // A body whose chair goes, goes, and with it what refers to it.
    onEveryDocument(generated, (document) => {
      for (const [id, body] of Object.entries<Data>(document.bodies ?? {})) if (gone.has(body.chair)) gone.add(id);
      return document;
    });
    const { verdict } = (await classified(onEveryDocument(generated, (document) => cleared(document, gone)))).classification.structure;
    assert.ok(['government-control', 'insufficient-evidence'].includes(verdict), verdict);
  });
});

test('stability is what deleting each element from the text gives', async () => {
  const alone = plans.map(({ main: { imports: _, ...main } }): GeneratedPlan => ({ main: withSinglePairs(main), libraries: {} }));
  await holds(alone, async (generated) => {
    const { verdict, certainty } = (await classified(generated)).classification.structure;
    if (certainty === undefined) return true;
    const { order } = oracleOf(textsOf(generated)).facts;
    const distinct = new Map(order.map((deletion) => [deletion.sort === 'link' ? linkKey(deletion) : JSON.stringify(deletion), deletion]));
    let kept = 0;
    for (const deletion of distinct.values()) {
      const main = deleted(generated.main, deletion);
      if ((await classified({ ...generated, main })).classification.structure.verdict === verdict) kept++;
    }
    assertNear(certainty.stability, distinct.size === 0 ? 1 : kept / distinct.size, 'stability');
    return true;
  });
});

// ---------------------------------------------------------------------------------------------------------------------------------
// Results

function jsonOf({ classification, network }: Classified): Data {
  return classificationJson(classification, network);
}

/** Equal but for the last digits of numbers, which depend on the order of additions. */
function assertSame(actual: Data, expected: Data, path = ''): void {
  if (typeof expected === 'number') assertNear(actual, expected, path);
  else if (expected === null || typeof expected !== 'object') assert.equal(actual, expected, path);
  else {
    assert.deepEqual(Object.keys(actual ?? {}).sort(), Object.keys(expected).sort(), path);
    for (const key of Object.keys(expected)) assertSame(actual[key], expected[key], `${path}/${key}`);
  }
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Changes of the data

function onEveryDocument({ main, libraries }: GeneratedPlan, change: (document: Data) => Data): GeneratedPlan {
  return {
    main: change(main),
    libraries: Object.fromEntries(Object.entries(libraries).map(([path, document]) => [path, change(document)])),
  };
}

function idsOf({ main, libraries }: GeneratedPlan): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const document of [main, ...Object.values(libraries)]) {
    for (const section of ['organizations', 'bodies', 'functions', 'channels', 'exercises']) {
      for (const [id, entry] of Object.entries<Data>(document[section] ?? {})) {
        for (const each of [id, ...Object.keys(entry.rights ?? {}), ...Object.keys(entry.responsibilities ?? {})]) ids.add(each);
      }
    }
  }
  return ids;
}

/** Every string, key or value, sent through a function. */
function everywhere<T extends Data>(data: T, change: (word: string) => string): T {
  if (typeof data === 'string') return change(data) as T;
  if (Array.isArray(data)) return data.map((item) => everywhere(item, change)) as Data;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [change(key), everywhere(value, change)])) as Data;
}

function shuffle(data: Data, next: (below: number) => number): Data {
  if (data === null || typeof data !== 'object') return data;
  const entries: [string, Data][] = Object.entries(data).map(([key, value]) => [key, shuffle(value, next)]);
  for (let i = entries.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [entries[i], entries[j]] = [entries[j] as [string, Data], entries[i] as [string, Data]];
  }
  return Array.isArray(data) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** A sequence of numbers that a seed fixes, so that a failing run can be repeated. */
function createRandom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return below === 0 ? 0 : state % below;
  };
}

function weightOf(entry: Data): number | undefined {
  return orgWeight({ id: '', sector: entry.sector, affiliated: entry.autonomy === 'affiliated', external: false });
}

function swapped(entry: Data): Data {
  const { autonomy: _, ...rest } = entry;
  if (weightOf(entry) === 1) return { ...rest, sector: 'social-organization' };
  return weightOf(entry) === 0 ? { ...entry, sector: 'government' } : entry;
}

/** A document without some actors, and without what refers to nobody else. */
function cleared(document: Data, gone: ReadonlySet<string>): Data {
  const alone = (value: Data): Data => (typeof value === 'string' && gone.has(value) ? [] : value);
  const visit = (value: Data): Data => {
    if (Array.isArray(value)) return value.filter((item) => !gone.has(item)).map(visit);
    if (value === null || typeof value !== 'object') return alone(value);
    return Object.fromEntries(
      Object.entries<Data>(value)
        .filter(([key]) => !gone.has(key))
        .map(([key, inner]) => [key, visit(inner)]),
    );
  };
  const { links, participation, ...rest } = visit(document);
  const names = (ids: Data): boolean => list(ids).length > 0;
  return {
    ...rest,
    ...(links && { links: list(links).filter(({ from, to }) => names(from) && names(to)) }),
    ...(participation && { participation: list(participation).filter(({ who }) => names(who)) }),
  };
}

/** The same plan with each link written out as single one-way pairs, so that one can be taken away alone. */
function withSinglePairs(main: Data): Data {
  if (main.links === undefined) return main;
  const links = list(main.links).flatMap(({ mutual, ...link }) =>
    list(link.from).flatMap((from) =>
      list(link.to).flatMap((to) => [{ ...link, from, to }, ...(mutual === true ? [{ ...link, from: to, to: from }] : [])]),
    ),
  );
  return { ...main, links };
}

function linkKey({ from, to, type }: Data): string {
  return JSON.stringify([from, to, type]);
}

function deleted(main: Data, deletion: Deletion): Data {
  const changed = structuredClone(main);
  const actors = [...Object.values<Data>(changed.organizations ?? {}), ...Object.values<Data>(changed.bodies ?? {})];
  switch (deletion.sort) {
    case 'link':
      changed.links = changed.links.filter((link: Data) => linkKey(link) !== linkKey(deletion));
      break;
    case 'right':
      for (const actor of actors) delete actor.rights?.[deletion.id];
      break;
    case 'function':
      delete changed.functions[deletion.id];
      break;
    case 'participation':
      changed.participation = list(changed.participation).filter((_, index) => index !== deletion.index);
      break;
    case 'body':
      delete changed.bodies[deletion.id];
      break;
  }
  return changed;
}
