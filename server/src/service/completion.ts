// Completion: what may be written at the cursor, with the edit that writes it. Works while the text around it is unfinished.
import type { Language } from '../rules/render.ts';
import type { Range } from '../text/line-index.ts';
import type { FileId } from '../workspace/host.ts';
import type { Linked } from '../workspace/link.ts';
import { keyCandidates } from './completion-keys.ts';
import { findSlot, type KeySlot, type Slot } from './completion-slot.ts';
import { valueCandidates } from './completion-values.ts';
import type { Analysis } from './session.ts';

export interface CompletionItem {
  /** The key, the value or the id itself. */
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label: the type of a key, the name behind an id. */
  readonly detail: string | undefined;
  /** Markdown. */
  readonly documentation: string | undefined;
  /** What the typed word is compared with: an id is found by the name behind it, too. */
  readonly filterText: string;
  /** What replaces the word at the cursor: a snippet where `isSnippet`. Lines stand at their full indentation. */
  readonly newText: string;
  readonly isSnippet: boolean;
  /** No longer in force, or otherwise better not used. */
  readonly isDeprecated: boolean;
}

export type CompletionKind = 'required-key' | 'key' | 'value' | 'id' | 'legal-reference' | 'file' | 'language' | 'entry';

export interface Completion {
  /** The half-typed word; empty where nothing is typed yet. */
  readonly range: Range;
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** There is more than is worth sending: with another letter typed it is to be asked for again. */
  readonly isIncomplete: boolean;
}

export interface CompletionOptions {
  readonly language: Language;
  /** The client can fill in snippets. */
  readonly snippets: boolean;
  /** The plans and libraries of the workspace. */
  readonly files: readonly FileId[];
  /** Whether one of them is known to hold no plan. */
  readonly isLibrary?: (file: FileId) => boolean;
}

/** What a candidate is before the edit is made of it: `source` stands for the word, with whatever follows it. */
export type Candidate = Omit<CompletionItem, 'newText' | 'filterText' | 'isDeprecated'> &
  Partial<Pick<CompletionItem, 'filterText' | 'isDeprecated'>> & { readonly source: string };

/** What the file and its imports offer. */
export interface CompletionSources {
  readonly analysis: Analysis;
  /** Undefined in a document that is still empty. */
  readonly linked: Linked | undefined;
  readonly options: CompletionOptions;
}

/** Plans may have tens of thousands of organizations: to send them all at every key takes longer than to type on. */
const mostItems = 1000;

/** Undefined where nothing of the format may stand. */
export function completionAt(analysis: Analysis, offset: number, options: CompletionOptions): Completion | undefined {
  const { file } = analysis;
  // Another YAML file is none of our business, before and behind a plan that stands in it too.
  if (file.documents.length === 0) return undefined;
  const slot = findSlot(file.stream, offset);
  if (slot === undefined) return undefined;
  const linked = analysis.links().find(({ document }) => document.yaml.index === slot.document);
  if (linked === undefined && !isBeginning(slot)) return undefined;
  const sources = { analysis, linked, options };
  const candidates = slot.role === 'key' ? keyCandidates(slot, sources) : valueCandidates(slot, sources);
  const items = candidates.map(
    ({ source, ...candidate }): CompletionItem => ({
      isDeprecated: false,
      filterText: candidate.label,
      ...candidate,
      newText: slot.lead + source,
    }),
  );
  const range = file.lines.range(slot.word);
  if (items.length <= mostItems) return { range, items, isIncomplete: false };
  const typed = file.pieces.slice(slot.word.start, Math.max(slot.word.start, offset)).toLowerCase();
  const fitting = items.filter(({ filterText }) => filterText.toLowerCase().includes(typed));
  return { range, items: fitting.slice(0, mostItems), isIncomplete: true };
}

/** The first key of a document that has nothing else yet. */
function isBeginning(slot: Slot): slot is KeySlot {
  return slot.role === 'key' && slot.route.length === 0 && (slot.map === undefined || slot.map.pairs.length === 1);
}
