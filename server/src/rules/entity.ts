// Which entity a place belongs to: the name findings, fingerprints and reviewers know it by, such as `organizations/blue-sky`.
import { routeOf } from '../yaml/route.ts';
import type { YamlMap, YamlNode } from '../yaml/tree.ts';
import { findEntry, followAlias, type Place } from '../yaml/view.ts';

const nested: ReadonlySet<string> = new Set(['rights', 'responsibilities', 'capabilities']);
const keyed: ReadonlySet<string> = new Set([
  'legal-bases',
  'organizations',
  'bodies',
  'functions',
  'agreements',
  'levels',
  'channels',
  'exercises',
]);

/**
 * Undefined for a place outside any section, such as a syntax error. Links and other list entries are named by what they say; `described` keeps
 * their names for further places in them. What stands under a misspelt key belongs where the key was meant to lead: `meant` knows such keys.
 */
export function entityOf(place: Place, described: Map<YamlMap, string>, meant: () => ReadonlyMap<YamlNode, string>): string | undefined {
  if (place.kind === 'span') return undefined;
  const node = place.kind === 'part' ? place.node : place;
  const [section, id, collection, inner] = firstWords(node, meant());
  if (section === undefined || section === '') return undefined;
  if (keyed.has(section) && id !== undefined) {
    const isNested = collection !== undefined && inner !== undefined && nested.has(collection);
    return isNested ? `${collection}/${shortened(inner)}` : `${section}/${shortened(id)}`;
  }
  if (isListed(section)) {
    const item = itemOf(node);
    if (item === undefined) return section;
    const name = described.get(item) ?? `${section}/${describeItem(section, item)}`;
    described.set(item, name);
    return name;
  }
  if (section === 'procedures' && id !== undefined) return `${section}/${id}`;
  return section;
}

/** Ids and words may be as long as a file, and thousands of findings name them: so much tells them apart. In UTF-16 units. */
const mostOfWords = 10_000;

export function shortened(words: string): string {
  return words.length > mostOfWords ? words.slice(0, mostOfWords) : words;
}

type Words = readonly (string | undefined)[];

/** The first four words of the route to a node, which are the last on the way up. */
function firstWords(node: YamlNode, meant: ReadonlyMap<YamlNode, string>): Words {
  let [section, id, collection, inner]: Words = [];
  let current = node;
  for (let { parent } = current; parent !== undefined; { parent } = current) {
    // Where it stands in a list matters only where the format has none, and a key with a slash in it makes two words.
    const key = parent.kind === 'pair' ? parent.key : undefined;
    inner = collection;
    collection = id;
    id = section;
    const word = key?.kind === 'scalar' ? ((key === node ? undefined : meant.get(key)) ?? key.text) : '/';
    section = word.includes('/') ? '/' : word;
    current = parent.kind === 'pair' ? parent.parent : parent;
  }
  const isPlain = section !== '/' && ((id !== '/' && collection !== '/' && inner !== '/') || isListed(section));
  return isPlain ? [section, id, collection, inner] : routeOf(node).split('/');
}

/** Sections of entries that are named by what they say. */
function isListed(section: string | undefined): section is 'links' | 'participation' | 'cultivation' {
  return section === 'links' || section === 'participation' || section === 'cultivation';
}

/** The map of a section's list that a node stands in. */
function itemOf(node: YamlNode): YamlMap | undefined {
  let item: YamlMap | undefined;
  for (let current: YamlNode | undefined = node; current !== undefined; ) {
    if (current.kind === 'map' && current.parent !== undefined) item = current;
    const { parent }: YamlNode = current;
    current = parent?.kind === 'pair' ? parent.parent : parent;
  }
  return item;
}

function describeItem(section: 'links' | 'participation' | 'cultivation', item: YamlMap): string {
  const keys = {
    links: ['from', 'type', 'to'],
    participation: ['who', 'phases', 'level'],
    cultivation: ['provider', 'kind', 'recipients'],
  }[section];
  return keys.map((key) => wordsOf(findEntry(item, key)?.value)).join('/');
}

/** A name of more words than these would be no name, and too long to be written with every finding about it. */
const mostWords = 50;

function wordsOf(node: YamlNode | undefined): string {
  const target = node && followAlias(node);
  if (target?.kind === 'scalar') return target.text;
  if (target?.kind !== 'list') return '';
  const words = target.items.map(wordsOf).sort();
  const more = words.length - mostWords;
  return (more > 0 ? [...words.slice(0, mostWords), `${more}`] : words).join('+');
}
