// What fails with an actor as text, the bytes of `govplan what-if`; without an actor the ranking of all of them.
import { consequencesOf, rankActors } from '../governance/what-if.ts';
import { plainPaint } from '../report/paint.ts';
import { outageText, placesIn, rankingText } from '../report/what-if-text.ts';
import type { Analysis } from '../service/session.ts';
import type { ServerContext } from './server.ts';

/** One text for each plan of the file that the actor takes part in. */
export function whatIfTexts({ file, closure, results }: Analysis, id: string | undefined, context: ServerContext): readonly string[] {
  const path = context.shown(file.id);
  const language = context.language();
  const placeOf = placesIn(closure, context);
  return results().flatMap((result) => {
    const plan = result.context?.plan;
    if (plan === undefined) return [];
    if (id === undefined) return [rankingText(path, rankActors(plan), language, plainPaint)];
    const actor = plan.actors.get(id);
    if (!actor?.takesPart) return [];
    const consequences = consequencesOf(plan, { actors: new Set([actor]), links: [] });
    return [outageText(path, [id], consequences, placeOf, language, plainPaint)];
  });
}
