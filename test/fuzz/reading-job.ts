// The fuzzing of the YAML layer, in any size: texts, gestures in them, and after each edit the question whether all that must hold does.
import { type Edit, gestureIn, undone } from './edits.ts';
import { openText, readersDiffer } from './held.ts';
import { createRandom, type Random } from './random.ts';
import { type EditedCase, shrink } from './shrink.ts';
import type { Texts } from './texts.ts';

export interface JobSize {
  readonly seed: number;
  /** How many edits and documents to check; the text that was begun is finished. */
  readonly checks: number;
  /** Asked before each text. */
  readonly mayGoOn?: () => boolean;
  /** Told of every fault, as small as it can be had; the job goes on. */
  readonly onFault: (fault: Fault) => void;
  readonly onProgress?: (done: Done) => void;
}

export interface Fault {
  readonly seed: number;
  /** The number of the text: with the seed it gives the fault again. */
  readonly part: number;
  readonly says: string;
  readonly found: EditedCase;
}

export interface Done {
  readonly texts: number;
  readonly edits: number;
  /** Edits after which only the blocks in question were read. */
  readonly inBlocks: number;
  /** Texts that were shown to both readers. */
  readonly compared: number;
  readonly faults: number;
}

export function runReadingJob(texts: Texts, size: JobSize, first = 0): Done {
  const { seed, checks, mayGoOn = () => true, onFault, onProgress } = size;
  let done: Done = { texts: 0, edits: 0, inBlocks: 0, compared: 0, faults: 0 };
  for (let part = first; done.edits + done.compared < checks && mayGoOn(); part++) {
    const random = createRandom(seed, part);
    const always = texts.always[part];
    const gestures = always === undefined ? 1 + random.below(12) : 1 + random.below(3);
    const { found, ...counts } = editAtRandom(always ?? texts.next(random), gestures, texts, random);
    if (found) onFault({ seed, part, ...smallest(found) });
    done = {
      texts: done.texts + 1,
      edits: done.edits + counts.edits,
      inBlocks: done.inBlocks + counts.inBlocks,
      compared: done.compared + counts.compared,
      faults: done.faults + (found ? 1 : 0),
    };
    onProgress?.(done);
  }
  return done;
}

/** What does not hold of a case; undefined where all does. */
export function faultOf({ text, edits }: EditedCase): string | undefined {
  const edited = openText(text);
  for (const edit of edits) {
    const found = guarded(() => edited.edit(edit));
    if (found !== undefined) return `read again: ${found}`;
  }
  const found = guarded(() => readersDiffer(edited.text));
  return found === undefined ? undefined : `quick, thorough: ${found}`;
}

interface Episode {
  readonly edits: number;
  readonly inBlocks: number;
  readonly compared: number;
  readonly found: EditedCase | undefined;
}

function editAtRandom(started: string, gestures: number, texts: Texts, random: Random): Episode {
  const edited = openText(started);
  const made: Edit[] = [];
  let inBlocks = 0;
  let compared = 0;
  const differ = (): boolean => {
    compared++;
    return guarded(() => readersDiffer(edited.text)) !== undefined;
  };
  if (differ()) return { edits: 0, inBlocks, compared, found: { text: started, edits: [] } };
  for (let count = 0; count < gestures; count++) {
    const other = random.percent(30) ? texts.next(random) : started;
    const { text } = edited;
    const gesture = gestureIn(text, other, random);
    const isUndone = random.percent(30);
    for (const edit of isUndone ? [...gesture, ...undone(text, gesture)] : gesture) {
      made.push(edit);
      if (guarded(() => edited.edit(edit)) !== undefined)
        return { edits: made.length, inBlocks, compared, found: { text: started, edits: made } };
      if (edited.isReadInBlocks) inBlocks++;
    }
    if (edited.text.length > Math.max(longestText, 2 * started.length)) break;
    if (isUndone) continue;
    if (differ()) return { edits: made.length, inBlocks, compared, found: { text: edited.text, edits: [] } };
  }
  return { edits: made.length, inBlocks, compared, found: undefined };
}

/** Pasting makes texts longer and longer; beyond this they only take longer. */
const longestText = 20_000;

function smallest(found: EditedCase): Pick<Fault, 'says' | 'found'> {
  const small = shrink(found, (each) => faultOf(each) !== undefined);
  return { found: small, says: faultOf(small) ?? 'nothing, when asked again' };
}

/** Reading never throws; where it does, that is the fault. */
function guarded(work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error);
  }
}
