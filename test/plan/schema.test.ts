// The JSON Schema: it is valid, up to date, and of one mind with the reader about what one document alone can be judged by.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { ShapeRule } from '../../server/src/plan/problem.ts';
import { isId } from '../../server/src/plan/scalars.ts';
import { jsonSchema } from '../../server/src/plan/schema.ts';
import { committedFiles } from '../../server/tools/committed-files.ts';
import { changedDocuments, type Json, rightDocuments } from './documents.ts';
import { readAll } from './reading.ts';

const schema = jsonSchema() as { readonly $defs: Readonly<Record<string, { readonly pattern?: string }>> };
const accepts = new Ajv2020({ strict: true }).compile<Json>(schema);

for (const { path, content } of committedFiles()) {
  test(`${path} is what the declaration of the format says`, () => {
    const committed = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
    assert.equal(committed, content, 'run `npm run generate`');
  });
}

test('the schema accepts every id that the reader accepts, and no other of the usual characters', () => {
  const pattern = schema.$defs['id-key']?.pattern ?? '';
  // Some validators build their expressions without the Unicode flag.
  for (const expression of [new RegExp(pattern, 'u'), new RegExp(pattern)]) {
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code === 0xd800) code = 0xe000;
      const character = String.fromCodePoint(code);
      const usual = code < 0x250 || (code >= 0x3000 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff65);
      for (const id of [character, `a${character}`]) {
        if (isId(id) || usual) assert.equal(expression.test(id), isId(id), `U+${code.toString(16)} in ${JSON.stringify(id)}`);
      }
    }
  }
});

/** The rules that a schema can hold; what ids lead to, and what is there twice, it cannot. */
const expressible: ReadonlySet<ShapeRule> = new Set<ShapeRule>([
  'format-version',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-value',
  'bad-id',
  'bad-date',
  'bad-duration',
]);

/** Whether the reader finds the document right; it must read it without any problem that no schema could speak of. */
function isRight(text: string): boolean {
  const problems = readAll(text).flatMap((document) => document.problems);
  assert.deepEqual(
    problems.filter(({ rule }) => !expressible.has(rule)).map(({ rule, code }) => `${rule}/${code}`),
    [],
  );
  return problems.length === 0;
}

function assertAgreement(document: Json): boolean {
  const right = accepts(document);
  const flow = JSON.stringify(document);
  assert.equal(isRight(flow), right, `the schema says ${right ? 'right' : JSON.stringify(accepts.errors?.at(-1))} of ${flow}`);
  const block = stringify(document, { aliasDuplicateObjects: false });
  assert.equal(isRight(block), right, `the schema says ${right} of\n${block}`);
  return right;
}

const runs = Number(process.env.GOVPLAN_TEST_RUNS ?? 150);
const seed = Number(process.env.GOVPLAN_TEST_SEED ?? 20260301);

test('reader and schema accept what is made after the declaration', () => {
  fc.assert(
    fc.property(rightDocuments, (document) => assert.ok(assertAgreement(document), JSON.stringify(accepts.errors?.at(-1)))),
    { numRuns: runs, seed },
  );
});

test('reader and schema agree about documents in which something was changed', () => {
  let right = 0;
  let wrong = 0;
  const property = fc.property(changedDocuments, (document) => {
    if (assertAgreement(document)) right++;
    else wrong++;
  });
  fc.assert(property, { numRuns: runs * 2, seed });
  assert.ok(right >= runs / 10 && wrong >= runs / 10, `both verdicts were put to the test: ${right} right, ${wrong} wrong`);
});
