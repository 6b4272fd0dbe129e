// Half-open ranges of UTF-16 offsets: the only way the core speaks of places in a text.

/** A half-open range `[start, end)` of UTF-16 code units from the beginning of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Like {@link contains}, but the end counts too: a cursor behind the last character still touches a word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Compares for a sort: what begins first, and of those that begin together what ends first. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
