// How the tests of this folder read a document and write down what was found.
import { strict as assert } from 'node:assert';
import { buildDocuments, type PlanDocument } from '../../server/src/plan/build.ts';
import type { Problem } from '../../server/src/plan/problem.ts';
import { createLineIndex } from '../../server/src/text/line-index.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { placeSpan } from '../../server/src/yaml/view.ts';

export function readAll(text: string): readonly PlanDocument[] {
  return buildDocuments(parseYaml(text, { origin: 'test.plan.yaml' }), true);
}

export function readOne(text: string): PlanDocument {
  const [document, ...others] = readAll(text);
  assert(document !== undefined && others.length === 0, 'one document');
  return document;
}

/** Each problem as `rule/code 'what stands there' line:character`, lines and characters from 0, in the order of the text. */
export function problemsOf(text: string): readonly string[] {
  return readAll(text).flatMap(({ problems }) => describe(problems, text));
}

function describe(problems: readonly Problem[], text: string): readonly string[] {
  const lines = createLineIndex(text);
  const ordered = [...problems].sort((a, b) => placeSpan(a.place).start - placeSpan(b.place).start);
  return ordered.map(({ rule, code, place }) => {
    const span = placeSpan(place);
    const { line, character } = lines.position(span.start);
    return `${rule}/${code} '${text.slice(span.start, span.end)}' ${line}:${character}`;
  });
}
