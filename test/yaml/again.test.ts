// A text read again after an edit is what the whole text read anew is, whatever the text and whatever the edit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeBetween, type TextChange } from '../../server/src/text/change.ts';
import { parseAgain, parseYaml } from '../../server/src/yaml/parse.ts';
import type { YamlDocument, YamlNode, YamlStream } from '../../server/src/yaml/tree.ts';
import { brokenText, documentText } from './arbitrary.ts';
import { checkNesting, json, outline } from './reading.ts';

interface Edit {
  readonly place: number;
  readonly removed: number;
  readonly inserted: string;
}

const pieces = [
  ...['a', 'x: y', 'x:', '名称：', ' ', '  ', '    ', '\n', '\n\n', '\n  ', '\n- ', '\n  - a', '\nk: v\n', '\nk:\n  a: b\n', '\r\n', '\r'],
  ...['"', "'", '[', ']', '{', '}', ', ', ': ', ':', '#', ' # c', '- ', '-', '? ', '|', ' |\n', '>', '&a ', '*a', '<<: *a', '\t', '%'],
  ...['---\n', '\n---\n', '...\n', '\ufeff', '\0', '\u{1f44d}', '\ud83d', '\u0085', '!t ', '"a\n  b"', "'a': b\n"],
];

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(40)),
  inserted: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('', ...pieces) }, fc.string({ maxLength: 3 })),
});

const editsAtOnce = fc.oneof(
  { weight: 3, arbitrary: fc.array(edit, { minLength: 1, maxLength: 1 }) },
  fc.array(edit, { minLength: 2, maxLength: 6 }),
);

function applyEdit(text: string, { place, removed, inserted }: Edit): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** Each of `edits` are several at once, as a rename makes them. */
function checkEdits(first: string, edits: readonly (readonly Edit[])[]): { readonly again: number; readonly all: number } {
  let text = first;
  let stream = parseYaml(text, { origin: 'a' });
  let again = 0;
  for (const each of edits) {
    const edited = each.reduce(applyEdit, text);
    const change = changeBetween(text, edited);
    if (change === undefined) continue;
    text = edited;
    const held = blocksIn(stream);
    stream = parseAgain(stream, change, text, { origin: 'a' });
    const fresh = parseYaml(text, { origin: 'a' });
    assert.deepEqual(stream.problems, fresh.problems);
    assert.deepEqual(outline(stream.documents), outline(fresh.documents));
    checkNesting(stream);
    if (blocksIn(stream).some((block) => held.includes(block))) again++;
  }
  return { again, all: edits.length };
}

function blocksIn({ reading }: YamlStream): readonly unknown[] {
  return reading?.documents.flatMap(({ lead }) => lead) ?? [];
}

const manyRuns = Number(process.env.GOVPLAN_FUZZ_RUNS ?? 400);

test('right texts, edited anyhow', () => {
  let again = 0;
  let all = 0;
  fc.assert(
    fc.property(documentText, documentText, fc.array(editsAtOnce, { minLength: 1, maxLength: 8 }), (one, other, edits) => {
      const sections = other.replace(/^(?=[^\s#-])/gm, 'z');
      const counts = checkEdits(`${one}\n${sections}`, edits);
      again += counts.again;
      all += counts.all;
    }),
    { numRuns: manyRuns },
  );
  assert.ok(again > all / 4, `${again} of ${all} edits were read in blocks`);
});

test('a name that stands in many places, replaced by another', () => {
  const entries = Array.from({ length: 30 }, (_, n) =>
    n % 3 === 0 ? `  - {from: old, to: [e${n}, old]}\n` : `  - {from: e${n}, to: e1}\n`,
  ).join('');
  const declared = Array.from({ length: 20 }, (_, n) => `  e${n}:\n    name: E\n\n`).join('');
  const text = `govplan: "1"\nlinks:\n${entries}\nbodies:\n  old: {name: o}\n${declared}`;
  const partsOf = (node: YamlNode): readonly unknown[] => (node.kind === 'list' ? node.items : node.kind === 'map' ? node.pairs : []);
  const entriesOf = ({ documents }: YamlStream): readonly unknown[] =>
    documents.flatMap(({ root }) => (root?.kind === 'map' ? root.pairs.flatMap(({ value }) => partsOf(value)) : []));
  for (const by of ['new', 'a-longer-name', 'x']) {
    const before = parseYaml(text, { origin: 'a' });
    const held = new Set(entriesOf(before));
    const edited = text.replaceAll('old', by);
    const again = parseAgain(before, changeBetween(text, edited) as TextChange, edited, { origin: 'a' });
    assert.deepEqual(outline(again.documents), outline(parseYaml(edited, { origin: 'a' }).documents));
    checkNesting(again);
    const kept = entriesOf(again).filter((node) => held.has(node)).length;
    assert.ok(kept >= 25, `${kept} entries are taken over`);
  }
});

test('of more entries than any plan has, the last ones too', () => {
  for (const [entry, other] of [
    ['- a', '- {b: c}'],
    [' a: b', ' "c": d'],
  ] as const) {
    const lines = Array.from({ length: 100_010 }, (_, n) => entry.replace('a', `a${n}`));
    const text = `x-a:\n${lines.join('\n')}\ny: z\n`;
    const edits = [99_999, 100_005].flatMap((line): readonly Edit[] => {
      const place = text.indexOf(lines[line] as string);
      const removed = (lines[line] as string).length + 1;
      return [
        { place, removed: 0, inserted: `${other}\n` },
        { place, removed, inserted: '' },
        { place, removed: 0, inserted: '  ' },
      ];
    });
    for (const each of edits) {
      const edited = applyEdit(text, each);
      const again = parseAgain(parseYaml(text, { origin: 'a' }), changeBetween(text, edited) as TextChange, edited, { origin: 'a' });
      const fresh = parseYaml(edited, { origin: 'a' });
      assert.deepEqual(lastEntries(again), lastEntries(fresh), JSON.stringify(each));
      assert.deepEqual(again.problems, fresh.problems);
    }
  }
});

/** How many entries the first key has, and what the last of them say and where. */
function lastEntries({ documents }: YamlStream): readonly unknown[] {
  const { root } = documents[0] as YamlDocument;
  const value = root?.kind === 'map' ? root.pairs[0]?.value : undefined;
  const entries = value?.kind === 'map' ? value.pairs : value?.kind === 'list' ? value.items : [];
  const said = entries
    .slice(-20)
    .map((part) => [part.start, part.end, part.kind === 'pair' ? [json(part.key), json(part.value)] : json(part)]);
  return [entries.length, ...said];
}

test('wrong texts, edited anyhow', () => {
  fc.assert(
    fc.property(brokenText, fc.array(editsAtOnce, { minLength: 1, maxLength: 6 }), (text, edits) => {
      checkEdits(text, edits);
    }),
    { numRuns: manyRuns },
  );
});

test('where two texts differ', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      if (change === undefined) return assert.equal(before, after);
      const { start, oldEnd, newEnd } = change;
      assert.equal(before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd), after);
      assert.ok(start <= oldEnd && start <= newEnd);
      assert.ok(
        before[start] !== after[start] || start === before.length || start === after.length || oldEnd === start || newEnd === start,
      );
    }),
  );
});
