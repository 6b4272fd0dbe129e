// What an edit leaves as it was: where nothing but words changed, the documents are the same objects, and so they are when an unfinished text is
// right again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocuments } from '../../server/src/plan/build.ts';
import { createReadMemory, type ReadMemory } from '../../server/src/plan/read-memory.ts';
import { createTextReads } from '../../server/src/plan/text-reads.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { type LintOptions, lintFile } from '../../server/src/rules/run.ts';
import { type EditedText, editedText } from '../../server/src/text/edited-text.ts';
import { createEditedFile, createSourceFile, type EditedFile, rewordedSince } from '../../server/src/workspace/source-file.ts';

const plan = `govplan: "1"
plan:
  id: river
  title: River floods # of the county
  level: county
organizations:
  bureau:
    name: Flood Bureau
    sector: government
  team:
    name: {en: River Team, zh: 河流队}
    sector: volunteer-group
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

const words: readonly (readonly [what: string, behind: string, texts: number])[] = [
  ['a name', 'name: Flood', 1],
  ['a text on the line of its entry', 'title: Ri', 1],
  ['a text by language', 'zh: 河', 1],
  ['a comment', '# of the', 0],
];

for (const [what, behind, texts] of words) {
  test(`typing in ${what} leaves the documents as they are`, () => {
    const before = open();
    const after = edited(before, typed(before.pieces, behind, 'x'));
    assert.equal(after.documents, before.documents);
    assert.equal(rewordedSince(before, after)?.length, texts);
  });
}

const meanings: readonly (readonly [what: string, behind: string, by: string])[] = [
  ['an id', '  bureau', '2'],
  ['a reference', 'from: bureau', '2'],
  ['a sector', 'sector: government', '2'],
  ['a key', '    sector', '2'],
  ['a new line', 'name: Flood Bureau', '\n    x-note: 1'],
];

for (const [what, behind, by] of meanings) {
  test(`typing in ${what} makes them anew`, () => {
    const before = open();
    const after = edited(before, typed(before.pieces, behind, by));
    assert.notEqual(after.documents, before.documents);
    assert.equal(rewordedSince(before, after), undefined);
  });
}

for (const name of ['Flood Bureau', 'River Team']) {
  test(`'${name}' that is a number for a while is words again afterwards`, () => {
    const replaced = (file: EditedFile, from: string, to: string): EditedFile => {
      const at = file.text.indexOf(from);
      return edited(file, file.pieces.with(at, at + from.length, to));
    };
    const wrongTypes = (file: EditedFile): number | undefined =>
      file.documents[0]?.problems.filter(({ rule }) => rule === 'wrong-type').length;
    const number = replaced(open(), name, '7');
    assert.equal(wrongTypes(number), 1);
    assert.equal(wrongTypes(replaced(number, ' 7', ` ${name}`)), 0);
  });
}

test('a quote that is opened and closed leaves the documents as they are, reworded', () => {
  const before = open();
  const opened = edited(before, typed(before.pieces, 'name: ', '"'));
  const typing = edited(opened, typed(opened.pieces, 'name: "Flood', 's'));
  assert.ok(opened.documents.some(({ faulty }) => faulty) && typing.documents.some(({ faulty }) => faulty));
  const closed = edited(typing, typed(typing.pieces, 'Floods Bureau', '"'));
  assert.equal(closed.documents, before.documents);
  assert.deepEqual(
    rewordedSince(before, closed)?.map(({ byLanguage }) => byLanguage.get('')),
    ['Floods Bureau'],
  );
});

test('a dedent that is taken back leaves nothing behind', () => {
  const before = open();
  const [start, end] = [plan.indexOf('    name: Flood'), plan.indexOf('name: Flood')];
  const dedented = edited(before, before.pieces.with(start, end, ''));
  assert.ok(dedented.stream.problems.length > 0);
  const after = edited(dedented, dedented.pieces.with(start, start, '    '));
  assert.equal(after.documents, before.documents);
  assert.deepEqual(rewordedSince(before, after), []);
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
  const known = createReadMemory(createTextReads());
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
