// The keys that may stand at the cursor and do not yet: keys of the format, ids that wait for their entry, language tags.
import { importedRestriction, requiredKeys } from '../plan/conditions.ts';
import { namedMaps } from '../plan/entities.ts';
import { type IdMapShape, type MapShape, say } from '../plan/field.ts';
import { keyMeaning } from '../plan/meant-words.ts';
import { documentShape, libraryKeys } from '../plan/shape.ts';
import { findTarget, targetSpaces } from '../workspace/names.ts';
import { quoteScalar } from '../yaml/quote.ts';
import { type Entry, entriesOf } from '../yaml/view.ts';
import type { Candidate, CompletionSources } from './completion.ts';
import type { KeySlot } from './completion-slot.ts';
import { createSnippetWriter, type SnippetWriter } from './completion-snippet.ts';
import { createBriefs } from './entity-brief.ts';
import { fieldText, typeText } from './field-text.ts';
import { languageNames } from './language-names.ts';
import { visitScalars } from './shape-walk.ts';

const texts = {
  required: say('required', '必填'),
  imported: say('imported: adds to {name}', '已导入：补充 {name}'),
  wanted: say('referred to, not declared yet', '已被引用，尚未声明'),
  entry: say('New entry: {kind}', '新条目：{kind}'),
  comma: say(', ', '，'),
};

export function keyCandidates(slot: KeySlot, sources: CompletionSources): readonly Candidate[] {
  switch (slot.shape.type) {
    case 'map':
      return fieldCandidates(slot, slot.shape, sources);
    case 'id-map':
      return idCandidates(slot, slot.shape, sources);
    case 'text':
      return languageCandidates(slot, sources);
  }
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Keys of the format

function fieldCandidates(slot: KeySlot, shape: MapShape, sources: CompletionSources): readonly Candidate[] {
  const { language, snippets } = sources.options;
  const present = presentEntries(slot);
  const required = new Set(requiredKeys(shape, present));
  const isOpen = keysThatMayStand(slot, shape, present, sources);
  const open = Object.entries(shape.fields).filter(([key]) => !present.has(key) && isOpen(key));
  const ordered = [...open.filter(([key]) => required.has(key)), ...open.filter(([key]) => !required.has(key))];
  return ordered.map(([key, field]): Candidate => {
    const type = typeText(field.shape, language);
    const write = createSnippetWriter(slot, snippets);
    const isRequired = required.has(key);
    return {
      label: key,
      kind: isRequired ? 'required-key' : 'key',
      detail: isRequired ? `${texts.required[language]}${texts.comma[language]}${type}` : type,
      documentation: fieldText(key, { ...field, required: isRequired }, language),
      // Whoever writes a plan in Chinese may begin with the Chinese word.
      filterText: `${key} ${keyMeaning(field.doc)}`,
      source: pairSource(slot, key, write, () => write.value(field.shape)),
      isSnippet: snippets && !slot.hasColon,
    };
  });
}

function presentEntries({ map, node }: KeySlot): ReadonlyMap<string, Entry> {
  const entries = map ? entriesOf(map).filter(({ key }) => key !== node) : [];
  return new Map(entries.map((entry) => [entry.key.text, entry]));
}

/** The conditions of format.md sections 2, 4.2 and 4.4. */
function keysThatMayStand(
  slot: KeySlot,
  shape: MapShape,
  present: ReadonlyMap<string, Entry>,
  { linked }: CompletionSources,
): (key: string) => boolean {
  if (shape === documentShape) {
    // A document without `plan` is a library, or a plan that is just being begun.
    const isPlan = present.has('plan');
    return (key) => isPlan || key === 'plan' || libraryKeys.has(key);
  }
  const restriction = importedRestriction(shape, present);
  if (restriction) return (key) => restriction.keys.has(key);
  const hidden = new Set<string>();
  for (const condition of shape.conditions) {
    switch (condition.kind) {
      case 'with': {
        const declared = linked?.names.find('actor', slot.route.at(-1) ?? '');
        const fits = [...present.keys()].every((key) => condition.allowed.includes(key) || key.startsWith('x-'));
        if (declared?.via === undefined || declared.declaration.body || !fits) hidden.add(condition.key);
        break;
      }
      case 'unregistered': {
        const value = present.get(condition.key)?.value;
        if (value?.kind === 'scalar' && condition.known.includes(value.text)) for (const key of condition.required) hidden.add(key);
        break;
      }
    }
  }
  return (key) => !hidden.has(key);
}

/** A key with what follows it; where its colon is there already, the key alone. Behind the quote that begins it, the one that ends it. */
function pairSource(slot: KeySlot, key: string, write: SnippetWriter, value: () => string): string {
  const { style } = slot.node;
  const written = quoteScalar(key, { key: true, flow: slot.flow || slot.needsBraces, style });
  const source = write.literal(style === 'plain' ? written : written.slice(1, slot.hasColon ? -1 : undefined));
  if (slot.hasColon) return source;
  if (slot.hasValue) return `${source}:`;
  const pair = `${source}:${value()}`;
  return slot.needsBraces ? `{${pair}${write.isSnippet ? write.closingBrace : '}'}` : pair;
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Ids

function idCandidates(slot: KeySlot, shape: IdMapShape, sources: CompletionSources): readonly Candidate[] {
  const { language, snippets } = sources.options;
  const present = presentEntries(slot);
  const entry = (id: string, value: (write: SnippetWriter) => string): Pick<Candidate, 'source' | 'isSnippet'> => {
    const write = createSnippetWriter(slot, snippets);
    return { source: pairSource(slot, id, write, () => value(write)), isSnippet: snippets && !slot.hasColon };
  };
  const wanted = wantedIds(slot, shape, sources)
    .filter((id) => !present.has(id))
    .map(
      (id): Candidate => ({
        label: id,
        kind: 'id',
        detail: texts.wanted[language],
        documentation: undefined,
        ...entry(id, (write) => write.value(shape.item)),
      }),
    );
  const imported = importedOrganizations(slot, sources)
    .filter(({ id }) => !present.has(id))
    .map(
      ({ id, name }): Candidate => ({
        label: id,
        kind: 'id',
        detail: texts.imported[language].replace('{name}', name),
        documentation: undefined,
        filterText: `${id} ${name}`,
        ...entry(id, (write) => write.importedEntry()),
      }),
    );
  return [...wanted, ...imported, ...newEntry(slot, shape, sources)];
}

/** Ids of this space that something refers to and nothing declares. */
function wantedIds(slot: KeySlot, shape: IdMapShape, { linked }: CompletionSources): readonly string[] {
  if (linked === undefined) return [];
  const isBodies = slot.route[0] === 'bodies';
  const ids = [...linked.document.references, ...linked.document.legalReferences].flatMap(({ to, id }) => {
    const isMeant = targetSpaces(to).includes(shape.space) && to !== 'via' && !(isBodies && to === 'organization');
    return isMeant && findTarget(to, id, linked.names) === undefined ? [id] : [];
  });
  return [...new Set(ids)];
}

function importedOrganizations(
  slot: KeySlot,
  { linked, options }: CompletionSources,
): readonly { readonly id: string; readonly name: string }[] {
  if (linked === undefined || slot.route.join('/') !== 'organizations') return [];
  const briefOf = createBriefs(options.language, '');
  return [...linked.names.all('actor')].flatMap(([id, declared]) => {
    if (declared.via === undefined || declared.declaration.body) return [];
    return [{ id, name: briefOf(declared)?.name ?? id }];
  });
}

/** A whole entry to fill in, for clients that can. */
function newEntry(slot: KeySlot, shape: IdMapShape, { options: { language, snippets } }: CompletionSources): readonly Candidate[] {
  const title = namedMaps().find((map) => map.shape === shape.item)?.title;
  if (!snippets || slot.hasColon || slot.hasValue || title === undefined) return [];
  const write = createSnippetWriter(slot, true);
  const label = texts.entry[language].replace('{kind}', title[language].toLowerCase());
  return [
    {
      label,
      kind: 'entry',
      detail: undefined,
      documentation: undefined,
      // Whatever is typed is the id to be.
      filterText: slot.typed === '' ? label : slot.typed,
      source: `${write.placeholder(slot.typed === '' ? 'id' : slot.typed)}${closingQuote(slot)}:${write.value(shape.item)}`,
      isSnippet: true,
    },
  ];
}

function closingQuote({ node: { style } }: KeySlot): string {
  return style === 'plain' ? '' : style === 'single-quoted' ? "'" : '"';
}

// ---------------------------------------------------------------------------------------------------------------------------------
// Languages

/** The languages of the document first, by how often they are used. */
function languageCandidates(slot: KeySlot, { linked, options: { language, snippets } }: CompletionSources): readonly Candidate[] {
  const used = new Map<string, number>();
  if (linked) {
    visitScalars(linked.document.yaml, ({ role, node }) => {
      if (role === 'language') used.set(node.text, (used.get(node.text) ?? 0) + 1);
    });
  }
  // The word that is being typed is no use of it.
  used.delete(slot.typed);
  const own = [...used].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  const present = presentEntries(slot);
  const tags = [...new Set([...own, ...Object.keys(languageNames)])].filter((tag) => !present.has(tag));
  return tags.map((tag): Candidate => {
    const write = createSnippetWriter(slot, snippets);
    return {
      label: tag,
      kind: 'language',
      detail: Object.hasOwn(languageNames, tag) ? languageNames[tag]?.[language] : undefined,
      documentation: undefined,
      source: pairSource(slot, tag, write, () => write.value(slot.shape)),
      isSnippet: snippets && !slot.hasColon,
    };
  });
}
