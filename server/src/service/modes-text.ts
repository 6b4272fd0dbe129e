// The four modes of governance, and where a plan stands among them.
import { modeNames, verdictNames } from '../governance/names.ts';
import { say } from '../plan/field.ts';
import { governanceModes } from '../plan/vocabulary.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { code } from './markdown.ts';

const texts = {
  here: say('This plan', '本预案'),
  context: say('Its context calls for', '所处环境要求'),
  confidence: say('confidence', '置信度'),
  ansell: say(
    'Ansell and Gash’s (2008) “collaborative governance” asks for consensus decisions with non-state actors, which is nearer to *equal cooperation* here; the source paper’s 协同治理 is coordination led by government.',
    'Ansell 与 Gash（2008）所说的“collaborative governance”要求与非政府主体协商一致决策，更接近这里的*平等合作*；来源论文的“协同治理”是政府主导的协同。',
  ),
};

export function modesText(result: DocumentResult, language: Language): string {
  const modes = Object.entries(governanceModes).map(([mode, meaning]) => `- ${code(mode)} — ${meaning[language]}`);
  const here = standing(result, language);
  const context = result.context?.classification.context.mode;
  const colon = punctuation.colon[language];
  return [
    modes.join('\n'),
    here && `**${texts.here[language]}**${colon}${here}`,
    context && `${texts.context[language]}${colon}${modeNames[context][language]}`,
    texts.ansell[language],
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Undefined where the text has a fault of syntax: what stands behind it is unknown, and so is the mode. */
function standing({ context, document }: DocumentResult, language: Language): string | undefined {
  if (context === undefined || document.faulty) return undefined;
  const { verdict, L, X, certainty } = context.classification.structure;
  const numbers = L === undefined ? [] : [`L ${L.toFixed(2)}`, `X ${X.toFixed(2)}`];
  if (certainty) numbers.push(`${texts.confidence[language]} ${certainty.confidence.toFixed(2)}`);
  const name = verdictNames[verdict][language];
  return name + inBrackets(numbers.join(punctuation.clause[language]), language);
}
