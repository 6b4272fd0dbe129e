// The YAML tree of govplan: read-only, with parents and spans, the same whatever parser made it.
// No other layer knows a YAML library; what it knows is this file.
import type { Span } from '../text/span.ts';
import type { Text } from '../text/text.ts';
import type { YamlProblemCode } from './problem-codes.ts';
import type { QuickReading } from './quick.ts';
import type { UsedReading } from './used-reading.ts';

export type YamlNode = YamlMap | YamlList | YamlScalar | YamlAlias;

interface NodeBase extends Span {
  /** Undefined for the root of a document. */
  readonly parent: YamlPair | YamlList | undefined;
  readonly document: YamlDocument;
  /** The name of the anchor (`&name`) in front of the node. */
  readonly anchor?: string | undefined;
  /** The tag as written (`!!str`, `!local`). */
  readonly tag?: string | undefined;
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair extends Span {
  readonly kind: 'pair';
  readonly parent: YamlMap;
  readonly key: YamlNode;
  /** An empty value is a scalar of value `null` and an empty span just behind the colon. */
  readonly value: YamlNode;
  /** What an `Entry` has: where nothing stands for anything else, a pair is its own. */
  readonly pair: YamlPair;
  readonly merge: undefined;
}

export interface YamlList extends NodeBase {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** A scalar's span includes its quotes, or the header of a block scalar. */
export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The value by the YAML 1.2 core schema: quoted and block scalars are strings; `undefined` stands for null. */
  readonly value: string | number | boolean | undefined;
  /** The content as text, escapes resolved and lines folded: for a plain `010` this is `010` while the value is 10. */
  readonly text: string;
  /** Itself: a scalar is a value that knows where it stands. */
  readonly node: YamlScalar;
}

export interface YamlAlias extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored node; undefined where no anchor of that name stands before, or where the bound on expansion cut it off. */
  readonly target: YamlMap | YamlList | YamlScalar | undefined;
}

/** A comment from its `#` to the end of its line. */
export interface YamlComment extends Span {
  /** What stands behind the `#`, trimmed. */
  readonly text: string;
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

export interface YamlDocument extends Span {
  /** 0 for the first document of the stream. */
  readonly index: number;
  /** Whatever the caller of `parseYaml` gave to recognise the file by: a path or a URI. */
  readonly origin: string;
  /** Undefined for a document without any node. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
}

/** A fault of the YAML text itself. `code` names it; the messages in both languages belong to the rule that reports it. */
export interface YamlProblem {
  readonly rule: 'yaml-syntax' | 'duplicate-id' | 'limit-exceeded';
  /** A stable name of the fault; what `data` holds for each is said beside the names. */
  readonly code: YamlProblemCode;
  readonly span: Span;
  /** The other place involved: the first of two equal keys. */
  readonly related?: Span | undefined;
  /** What the message may quote: the key, the bound, the alias name. */
  readonly data: Readonly<Record<string, string | number>>;
  /** The document the fault stands in. */
  readonly document: number;
}

export interface YamlStream {
  readonly origin: string;
  readonly text: Text;
  /** At least one, even for an empty text. */
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
  /** Lets `parseAgain` read the text after an edit; of no meaning to anyone else. */
  readonly reading?: QuickReading | undefined;
  /** After an edit of a text without faults: lets the stream from before the edit be put back. */
  readonly used?: UsedReading | undefined;
}

/** The bounds that concern one text: those of format.md section 6, and how many documents it may have. */
export interface YamlLimits {
  readonly fileBytes: number;
  readonly nestingDepth: number;
  readonly aliasNodes: number;
  readonly documents: number;
}

export const defaultYamlLimits: YamlLimits = { fileBytes: 16 * 1024 * 1024, nestingDepth: 200, aliasNodes: 10_000, documents: 1000 };
