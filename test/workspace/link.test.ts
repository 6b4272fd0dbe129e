// What a plan is once its imports are linked in: which of several declarations counts, who has a seat and who decides, what parents it has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { lintFiles } from '../support/lint.ts';
import type { MemoryFiles } from '../support/memory-host.ts';

const headOf = (id: string, more = ''): string =>
  `govplan: "1"\nplan: {id: ${id}, title: ${id}, type: special, jurisdiction: {level: county, name: Q}, status: draft${more}}\n`;

/** Links a plan with this body and these keys in its head. */
async function link(body: string, { head = '', files = {} }: { readonly head?: string; readonly files?: MemoryFiles } = {}): Promise<Plan> {
  const plans = await linkAll(headOf('p', head) + body, files);
  const [plan] = plans;
  assert.ok(plan);
  return plan;
}

async function linkAll(text: string, files: MemoryFiles): Promise<readonly (Plan | undefined)[]> {
  const { results } = await lintFiles({ ...files, 'a.plan.yaml': text }, 'a.plan.yaml', catalogue);
  assert.deepEqual(
    results.flatMap(({ crashes }) => crashes),
    [],
  );
  return results.map(({ linked }) => linked.plan);
}

const library = (body: string): string => `govplan: "1"\n${body}`;

const organization = (plan: Plan, id: string) => {
  const actor = plan.actors.get(id);
  assert.ok(actor?.kind === 'organization');
  return actor;
};

const seatsIn = (plan: Plan): readonly string[] =>
  plan.bodies.flatMap(({ id, seats }) => seats.map(({ holder, kind }) => `${id} ${kind} ${holder.id}`));

test('of several declarations of an id the first counts, and an import comes before the plan', async () => {
  const declare = (name: string, kind: string, sector: string, party: string): string =>
    library(`organizations: {x: {name: ${name}, sector: ${sector}}, ${name}: {name: ${name}, sector: ${sector}}}
legal-bases: {law: {title: ${name}, kind: ${kind}}}
agreements: {deal: {kind: memorandum, parties: [x, ${party}]}}
`);
  const files = {
    'one.plan.yaml': declare('one', 'law', 'government', 'one'),
    'two.plan.yaml': declare('two', 'rule', 'volunteer-group', 'two'),
  };
  const plan = await link(
    `imports: [one.plan.yaml, two.plan.yaml]
organizations: {x: {name: own, sector: media, rights: {r: {kind: decide}}}, y: {name: Y, sector: media}}
bodies:
  x: {name: own, kind: council, chair: y}
  y: {name: second, kind: council, chair: y}
`,
    { files },
  );
  assert.equal(organization(plan, 'x').declaration.sector?.value, 'government');
  assert.deepEqual(organization(plan, 'x').rights, [], 'a second declaration adds nothing to the first');
  assert.equal(organization(plan, 'y').kind, 'organization');
  assert.equal(plan.legalBases.get('law')?.value.kind?.value, 'law');
  assert.deepEqual(
    plan.agreements.get('deal')?.value.parties.map(({ id }) => id),
    ['x', 'one'],
  );
});

test('an entry with `imported: true` adds what is held and says who is external; without anything to add to it is nobody', async () => {
  const files = {
    'l.plan.yaml': library(`organizations:
  inside: {name: A, sector: government, rights: {a: {kind: decide}}}
  outside: {name: B, sector: government, external: true}
  drawn-in: {name: C, sector: government, external: true}
`),
    'l2.plan.yaml': `${headOf('l2')}bodies: {council: {name: K, kind: council, chair: inside}}\nimports: l.plan.yaml\n`,
  };
  const plan = await link(
    `imports: l2.plan.yaml
organizations:
  inside: {imported: true, external: true, rights: {b: {kind: command}}, responsibilities: {c: {action: act, phases: [response]}}}
  outside: {imported: true}
  drawn-in: {imported: true, external: false}
  nobody: {imported: true}
  council: {imported: true, rights: {d: {kind: decide}}}
`,
    { files },
  );
  const inside = organization(plan, 'inside');
  assert.deepEqual(
    [...inside.rights, ...inside.responsibilities].map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  assert.equal(inside.idNode.document, plan.document.yaml, 'what is found of it is shown in the plan');
  assert.deepEqual(
    ['inside', 'outside', 'drawn-in'].map((id) => organization(plan, id).external),
    [true, true, false],
  );
  assert.equal(plan.actors.get('nobody'), undefined);
  assert.deepEqual(plan.actors.get('council')?.rights, []);
});

test('every office of a body is a seat, of organizations that are declared', async () => {
  const plan = await link(`organizations: {${'abcdefg'.replaceAll(/./g, '$&: {name: N, sector: government}, ')}}
bodies:
  other: {name: Other, kind: council, chair: a}
  all: {name: All, kind: council, established-by: g, chair: a, co-chairs: [b], deputies: [c], office: d, members: [e, other, ghost], advisers: [f], observers: [g]}
`);
  assert.deepEqual(seatsIn(plan), [
    'other chair a',
    'all chair a',
    'all co-chair b',
    'all deputy c',
    'all office d',
    'all member e',
    'all adviser f',
    'all observer g',
  ]);
  assert.deepEqual(
    plan.bodies.map(({ establishedBy }) => establishedBy?.id),
    [undefined, 'g'],
  );
  assert.deepEqual(
    organization(plan, 'a').seats.map(({ body }) => body.id),
    ['other', 'all'],
  );
});

test('members decide unless the chair does, which is the default and may be written', async () => {
  const decidersOf = async (rule: string): Promise<readonly string[] | undefined> => {
    const plan =
      await link(`organizations: {a: {name: A, sector: government}, b: {name: B, sector: government}, c: {name: C, sector: government}}
bodies: {k: {name: K, kind: council, chair: a, co-chairs: [b], deputies: [c], members: [a, c]${rule}}}
`);
    return plan.bodies[0]?.deciders.map(({ id }) => id);
  };
  assert.deepEqual(await decidersOf(''), ['a', 'b']);
  assert.deepEqual(await decidersOf(', decision-rule: chair-decides'), ['a', 'b']);
  assert.deepEqual(await decidersOf(', decision-rule: majority'), ['a', 'b', 'c']);
});

test('an imported body that takes no part seats nobody', async () => {
  const files = {
    'b.plan.yaml': `${headOf('b')}organizations: {a: {name: A, sector: government}}\nbodies: {k: {name: K, kind: council, chair: a}}\n`,
  };
  const text = 'imports: b.plan.yaml\norganizations: {o: {name: O, sector: government}}\n';
  const named = await link(`${text}links: [{from: o, to: [a, k], type: report}]\n`, { files });
  assert.equal(organization(named, 'a').seats.length, 1);
  const unnamed = await link(`${text}links: [{from: o, to: a, type: report}]\n`, { files });
  assert.deepEqual(organization(unnamed, 'a').seats, []);
});

test('an imported actor takes part where the plan names it as such, and with it whom it seats or shares with', async () => {
  const names = [
    'chair',
    'co-chair',
    'deputy',
    'office',
    'member',
    'adviser',
    'observer',
    'right-sharer',
    'duty-sharer',
    'added',
    'parent',
    'approver',
  ];
  const files = {
    'l.plan.yaml': `${headOf('l')}organizations:
${names.map((id) => `  ${id}: {name: ${id}, sector: government}\n`).join('')}  alone: {name: Alone, sector: government, parent: parent}
bodies:
  council: {name: K, kind: council, chair: chair, co-chairs: [co-chair], deputies: [deputy], office: office, members: [member], advisers: [adviser], observers: [observer]}
  sharing: {name: S, kind: council, chair: chair, rights: {r: {kind: decide, with: right-sharer}}, responsibilities: {d: {action: Act, phases: [response], with: duty-sharer}}}
`,
  };
  const takingPart = async (body: string, head = ''): Promise<readonly string[]> => {
    const plan = await link(`imports: l.plan.yaml\n${body}`, { files, head });
    return [...plan.organizations, ...plan.bodies].map(({ id }) => id).sort();
  };
  const through = (via: string): string =>
    `participation: [{phases: response, who: own, level: inform, via: ${via}}]\norganizations: {own: {name: O, sector: media}}\n`;
  assert.deepEqual(await takingPart(through('council')), [...names.slice(0, 7), 'council', 'own'].sort());
  assert.deepEqual(await takingPart(through('sharing')), ['chair', 'duty-sharer', 'own', 'right-sharer', 'sharing']);
  assert.deepEqual(await takingPart('organizations: {added: {imported: true}}\n'), ['added']);
  const own = (more: string): string => `organizations: {own: {name: O, sector: media, ${more}}}\n`;
  assert.deepEqual(await takingPart(own('rights: {r: {kind: decide, with: member}}')), ['member', 'own']);
  assert.deepEqual(await takingPart(own('parent: parent')), ['own'], 'a parent takes no part by being one');
  assert.deepEqual(await takingPart('', ', approval: {by: approver}'), [], 'nor does who approves a plan');
});

test('the coordinator, the primaries and the supporters of a function have a role in it, each once', async () => {
  const plan =
    await link(`organizations: {a: {name: A, sector: government}, b: {name: B, sector: government}, c: {name: C, sector: government}}
functions: {f: {name: F, coordinator: a, primary: [b, a], support: [c, b]}}
`);
  assert.deepEqual(
    plan.functions[0]?.actors.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
});

test('for whom a misspelt id was meant is known in every section that names it so', async () => {
  const plan = await link(`organizations:
  fire: {name: F, sector: government, parent: fiire}
  town: {name: T, sector: government, rights: {r: {kind: decide, with: fiire}}, responsibilities: {d: {action: Act, phases: [response], with: fire1}}}
links: [{from: town, to: fier, type: report}]
`);
  assert.deepEqual([...(plan.misspelt.get('fire') ?? [])].sort(), ['links', 'organizations', 'responsibilities', 'rights']);
});

test('a document that is no plan has none', async () => {
  assert.deepEqual(await linkAll(`${library('organizations: {}\n')}---\nno plan at all\n`, {}), [undefined, undefined]);
});

test('an import that is no map, or whose text is faulty, leaves a plan that says so', async () => {
  const files = { 'list.plan.yaml': '- govplan\n', 'faulty.plan.yaml': 'govplan: "1\n' };
  for (const path of Object.keys(files)) {
    const plan = await link(`imports: ${path}\norganizations: {o: {name: O, sector: government}}\n`, { files });
    assert.deepEqual([...plan.actors.keys()], ['o'], path);
  }
});

test('of a document whose text is faulty nothing is said but that', async () => {
  const text = `${headOf('p')}imports: absent.plan.yaml\norganizations: {a: {name: A, sector: government, parent: ghost}}\nx-a: [\n`;
  const { results } = await lintFiles({ 'a.plan.yaml': text }, 'a.plan.yaml', catalogue);
  assert.deepEqual(
    results.flatMap(({ findings }) => findings.map(({ rule }) => rule.id)),
    ['yaml-syntax'],
  );
});

const parentsOf = (plan: Plan): readonly string[] =>
  plan.parents.map((parent) => (parent.kind === 'plan' ? (parent.head.id?.value ?? '') : parent.basis.value.id));

test('a parent is the first plan of a file, or a legal basis of kind plan; what cannot be found, read or be one is none', async () => {
  const files = {
    'city.plan.yaml': `${library('legal-bases: {}\n')}---\n${headOf('city')}---\n${headOf('annex')}`,
    'faulty.plan.yaml': `${headOf('faulty')}organizations: {"\n`,
  };
  const plan = await link('legal-bases: {law: {title: L, kind: law}, overall: {title: O, kind: plan}}\n', {
    head: ', parent-plans: [city.plan.yaml, faulty.plan.yaml, absent.plan.yaml, law, overall, ghost]',
    files,
  });
  assert.deepEqual(parentsOf(plan), ['city', 'overall']);
});

test('a parent that cannot be read hides nothing that an import could have brought', async () => {
  const plan = await link('', { head: ', parent-plans: [absent.plan.yaml]' });
  assert.equal(plan.complete, true);
  assert.equal((await link('imports: absent.plan.yaml\n')).complete, false);
});

test('above a plan are its parents and theirs, not itself and not what it imports', async () => {
  const files = {
    'city.plan.yaml': headOf('city', ', parent-plans: [state.plan.yaml, a.plan.yaml]'),
    'state.plan.yaml': headOf('state'),
    'neighbour.plan.yaml': headOf('neighbour'),
    'list.plan.yaml': library('organizations: {}\n'),
  };
  const plan = await link('imports: [neighbour.plan.yaml, list.plan.yaml]\n', { head: ', parent-plans: [city.plan.yaml]', files });
  assert.deepEqual(
    plan.headsAbove().map(({ id }) => id?.value),
    ['city', 'state'],
  );
});

test('a parent leads back only to the plan that is meant by the path: the first of its file', async () => {
  const plans = await linkAll(`${headOf('p', ', parent-plans: [city.plan.yaml]')}---\n${headOf('q', ', parent-plans: [city.plan.yaml]')}`, {
    'city.plan.yaml': headOf('city', ', parent-plans: [a.plan.yaml]'),
  });
  assert.deepEqual(
    plans.map((plan) => plan?.parents.map((parent) => parent.kind === 'plan' && parent.leadsBack)),
    [[true], [false]],
  );
});
