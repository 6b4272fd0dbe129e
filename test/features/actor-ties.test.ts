// How many an actor is tied to is counted without listing them: held to the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createTies } from '../../server/src/network/ties.ts';
import { createActorTies } from '../../server/src/service/actor-ties.ts';
import { classifyFiles } from '../governance/classified.ts';
import { plans, textsOf } from '../governance/plans.ts';

test('as many ties are counted as there are others to list', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (generated) => {
      const { plan } = await classifyFiles(textsOf(generated));
      const ties = createActorTies({ plan, ties: createTies(plan) });
      for (const actor of plan.actors.values()) {
        assert.equal(ties.count(actor), ties.first(actor, Number.POSITIVE_INFINITY).length, actor.id);
      }
    }),
  );
});
