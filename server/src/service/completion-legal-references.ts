// Citations: the instruments in sight, and behind the `#` the places that the plan cites already, then every article there is.
import { say } from '../plan/field.ts';
import type { LegalBasis } from '../plan/shape.ts';
import { fillText } from '../rules/render.ts';
import { candidateIds } from '../workspace/names.ts';
import type { CompletionSources } from './completion.ts';
import { createIdValues, type ValueCandidate } from './completion-ids.ts';
import type { ValueSlot } from './completion-slot.ts';

const texts = {
  article: say('Article {article}', '第 {article} 条'),
  used: say('cited in this plan', '本预案已引用'),
};

/** No law has more articles; a number beyond is a slip, and not worth a list. */
const mostArticles = 2000;

export function legalReferences({ typed, begun }: ValueSlot, sources: CompletionSources): readonly ValueCandidate[] {
  const { linked } = sources;
  if (linked === undefined) return [];
  const hash = begun.indexOf('#');
  if (hash >= 0) return placesIn(typed.slice(0, hash), typed, sources);
  const ids = [...new Set(candidateIds('legal-basis', linked.names))];
  const write = createIdValues(sources);
  // Before a place that is cited already, another instrument is chosen: the place stays.
  const place = /#.*$/.exec(typed)?.[0] ?? '';
  const bases = ids.map((id) => ({ ...write(id, linked.names.find('legal-basis', id), 'legal-reference'), value: id + place }));
  const inForce = [...bases].sort((a, b) => Number(a.isDeprecated) - Number(b.isDeprecated));
  if (place !== '') return inForce;
  const used = ids.flatMap((id) => citedPlaces(id, typed, sources).map((locator) => citation(id, locator, true, sources)));
  return [...inForce, ...used];
}

function placesIn(id: string, typed: string, sources: CompletionSources): readonly ValueCandidate[] {
  const basis = basisOf(id, sources);
  const cited = citedPlaces(id, typed, sources);
  const known = new Set(cited);
  const count = Math.min(basis?.articles?.value ?? 0, mostArticles);
  const articles = Array.from({ length: count }, (_, index) => String(index + 1)).filter((article) => !known.has(article));
  return [
    ...cited.map((locator) => citation(id, locator, true, sources)),
    ...articles.map((article) => citation(id, article, false, sources)),
  ];
}

function citation(id: string, locator: string, isUsed: boolean, sources: CompletionSources): ValueCandidate {
  const { language } = sources.options;
  const article = /^\d+$/.test(locator) ? fillText(texts.article, { article: locator }, language) : undefined;
  return {
    label: `${id}#${locator}`,
    kind: 'legal-reference',
    detail: [article, isUsed ? texts.used[language] : undefined].filter((part) => part !== undefined).join(' · '),
  };
}

/** The places of an instrument that the document cites, those cited most often first; the word being typed is none of them. */
function citedPlaces(id: string, typed: string, { linked }: CompletionSources): readonly string[] {
  const counts = new Map<string, number>();
  for (const reference of linked?.document.legalReferences ?? []) {
    const { locator } = reference;
    if (reference.id !== id || locator === undefined) continue;
    counts.set(locator, (counts.get(locator) ?? 0) + 1);
  }
  const own = typed.startsWith(`${id}#`) ? typed.slice(id.length + 1) : undefined;
  const times = own === undefined ? undefined : counts.get(own);
  if (own !== undefined && times === 1) counts.delete(own);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([locator]) => locator);
}

function basisOf(id: string, { linked }: CompletionSources): LegalBasis | undefined {
  return linked?.names.find('legal-basis', id)?.document.content?.legalBases.find((basis) => basis.id === id);
}
