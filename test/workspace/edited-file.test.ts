// What an edit leaves as it was: where nothing but words changed, the documents are the same objects, and so they are when an unfinished text is
// right again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocuments, type PlanDocument } from '../../server/src/plan/build.ts';
import type { TextValue } from '../../server/src/plan/field.ts';
import { createReadMemory, type ReadMemory } from '../../server/src/plan/read-memory.ts';
import { createValueReads } from '../../server/src/plan/value-reads.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { type EditedText, editedText } from '../../server/src/text/edited-text.ts';
import { createEditedFile, createSourceFile, type EditedFile, rewrittenSince } from '../../server/src/workspace/source-file.ts';

const plan = `govplan: "1"
plan:
  id: river
  title: River floods # of the county
  level: county
organizations:
  bureau:
    name: Flood Bureau
    sector: government
    capabilities: {boats: {kind: boat, quantity: 4}}
    responsibilities: {watch: {action: Watch the river, deadline: 30min, basis: law#7}}
  team:
    name: {en: River Team, zh: 河流队}
    sector: volunteer-group
legal-bases:
  act: {title: River Act, kind: law}
  law: {title: River Law, kind: law, number: No. 12, effective: 2020-01-01}
links:
  - {from: bureau, to: team, type: coordinates}
`;

const options: LintOptions = { catalogue, asOf: '2026-11-22', severities: new Map(), ruleOptions: new Map(), cycles: {} };

/** Puts something behind the first place of some words. */
function typed(text: EditedText, words: string, by: string): EditedText {
  const at = text.toString().indexOf(words) + words.length;
  return text.with(at, at, by);
}

const open = (): EditedFile => createEditedFile('a.plan.yaml', editedText(plan), {}, undefined);
const edited = (file: EditedFile, text: EditedText): EditedFile => createEditedFile(file.id, text, {}, file);

/** Puts some words in the first place of others. */
function replaced(file: EditedFile, words: string, by: string): EditedFile {
  const at = file.text.indexOf(words);
  return edited(file, file.pieces.with(at, at + words.length, by));
}

const rewritings: readonly (readonly [what: string, words: string, by: string, values: number])[] = [
  ['a name', 'Flood Bureau', 'Floods Bureau', 1],
  ['a text on the line of its entry', 'title: River', 'title: A river', 1],
  ['a text on the line of the first entry', 'act: {title: River', 'act: {title: The River', 1],
  ['a text by language', '河流队', '水上队', 1],
  ['a date', '2020-01-01', '2020-01-31', 1],
  ['a number', 'quantity: 4', 'quantity: 45', 1],
  ['a duration', '30min', '2h', 1],
  ['a string', 'No. 12', 'No. 13', 1],
  ['the article of a citation', 'law#7', 'law#72.1', 1],
  ['a comment', '# of the', '# of this', 0],
];

for (const [what, words, by, values] of rewritings) {
  test(`${what} that says something else leaves the documents as they are`, () => {
    const before = open();
    const after = replaced(before, words, by);
    assert.ok(after.documents === before.documents);
    assert.equal(rewrittenSince(before, after)?.length, values);
  });
}

const meanings: readonly (readonly [what: string, words: string, by: string])[] = [
  ['an id', '  bureau', '  bureau2'],
  ['a reference', 'from: bureau', 'from: bureau2'],
  ['a sector', 'sector: government', 'sector: governments'],
  ['a key', '    sector', '    sectors'],
  ['a new line', 'name: Flood Bureau', 'name: Flood Bureau\n    x-note: 1'],
  ['a day that does not exist', '2020-01-01', '2020-01-32'],
  ['a number that is too small', 'quantity: 4', 'quantity: -4'],
  ['a number in place of a string', 'No. 12', '12'],
  ['the instrument of a citation', 'law#7', 'laws#7'],
  ['a citation of a whole instrument', 'law#7', 'law'],
  ['an article in quotes', 'law#7', "'law#7.1'"],
];

for (const [what, words, by] of meanings) {
  test(`${what} makes them anew, and so does what was there before`, () => {
    const before = open();
    const after = replaced(before, words, by);
    assert.ok(after.documents !== before.documents);
    assert.equal(rewrittenSince(before, after), undefined);
    const again = replaced(after, by, words);
    const problems = (file: EditedFile): readonly unknown[] => (file.documents[0] as PlanDocument).problems.map(({ rule }) => rule);
    assert.deepEqual(problems(again), problems(open()));
  });
}

for (const name of ['Flood Bureau', 'River Team']) {
  test(`'${name}' that is a number for a while is words again afterwards`, () => {
    const wrongTypes = (file: EditedFile): number | undefined =>
      file.documents[0]?.problems.filter(({ rule }) => rule === 'wrong-type').length;
    const number = replaced(open(), name, '7');
    assert.equal(wrongTypes(number), 1);
    assert.equal(wrongTypes(replaced(number, ' 7', ` ${name}`)), 0);
  });
}

test('a citation that an alias repeats is of the same article in a file that is being edited', () => {
  const text = plan.replace('basis: law#7', 'basis: &river law#7');
  const twice = text.replace('links:', '  sea: {title: Sea Law, kind: law}\nfunctions:\n  f: {name: F, basis: *river}\nlinks:');
  const cited = ({ documents }: Pick<EditedFile, 'documents'>): readonly unknown[] =>
    (documents[0] as PlanDocument).legalReferences.map(({ id, locator, locatorFrom, locatorTo }) => [id, locator, locatorFrom, locatorTo]);
  const once = ['law', '7', 4, 5];
  assert.deepEqual(cited(createSourceFile('a.plan.yaml', twice)), [once, once]);
  assert.deepEqual(cited(createEditedFile('a.plan.yaml', editedText(twice), {}, undefined)), [once, once]);
});

test('a quote that is opened and closed leaves the documents as they are, rewritten', () => {
  const before = open();
  const opened = edited(before, typed(before.pieces, 'name: ', '"'));
  const typing = edited(opened, typed(opened.pieces, 'name: "Flood', 's'));
  assert.ok(opened.documents.some(({ faulty }) => faulty) && typing.documents.some(({ faulty }) => faulty));
  const closed = edited(typing, typed(typing.pieces, 'Floods Bureau', '"'));
  assert.ok(closed.documents === before.documents);
  assert.deepEqual(
    rewrittenSince(before, closed)?.map((value) => 'byLanguage' in value && (value as TextValue).byLanguage.get('')),
    ['Floods Bureau'],
  );
});

test('a dedent that is taken back leaves nothing behind', () => {
  const before = open();
  const [start, end] = [plan.indexOf('    name: Flood'), plan.indexOf('name: Flood')];
  const dedented = edited(before, before.pieces.with(start, end, ''));
  assert.ok(dedented.stream.problems.length > 0);
  const after = edited(dedented, dedented.pieces.with(start, start, '    '));
  assert.ok(after.documents === before.documents);
  assert.deepEqual(rewrittenSince(before, after), []);
});

test('a text that stays unfinished while others are edited is read on from what it is', () => {
  const long = editedText(plan.replace('links:', `x-notes: |\n${'  a note\n'.repeat(2000)}links:`));
  const before = createEditedFile('a.plan.yaml', long, {}, undefined);
  const opened = edited(before, typed(before.pieces, 'name: ', '['));
  const far = edited(opened, typed(opened.pieces, 'type: coordinate', 'd'));
  assert.equal(far.right, undefined);
  const whole = createEditedFile('a.plan.yaml', editedText(far.text), {}, undefined);
  assert.deepEqual(far.stream.problems, whole.stream.problems);
});

test('of an unfinished text no more is read than which plan it is and what it imports, until somebody asks', async () => {
  const recalled = new Set<string>();
  const known = createReadMemory(createValueReads());
  const memory: ReadMemory = {
    ...known,
    recall: (node, section) => {
      recalled.add(section);
      return known.recall(node, section);
    },
  };
  const unfinished = plan.replace('\nplan:', '\nimports: [city.plan.yaml]\nplan:').replace('type: coordinates', 'type: [coordinates');
  const file = createSourceFile('a.plan.yaml', unfinished);
  const documents = buildDocuments(file.stream, true, memory);
  const edges = documents.flatMap(({ outline }) => outline?.imports.map(({ value }) => value));
  const [linted] = lintFile({ entry: { ...file, documents }, files: new Map(), edges: () => [] }, options);
  assert.deepEqual(
    linted?.findings.map(({ rule }) => rule.id),
    ['yaml-syntax'],
  );
  assert.deepEqual([documents[0]?.outline?.plan?.id?.value, ...edges], ['river', 'city.plan.yaml']);
  assert.deepEqual([...recalled], ['imports']);
  assert.equal(documents[0]?.content?.organizations.length, 2);
  assert.ok(recalled.has('organizations'));
});

test('of problems beyond all counting some are kept, and once those are mended, others', () => {
  const links = (count: number): string => '- {to: a, type: joint, x-b: 1}\n'.repeat(count);
  const missing = ({ documents }: EditedFile): number => documents[0]?.problems.filter(({ rule }) => rule === 'missing-key').length ?? 0;
  const faulty = `govplan: "1"\nlinks:\n${links(50_010)}`;
  const first = createEditedFile('a.plan.yaml', editedText(faulty), {}, undefined);
  assert.equal(missing(first), 50_000);
  const fewer = edited(first, first.pieces.with(faulty.length - links(20).length, faulty.length, ''));
  assert.equal(missing(fewer), 49_990);
});
