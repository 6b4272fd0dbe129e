// The stable names of everything that can be wrong with a YAML text. The rules `yaml-syntax`, `duplicate-id` and `limit-exceeded` have
// one message for each; the comments say which data a message may quote, and where the span lies if that is not plain from the name.

/** More faults than these in one document tell an author nothing new: what stands behind them is not looked at. */
export const MOST_FAULTS = 100;

/** Not all that is noted at first is a fault of its own: of so many, `MOST_FAULTS` are. */
export const MOST_NOTED = 10 * MOST_FAULTS;

/** Faults of syntax: rule `yaml-syntax`. */
export const yamlSyntaxCodes = [
  /** Anything the list below has no name for. */
  'syntax',
  /** At the first character that was no UTF-8. */
  'not-utf8',
  /** `character`: as `U+0000`. At the first of a run. */
  'not-printable',
  'tab-indentation',
  /** `quote`. At the opening quote. */
  'unclosed-quote',
  /** `opening`, `closing`. At the opening bracket. */
  'unclosed-bracket',
  /** `expected`, `found`. At the bracket found. */
  'wrong-bracket',
  /** `found`. */
  'unexpected-bracket',
  /** At the node that a comma should precede. */
  'missing-comma',
  /** `key`: what follows. At the full-width comma `，`, which is no comma to YAML. */
  'full-width-comma',
  'unexpected-comma',
  /** `key`. At the word that should be a key. */
  'missing-colon',
  /** `key`. At the colon. */
  'missing-space-after-colon',
  /** `key`. At the full-width colon `：`, which is no colon to YAML. */
  'full-width-colon',
  /** `key`. At the colon: the space behind it is a full-width or a no-break one. */
  'full-width-space-after-colon',
  /** `key`: the word. At the dash. */
  'missing-space-after-dash',
  'missing-space-before-comment',
  /** Behind an anchor or tag. */
  'missing-space-after-property',
  /** Before a block collection that must start on its own line. */
  'missing-line-break',
  /** An item of a list without `-`. */
  'missing-dash',
  /** Directives that no `---` ends. */
  'missing-document-start',
  /** At the first word of the line. */
  'bad-indentation',
  /** At the full-width or no-break spaces before the first word of the line, which indent nothing to YAML. */
  'full-width-indentation',
  'bad-block-scalar-indentation',
  /** `header`. */
  'bad-block-scalar-header',
  /** `character`: a plain scalar may not begin with it. */
  'bad-scalar-start',
  /** `escape`. */
  'bad-escape',
  /** An alias without a name. */
  'bad-alias',
  /** An anchor without a name. */
  'bad-anchor',
  /** `name`. */
  'unresolved-alias',
  'properties-on-alias',
  'several-anchors',
  'several-tags',
  'bad-property-order',
  /** `tag`: malformed, or with a handle that no directive declares. */
  'bad-tag',
  /** `tag`: well-formed, but not of the core schema. */
  'unknown-tag',
  /** `tag`, `value`: a core tag that does not fit the value. */
  'tag-mismatch',
  /** `directive`. */
  'bad-directive',
  /** `version`. */
  'unsupported-version',
  'multiline-key',
  /** An implicit key of more than 1024 characters. */
  'long-key',
  /** `a: b: c`. At the second key. */
  'nested-map-on-one-line',
  /** `a: - b`. At the dash. */
  'list-on-key-line',
  /** A block collection inside brackets. */
  'block-in-flow',
  /** `"a" b`, `'it's'`. At what stands behind the quote, on its line. */
  'text-behind-quote',
  /** Something else behind a complete node, or behind the end of the document's only node. */
  'unexpected-content',
  /** A `<<` whose value is neither a map nor a list of maps. */
  'bad-merge',
] as const;

/** Keys written twice: rule `duplicate-id`. */
export const yamlDuplicateCodes = [
  /** `key`. At the later key; the first is related. */
  'duplicate-key',
] as const;

/** Bounds exceeded: rule `limit-exceeded`; each has `limit`. */
export const yamlLimitCodes = [
  /** `size` and `limit`, in bytes. At the first line. */
  'file-size',
  /** At the beginning of the first collection that lies too deep. */
  'nesting-depth',
  /** `name`. At the first alias that passes the bound, and at every alias inside the node it stands for. */
  'alias-expansion',
  /** At the first document that is one too many. */
  'documents',
] as const;

export type YamlSyntaxCode = (typeof yamlSyntaxCodes)[number];
export type YamlProblemCode = YamlSyntaxCode | (typeof yamlDuplicateCodes)[number] | (typeof yamlLimitCodes)[number];
