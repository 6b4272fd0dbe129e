// JSON in pieces, together the bytes of `JSON.stringify(value, undefined, 2)`: what is found in many files may be longer than any one text can
// be, and need not be held at once.

/** A list whose items are made one after the other, as they are asked for. */
export class Listing<T> {
  readonly items: Iterable<T>;

  constructor(items: Iterable<T>) {
    this.items = items;
  }
}

/** What becomes of each item, when it is asked for. */
export function* each<T, U>(items: Iterable<T>, make: (item: T) => U): Generator<U> {
  for (const item of items) yield make(item);
}

/** Members that are undefined are left out. Listings may stand as members, and in the items of listings. */
export function* jsonPieces(value: object, indent = ''): Generator<string> {
  const inner = `${indent}  `;
  let before = '{\n';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${inner}${JSON.stringify(key)}: `;
    before = ',\n';
    if (member instanceof Listing) yield* itemPieces(member, inner);
    else yield textOf(member, inner);
  }
  yield before === '{\n' ? '{}' : `\n${indent}}`;
}

function* itemPieces({ items }: Listing<unknown>, indent: string): Generator<string> {
  const inner = `${indent}  `;
  let before = '[\n';
  for (const item of items) {
    yield before + inner;
    before = ',\n';
    if (hasListing(item)) yield* jsonPieces(item, inner);
    else yield textOf(item, inner);
  }
  yield before === '[\n' ? '[]' : `\n${indent}]`;
}

function hasListing(item: unknown): item is object {
  return typeof item === 'object' && item !== null && Object.values(item).some((member) => member instanceof Listing);
}

function textOf(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
}
