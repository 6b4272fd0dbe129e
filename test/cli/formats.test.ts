// The output formats, each against what its readers demand of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { displayWidth } from '../../server/src/report/display-width.ts';
import { type Folder, library, lintToJson, misspelt, shortPlan, withFolder } from './command-line.ts';

const chinese = '县/应急 预案:1.plan.yaml';
const excused =
  'govplan: "1"\norganizations:\n  # govplan-disable-next-line unknown-value -- reason: register pending; approved-by: Wang; until: 2027-01-31\n  a: {name: A, sector: nobody}\n  b: {name: B, sector: goverment}\n';

async function output(folder: Folder, format: string, ...argv: readonly string[]): Promise<string> {
  return (await folder.run(['lint', '--format', format, ...argv])).stdout;
}

test('json: keys in the order of its description, optional ones left out', () =>
  withFolder({ 'a.plan.yaml': excused }, async (folder) => {
    const report = await lintToJson(folder);
    assert.deepEqual(Object.keys(report), ['code', 'version', 'tool', 'asOf', 'files', 'summary']);
    assert.deepEqual(Object.keys(report.files[0] ?? {}), ['path', 'sha256', 'findings']);
    const [first, second] = report.files[0]?.findings ?? [];
    assert.deepEqual(Object.keys(first ?? {}), ['rule', 'severity', 'message', 'entity', 'fingerprint', 'range', 'suppressed']);
    assert.deepEqual(first?.suppressed, { reason: 'register pending', approver: 'Wang', until: '2027-01-31' });
    assert.deepEqual(Object.keys(second ?? {}), ['rule', 'severity', 'message', 'entity', 'fingerprint', 'range', 'fix']);
    assert.equal(second?.entity, 'organizations/b');
    assert.deepEqual(second?.range, { start: { line: 4, character: 23 }, end: { line: 4, character: 32 } });
    const fix = second?.fix as { safe: boolean; title: string; edits: unknown };
    assert.deepEqual([fix.safe, fix.edits], [true, [{ range: second?.range, newText: 'government' }]]);
    assert.deepEqual(report.summary, { files: 1, errors: 1, warnings: 0, infos: 0, suppressed: 1 });
  }));

test('json: the digest is that of the bytes', () => {
  const text = '\ufeffgovplan: "1"\r\n';
  return withFolder({ 'a.plan.yaml': text }, async (folder) => {
    assert.equal((await lintToJson(folder)).files[0]?.sha256, createHash('sha256').update(text).digest('hex'));
  });
});

test('json: fingerprints survive another file name, another place, another format', async () => {
  const fingerprints = async (path: string, text: string): Promise<unknown> => {
    let found: unknown;
    await withFolder({ [path]: text }, async (folder) => {
      found = (await lintToJson(folder)).files[0]?.findings.map(({ fingerprint }) => fingerprint);
    });
    return found;
  };
  const one = 'govplan: "1"\norganizations:\n  a: {name: A, sector: nobody}\n';
  const other = 'govplan: "1"\n\n# moved\norganizations:\n  b: {name: B, sector: party}\n  a:\n    sector: "nobody"\n    name: A\n';
  assert.deepEqual(await fingerprints('a.plan.yaml', one), await fingerprints('sub/b.plan.yaml', other));
});

test('json: fingerprints and entities survive another order, and an alias', async () => {
  const head =
    'govplan: "1"\nplan: {id: p, title: P, type: special, profile: cn, jurisdiction: {level: county, name: Q}, status: draft, hazards: flood}\n';
  const known = async (organizations: readonly string[]): Promise<readonly string[]> => {
    let found: readonly string[] = [];
    await withFolder({ 'a.plan.yaml': `${head}organizations:\n${organizations.join('')}` }, async (folder) => {
      const { findings = [] } = (await lintToJson(folder)).files[0] ?? {};
      found = findings.map(({ rule, entity, fingerprint }) => `${rule} ${firstOfSeveral.has(rule) ? '' : entity} ${fingerprint}`).sort();
    });
    return found;
  };
  const city = (needs: string): string =>
    `  city: {name: City, sector: government, rights: {c-start: {kind: activate}, c-take: {kind: requisition}}, responsibilities: {c-gifts: {action: 接受捐赠, phases: response, needs-rights: ${needs}}}}\n`;
  const county = (needs: string): string =>
    `  county: {name: County, sector: government, rights: {d-start: {kind: activate}, d-take: {kind: requisition}}, responsibilities: {d-gifts: {action: 接受捐赠, phases: response, needs-rights: ${needs}}}}\n`;
  const one = await known([city('[decide, enforce]'), county('[decide, enforce]')]);
  assert.deepEqual(await known([county('[decide, enforce]'), city('[decide, enforce]')]), one);
  assert.deepEqual(await known([city('&needs [decide, enforce]'), county('*needs')]), one);
  for (const rule of firstOfSeveral) assert.ok(one.some((line) => line.startsWith(`${rule} `)));
});

test('json: what a plan lacks has the same fingerprint before and after the section is begun where it would stand', () => {
  const head =
    'govplan: "1"\nplan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft}\norganizations:\n  a: {name: A, sector: government}\n';
  const begun = `${head}procedures:\n  activation: {description: By decision of the mayor}\n`;
  return withFolder({ 'a/p.plan.yaml': head, 'b/p.plan.yaml': begun }, async (folder) => {
    const [before, after] = (await lintToJson(folder)).files.map(({ findings }) =>
      findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`).filter((line) => !line.startsWith('duplicate-plan-id')),
    );
    assert.ok(before?.some((line) => line.startsWith('after-action-missing ')));
    assert.deepEqual(after?.sort(), before?.sort());
  });
});

/** Where one thing is missing that several ask for, or two are the same, the finding is at one of them: which, the order tells. */
const firstOfSeveral: ReadonlySet<unknown> = new Set([
  'termination-missing',
  'requisition-without-compensation',
  'donation-disclosure-missing',
  'responsibility-overlap',
]);

test('sarif: what the standard demands, for a path with Chinese characters, a blank and a colon', () =>
  withFolder({ [chinese]: excused, 'b.plan.yaml': library }, async (folder) => {
    const log = JSON.parse(await output(folder, 'sarif')) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run.artifacts?.map(({ location }) => location?.uri),
      ['b.plan.yaml', `${encodeURIComponent('县')}/${encodeURIComponent('应急 预案:1.plan.yaml')}`],
    );
    assert.ok(run.artifacts?.every(({ hashes }) => /^[0-9a-f]{64}$/.test(hashes?.['sha-256'] ?? '')));
    const { driver } = run.tool;
    for (const rule of driver.rules ?? []) {
      assert.ok(rule.help?.text && rule.help.markdown && rule.shortDescription?.text && rule.fullDescription?.text, rule.id);
      assert.ok(URL.canParse(rule.helpUri ?? ''), rule.id);
      assert.ok(['error', 'warning', 'note'].includes(rule.defaultConfiguration?.level ?? ''), rule.id);
    }
    const [suppressed, open] = run.results ?? [];
    assert.equal(driver.rules?.[open?.ruleIndex ?? -1]?.id, 'unknown-value');
    assert.deepEqual(open?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: run.artifacts?.[1]?.location?.uri, index: 1 },
      region: { startLine: 5, startColumn: 24, endLine: 5, endColumn: 33 },
    });
    assert.deepEqual(open?.fixes?.[0]?.artifactChanges[0]?.replacements, [
      { deletedRegion: { startLine: 5, startColumn: 24, endLine: 5, endColumn: 33 }, insertedContent: { text: 'government' } },
    ]);
    assert.match(open?.partialFingerprints?.['govplan/v1'] ?? '', /^[0-9a-f]{16}$/);
    assert.equal(open?.suppressions, undefined);
    const [suppression] = suppressed?.suppressions ?? [];
    assert.deepEqual(
      [suppression?.kind, suppression?.status, suppression?.justification, suppression?.properties],
      ['inSource', 'accepted', 'register pending', { approver: 'Wang', until: '2027-01-31' }],
    );
    assert.equal(suppression?.location?.physicalLocation?.region?.startLine, 3);
    assert.deepEqual(run.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  }));

test('sarif: related places', () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\nagreements: {}\nagreements: {}\n' }, async (folder) => {
    const log = JSON.parse(await output(folder, 'sarif')) as Log;
    const [related] = log.runs[0]?.results?.[0]?.relatedLocations ?? [];
    assert.ok(related?.message?.text);
    assert.deepEqual(related.physicalLocation?.region, { startLine: 2, startColumn: 1, endLine: 2, endColumn: 11 });
  }));

test('sarif: in Chinese when asked for', () =>
  withFolder({ 'a.plan.yaml': misspelt }, async (folder) => {
    const log = JSON.parse(await output(folder, 'sarif', '--lang', 'zh')) as Log;
    assert.equal(log.runs[0]?.language, 'zh-CN');
    assert.match(log.runs[0]?.results?.[0]?.message.text ?? '', /\p{Script=Han}/u);
  }));

test('github: lines and columns from 1, properties and messages escaped, exceptions left out', () =>
  withFolder({ 'a,b:c%.plan.yaml': excused, 'multi.plan.yaml': 'govplan: "1"\norganizations:\n  - a\n  - b\n' }, async (folder) => {
    const [first = '', second = '', ...rest] = (await output(folder, 'github')).trimEnd().split('\n');
    assert.match(first, /^::error file=a%2Cb%3Ac%25\.plan\.yaml,line=5,endLine=5,col=24,endColumn=33,title=govplan%3A unknown-value::[^:]/);
    assert.match(second, /^::error file=multi\.plan\.yaml,line=3,endLine=4,title=govplan%3A wrong-type::/, 'no columns over several lines');
    assert.deepEqual(rest, []);
  }));

test('github: a line break or a percent sign cannot begin another command', () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\norganizations:\n  a: {name: A, sector: "x\\n::error::%0Ay"}\n' }, async (folder) => {
    const lines = (await output(folder, 'github')).trimEnd().split('\n');
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /x%0A::error::%250Ay/);
  }));

test('gitlab: a fingerprint of its own for each issue', () =>
  withFolder({ 'a.plan.yaml': excused, 'b.plan.yaml': excused }, async (folder) => {
    const issues = JSON.parse(await output(folder, 'gitlab')) as readonly Record<string, unknown>[];
    assert.equal(issues.length, 2);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
    const { description, fingerprint, ...rest } = issues[0] ?? {};
    assert.ok(description && fingerprint);
    assert.deepEqual(rest, {
      type: 'issue',
      check_name: 'unknown-value',
      categories: ['Style'],
      severity: 'major',
      location: {
        path: 'a.plan.yaml',
        lines: { begin: 5, end: 5 },
        positions: { begin: { line: 5, column: 24 }, end: { line: 5, column: 33 } },
      },
    });
  }));

const hostile = 'govplan: "1"\norganizations:\n  a: {name: A, sector: "<b>&\\"\\u0007|`@all http://x"}\n';

test('junit: errors fail, exceptions are skipped, a clean file passes, everything is escaped', () =>
  withFolder({ 'a&b.plan.yaml': excused, 'clean.plan.yaml': library, 'hostile.plan.yaml': hostile }, async (folder) => {
    const xml = await output(folder, 'junit');
    assert.match(xml, /<testsuites name="govplan" tests="4" failures="2" errors="0">/);
    assert.match(xml, /<testsuite name="a&amp;b\.plan\.yaml" tests="2" failures="1" skipped="1" errors="0">/);
    assert.match(xml, /<skipped message="register pending"\/>/);
    assert.match(xml, /<testcase name="govplan" classname="clean\.plan\.yaml"\/>/);
    assert.match(xml, /&lt;b&gt;&amp;&quot;\ufffd/);
  }));

interface XmlElement {
  /** Each with what its value must be. */
  readonly required: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  readonly children?: readonly string[];
  readonly hasText?: true;
}

const [anyText, amount, place] = [/^/, /^\d+$/, /^[1-9]\d*$/];

/**
 * What the schemas of its readers know of the elements that can occur here: of junit-10.xsd, which Jenkins reads JUnit's XML by, and of
 * checkstyle-report-1.0.0.xsd, which is Checkstyle's own.
 */
const xmlSchemas: Readonly<Record<string, Readonly<Record<string, XmlElement>>>> = {
  junit: {
    testsuites: {
      required: {},
      optional: { name: anyText, time: anyText, tests: amount, failures: amount, errors: amount },
      children: ['testsuite'],
    },
    testsuite: {
      required: { name: anyText, tests: amount, failures: amount, errors: amount },
      optional: { skipped: amount, time: anyText, timestamp: anyText, id: anyText, package: anyText, file: anyText },
      children: ['testcase'],
    },
    testcase: {
      required: { name: anyText },
      optional: { classname: anyText, time: anyText, group: anyText },
      children: ['skipped', 'failure', 'system-out'],
    },
    failure: { required: {}, optional: { type: anyText, message: anyText }, hasText: true },
    skipped: { required: {}, optional: { type: anyText, message: anyText }, hasText: true },
    'system-out': { required: {}, hasText: true },
  },
  checkstyle: {
    checkstyle: { required: {}, optional: { version: anyText }, children: ['file'] },
    file: { required: { name: anyText }, children: ['error'] },
    error: {
      required: {},
      optional: { line: place, column: place, severity: /^(?:error|warning|info|ignore)$/, message: anyText, source: anyText },
    },
  },
};

for (const [format, schema] of Object.entries(xmlSchemas)) {
  test(`${format}: what the schema of its readers allows, and nothing else`, () =>
    withFolder({ 'a.plan.yaml': excused, 'h.plan.yaml': hostile, 's.plan.yaml': shortPlan, 'c.plan.yaml': library }, async (folder) => {
      const [declaration = '', ...lines] = (await output(folder, format)).split('\n');
      assert.equal(declaration, '<?xml version="1.0" encoding="UTF-8"?>');
      const open: string[] = [];
      let rest = lines.join('\n');
      for (const [tag, text = '', closing, name = '', attributes = '', empty] of rest.matchAll(
        /([^<>&]*(?:&(?:lt|gt|amp|quot|apos|#\d+);[^<>&]*)*)<(\/?)([\w-]+)((?: [\w-]+="[^"<&]*(?:&(?:lt|gt|amp|quot|apos|#\d+);[^"<&]*)*")*)(\/?)>/g,
      )) {
        rest = rest.slice(tag.length);
        const around = open.at(-1);
        assert.ok(text.trim() === '' || schema[around ?? '']?.hasText, `no text in <${around}>: ${text}`);
        if (closing) assert.equal(open.pop(), name);
        else if (!empty) open.push(name);
        if (closing) continue;
        const element = schema[name];
        const roots = Object.keys(schema).slice(0, 1);
        assert.ok(element && (around === undefined ? roots : (schema[around]?.children ?? [])).includes(name), `<${name}> in <${around}>`);
        const values = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
        assert.equal(new Set(values.map(([key]) => key)).size, values.length, 'no attribute twice');
        for (const key of Object.keys(element.required)) assert.ok(attributes.includes(` ${key}="`), `${key} of <${name}>`);
        for (const [key, value] of values)
          assert.match(value, { ...element.required, ...element.optional }[key] ?? /unknown/, `${key} of <${name}>`);
      }
      assert.deepEqual([open, rest], [[], '\n']);
    }));
}

test('junit: the counts are those of the cases, and no two cases have the same names', () =>
  withFolder({ 'a.plan.yaml': excused, 's.plan.yaml': shortPlan, 'm.plan.yaml': 'govplan: "1"\nplan: {id: m}\n' }, async (folder) => {
    const xml = await output(folder, 'junit');
    const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
    for (const [suite, tests, failures, skipped] of xml.matchAll(
      /<testsuite name="[^"]*" tests="(\d+)" failures="(\d+)" skipped="(\d+)"[\s\S]*?<\/testsuite>/g,
    )) {
      const counted = [count(suite, /<testcase /g), count(suite, /<failure /g), count(suite, /<skipped /g)];
      assert.deepEqual([tests, failures, skipped].map(Number), counted);
    }
    const [, tests, failures] = /<testsuites name="govplan" tests="(\d+)" failures="(\d+)"/.exec(xml) ?? [];
    assert.deepEqual([tests, failures].map(Number), [count(xml, /<testcase /g), count(xml, /<failure /g)]);
    const cases = [...xml.matchAll(/<testcase (name="[^"]*" classname="[^"]*")/g)].map(([, names]) => names);
    assert.deepEqual(cases, [...new Set(cases)]);
    assert.match(xml, /name="missing-key at m\.plan\.yaml:2:1 \(2\)"/);
  }));

test('checkstyle: one element a file, everything escaped', () =>
  withFolder({ 'a.plan.yaml': excused, 'hostile.plan.yaml': hostile }, async (folder) => {
    const xml = await output(folder, 'checkstyle');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="10\.0">\n {2}<file name="a\.plan\.yaml">\n/);
    assert.match(xml, /<error line="5" column="24" severity="error" message="[^"]+" source="govplan\.unknown-value"\/>/);
    assert.match(xml, /&lt;b&gt;&amp;&quot;\ufffd/);
    assert.equal(xml.match(/<error /g)?.length, 2);
  }));

test('markdown: a table a file, in which no text becomes markup or a mention', () =>
  withFolder({ 'a.plan.yaml': excused, 'hostile.plan.yaml': hostile, 'clean.plan.yaml': library }, async (folder) => {
    const text = await output(folder, 'markdown');
    assert.match(
      text,
      /^## govplan\n\n3 files checked: 2 errors; 1 suppressed; 1 can be fixed with --fix\.\n\n### a\.plan\.yaml\n\n\| Line \|/,
    );
    assert.match(text, /\| 5 \| error \| \[unknown-value\]\(https:[^)]+\) \| /);
    assert.match(text, /\\<b\\>\\&.*\\\|\\`@\u200ball http:\u200b\/\/x/);
    assert.doesNotMatch(text, /clean/);
  }));

test('text: place, source, range, message, reason, fix, count', () =>
  withFolder({ 'a.plan.yaml': excused }, async (folder) => {
    const lines = (await output(folder, 'text')).split('\n');
    assert.equal(lines[0], 'a.plan.yaml:5:24  error  unknown-value');
    assert.equal(lines[1], '5 │   b: {name: B, sector: goverment}');
    assert.equal(lines[2], '  │                        ^^^^^^^^^');
    assert.match(lines[3] ?? '', /^ {2}.*goverment/);
    assert.match(lines[5] ?? '', /--fix/);
    assert.equal(lines.at(-2), '1 file checked: 1 error; 1 suppressed; 1 can be fixed with --fix.');
  }));

test('text: underlines stand under what they mean, behind Chinese characters, combining marks and tabs', () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\norganizations:\n  甲: {name: "水利\te\u0301局", sector: nobody} # 注\n' }, async (folder) => {
    const [, source = '', underline = ''] = (await output(folder, 'text')).split('\n');
    // Each Chinese character takes two columns, the accent none, and the tab stands in column 18 of the line: it takes two.
    assert.equal(source, '3 │   甲: {name: "水利  e\u0301局", sector: nobody} # 注');
    assert.equal(underline.indexOf('^'), 4 + '  JJ: {name: "SSLL  eJJ", sector: '.length);
    assert.equal(underline.trim().length, '│'.length + underline.indexOf('^') - 3 + 'nobody'.length);
  }));

test('text: of a long line, what is around the range is shown', () => {
  const many = (id: string): string => Array.from({ length: 40 }, (_, n) => `${id}${n}: {name: 组, sector: party}`).join(', ');
  const text = `govplan: "1"\norganizations: {${many('o')}, z: {name: Z, sector: nobody}, ${many('p')}}\n`;
  return withFolder({ 'a.plan.yaml': text }, async (folder) => {
    const { stdout } = await folder.run(['lint'], { columns: 80 });
    const [, source = '', underline = ''] = stdout.split('\n');
    assert.ok(displayWidth(source) <= 80, source);
    const columns = Array.from(source).flatMap((character) => (displayWidth(character) === 2 ? [character, ''] : [character]));
    assert.equal(columns.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1).join(''), 'nobody');
    assert.match(source, /^2 │ ….*…$/);
  });
});

test('text: a reason is given once', () =>
  withFolder({ 'a.plan.yaml': 'govplan: "1"\none: 1\ntwo: 2\n' }, async (folder) => {
    const text = await output(folder, 'text');
    const reason = text.split('\n')[4] ?? '';
    assert.ok(reason.length > 20);
    assert.equal(text.split(reason).length, 2);
  }));
