// Values that say what is written when they are asked. An edit that gives their scalars other words leaves them the objects they were; no
// reference, no measure and no form of the plan hangs on what they say, so that whoever has not looked at them sees no difference.
import type { Span } from '../text/span.ts';
import type { YamlAlias, YamlMap, YamlNode, YamlScalar } from '../yaml/tree.ts';
import type { Located, TextValue } from './field.ts';
import type { ReadMemory } from './read-memory.ts';
import type { FoundLegalReference } from './read-scope.ts';
import { parseLegalReference, type ScalarShape, scalarValue } from './scalars.ts';
import type { ValueReads } from './value-reads.ts';

/** A value that may be rewritten. */
export interface Written {
  readonly node: YamlNode;
  /** Whether its scalars say something of its kind still, and what else hangs on them is what it was. */
  readonly isSound: boolean;
}

/** A text in the scalar that it is written in, or in those of a map by language. Without a memory it goes on saying what it said. */
export function writtenText(
  node: YamlScalar | YamlMap,
  written: YamlScalar | Map<string, YamlScalar>,
  memory: ReadMemory | undefined,
): TextValue {
  const value = new WrittenText(node, written, memory?.reads);
  if (memory) for (const scalar of written instanceof Map ? written.values() : [written]) memory.written.set(scalar, value);
  return value;
}

/** A string, number, date or duration. Undefined where the scalar is not what the shape asks for. */
export function writtenScalar(node: YamlScalar, shape: ScalarShape, memory: ReadMemory | undefined): Located<ScalarValue> | undefined {
  const value = scalarValue(node, shape);
  if (value === undefined) return undefined;
  if (memory && !isKey(shape)) {
    const found = new WrittenScalar(node, shape, memory.reads);
    memory.written.set(node, found);
    return found;
  }
  // Where a scalar holds what its shape asks for, it is the value itself.
  return value === node.value ? (node as Located<ScalarValue>) : { value, node };
}

type ScalarValue = NonNullable<ReturnType<typeof scalarValue>>;

/** Files are found by paths, and capabilities and hazards by tokens. */
function isKey(shape: ScalarShape): boolean {
  return shape.type === 'string' && (shape.role === 'path' || shape.role === 'token');
}

/**
 * A citation of an instrument, and of an article of it. Undefined where the scalar is none. What an alias repeats (`through`) is read anew after
 * every edit.
 */
export function writtenCitation(
  node: YamlScalar,
  route: readonly string[],
  through: YamlAlias | undefined,
  memory: ReadMemory | undefined,
): FoundLegalReference | undefined {
  const parsed = parseLegalReference(node.text);
  if (parsed === undefined) return undefined;
  const { id, locator } = parsed;
  const { start: locatorFrom, end: locatorTo } = locatorSpan(node, locator);
  if (memory === undefined || through) return { id, locator, node, to: 'legal-basis', locatorFrom, locatorTo, route, through };
  const citation = new WrittenCitation(id, locator !== undefined, node, locatorFrom, route, memory.reads);
  memory.written.set(node, citation);
  return citation;
}

class WrittenText implements TextValue, Written {
  declare readonly node: YamlScalar | YamlMap;
  declare private readonly written: YamlScalar | Map<string, YamlScalar>;
  /** Undefined where the text will not be edited. */
  declare private readonly reads: ValueReads | undefined;
  declare private said: ReadonlyMap<string, string> | undefined;

  constructor(node: YamlScalar | YamlMap, written: YamlScalar | Map<string, YamlScalar>, reads: ValueReads | undefined) {
    this.node = node;
    this.written = written;
    this.reads = reads;
    this.said = undefined;
  }

  get isSound(): boolean {
    const scalars = this.written instanceof Map ? [...this.written.values()] : [this.written];
    return scalars.every(({ value }) => typeof value === 'string');
  }

  get byLanguage(): ReadonlyMap<string, string> {
    this.reads?.taken?.values.add(this);
    if (this.said === undefined || (this.reads && !this.isSaid(this.said))) this.said = this.say();
    return this.said;
  }

  private isSaid(said: ReadonlyMap<string, string>): boolean {
    if (!(this.written instanceof Map)) return said.get('') === this.written.text;
    for (const [language, { text }] of this.written) if (said.get(language) !== text) return false;
    return true;
  }

  private say(): ReadonlyMap<string, string> {
    const said = new Map<string, string>();
    if (this.written instanceof Map) for (const [language, { text }] of this.written) said.set(language, text);
    else said.set('', this.written.text);
    return said;
  }
}

class WrittenScalar implements Located<ScalarValue>, Written {
  declare readonly node: YamlScalar;
  declare private readonly shape: ScalarShape;
  declare private readonly reads: ValueReads;

  constructor(node: YamlScalar, shape: ScalarShape, reads: ValueReads) {
    this.node = node;
    this.shape = shape;
    this.reads = reads;
  }

  get isSound(): boolean {
    return scalarValue(this.node, this.shape) !== undefined;
  }

  get value(): ScalarValue {
    this.reads.taken?.values.add(this);
    return scalarValue(this.node, this.shape) as ScalarValue;
  }
}

/** Which instrument it is of, and whether of an article, stays: references are followed once. */
class WrittenCitation implements FoundLegalReference, Written {
  declare readonly id: string;
  declare readonly node: YamlScalar;
  declare readonly to: 'legal-basis';
  declare readonly locatorFrom: number;
  declare readonly route: readonly string[];
  declare private readonly hasLocator: boolean;
  declare private readonly reads: ValueReads;

  constructor(id: string, hasLocator: boolean, node: YamlScalar, locatorFrom: number, route: readonly string[], reads: ValueReads) {
    this.id = id;
    this.node = node;
    this.to = 'legal-basis';
    this.locatorFrom = locatorFrom;
    this.route = route;
    this.hasLocator = hasLocator;
    this.reads = reads;
  }

  get isSound(): boolean {
    const parsed = this.node.value === undefined ? undefined : parseLegalReference(this.node.text);
    if (parsed?.id !== this.id || (parsed.locator !== undefined) !== this.hasLocator) return false;
    return locatorSpan(this.node, parsed.locator).start === this.locatorFrom;
  }

  get locator(): string | undefined {
    if (!this.hasLocator) return undefined;
    this.reads.taken?.values.add(this);
    return this.node.text.slice(this.id.length + 1);
  }

  get locatorTo(): number {
    return locatorSpan(this.node, this.locator).end;
  }
}

/** Where the locator stands in the scalar, within its quotes. Escapes and block scalars shift it: then it is the whole scalar. */
function locatorSpan(node: YamlScalar, locator: string | undefined): Span {
  const length = node.end - node.start;
  const quote = node.style === 'single-quoted' || node.style === 'double-quoted' ? 1 : 0;
  const end = length - quote;
  if (locator === undefined) return { start: end, end };
  return end - quote === node.text.length ? { start: end - locator.length, end } : { start: 0, end: length };
}
