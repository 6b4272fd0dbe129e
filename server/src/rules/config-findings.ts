// What is wrong with a configuration file, as findings of the rule `invalid-config`, each at its own range: in the editor too.
import type { Bilingual } from '../plan/field.ts';
import { fingerprint } from '../text/hash.ts';
import { bySpan, type Span } from '../text/span.ts';
import type { ConfigFile } from '../workspace/config-read.ts';
import { routeOf } from '../yaml/route.ts';
import type { YamlProblem } from '../yaml/tree.ts';
import { placeSpan } from '../yaml/view.ts';
import type { Finding } from './finding.ts';
import { fillText } from './render.ts';
import type { Datum, Rule } from './rule.ts';
import { didYouMean } from './shared/format-words.ts';

export function configFindings(file: ConfigFile, catalogue: readonly Rule[]): readonly Finding[] {
  const rule = catalogue.find(({ id }) => id === 'invalid-config');
  if (rule === undefined) return [];
  const finding = (message: string, span: Span, data: Finding['data'], identity: string): Finding => ({
    rule,
    severity: rule.severity,
    message,
    data,
    document: file.document,
    span,
    entity: undefined,
    fingerprint: fingerprint([rule.id, message, identity].join('\n')),
    related: [],
    fixes: [],
    suppressed: undefined,
  });
  const faults = file.syntax.map((problem) => finding('yaml', problem.span, { reason: reasonOf(problem, catalogue) }, problem.code));
  const problems = file.problems.map(({ code, place, data: { near, ...data } }) => {
    const hint: Record<string, Datum> = near === undefined ? {} : { hint: didYouMean(String(near)) };
    const words = Object.values(data).filter((datum) => typeof datum === 'string');
    const route = place.kind === 'span' || place.kind === 'part' ? '' : routeOf(place);
    return finding(code, placeSpan(place), { ...data, ...hint }, [route, ...words].join('\n'));
  });
  return [...faults, ...problems].sort(bySpan);
}

/** The text that the fault of the YAML text has in a plan. */
function reasonOf({ rule: id, code, data }: YamlProblem, catalogue: readonly Rule[]): Bilingual {
  const message = catalogue.find((rule) => rule.id === id)?.messages[code];
  return { en: fillText(message, data, 'en'), zh: fillText(message, data, 'zh') };
}
