// What every workload is given, and what it gives back.
import type { Bilingual } from '../../server/src/plan/field.ts';
import type { Linter, Missing } from './peers/linter.ts';
import type { Series } from './statistics.ts';

export interface Bench {
  /** A quick run says where things stand; only a full one is written down. */
  readonly isQuick: boolean;
  /** For inputs; it is taken away at the end. */
  readonly folder: string;
  /** The Node that users have: the first on the PATH that is not the project's own. */
  readonly node: string;
  /** The Node of the tool chain, which runs this. */
  readonly newNode: string;
  /** The command line as it ships, in a copy: whoever builds in the meantime changes nothing here. */
  readonly bundle: string;
  /** The same sources as one bundle with a map to them, for profiles. */
  readonly mapped: string;
  readonly govplan: Linter;
  readonly peers: readonly Linter[];
  readonly floors: readonly Linter[];
  /** A language server that checks YAML against our schema. */
  readonly yamlLanguageServer: LanguageServer | Missing;
  readonly missing: readonly Missing[];
}

/** A program that speaks the protocol over standard input and output. */
export interface LanguageServer {
  readonly name: string;
  readonly version: string;
  readonly program: string;
  readonly args: readonly string[];
  /** How long it waits on purpose before it looks at an edit, in milliseconds: taken off what it needed. */
  readonly debounce: number;
  /** What it answers to `workspace/configuration`, by section. */
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** One kind of measurement. */
export interface Workload {
  readonly id: string;
  readonly title: Bilingual;
  /** What was done, and how it was measured. */
  readonly lead: Bilingual;
  readonly unit: 'milliseconds' | 'bytes';
  run(bench: Bench): Promise<Result>;
}

export interface Result {
  /** The row that the others are compared with; where there is none, each cell is compared with the one before it. */
  readonly base?: string;
  /** Of the plans: their sizes, or what was edited. */
  readonly cases: readonly Bilingual[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** The contestant. */
  readonly name: string;
  readonly what?: Bilingual;
  /** One for each case; undefined where it was not measured. */
  readonly cells: readonly (Series | undefined)[];
}

export function isMissing(peer: object): peer is Missing {
  return 'reason' in peer;
}
