// Going back to a reading that an edit has used up. While a text is unfinished, its brackets or quotes open, all that stands behind the edit may
// be read as something else; what it was before is kept aside, and goes on where it was when the text is right again.
//
// An edit takes over blocks, and what it changes of them is little: where they stand, and whose they are. Only that is kept.
import type { Block, Draft } from './draft.ts';
import type { QuickReading } from './quick.ts';
import { blocksOf } from './sections.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair } from './tree.ts';

export interface UsedReading {
  readonly reading: QuickReading;
  /** Where its blocks stood, in their order. */
  readonly places: readonly number[];
}

/** To be asked for before the reading is used up. Undefined for texts of several documents, and with anchors: these tie blocks together. */
export function beforeUse(reading: QuickReading): UsedReading | undefined {
  const [document, ...others] = reading.documents;
  if (document === undefined || others.length > 0 || document.sections.length === 0) return undefined;
  const blocks = [document.lead, ...blocksOf(document.sections)];
  return blocks.some(({ isTied }) => isTied) ? undefined : { reading, places: blocks.map(({ at }) => at) };
}

/** Makes a reading what it was. What has taken over its blocks since is used up now. */
export function putBack({ reading, places }: UsedReading): void {
  for (const { yaml, lead, sections } of reading.documents) {
    for (const [index, block] of [lead, ...blocksOf(sections)].entries()) place(block, places[index] as number, yaml);
    for (const { pairs, spread } of sections) {
      for (const pair of pairs) adoptPair(pair, yaml.root as YamlMap);
      const value = pairs[0]?.value;
      for (const entry of spread?.entries ?? []) {
        for (const pair of entry.pairs) pair.parent = value as YamlMap;
        for (const item of entry.items) item.parent = value?.kind === 'list' ? value : undefined;
      }
    }
  }
}

function place(block: Block, at: number, document: YamlDocument): void {
  block.at = at;
  block.document = document;
}

/** The pair of a key may have been made anew around the same key. */
function adoptPair(pair: Draft<YamlPair>, root: YamlMap): void {
  pair.parent = root;
  for (const part of [pair.key, pair.value] as readonly Draft<YamlNode>[]) part.parent = pair;
}
