// Code lenses: over the plan its mode and how sure that is, over each actor what it holds, what it bears, and how many it is tied to.
import { verdictNames } from '../governance/names.ts';
import { type Bilingual, say } from '../plan/field.ts';
import { fillText, type Language } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { DocumentResult } from '../rules/run.ts';
import type { Range } from '../text/line-index.ts';
import { findEntry } from '../yaml/view.ts';
import { createActorTies } from './actor-ties.ts';
import type { Analysis } from './session.ts';

export interface CodeLens {
  /** The key of the plan, the id of the actor. */
  readonly range: Range;
  readonly title: string;
}

const texts = {
  mode: say('Governance mode: {mode}', '治理模式：{mode}'),
  confidence: say('confidence {confidence}', '置信度 {confidence}'),
  right: say('{count} right', '{count} 项权利'),
  rights: say('{count} rights', '{count} 项权利'),
  responsibility: say('{count} responsibility', '{count} 项职责'),
  responsibilities: say('{count} responsibilities', '{count} 项职责'),
  tie: say('{count} tie', '{count} 个联系'),
  ties: say('{count} ties', '{count} 个联系'),
};

/** In the order of the text. A library has none: what its organizations hold and bear is a matter of the plan that imports them. */
export function codeLenses(analysis: Analysis, language: Language): readonly CodeLens[] {
  const { lines } = analysis.file;
  const found = analysis.results().flatMap((result) => {
    const { context } = result;
    return context ? [...planLens(result, context, language), ...actorLenses(context, language)] : [];
  });
  return found.sort((a, b) => a.node.start - b.node.start).map(({ node, title }) => ({ range: lines.range(node), title }));
}

interface Lens {
  readonly node: { readonly start: number; readonly end: number };
  readonly title: string;
}

/** None where the text has a fault of syntax: what stands behind it is unknown, and so is the mode. */
function planLens({ document }: DocumentResult, { plan, classification }: RuleContext, language: Language): readonly Lens[] {
  const key = findEntry(plan.content.node, 'plan')?.key;
  if (key === undefined || document.faulty) return [];
  const { verdict, certainty } = classification.structure;
  const mode = fillText(texts.mode, { mode: verdictNames[verdict] }, language);
  const confidence = certainty && fillText(texts.confidence, { confidence: certainty.confidence.toFixed(2) }, language);
  return [{ node: key, title: confidence ? `${mode} · ${confidence}` : mode }];
}

/** Over every actor that the plan's own text speaks of, imported ones that it adds to among them. */
function actorLenses(context: RuleContext, language: Language): readonly Lens[] {
  const { plan, holdings } = context;
  const ties = createActorTies(context);
  const counted = (count: number, one: Bilingual, many: Bilingual): string => fillText(count === 1 ? one : many, { count }, language);
  const own = [...plan.actors.values()].filter(({ idNode }) => idNode.document === plan.document.yaml);
  return own.map((actor) => {
    const rights = new Set([...actor.rights, ...holdings.rightsOf(actor)]).size;
    const responsibilities = new Set([...actor.responsibilities, ...holdings.responsibilitiesOf(actor)]).size;
    const title = [
      counted(rights, texts.right, texts.rights),
      counted(responsibilities, texts.responsibility, texts.responsibilities),
      counted(ties.count(actor), texts.tie, texts.ties),
    ].join(' · ');
    return { node: actor.idNode, title };
  });
}
