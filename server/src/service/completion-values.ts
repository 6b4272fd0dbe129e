// The values that may stand at the cursor: words of closed lists, ids with the names behind them, articles, paths.
import { indicatorDefinition, indicatorDefinitions } from '../governance/indicators.ts';
import { capability, responsibility } from '../plan/shape.ts';
import type { FileId } from '../workspace/host.ts';
import { candidateIds, findTarget } from '../workspace/names.ts';
import type { Plan } from '../workspace/plan.ts';
import { quoteScalar } from '../yaml/quote.ts';
import { findEntry } from '../yaml/view.ts';
import type { Candidate, CompletionKind, CompletionSources } from './completion.ts';
import { createIdValues, type ValueCandidate } from './completion-ids.ts';
import { legalReferences } from './completion-legal-references.ts';
import type { ValueSlot } from './completion-slot.ts';
import { enumValueText } from './field-text.ts';
import { indicatorText } from './indicator-text.ts';
import { relativePath } from './relative-path.ts';

export function valueCandidates(slot: ValueSlot, sources: CompletionSources): readonly Candidate[] {
  const taken = new Set(slot.siblings);
  return valuesFor(slot, sources)
    .filter(({ label, value = label }) => !taken.has(value))
    .map(({ value, ...candidate }) => ({
      detail: undefined,
      documentation: undefined,
      source: sourceOf(value ?? candidate.label, candidate.kind, slot),
      isSnippet: false,
      ...candidate,
    }));
}

function valuesFor(slot: ValueSlot, sources: CompletionSources): readonly ValueCandidate[] {
  const { shape } = slot;
  const { language } = sources.options;
  switch (shape.type) {
    case 'version':
      return [{ label: '1', kind: 'value', ...(slot.node.style === 'plain' && { source: '"1"' }) }];
    case 'enum':
      return Object.entries(shape.values).map(([label, meaning]) => ({
        label,
        kind: 'value',
        detail: meaning[language],
        documentation: enumValueText(label, shape, language),
        // Whoever writes a plan in Chinese may begin with the Chinese word.
        filterText: `${label} ${meaning.zh}`,
      }));
    case 'boolean':
      return slot.node.style === 'plain' ? ['true', 'false'].map((label) => ({ label, kind: 'value', source: label })) : [];
    case 'reference':
      return references(slot, sources);
    case 'legal-reference':
      return legalReferences(slot, sources);
    case 'parent-plan':
      return [...parentPlanIds(sources), ...paths(slot, sources, sources.options.isLibrary)];
    case 'string':
      return shape.role === 'path' ? paths(slot, sources) : words(slot, sources);
    case 'id':
      return slot.route.join('/') === 'context/indicators/id' ? indicators(sources) : [];
    case 'text':
    case 'number':
    case 'date':
    case 'duration':
      return [];
  }
}

/** Within quotes the value has the quotes that are there, and the end that is missing; elsewhere only those that it needs. */
function sourceOf(value: string, kind: CompletionKind, { node, flow, isOpen }: ValueSlot): string {
  if (node.style === 'single-quoted' || node.style === 'double-quoted') {
    return quoteScalar(value, { style: node.style }).slice(1, isOpen ? undefined : -1);
  }
  return quoteScalar(value, { flow, key: kind === 'id' || kind === 'legal-reference' });
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Ids

function references(slot: ValueSlot, sources: CompletionSources): readonly ValueCandidate[] {
  const { linked } = sources;
  if (slot.shape.type !== 'reference' || linked === undefined) return [];
  const { to } = slot.shape;
  const ids = candidateIds(to, linked.names);
  const own = refersToItsLike(slot) ? slot.route[1] : undefined;
  const write = createIdValues(sources);
  const suited = suitedIds(slot, linked.plan);
  const ordered = suited.size > 0 ? [...ids].sort((a, b) => Number(suited.has(b)) - Number(suited.has(a))) : ids;
  return [...new Set(ordered)].filter((id) => id !== own).map((id) => write(id, findTarget(to, id, linked.names), 'id'));
}

/** Then an entry does not refer to itself. Elsewhere its id may be that of another thing: of the organization that runs the channel. */
function refersToItsLike({ owner }: ValueSlot): boolean {
  return owner?.key === 'parent' || owner?.key === 'superseded-by';
}

/** What comes first: a level is activated by a right to activate, and a right entails what its holder bears. */
function suitedIds({ owner, route }: ValueSlot, plan: Plan | undefined): ReadonlySet<string> {
  switch (owner?.key) {
    case 'activated-by':
      return new Set(plan?.rights.flatMap(({ id, declaration }) => (declaration.kind?.value === 'activate' ? [id] : [])));
    case 'entails':
      return new Set(plan?.responsibilities.flatMap(({ id, bearers }) => (bearers.some((bearer) => bearer.id === route[1]) ? [id] : [])));
    default:
      return new Set();
  }
}

function parentPlanIds(sources: CompletionSources): readonly ValueCandidate[] {
  const names = sources.linked?.names;
  const write = createIdValues(sources);
  return [...(names?.all('legal-basis') ?? [])].flatMap(([id, declared]) => {
    const basis = declared.document.content?.legalBases.find(({ idNode }) => idNode === declared.declaration.idNode);
    return basis?.kind?.value === 'plan' ? [write(id, declared, 'id')] : [];
  });
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Paths and words

/** Other plans and libraries but those that are of no use, the nearest first. */
function paths(
  slot: ValueSlot,
  { analysis, options }: CompletionSources,
  isUseless: (file: FileId) => boolean = () => false,
): readonly ValueCandidate[] {
  const here = analysis.file.id;
  const found = options.files.flatMap((file) => (file === here || isUseless(file) ? [] : (relativePath(here, file) ?? [])));
  const climbs = (path: string): number => path.split('/').filter((step) => step === '..').length;
  const taken = new Set(slot.siblings);
  return [...new Set(found)]
    .filter((path) => !taken.has(path))
    .sort((a, b) => climbs(a) - climbs(b) || (a < b ? -1 : 1))
    .map((label) => ({ label, kind: 'file' }));
}

/** Free words that only mean something where others use them too: kinds of capabilities, units of indicators. */
function words(slot: ValueSlot, sources: CompletionSources): readonly ValueCandidate[] {
  const { owner } = slot;
  const isCapabilityKind =
    (owner?.shape === capability && owner.key === 'kind') || (owner?.shape === responsibility && owner.key === 'needs-capabilities');
  if (isCapabilityKind) return capabilityKinds(sources).map((label) => ({ label, kind: 'value' }));
  if (owner && slot.route.join('/') === 'context/indicators/unit') {
    const id = findEntry(owner.map, 'id')?.value;
    const definition = id?.kind === 'scalar' ? indicatorDefinition(id.text) : undefined;
    return definition ? [{ label: definition.unit, kind: 'value', detail: definition.name[sources.options.language] }] : [];
  }
  return [];
}

/** Every kind that an actor in sight has or needs. */
function capabilityKinds({ linked }: CompletionSources): readonly string[] {
  if (linked === undefined) return [];
  const documents = new Set([linked.document, ...[...linked.names.all('actor').values()].map(({ document }) => document)]);
  const kinds = [...documents].flatMap(({ content }) =>
    [...(content?.organizations ?? []), ...(content?.bodies ?? [])].flatMap(({ capabilities, responsibilities }) => [
      ...capabilities.flatMap(({ kind }) => kind?.value ?? []),
      ...responsibilities.flatMap(({ needsCapabilities }) => needsCapabilities.map(({ value }) => value)),
    ]),
  );
  return [...new Set(kinds)];
}

function indicators({ options: { language } }: CompletionSources): readonly ValueCandidate[] {
  return indicatorDefinitions.map((definition) => ({
    label: definition.id,
    kind: 'value',
    detail: `${definition.name[language]} · ${definition.unit}`,
    documentation: indicatorText(definition, language),
    filterText: [definition.id, ...Object.values(definition.name)].join(' '),
  }));
}
