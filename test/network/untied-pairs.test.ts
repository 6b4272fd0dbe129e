import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTies } from '../../server/src/network/ties.ts';
import { findUntiedPairs } from '../../server/src/rules/shared/untied-pairs.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { planOf } from './plans.ts';

/** The untied pairs among the first organizations of a plan, and their number. */
function untied(plan: Plan, size = plan.organizations.length): { readonly count: number; readonly pairs: readonly string[] } {
  const { count, pairs } = findUntiedPairs(plan.organizations.slice(0, size), createTies(plan));
  return { count, pairs: [...pairs()].map(([one, other]) => `${one.id}-${other.id}`) };
}

const four = ['a', 'b', 'c', 'd'].map((id) => `  ${id}: {name: ${id}, sector: government}\n`).join('');

test('seats and links of either direction tie, and the order is that of the plan', () => {
  const plan = planOf(`organizations:
${four}bodies:
  hq: {name: HQ, kind: command-headquarters, chair: a, members: b}
  cell: {name: Cell, kind: working-group, chair: b, observers: c}
links:
  - {from: d, to: [a, hq], type: report}
`);
  assert.deepEqual(untied(plan), { count: 3, pairs: ['a-c', 'b-d', 'c-d'] });
});

test('a body of bodies ties nobody: only its own seats do', () => {
  const plan = planOf(`organizations:
${four}bodies:
  hq: {name: HQ, kind: command-headquarters, chair: a}
  cell: {name: Cell, kind: working-group, chair: b}
links:
  - {from: hq, to: cell, type: command}
`);
  assert.deepEqual(untied(plan, 2), { count: 1, pairs: ['a-b'] });
});

const size = 6;
const numbers = Array.from({ length: size }, (_, index) => index);
const plans = fc.record({
  bodies: fc.array(fc.subarray(numbers, { minLength: 1 }), { maxLength: 4 }),
  links: fc.array(fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...numbers)), { maxLength: 8 }),
});

test('what is found by seats is what trying every pair finds', () => {
  fc.assert(
    fc.property(plans, ({ bodies, links }) => {
      const organizations = numbers.map((number) => `  o${number}: {name: O, sector: government}\n`);
      const seats = bodies.map(
        (members, index) =>
          `  b${index}: {name: B, kind: council, chair: o${members[0]}, members: [${members.map((number) => `o${number}`)}]}\n`,
      );
      const arrows = links.map(([from, to]) => `  - {from: o${from}, to: o${to}, type: task}\n`);
      const section = (name: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `${name}:\n${lines.join('')}`);
      const plan = planOf(section('organizations', organizations) + section('bodies', seats) + section('links', arrows));
      const ties = createTies(plan);
      const expected = numbers.flatMap((one) => {
        const later = numbers.filter((other) => other > one);
        const [actor, ...others] = plan.organizations.slice(one);
        return later.filter((_, index) => actor && others[index] && !ties.tied(actor, others[index])).map((other) => `o${one}-o${other}`);
      });
      assert.deepEqual(untied(plan), { count: expected.length, pairs: expected });
    }),
  );
});
