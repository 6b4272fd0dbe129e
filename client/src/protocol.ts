// What the extension and its language server say to one another beyond the Language Server Protocol.
import type { Position, Range } from 'vscode-languageclient';

/** The requests of the client about a place in a document; each is answered with null where no plan stands there. */
export interface PlaceRequests {
  'govplan/classification': PlanClassification;
  'govplan/governanceTree': GovernanceTree;
  'govplan/view': ViewAnswer;
  /** The bytes of `govplan report`. */
  'govplan/report': string;
  'govplan/checkRevision': RevisionCheck;
}

export interface PlaceParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  /** Of several plans in the document, the one of this id is meant, wherever it stands by now. */
  readonly planId?: string;
}

/** What some requests say besides the place. */
interface MoreParams {
  'govplan/report': { readonly format: ReportFormat };
  'govplan/checkRevision': { readonly revision: string };
}

export type ParamsOf<M extends keyof PlaceRequests> = PlaceParams & (M extends keyof MoreParams ? MoreParams[M] : unknown);

export type ReportFormat = 'html' | 'md';

export interface RevisionCheck {
  /** Why the document cannot be compared with the revision; absent where it can. */
  readonly problem?: string;
}

export interface PlanClassification {
  /** The document the cursor stands in: an answer holds for every place in it. */
  readonly range: Range;
  readonly planId?: string;
  readonly title?: string;
  /** Absent where the text has a fault of syntax. */
  readonly structure?: StructureSummary;
  readonly context?: NamedVerdict;
  readonly target?: NamedVerdict;
  readonly mismatch: { readonly context: boolean; readonly target: boolean };
}

export interface NamedVerdict {
  readonly id: string;
  /** In the reader's language. */
  readonly name: string;
}

export interface StructureSummary extends NamedVerdict {
  /** 0 … 1, as all measures here. */
  readonly L?: number;
  readonly X: number;
  readonly B: number;
  readonly confidence?: number;
  readonly alternatives: readonly NamedVerdict[];
  readonly nearest: readonly NamedVerdict[];
  readonly sensitive: boolean;
  /** The strongest first. */
  readonly drivers: readonly Driver[];
}

export interface Driver {
  readonly component: string;
  readonly axis: 'L' | 'X';
  readonly name: string;
  readonly value: number;
  readonly elements: readonly { readonly name: string; readonly value: number; readonly place?: Place }[];
}

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface GovernanceTree {
  readonly range: Range;
  readonly roots: readonly GovernanceNode[];
}

export interface GovernanceNode {
  /** Unique in the tree, and the same as long as the ids are. */
  readonly key: string;
  readonly kind:
    | 'side'
    | 'organization'
    | 'body'
    | 'rights'
    | 'responsibilities'
    | 'ties'
    | 'seats'
    | 'right'
    | 'responsibility'
    | 'tie'
    | 'seat';
  readonly label: string;
  readonly detail?: string;
  readonly place?: Place;
  /** About it and everything below it. */
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number };
  readonly children: readonly GovernanceNode[];
}

/** The pictures of the governance view, where there is a plan to draw whose text can be read. */
export type ViewAnswer = { readonly kind: 'none' } | { readonly kind: 'faulty' } | PlanView;

export interface PlanView {
  readonly kind: 'plan';
  /** The plan's title, or what else it is known by. */
  readonly name: string;
  readonly planId?: string;
  readonly language: 'en' | 'zh';
  /** What the list of the sections is called. */
  readonly contents: string;
  /** The first one stands before the others and has no heading of its own. */
  readonly sections: readonly ViewSection[];
  /** URIs of the files that elements lead to: `data-text` names them by their number. */
  readonly files: readonly string[];
}

export interface ViewSection {
  readonly id: string;
  readonly title: string;
  /** Markup, made by the server alone: what a plan says is text in it. */
  readonly html: string;
}

/** `govplan/changed`: answers about these documents, or about all where it is null, may have become others. */
export interface ChangedParams {
  readonly uris: readonly string[] | null;
}

/** `govplan/readFile`: a file the server has no disk for. */
export interface ReadFileParams {
  readonly uri: string;
  /** In bytes: what is larger is not sent. */
  readonly limit: number;
}

export type ReadFileResult =
  | { readonly kind: 'content'; readonly base64: string }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'absent' | 'unreadable' | 'directory' };

/** `govplan/listFiles`: the URIs of the YAML files in a folder and those below it. */
export interface ListFilesParams {
  readonly uri: string;
}
