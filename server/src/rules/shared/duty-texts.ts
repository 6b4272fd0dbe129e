// What the texts of a responsibility say, as far as rules ask: each answer is worked out when it is first needed, and kept with the responsibility.
import type { Responsibility } from '../../plan/shape.ts';
import type { Phase } from '../../plan/vocabulary.ts';
import type { Plan } from '../../workspace/plan.ts';
import { defineFact, type Memory } from '../memory.ts';
import { namesDonations } from './donations.ts';
import { foldTexts, saysAnything } from './folded-text.ts';
import { isVague } from './vague-actions.ts';
import { namesVulnerableGroup } from './vulnerable-groups.ts';

export interface DutyText {
  /** Its action, folded, in each language. */
  readonly words: ReadonlySet<string>;
  /** Action and phase, in each language. */
  readonly actions: readonly string[];
  /** Action, object and phase, in each language. */
  readonly keys: readonly string[];
  /** Whether all it says is that its bearer will help. */
  readonly isVague: boolean;
  /** Whether its action names donations. */
  readonly namesDonations: boolean;
  readonly namesVulnerableGroup: boolean;
}

export const dutyText = defineFact(
  (declaration: Responsibility) => new ReadDuty(declaration),
  (known, declaration) => known.isOf(declaration),
);

type Words = ReadonlyMap<string, string>;

/** Of one duty: what is said in a dozen languages is compared in all of them, what is said in thousands in the first ones. */
const mostKeys = 1000;

/** Thousands of these are kept, with one or two answers each. */
class ReadDuty implements DutyText {
  private readonly action: Words | undefined;
  private readonly object: Words | undefined;
  private readonly output: Words | undefined;
  private readonly phases: readonly Phase[];
  private known: { -readonly [K in keyof DutyText]?: DutyText[K] } = {};

  constructor({ action, object, output, phases }: Responsibility) {
    this.action = action?.byLanguage;
    this.object = object?.byLanguage;
    this.output = output?.byLanguage;
    this.phases = phases.map(({ value }) => value);
  }

  /** Whether the texts say what they said. */
  isOf({ action, object, output }: Responsibility): boolean {
    return action?.byLanguage === this.action && object?.byLanguage === this.object && output?.byLanguage === this.output;
  }

  get words(): ReadonlySet<string> {
    this.known.words ??= foldTexts(this.action);
    return this.known.words;
  }

  get actions(): readonly string[] {
    this.known.actions ??= [...this.words].flatMap((words) => this.phases.map((phase) => `${phase}\n${words}`));
    return this.known.actions;
  }

  get keys(): readonly string[] {
    this.known.keys ??= this.findKeys();
    return this.known.keys;
  }

  get isVague(): boolean {
    this.known.isVague ??= this.findVagueness();
    return this.known.isVague;
  }

  get namesDonations(): boolean {
    this.known.namesDonations ??= textsIn(this.action).some(namesDonations);
    return this.known.namesDonations;
  }

  get namesVulnerableGroup(): boolean {
    this.known.namesVulnerableGroup ??= [this.action, this.object, this.output].some((words) => textsIn(words).some(namesVulnerableGroup));
    return this.known.namesVulnerableGroup;
  }

  private findKeys(): readonly string[] {
    const named = foldTexts(this.object);
    const objects = named.size > 0 ? [...named] : [''];
    const phases = new Set(this.phases);
    const keys: string[] = [];
    for (const text of this.words) {
      for (const thing of objects) {
        for (const phase of phases) keys.push(`${text}\n${thing}\n${phase}`);
        if (keys.length >= mostKeys) return keys;
      }
    }
    return keys;
  }

  /** A text in several languages is vague only where none of them says more. */
  private findVagueness(): boolean {
    if (this.action === undefined || saysAnything(this.object) || saysAnything(this.output)) return false;
    return textsIn(this.action).every(isVague);
  }
}

function textsIn(words: Words | undefined): readonly string[] {
  return words === undefined ? [] : [...words.values()];
}

export interface DutyTexts {
  /** Of the plan's responsibilities, one by one. */
  readonly of: readonly DutyText[];
  /** Whether a text has a key, or an action, that another responsibility has too: nearly all are the only ones of their kind. */
  sharesKey(text: DutyText): boolean;
  sharesAction(text: DutyText): boolean;
}

export function readDutyTexts({ responsibilities }: Plan, memory: Memory): DutyTexts {
  const read = memory.reader(dutyText);
  const texts = responsibilities.map(({ declaration }) => read(declaration));
  // Whoever has an action or a key in common has its words in common: of nearly all duties nothing else need be put together.
  const sharedWords = repeated(texts, ({ words }) => words);
  const similar = texts.filter(({ words }) => isAnyIn(words, sharedWords));
  const isSimilar: ReadonlySet<DutyText> = new Set(similar);
  const sharedKeys = repeated(similar, ({ keys }) => keys);
  const sharedActions = repeated(similar, ({ actions }) => actions);
  return {
    of: texts,
    sharesKey: (text) => isSimilar.has(text) && isAnyIn(text.keys, sharedKeys),
    sharesAction: (text) => isSimilar.has(text) && isAnyIn(text.actions, sharedActions),
  };
}

function repeated(texts: readonly DutyText[], wordsOf: (text: DutyText) => Iterable<string>): ReadonlySet<string> {
  const met = new Set<string>();
  const again = new Set<string>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      if (met.has(word)) again.add(word);
      else met.add(word);
    }
  }
  return again;
}

function isAnyIn(words: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (others.has(word)) return true;
  return false;
}
