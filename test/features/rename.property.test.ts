// Renaming any id of the samples, from its declaration or from one of its references: the rules say what they said, and renaming it back gives
// the texts back.
import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/service/session.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { analyseFiles } from './support/marked-files.ts';
import { rename } from './support/rename.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = { numRuns: Number(process.env.RUNS ?? 12) };
const options = { language: 'en' as const, shown: (file: string) => file };

type Texts = Readonly<Record<string, string>>;

async function samplesIn(folder: string): Promise<Texts> {
  const files: Record<string, string> = {};
  for await (const path of glob(`samples/${folder}/**/*.plan.yaml`, { cwd: root }))
    files[path.replaceAll('\\', '/')] = await readFile(`${root}/${path}`, 'utf8');
  return files;
}

/** Where ids stand in a file: every declaration and every reference. */
function placesIn({ file }: Analysis): readonly number[] {
  return file.documents.flatMap(({ declarations, references, legalReferences }) =>
    [...declarations.map(({ idNode }) => idNode), ...references.map(({ node }) => node), ...legalReferences.map(({ node }) => node)].map(
      ({ start, style }) => start + (style === 'plain' ? 0 : 1),
    ),
  );
}

function renamed(texts: Texts, analyses: readonly Analysis[], file: string, offset: number, name: string): Texts {
  const analysis = analyses.find((candidate) => candidate.file.id === file);
  assert.ok(analysis);
  const outcome = rename(analysis, offset, name, analyses, options);
  assert.ok(!('refusal' in outcome), 'refusal' in outcome ? outcome.refusal : '');
  const edited = [...outcome].map(([id, { file: source, edits }]) => [id, applyEdits(source.text, edits).text]);
  return { ...texts, ...Object.fromEntries(edited) };
}

function findingsOf(analyses: readonly Analysis[]): readonly string[] {
  const lines = analyses.flatMap(({ file, results }) =>
    results().flatMap(({ findings }) =>
      findings.map(({ rule, message, span }) => `${file.id}:${file.lines.position(span.start).line} ${rule.id} ${message}`),
    ),
  );
  return lines.sort();
}

for (const folder of ['cn', 'us']) {
  const texts = await samplesIn(folder);
  const analyses = await analyseFiles(texts);
  const before = findingsOf(analyses);
  const places = analyses.flatMap((analysis) => placesIn(analysis).map((offset) => ({ file: analysis.file.id, offset })));

  test(`ids of samples/${folder} can be renamed, and back`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async ({ file, offset }) => {
        const source = texts[file] ?? '';
        const old = /^[\p{L}\p{N}_][\p{L}\p{N}._-]*/u.exec(source.slice(offset))?.[0] ?? '';
        // A path among the parent plans is no id.
        if (/\.ya?ml$/.test(old)) return;
        const after = renamed(texts, analyses, file, offset, '新-id.𠮷');
        const changed = await analyseFiles(after);
        assert.notDeepEqual(after, texts);
        assert.deepEqual(findingsOf(changed), before, `${file}: ${old}`);
        const place = after[file]?.indexOf('新-id.𠮷') ?? -1;
        assert.deepEqual(renamed(after, changed, file, place, old), texts, `${file}: ${old}`);
      }),
      runs,
    );
  });
}
