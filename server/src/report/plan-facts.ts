// What a report says of a plan before anything else: what plan it is, of which version, for whom, whether it holds, by which country's rules.
import { jurisdictionLevels, planStatuses, planTypes, profiles } from '../plan/vocabulary.ts';
import { inBrackets } from '../rules/punctuation.ts';
import { chooseText, type Language } from '../rules/render.ts';
import type { RuleContext } from '../rules/rule.ts';
import { reportWords } from './report-words.ts';

/** Without the id; what the plan does not say is left out. */
export function planFacts({ plan, profile }: RuleContext, language: Language): readonly string[] {
  const { version, type, jurisdiction, status } = plan.head;
  const level = jurisdiction?.level && jurisdictionLevels[jurisdiction.level.value][language];
  const place = jurisdiction?.name && chooseText(jurisdiction.name.byLanguage, language);
  return [
    version && (/^\d/.test(version.value) ? `v${version.value}` : version.value),
    type && planTypes[type.value][language],
    place && place + inBrackets(level ?? '', language),
    status && planStatuses[status.value][language],
    profile === 'generic' ? undefined : `${reportWords.rulesFor[language]}${profiles[profile][language]}`,
  ].filter((fact) => fact !== undefined);
}
