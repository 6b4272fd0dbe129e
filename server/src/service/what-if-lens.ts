// Code lenses that say what fails with an actor. The first of a plan costs a classification, so that none is computed before it is shown.
import { createFailing, type Failures } from '../governance/failing.ts';
import { verdictNames } from '../governance/names.ts';
import { impactOf } from '../governance/what-if.ts';
import { type Bilingual, say } from '../plan/field.ts';
import { fillText, type Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import type { Actor, Plan } from '../workspace/plan.ts';
import type { Analysis } from './session.ts';

export interface WhatIfLens {
  /** The id of the actor. */
  readonly range: Range;
  readonly actor: string;
  /** Which document of the file the plan is, from 0. */
  readonly document: number;
}

const texts = {
  head: say('If it fails: {parts}', '若失效：{parts}'),
  nothing: say('nothing else fails', '无其他影响'),
  uncovered: say('{count} responsibility uncovered', '{count} 项职责无人承担'),
  uncoveredMany: say('{count} responsibilities uncovered', '{count} 项职责无人承担'),
  lost: say('{count} right lost', '{count} 项权利无人行使'),
  lostMany: say('{count} rights lost', '{count} 项权利无人行使'),
  leaderless: say('{count} body without a lead', '{count} 个机构无人主持'),
  leaderlessMany: say('{count} bodies without a lead', '{count} 个机构无人主持'),
  unreachable: say('{count} organization cut off', '{count} 个组织失去联系'),
  unreachableMany: say('{count} organizations cut off', '{count} 个组织失去联系'),
  mode: say('mode → {mode}', '模式变为{mode}'),
};

/** Over every actor that takes part and that the plan's own text speaks of, as the lenses of what each holds. */
export function whatIfLenses(analysis: Analysis): readonly WhatIfLens[] {
  const { lines } = analysis.file;
  return analysis.results().flatMap(({ context }) => {
    if (context === undefined) return [];
    const { yaml } = context.plan.document;
    return participants(context.plan)
      .filter(({ idNode }) => idNode.document === yaml)
      .map(({ id, idNode }) => ({ range: lines.range(idNode), actor: id, document: yaml.index }));
  });
}

/** Gives the title of a lens; undefined where the actor is gone from the text. Of many lenses of one plan each costs its own outage alone. */
export function createWhatIfTitles(): (
  analysis: Analysis,
  lens: Pick<WhatIfLens, 'actor' | 'document'>,
  language: Language,
) => string | undefined {
  const known = new WeakMap<Plan, (actor: Actor) => Failures>();
  const failingOf = (plan: Plan): ((actor: Actor) => Failures) => {
    const failing = known.get(plan) ?? createFailing(plan);
    known.set(plan, failing);
    return failing;
  };
  return (analysis, lens, language) => whatIfTitle(analysis, lens, language, failingOf);
}

function whatIfTitle(
  analysis: Analysis,
  { actor: id, document }: Pick<WhatIfLens, 'actor' | 'document'>,
  language: Language,
  failingOf: (plan: Plan) => (actor: Actor) => Failures,
): string | undefined {
  const plan = analysis.results().find((result) => result.document.yaml.index === document)?.context?.plan;
  const actor = plan && participants(plan).find((one) => one.id === id);
  if (plan === undefined || actor === undefined) return undefined;
  const consequences = failingOf(plan)(actor);
  const { uncovered, lostRights, leaderless, unreachable, before, after } = consequences;
  const counted = (list: readonly unknown[], one: Bilingual, many: Bilingual): readonly string[] =>
    list.length === 0 ? [] : [fillText(list.length === 1 ? one : many, { count: list.length }, language)];
  const parts = [
    ...counted(uncovered, texts.uncovered, texts.uncoveredMany),
    ...counted(lostRights, texts.lost, texts.lostMany),
    ...counted(leaderless, texts.leaderless, texts.leaderlessMany),
    ...counted(unreachable, texts.unreachable, texts.unreachableMany),
    ...(before === after ? [] : [fillText(texts.mode, { mode: verdictNames[after] }, language)]),
  ];
  return fillText(texts.head, { parts: impactOf(consequences) === 0 ? texts.nothing[language] : parts.join(' · ') }, language);
}

function participants({
  organizations,
  bodies,
}: {
  readonly organizations: readonly Actor[];
  readonly bodies: readonly Actor[];
}): readonly Actor[] {
  return [...organizations, ...bodies];
}
