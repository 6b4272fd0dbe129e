// A finding: data, not prose. Texts are rendered at the edge, in the reader's language.
import type { Span } from '../text/span.ts';
import type { YamlDocument } from '../yaml/tree.ts';
import type { Datum, Fix, RuleMeta, Severity } from './rule.ts';
import type { Suppression } from './suppression.ts';

export interface Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  /** Key of the rule's messages, or of the engine's own. */
  readonly message: string;
  readonly data: Readonly<Record<string, Datum>>;
  readonly document: YamlDocument;
  readonly span: Span;
  /** `organizations/blue-sky`; undefined where it is about the text, not about an entity. */
  readonly entity: string | undefined;
  /** Of rule and entity ids, never of positions: survives reordering, reformatting and renaming the file. */
  readonly fingerprint: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly suppressed: Suppression | undefined;
}

export interface RelatedPlace {
  readonly document: YamlDocument;
  readonly span: Span;
  /** Key of the rule's labels, or of the engine's own. */
  readonly label: string;
  readonly data: Readonly<Record<string, Datum>>;
}
