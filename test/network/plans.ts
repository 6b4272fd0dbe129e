// Plans for the tests of the network, linked as the engine links them. Everything stands in one file.
import assert from 'node:assert/strict';
import { type Linked, linkDocument } from '../../server/src/workspace/link.ts';
import type { Plan } from '../../server/src/workspace/plan.ts';
import { createSourceFile } from '../../server/src/workspace/source-file.ts';

const head = `govplan: "1"
plan: {id: p, title: T, type: overall, jurisdiction: {level: county, name: N}, status: draft}
`;

/** The plan of a text that leaves out the head. The text must be free of faults. */
export function planOf(body: string): Plan {
  const entry = createSourceFile('p.plan.yaml', head + body);
  const document = entry.documents[0];
  assert.ok(document);
  const linked: Linked = linkDocument(document, { entry, files: new Map([[entry.id, entry]]), edges: () => [] });
  const faults = linked.problems.map(({ rule, code }) => `${rule}: ${code}`);
  assert.deepEqual(faults, []);
  assert.ok(linked.plan);
  return linked.plan;
}

/** A plan of government organizations that coordinate: one line a node, `1: 2 3 4` tying the first to the others. */
export function planOfEdges(lines: string): Plan {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/:? +/));
  const ids = [...new Set(rows.flat())];
  const organizations = ids.map((id) => `  ${id}: {name: "${id}", sector: government}\n`);
  const links = rows.flatMap(([from, ...to]) =>
    to.length === 0 ? [] : [`  - {from: ${from}, to: [${to.join(', ')}], type: coordinate}\n`],
  );
  return planOf(['organizations:\n', ...organizations, ...(links.length > 0 ? ['links:\n', ...links] : [])].join(''));
}
