// Patterns of a configuration and of `.gitignore`: which of them libraries are asked about, and that none of these takes long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import ignore from 'ignore';
import picomatch from 'picomatch';
import { exceededBound, isLikelyPath, type PatternBound, type PatternKind } from '../../server/src/text/pattern-bounds.ts';
import { library, lintToJson, placesOf, withFolder } from '../cli/command-line.ts';

const taken: Readonly<Record<PatternKind, readonly string[]>> = {
  glob: [
    '**/*.plan.{yaml,yml}',
    'plans/*/*/*-draft-*.yaml',
    '**/*exercise*/**',
    '{north,south,east,west}/**/*.{yaml,yml}',
    '!(drafts)/*.yaml',
    'a+(b)/@(x|y)?(z)[0-9].yaml',
    '!drafts/**',
    'C++/a+b (1)/*.yaml',
  ],
  ignore: ['**/build/**/*.log/**', '*- [Bb]ackup ([0-9]).rdl', '*a*b*c*d*', '/x/**/y', '!*.{a,b}', '[Dd]ebug*/', '# +(a|b) {{{{'],
};

const refused: readonly (readonly [pattern: string, kind: PatternKind, bound: PatternBound])[] = [
  ['a'.repeat(1001), 'glob', 'length'],
  ['a'.repeat(1001), 'ignore', 'length'],
  ['**/a/**/b/**', 'glob', 'globstars'],
  ['**/a/**/b/**/c', 'ignore', 'globstars'],
  ['!(a)/!(b)/!(c)', 'glob', 'globstars'],
  ['*a*a*b', 'glob', 'stars'],
  ['*a*/*a*/b', 'glob', 'stars'],
  ['*{/,a}*{/,a}*b', 'glob', 'stars'],
  ['*[.-z]*[.-z]*b', 'ignore', 'stars'],
  ['*[/a]*[/a]*b', 'ignore', 'stars'],
  ['**/*[.-z]*/**/b', 'ignore', 'alternatives'],
  ['{a,aa}'.repeat(7), 'glob', 'alternatives'],
  ['**/{a,b,c}/**/{a,b,c,d}', 'glob', 'alternatives'],
  ['+(a|aa)b', 'glob', 'repetition'],
  ['*(a*)b', 'glob', 'repetition'],
  ['+(+(a))b', 'glob', 'repetition'],
  ['(a+)+b', 'glob', 'repetition'],
  ['{a,aa}+b', 'glob', 'repetition'],
  ['+([])]a|aa)b', 'glob', 'repetition'],
  ['\\\\\\\\(a', 'glob', 'repetition'],
];

test('patterns that people write are within the bounds', () => {
  for (const kind of ['glob', 'ignore'] as const) {
    for (const pattern of taken[kind]) assert.equal(exceededBound(pattern, kind), undefined, pattern);
  }
});

test('patterns that may be matched in too many ways are not', () => {
  for (const [pattern, kind, bound] of refused) assert.equal(exceededBound(pattern, kind), bound, pattern);
});

test('a path that no disk has is likely in none of its lengths', () => {
  const longest = `${'a/'.repeat(200)}${'a'.repeat(255)}`;
  assert.ok(isLikelyPath(longest));
  for (const path of [`${longest}a`, `${'a/'.repeat(256)}a`, `${`${'a'.repeat(250)}/`.repeat(16)}${'a'.repeat(250)}`]) {
    assert.ok(!isLikelyPath(path), path.slice(0, 20));
  }
});

/** Paths of names of one letter, as long as can be, that end otherwise than they began. */
const hostilePaths = [1, 3, 15, 100, 254].flatMap((length) => {
  const path = Array.from({ length: Math.min(254, Math.floor(4080 / (length + 1))) }, () => 'a'.repeat(length)).join('/');
  return ['', 'b', '/b', '\n'].map((end) => path + end);
});

const context = createContext({});

/** In milliseconds of the processor, on the path that takes longest; the watchdog is for what never ends. */
function slowest(expression: Pick<RegExp, 'test'>): number {
  return Math.max(
    ...hostilePaths.map((path) => {
      Object.assign(context, { expression, path });
      return leastOf(5, budget, () => runInContext('expression.test(path)', context, { timeout: 10_000 }));
    }),
  );
}

/** Tries again only what took too long, as it may on a busy machine. */
function leastOf(times: number, enough: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times && least > enough; round++) {
    const start = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(start).user / 1000);
  }
  return least;
}

/** The steps that the worst pattern takes on the worst path: two `**` and a second `*` over a path of 16 names of 255 letters. */
function countAsManyLetters(): number {
  const path = hostilePaths.at(-1) as string;
  let count = 0;
  for (let round = 0; round < (16 * 255) / 2; round++) for (let at = 0; at < path.length; at++) if (path.charCodeAt(at) === 98) count++;
  return count;
}

/** What is allowed to any pattern: some steps of an expression for each letter that is counted. */
const budget = 8 * Math.max(2, leastOf(5, 0, countAsManyLetters));

/** Of ignore patterns, a path is asked about with all folders above it. */
function expressionOf(pattern: string, kind: PatternKind): Pick<RegExp, 'test'> {
  if (kind === 'glob') return picomatch.makeRe(pattern, { dot: true });
  // Made anew each time, because it remembers what it said of a path.
  return { test: (path) => ignore({ ignoreCase: false }).add(pattern).ignores(path) };
}

const worst: Readonly<Record<PatternKind, readonly string[]>> = {
  glob: ['**/*a*/**/x', '**/*a*/**/*x', '**/*{a,a,a,a,a,a,a,a,a,a}*x', '**/a{a,a,a,a,a,a,a,a,a,a}*/**/x', '!**/*[.-z]*/**/x', '**/!(b)/x'],
  ignore: ['**/*a*/**/x', '**/*[.-z]*x', '*a/**/a/**/x', `${'*a'.repeat(60)}b`, `a/**/${'*a'.repeat(60)}/**/x`],
};

for (const kind of ['glob', 'ignore'] as const) {
  test(`the worst patterns within the bounds of '${kind}' take little time on the worst paths`, () => {
    for (const pattern of worst[kind]) {
      assert.equal(exceededBound(pattern, kind), undefined, pattern);
      const time = slowest(expressionOf(pattern, kind));
      assert.ok(time < budget, `${pattern}: ${time} ms, not ${budget}`);
    }
  });
}

const pieces = {
  glob: [
    'a',
    '/',
    '*',
    '**/',
    '/**/',
    '?',
    '[a]',
    '[.-z]',
    '[/a]',
    '[]a]',
    '[',
    '{',
    '}',
    '{a,aa}',
    '{a,*}',
    ',',
    '|',
    '(',
    ')',
    '+(',
    '*(',
    '!(',
    '@(',
    '+',
    '\\',
    '"',
    '!',
    '..',
  ],
  ignore: ['a', '/', '*', '*a', '**/', '/**/', '?', '[a]', '[.-z]', '[', '\\*', '!', ' ', '+'],
};
const numRuns = Number(process.env.GOVPLAN_RUNS ?? 60);

for (const kind of ['glob', 'ignore'] as const) {
  test(`random patterns within the bounds of '${kind}' take little time, and are no fault of the library`, () => {
    const pattern = fc.array(fc.constantFrom(...pieces[kind]), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        pattern.filter((text) => text.trim() !== '' && exceededBound(text, kind) === undefined),
        (text) => {
          const time = slowest(expressionOf(text, kind));
          assert.ok(time < budget, `${time} ms, not ${budget}`);
        },
      ),
      { numRuns },
    );
  });
}

test('a pattern beyond the bounds is a finding at its place, and matches nothing', () =>
  withFolder(
    {
      'govplan.config.yaml':
        'files: ["**/a/**/b/**"]\nignore: ["*a*", "**/a/**/b/**/c"]\noverrides: [{files: "*a*a*", rules: {legal-basis-absent: off}}]\n',
      'a/b/b.plan.yaml': library,
    },
    async (folder) => {
      const report = await lintToJson(folder, ['a/b/b.plan.yaml']);
      assert.deepEqual(
        placesOf(report),
        ['0:8-0:22', '1:16-1:32', '2:20-2:27'].map((place) => `govplan.config.yaml invalid-config ${place}`),
      );
      assert.equal(report.code, 1);
    },
  ));

test('a line of .gitignore beyond the bounds is left out, the others hold', () =>
  withFolder(
    { '.git/HEAD': '', '.gitignore': 'old/\n**/a/**/b/**/c.plan.yaml\n', 'a/b/c.plan.yaml': library, 'old/a.plan.yaml': library },
    async (folder) => {
      assert.deepEqual(
        (await lintToJson(folder)).files.map(({ path }) => path),
        ['a/b/c.plan.yaml'],
      );
    },
  ));
