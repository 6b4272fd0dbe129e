// A session that has seen every edit says what a session says that has only seen the texts as they are now.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import { structureJson } from '../../server/src/report/classification-json.ts';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import type { DocumentResult, LintOptions } from '../../server/src/rules/run.ts';
import { diagnosticsOf } from '../../server/src/service/diagnostics.ts';
import { linksOf } from '../../server/src/service/document-links.ts';
import { outlineOf } from '../../server/src/service/document-symbols.ts';
import { foldingOf } from '../../server/src/service/folding.ts';
import { createSession, type Session } from '../../server/src/service/session.ts';
import { checkDate } from '../support/lint.ts';
import { createMemoryHost } from '../support/memory-host.ts';

const options: LintOptions = { catalogue, asOf: checkDate, severities: new Map(), ruleOptions: new Map(), cycles: {} };

async function sample(name: string): Promise<string> {
  return readFile(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
}

const flood = await sample('cn/qinghe-flood.plan.yaml');
const imported = /imports:\s*\[?\s*([^\s\],]+)/.exec(flood)?.[1];
assert.ok(imported, 'the sample imports a library');
const texts: Readonly<Record<string, string>> = {
  'cn/plan.plan.yaml': flood,
  [new URL(imported, 'file:///cn/').pathname.slice(1)]: await sample(new URL(imported, 'file:///cn/').pathname.slice(1)),
  'bad/network.plan.yaml': await sample('bad/network.plan.yaml'),
  'bad/rights.plan.yaml': await sample('bad/rights.plan.yaml'),
  'bad/legal.plan.yaml': await sample('bad/legal.plan.yaml'),
  'bad/life-cycle.plan.yaml': await sample('bad/life-cycle.plan.yaml'),
  'bad/mode.plan.yaml': await sample('bad/mode.plan.yaml'),
  'modes/unshared-partnership.plan.yaml': await sample('modes/unshared-partnership.plan.yaml'),
};
const files = Object.keys(texts);

type Edit = (text: string) => string;

function atLine(text: string, line: number, change: (line: string, next: string) => string): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  lines.splice(at, 2, ...change(lines[at] ?? '', lines[at + 1] ?? '').split('\n'));
  return lines.join('\n');
}

/** What authors do to lines, and what their hands do on the way. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(fc.nat(), fc.constantFrom(...'abc1-: "\'[]{}#|&*\t\n'.split(''), '第', '\n  ', ': ', '- ', '---\n'))
    .map(([at, typed]) => (text: string) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + typed + text.slice(place);
    }),
  fc.tuple(fc.nat(), fc.nat(30)).map(([at, count]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + text.slice(place + count);
  }),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own, next) => `${own}\n${own}\n${next}`)),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own, next) => `${next}\n${own}`)),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own, next) => `${own.trimStart()}\n${next}`)),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own, next) => `${own}\n  ${next}`)),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own, next) => `# ${own}\n${next}`)),
  fc.nat().map((line) => (text: string) => atLine(text, line, (own) => own)),
  fc.nat().map((which) => (text: string) => {
    const ids = [...text.matchAll(/^ {2}([a-z][a-z-]+):/gm)].map(([, id]) => id as string);
    const id = ids[which % Math.max(1, ids.length)];
    return id === undefined ? text : text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), `${id}-x`);
  }),
);

/** A value for another of whatever kind, as it is while somebody writes or tries. */
const otherValues: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(), fc.constantFrom('7', 'true', '~', '""', "'7'", '2025-01-01', '[a, 7]', '{zh: 7}', '{en: words}', 'a', '水'))
  .map(([which, value]) => (text) => {
    const values = [...text.matchAll(/(?<=: |- |\[|, )[^\s,[\]{}#][^,[\]{}#\n]*/g)];
    const found = values[which % Math.max(1, values.length)];
    return found === undefined ? text : text.slice(0, found.index) + value + text.slice(found.index + found[0].length);
  });

/** A date, duration, number or article for another one. */
const valuesAlike: fc.Arbitrary<Edit> = fc
  .tuple(fc.nat(), fc.constantFrom('2003-02-28', '2026-11-22', '2031-12-31'), fc.constantFrom('1', '9', '72', '400'))
  .map(([which, date, number]) => (text) => {
    const values = [...text.matchAll(/\b\d{4}-\d\d-\d\d\b|(?<=: |#)\d+(?=min\b|h\b|d\b|mo\b|y\b|[.,\]}\n])/g)];
    const found = values[which % Math.max(1, values.length)];
    if (found === undefined) return text;
    return text.slice(0, found.index) + (found[0].includes('-') ? date : number) + text.slice(found.index + found[0].length);
  });

function startSession(current: Readonly<Record<string, string>>): Session {
  const session = createSession(createMemoryHost({ ...current }), () => options);
  for (const file of files) session.open(file, current[file] as string);
  return session;
}

async function said(session: Session, file: string): Promise<unknown> {
  const analysis = await session.analyse(file);
  assert.ok(analysis);
  const findings = analysis.results().flatMap((result) => result.findings);
  const { items } = diagnosticsOf(findings, (id) => analysis.closure.files.get(id), 'zh');
  const { crashes, mode } = { crashes: analysis.results().flatMap((result) => result.crashes), mode: analysis.results().map(modeOf) };
  const outline = await outlineOf(analysis, 'en', async () => undefined);
  const fingerprints = findings.map(({ fingerprint }) => fingerprint);
  return { items, fingerprints, crashes, mode, outline, links: linksOf(analysis), folding: foldingOf(analysis) };
}

function modeOf({ context }: DocumentResult): unknown {
  const { governmentCapacity, socialDevelopment, mode } = context?.classification.context ?? {};
  const structure = context && structureJson(context.classification.structure);
  return [mode, governmentCapacity?.score, socialDevelopment?.score, structure];
}

test('what a session says after edits is what a fresh one says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...files), fc.oneof(edits, otherValues, valuesAlike), fc.boolean()), {
        minLength: 1,
        maxLength: 6,
      }),
      async (steps) => {
        const current: Record<string, string> = { ...texts };
        const session = startSession(current);
        await said(session, files[0] as string);
        for (const [file, edit, isTakenBack] of steps) {
          const before = current[file] as string;
          for (const text of isTakenBack ? [edit(before), before] : [edit(before)]) {
            current[file] = text;
            session.open(file, text);
            const fresh = startSession(current);
            for (const each of new Set([file, files[0] as string])) assert.deepEqual(await said(session, each), await said(fresh, each));
          }
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 40) },
  );
});
