// Where a word may be written is found from the entry around the cursor, and is what the whole text says, whatever is half-typed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { findSlot, type Slot } from '../../server/src/service/completion-slot.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import type { YamlStream } from '../../server/src/yaml/tree.ts';
import { generatePlan } from '../bench/generate-plan.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 300) };
const sample = await readFile(new URL('../../samples/cn/qinghe-flood.plan.yaml', import.meta.url), 'utf8');
const typed = [
  '',
  '',
  ' ',
  '\n',
  '\n  ',
  '\n    ',
  '\n  - ',
  ':',
  ': ',
  '- ',
  '{',
  '[',
  ', ',
  '"',
  "'",
  '|',
  '&a ',
  '*a',
  '#',
  'a: ',
  '\n---\n',
  'x',
  '\nx',
];

/** A place in a text, and what is typed there over a few characters. */
const edited = fc
  .tuple(fc.nat({ max: sample.length }), fc.nat({ max: 12 }), fc.constantFrom(...typed))
  .map(([at, length, text]) => ({ text: sample.slice(0, at) + text + sample.slice(at + length), cursor: at + text.length }));

test('what may stand at the cursor is the same seen from the entry around it and from the whole text', () => {
  fc.assert(
    fc.property(edited, ({ text, cursor }) => {
      const stream = parseYaml(text, { origin: 'a.plan.yaml' });
      assert.deepEqual(described(findSlot(stream, cursor)), described(findSlot(withoutTree(stream), cursor)));
    }),
    runs,
  );
});

test('in a sound plan only the entry around the cursor is read again', () => {
  const text = generatePlan({ lines: 3000 });
  const cursor = text.indexOf('sector:', text.length / 4);
  const slot = findSlot(parseYaml(text, { origin: 'a.plan.yaml' }), cursor);
  const { root } = slot?.node.document ?? {};
  const organizations = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  assert.equal(organizations?.kind === 'map' && organizations.pairs.length, 3, 'the entry and its neighbours');
});

/** A stream in which nothing smaller than the text can be found. */
function withoutTree(stream: YamlStream): YamlStream {
  return { ...stream, documents: [] };
}

function described(slot: Slot | undefined): object | undefined {
  if (slot === undefined) return undefined;
  const keysOf = (map: { readonly pairs: readonly { readonly key: { readonly kind: string } }[] } | undefined): readonly unknown[] =>
    map?.pairs.map(({ key }) => ('text' in key ? key.text : key.kind)) ?? [];
  const { node, ...rest } = slot;
  const style = { text: node.text, style: node.style };
  return rest.role === 'key'
    ? { ...rest, style, map: keysOf(rest.map) }
    : { ...rest, style, owner: rest.owner && { ...rest.owner, map: keysOf(rest.owner.map) } };
}
