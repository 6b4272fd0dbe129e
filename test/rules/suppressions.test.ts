// Exceptions written as comments: what they excuse, and what is found wrong with them (cli.md, "Exceptions are governance records").
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyFixes } from '../../server/src/rules/fix.ts';
import { defineRule, type Rule } from '../../server/src/rules/rule.ts';
import type { LintOptions } from '../../server/src/rules/run.ts';
import { lintFiles } from '../support/lint.ts';
import type { MemoryFiles } from '../support/memory-host.ts';
import { shapeRules } from '../support/rules.ts';

const shape = await shapeRules();

const head = `govplan: "1"
plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}
`;

/** A plan whose organizations each have two faults of shape to be excused, `wrong-type` and `unknown-value`, on the line of their name. */
const faulty = (id: string): string => `  ${id}: {name: 1, sector: nobody}\n`;

interface Expectation {
  /** `line rule`, the line counted from 0 in the body: what stands. Findings of organizations that are not excused are left out of `excused`. */
  readonly found: readonly string[];
  readonly excused?: readonly string[];
}

async function lint(
  body: string,
  options: Partial<LintOptions> = {},
  rules: readonly Rule[] = shape,
  files: MemoryFiles = {},
  entry = 'a.plan.yaml',
) {
  const text = body.includes('govplan:') ? body : head + body;
  const lint = await lintFiles({ 'a.plan.yaml': text, ...files }, entry, rules, options);
  return { ...lint, findings: lint.results.flatMap(({ findings }) => findings) };
}

/** Lints a body under the standard head and compares what stands and what is excused. */
async function checkBody(body: string, { found, excused = [] }: Expectation, options: Partial<LintOptions> = {}): Promise<void> {
  const offset = body.includes('govplan:') ? 0 : 2;
  const { findings, file } = await lint(body, options);
  const named = (isExcused: boolean): readonly string[] =>
    findings
      .filter(({ suppressed }) => (suppressed !== undefined) === isExcused)
      .map(({ rule, span }) => `${file.lines.position(span.start).line - offset} ${rule.id}`);
  assert.deepEqual({ found: named(false), excused: named(true) }, { found, excused });
}

const both = (line: number): readonly string[] => [`${line} wrong-type`, `${line} unknown-value`];

test('excuses the rule it names on the next line, and no other rule or line', () =>
  checkBody(
    `organizations:
  # govplan-disable-next-line wrong-type -- reason: register pending
${faulty('a')}${faulty('b')}`,
    { found: ['2 unknown-value', ...both(3)], excused: ['2 wrong-type'] },
  ));

test('keeps the record: reason, approver and end', async () => {
  const { findings } = await lint(`organizations:
  # govplan-disable-next-line wrong-type, unknown-value -- reason: pending; see minutes; approved-by: 王主任; until: 2026-12-31
${faulty('a')}`);
  assert.deepEqual(
    findings.map(({ suppressed }) => [suppressed?.reason, suppressed?.approver, suppressed?.until]),
    [
      ['pending; see minutes', '王主任', '2026-12-31'],
      ['pending; see minutes', '王主任', '2026-12-31'],
    ],
  );
});

test('excuses several rules at once, however they are separated', async () => {
  for (const list of ['wrong-type, unknown-value', 'wrong-type unknown-value', 'wrong-type，unknown-value', 'wrong-type、unknown-value']) {
    const body = `organizations:\n  # govplan-disable-next-line ${list} -- reason: pending\n${faulty('a')}`;
    await checkBody(body, { found: [], excused: both(2) });
  }
});

test('stacked comments all mean the next line that is more than a comment', () =>
  checkBody(
    `organizations:
  # govplan-disable-next-line wrong-type -- reason: pending
  # a note
  # govplan-disable-next-line unknown-value -- reason: pending

${faulty('a')}`,
    { found: [], excused: both(5) },
  ));

test('the next line may be the last or the last but one, and there may be none', async () => {
  const excusing = (lines: string): string =>
    `organizations:\n  # govplan-disable-next-line wrong-type, unknown-value -- reason: pending\n${lines}`;
  await checkBody(excusing(faulty('a').trimEnd()), { found: [], excused: both(2) });
  await checkBody(excusing(faulty('a') + faulty('b').trimEnd()), { found: both(3), excused: both(2) });
  await checkBody(`organizations:\n${faulty('a')}  # govplan-disable-next-line wrong-type -- reason: pending\n\n`, {
    found: [...both(1), '2 unused-suppression'],
  });
});

test('a comment behind something means the line below it', () =>
  checkBody(
    `organizations: # govplan-disable-next-line wrong-type, unknown-value -- reason: pending
${faulty('a')}`,
    { found: [], excused: both(1) },
  ));

test('a block ends where the indentation ends', () =>
  checkBody(
    `organizations:
${faulty('a')}  # govplan-disable wrong-type, unknown-value -- reason: pending
${faulty('b')}  c:
    name: 1
    sector: nobody
functions:
  f: {name: 1}
`,
    { found: [...both(1), '8 wrong-type'], excused: [...both(3), '5 wrong-type', '6 unknown-value'] },
  ));

test('a block comment at the margin goes on to the end of the document', () =>
  checkBody(
    `# govplan-disable wrong-type -- reason: pending
organizations:
${faulty('a')}functions:
  f: {name: 1}
`,
    { found: ['2 unknown-value'], excused: ['2 wrong-type', '4 wrong-type'] },
  ));

test('a block comment behind a key means what stands under it; behind a value, its line and the rest of the block', () =>
  checkBody(
    `organizations:
  a: # govplan-disable wrong-type -- reason: pending
    name: 1
    sector: community
  b:
    sector: nobody # govplan-disable unknown-value, wrong-type -- reason: pending
    name: 1
  c:
    name: C
    sector: nobody # govplan-disable unknown-value -- reason: pending
${faulty('d')}`,
    { found: both(10), excused: ['2 wrong-type', '5 unknown-value', '6 wrong-type', '9 unknown-value'] },
  ));

test('a block inside brackets ends with them', () =>
  checkBody(
    `organizations:
  a: {
    # govplan-disable wrong-type, unknown-value -- reason: pending
    name: 1, sector: nobody
  }
${faulty('b')}`,
    { found: both(5), excused: both(3) },
  ));

test('a block in a list is what is left of it; within the brackets of an item, what is left of that', () =>
  checkBody(
    `links:
  - {from: a, type: nothing}
  # govplan-disable missing-key -- reason: pending
  - {from: a, type: nothing}
  - {
      # govplan-disable unknown-value -- reason: pending
      from: a, type: nothing
    }
  - {from: a, type: nothing}
organizations:
  a: {sector: community}
`,
    {
      found: ['1 missing-key', '1 unknown-value', '3 unknown-value', '8 unknown-value', '10 missing-key'],
      excused: ['3 missing-key', '6 missing-key', '6 unknown-value', '8 missing-key'],
    },
  ));

test('a comment above what is no plan at all is read all the same', async () => {
  const above = '# govplan-disable format-version, wrong-type -- reason: pending\n';
  for (const rest of ['', 'no plan\n']) {
    const { results, findings } = await lint('', {}, shape, { 'b.plan.yaml': above + rest }, 'b.plan.yaml');
    assert.equal(results.length, 1);
    assert.ok(
      findings.some(({ rule }) => rule.id === 'format-version' || rule.id === 'wrong-type'),
      rest,
    );
  }
});

test('a comment behind the last entry of its block excuses nothing', () =>
  checkBody(
    `organizations:
${faulty('a')}  # govplan-disable wrong-type -- reason: pending
functions:
  f: {name: 1}
`,
    { found: [...both(1), '2 unused-suppression', '4 wrong-type'] },
  ));

test('a comment for the file excuses what stands before it too', () =>
  checkBody(
    `organizations:
${faulty('a')}# govplan-disable-file wrong-type -- reason: pending
functions:
  f: {name: 1}
`,
    { found: ['1 unknown-value'], excused: ['1 wrong-type', '4 wrong-type'] },
  ));

test('only a comment for the file reaches into another document of it', async () => {
  const second = '---\ngovplan: "1"\norganizations:\n  b: {name: 2, sector: community}\n';
  const body = (kind: string): string =>
    `govplan: "1"\n# govplan-disable${kind} wrong-type -- reason: pending\norganizations:\n  a: {name: 1, sector: community}\n${second}`;
  await checkBody(body('-file'), { found: [], excused: ['3 wrong-type', '7 wrong-type'] });
  await checkBody(body(''), { found: ['7 wrong-type'], excused: ['3 wrong-type'] });
});

test('a comment for the file in the last document reaches the first, and is not called unused', () =>
  checkBody(
    'govplan: "1"\norganizations:\n  a: {name: 1, sector: community}\n---\ngovplan: "1"\n# govplan-disable-file wrong-type -- reason: pending\n',
    {
      found: [],
      excused: ['2 wrong-type'],
    },
  ));

test('a comment is called unused only where all that it means could be judged', async () => {
  const body = (kind: string): string =>
    `govplan: "1"\n# govplan-disable${kind} bad-date -- reason: pending\nx-a: 1\n---\ngovplan: "1"\nx-b: [\n`;
  await checkBody(body(''), { found: ['1 unused-suppression', '5 yaml-syntax'] });
  await checkBody(body('-file'), { found: ['5 yaml-syntax'] });
});

test('takes the signs of Chinese typing', async () => {
  const { findings } = await lint(`organizations:
  # govplan-disable-next-line wrong-type、unknown-value —— reason：待登记；approved-by：市应急管理局；until：2026-12-31；
${faulty('a')}`);
  assert.deepEqual(
    findings.map(({ suppressed }) => [suppressed?.reason, suppressed?.approver, suppressed?.until]),
    Array(2).fill(['待登记', '市应急管理局', '2026-12-31']),
  );
});

test('reads lines that end in CRLF or CR', async () => {
  const body = `organizations:\n  # govplan-disable-next-line wrong-type, unknown-value -- reason: pending; until: 2026-12-31\n${faulty('a')}${faulty('b')}`;
  for (const end of ['\r\n', '\r']) await checkBody((head + body).replaceAll('\n', end), { found: both(5), excused: both(4) });
});

test('without a reason it is invalid, and excuses nothing', async () => {
  for (const record of [
    '',
    ' --',
    ' -- reason:',
    ' -- reason: ; approved-by: X',
    ' -- reason: ;',
    ' -- approved-by: X; until: 2026-12-31',
  ]) {
    const body = `organizations:\n  # govplan-disable-next-line wrong-type${record}\n${faulty('a')}`;
    await checkBody(body, { found: ['1 invalid-suppression', ...both(2)] });
  }
});

test('what stands before the keys of a record is the reason', async () => {
  for (const record of ['register pending', '  register pending ;', 'register pending; until: 2026-12-31']) {
    const { findings } = await lint(`organizations:\n  # govplan-disable-next-line wrong-type -- ${record}\n${faulty('a')}`);
    assert.deepEqual(
      findings.map(({ rule, suppressed }) => [rule.id, suppressed?.reason]),
      [
        ['wrong-type', 'register pending'],
        ['unknown-value', undefined],
      ],
    );
  }
});

test('a rule that does not exist is invalid at its own place, beside one that does', async () => {
  const body = `organizations:\n  # govplan-disable-next-line wrong-tpye, unknown-value -- reason: pending\n${faulty('a')}`;
  await checkBody(body, { found: ['1 invalid-suppression', '2 wrong-type'], excused: ['2 unknown-value'] });
  const { findings, file } = await lint(body);
  assert.equal(file.text.slice(findings[0]?.span.start, findings[0]?.span.end), 'wrong-tpye');
});

test('a comment that names no rule is invalid once', async () => {
  for (const rest of [' -- reason: pending', ' --', ''])
    await checkBody(`# govplan-disable-next-line${rest}\norganizations:\n${faulty('a')}`, { found: ['0 invalid-suppression', ...both(2)] });
});

test('an end that is no real date is invalid, at the date', async () => {
  const body = `organizations:\n  # govplan-disable-next-line wrong-type -- reason: pending; until: 2026-02-30\n${faulty('a')}`;
  await checkBody(body, { found: ['1 invalid-suppression', ...both(2)] });
  const { findings, file } = await lint(body);
  assert.equal(file.text.slice(findings[0]?.span.start, findings[0]?.span.end), '2026-02-30');
});

test('holds on its last day, and is expired and void on the next', async () => {
  const body = `organizations:\n  # govplan-disable-next-line wrong-type -- reason: pending; until: 2026-03-31\n${faulty('a')}`;
  await checkBody(body, { found: ['2 unknown-value'], excused: ['2 wrong-type'] }, { asOf: '2026-03-31' });
  await checkBody(body, { found: ['1 expired-suppression', ...both(2)] }, { asOf: '2026-04-01' });
});

test('cannot silence faults of syntax, of bounds, or of exceptions', async () => {
  await checkBody('# govplan-disable-file yaml-syntax -- reason: pending\nx-a: [\n', { found: ['1 yaml-syntax'] });
  const deep = '['.repeat(300) + ']'.repeat(300);
  await checkBody(`# govplan-disable-file limit-exceeded -- reason: pending\nx-a: ${deep}\n`, {
    found: ['0 unused-suppression', '1 limit-exceeded'],
  });
  await checkBody(
    '# govplan-disable-file unused-suppression -- reason: pending\n# govplan-disable-file bad-date -- reason: pending\nx-a: 1\n',
    {
      found: ['0 unused-suppression', '1 unused-suppression'],
    },
  );
});

test('a comment inside text is no exception', () =>
  checkBody(
    `organizations:
  a:
    name: |
      # govplan-disable-next-line wrong-type
    sector: community
`,
    { found: [] },
  ));

const fixable: readonly (readonly [name: string, body: string, fixed: string])[] = [
  ['with its line', 'x-a: 1\n  # govplan-disable-next-line bad-date -- reason: pending\nx-b: 2\n', 'x-a: 1\nx-b: 2\n'],
  ['from behind a value', 'x-a: 1  # govplan-disable bad-date -- reason: pending\nx-b: 2\n', 'x-a: 1\nx-b: 2\n'],
  ['with the tab before it', 'x-a: 1 \t# govplan-disable bad-date -- reason: pending\n', 'x-a: 1\n'],
  ['above the last line', 'x-a: 1\n# govplan-disable bad-date -- reason: pending\nx-b: 2', 'x-a: 1\nx-b: 2'],
  ['at the end of the text', 'x-a: 1\n# govplan-disable bad-date -- reason: pending', 'x-a: 1\n'],
  [
    'all of a stack',
    '# govplan-disable bad-date -- reason: pending\n# note\n# govplan-disable-file bad-id -- reason: pending\nx-a: 1\n',
    '# note\nx-a: 1\n',
  ],
  [
    'one rule of several',
    'organizations:\n  # govplan-disable-next-line bad-id, wrong-type, bad-date -- reason: pending\n  a: {name: 1, sector: community}\n',
    'organizations:\n  # govplan-disable-next-line wrong-type -- reason: pending\n  a: {name: 1, sector: community}\n',
  ],
];
for (const [name, body, fixed] of fixable) {
  test(`the safe fix takes what silences nothing away: ${name}`, async () => {
    const relint = async (text: string) => (await lint(text)).findings;
    const result = await applyFixes(head + body, await relint(head + body), relint);
    assert.equal(result.text, head + fixed);
    assert.deepEqual(
      result.remaining.filter(({ suppressed }) => suppressed === undefined),
      [],
    );
  });
}

const planRule = defineRule({
  id: 'probe',
  group: 'network',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'none',
  summary: { en: 'Probe', zh: '探针' },
  why: { en: 'Probe', zh: '探针' },
  source: '',
  messages: { probe: { en: 'Probe', zh: '探针' } },
  *check(plan) {
    if (plan.organizations.some(({ id }) => id === 'crash')) throw new Error('on purpose');
  },
});

async function checkUnused(body: string, expected: readonly string[], options: Partial<LintOptions> = {}): Promise<void> {
  const { findings } = await lint(`# govplan-disable-file probe -- reason: pending\n${body}`, options, [...shape, planRule]);
  assert.deepEqual(
    findings.filter(({ suppressed }) => suppressed === undefined).map(({ rule }) => rule.id),
    expected,
  );
}

test('an exception for a rule that ran and was silent is unused', () => checkUnused('x-a: 1\n', ['unused-suppression'], { profile: 'cn' }));

test('an exception is not called unused where its rule could not run or could not judge', async () => {
  await checkUnused('x-a: 1\n', [], { profile: 'uk' });
  await checkUnused('x-a: 1\n', [], { profile: 'cn', severities: new Map([['probe', 'off']]) });
  await checkUnused('x-a: [\n', ['yaml-syntax'], { profile: 'cn' });
  await checkUnused('imports: absent.yaml\n', ['import-failed'], { profile: 'cn' });
});

test('what a library cannot have, and what imports do not bear on, is judged all the same', async () => {
  await checkUnused('govplan: "1"\n', ['unused-suppression'], { profile: 'cn' });
  await checkBody('# govplan-disable-file bad-date -- reason: pending\nimports: absent.yaml\n', {
    found: ['0 unused-suppression', '1 import-failed'],
  });
});

test('a crash is never excused, and leaves the exception alone', () =>
  checkUnused('organizations:\n  crash: {name: A, sector: community}\n', ['probe'], { profile: 'cn' }));
