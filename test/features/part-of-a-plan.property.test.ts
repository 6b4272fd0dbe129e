// What is asked of a part of a plan is what the whole says of that part, and is found without walking the whole.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { inlayHints } from '../../server/src/service/inlay-hints.ts';
import { semanticTokens } from '../../server/src/service/semantic-tokens.ts';
import { visitScalars } from '../../server/src/service/shape-walk.ts';
import type { Span } from '../../server/src/text/span.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { generatePlan } from '../bench/generate-plan.ts';
import { analyseText } from './support/marked-plan.ts';

const sample = await readFile(new URL('../../samples/cn/qinghe-flood.plan.yaml', import.meta.url), 'utf8');
/** References that aliases and merge keys bring in, from places that the format does not know too. */
const aliased = `govplan: "1"
x-shared: {who: &who fire, team: &team {sector: community, parent: fire}, basis: &basis [law#5, law#7]}
plan: {id: aliased, title: Aliased, type: overall}
legal-bases:
  law: {title: The Law, kind: law}
organizations:
  fire: {name: Fire Brigade, sector: government, rights: {r: {kind: command, basis: *basis}}}
  boats: {<<: *team, name: Boats, rights: {s: {kind: propose, with: *who, basis: law#3}}}
links:
  - {from: *who, to: boats, type: report}
---
govplan: "1"
plan: {id: second, title: Second, type: overall}
organizations:
  water: {name: Water, sector: government}
  pumps: {name: Pumps, sector: government, parent: water}
`;
const analyses = await Promise.all([sample, aliased].map((text) => analyseText(text)));
const part = fc.tuple(fc.constantFrom(...analyses), fc.nat(), fc.nat({ max: 2000 })).map(([analysis, at, length]) => {
  const { text } = analysis.file;
  const start = at % (text.length + 1);
  return { analysis, span: { start, end: Math.min(text.length, start + length) } };
});

test('the semantic tokens of a part are those of the whole that touch it', () => {
  fc.assert(
    fc.property(part, ({ analysis, span }) => {
      const touching = semanticTokens(analysis).filter(({ start, end }) => end >= span.start && start <= span.end);
      assert.deepEqual(semanticTokens(analysis, span), touching);
    }),
  );
});

test('the hints of a part are those of the whole that stand in it', () => {
  fc.assert(
    fc.property(part, ({ analysis, span }) => {
      const { text, lines } = analysis.file;
      const offset = ({ position }: { readonly position: Parameters<typeof lines.offset>[0] }): number => lines.offset(position);
      const inside = inlayHints(analysis, { start: 0, end: text.length }, 'zh').filter(
        (hint) => offset(hint) >= span.start && offset(hint) <= span.end,
      );
      assert.deepEqual(inlayHints(analysis, span, 'zh'), inside);
    }),
  );
});

test('of a long plan no more is walked than the part that is asked for', () => {
  const text = generatePlan({ lines: 3000 });
  const [document] = parseYaml(text, { origin: 'a.plan.yaml' }).documents;
  assert.ok(document);
  const count = (span?: Span): number => {
    let visited = 0;
    visitScalars(document, () => visited++, span);
    return visited;
  };
  const start = text.indexOf('sector:', text.length / 4);
  assert.ok(count() > 5000, `${count()} in all`);
  assert.ok(count({ start, end: start + 500 }) < 60, `${count({ start, end: start + 500 })} of a part`);
});
