// Hostile inputs that are too large to be checked in, made when a test asks for them. Each says which rules must speak; all are linted with
// the working directory as the root.
import type { Files } from '../cli/command-line.ts';
import type { Answer } from './small.ts';

export interface LargeInput {
  readonly what: string;
  readonly files: () => Files;
  /** The file that the run is about; the whole folder where it is left out. */
  readonly entry?: string;
  readonly finds: Answer;
  /** In MB; `mostMemory` where it is left out. The tree of a text takes some eighty times its size, so large texts of small pieces get more. */
  readonly memory?: number;
}

/** In MB. */
export const mostMemory = 300;

const head = 'govplan: "1"\n';
const planHead = `${head}plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft, hazards: [flood]}\n`;

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('');
const listOf = (count: number, item: (index: number) => string): string => Array.from({ length: count }, (_, i) => item(i)).join(', ');
const organizations = (count: number): string =>
  `organizations:\n${lines(count, (i) => `  o${i}: {name: O${i}, sector: ${i % 2 === 0 ? 'government' : 'volunteer-group'}}\n`)}`;
const library = (...imports: readonly string[]): string => `${head}imports: [${imports.join(', ')}]\n`;
const numbered = (count: number, text: (index: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`l${i}.plan.yaml`, text(i)]));

function text(what: string, finds: Answer, make: () => string, more: Pick<LargeInput, 'memory'> = {}): LargeInput {
  return { what, finds, files: () => ({ 'a.plan.yaml': make() }), ...more };
}

const syntax = ['yaml-syntax'] as const;
const limit = ['limit-exceeded'] as const;
const everybody = listOf(20_000, (i) => `o${i}`);

export const large: readonly LargeInput[] = [
  // Depth.
  text('blocks nested 3,000 deep', limit, () => `${head}x-a:\n${lines(3000, (i) => `${' '.repeat(i + 1)}a:\n`)}`),
  text('a million open lists', limit, () => `${head}x-a: ${'['.repeat(1e6)}`),
  text('a million lists in one another', limit, () => `${head}x-a: ${'['.repeat(1e6)}${']'.repeat(1e6)}`),
  text('half a million open maps', limit, () => `${head}x-a: ${'{a: '.repeat(5e5)}`),
  text('a million dashes', limit, () => `${head}x-a:\n  ${'- '.repeat(1e6)}`),
  text('a million explicit keys', limit, () => `${head}x-a:\n  ${'? '.repeat(1e6)}`),
  // Aliases.
  text('a bomb of aliases', limit, () => head + lines(9, (i) => `x-a${i}: &a${i} [${listOf(10, () => (i > 0 ? `*a${i - 1}` : 'x'))}]\n`)),
  text(
    'a bomb of merges',
    limit,
    () => head + lines(30, (i) => `x-a${i}: &a${i} {<<: [${i > 0 ? `*a${i - 1}, *a${i - 1}` : '{a: 1}'}]}\n`),
  ),
  {
    what: 'bombs of aliases that import one another',
    finds: ['required-content-missing'],
    memory: 500,
    files: () => ({
      ...numbered(
        20,
        (i) =>
          `${library(...Array.from({ length: 20 }, (_, j) => `l${j}.plan.yaml`))}x-n: &n {zh: 名, en: N}\norganizations:\n${lines(2000, (j) => `  o${i}-${j}: {name: *n, sector: government}\n`)}`,
      ),
      'a.plan.yaml': `${planHead}imports: [${listOf(20, (i) => `l${i}.plan.yaml`)}]\n`,
    }),
    entry: 'a.plan.yaml',
  },
  text(
    '50,000 anchors and aliases',
    limit,
    () => `${head}x-a:\n${lines(5e4, (i) => `- &a${i} x\n`)}x-b:\n${lines(5e4, (i) => `- *a${i}\n`)}`,
  ),
  text(
    'a long text in 9,000 places',
    limit,
    () => `${head}x-a: &a "${'long '.repeat(60_000)}"\norganizations:\n${lines(9000, (i) => `  o${i}: {name: *a, sector: government}\n`)}`,
  ),
  text('50,000 aliases of nothing', syntax, () => `${head}x-a:\n${lines(5e4, (i) => `- *n${i}\n`)}`),
  // Width.
  text('a map of 100,000 keys', 'nothing', () => head + organizations(1e5), { memory: 600 }),
  text('100,000 keys that nobody knows', ['unknown-key', ...limit], () => head + lines(1e5, (i) => `organisation${i}: 1\n`), {
    memory: 600,
  }),
  text('3,300,000 links of nothing, in 16 MB', ['missing-key', ...limit], () => `${head}links:\n${'- {}\n'.repeat(3.3e6)}`, {
    memory: 1900,
  }),
  text(
    '100,000 words that are none',
    ['unknown-value', ...limit],
    () => `${head}organizations:\n${lines(1e5, (i) => `  o${i}: {name: O, sector: goverment${i}}\n`)}`,
    { memory: 900 },
  ),
  text(
    '100,000 references to nothing',
    ['dangling-reference', ...limit],
    () => `${head}organizations:\n${lines(1e5, (i) => `  o${i}: {name: O, sector: party, parent: zz${i}}\n`)}`,
    { memory: 900 },
  ),
  text(
    '10,000 references to nothing in one list',
    ['dangling-reference'],
    () => `${planHead}${organizations(2)}links:\n- {from: [${listOf(1e4, (i) => `zz${i}`)}], to: o1, type: command}\n`,
  ),
  text(
    'one key 100,000 times',
    ['duplicate-id', ...limit],
    () => `${head}organizations:\n${'  o: {name: O, sector: government}\n'.repeat(1e5)}`,
    { memory: 600 },
  ),
  text(
    '20,000 exceptions that excuse nothing',
    ['unused-suppression'],
    () => head + '# govplan-disable-next-line unknown-key -- reason: x; approved-by: y\n'.repeat(2e4),
    { memory: 400 },
  ),
  text(
    '20,000 exceptions from nothing',
    ['invalid-suppression'],
    () => head + lines(2e4, (i) => `# govplan-disable-file nope${i} -- reason: x\n`),
  ),
  // Length.
  text('a line of 5 MB', 'nothing', () => `${head}x-a: ${'应急 '.repeat(7e5)}\n`),
  text('a quoted line of 5 MB', 'nothing', () => `${head}x-a: "${'ab\\n'.repeat(1.25e6)}"\n`),
  text('a quote of 5 MB that is not closed', syntax, () => `${head}x-a: "${'ab\n  '.repeat(1e6)}`, { memory: 550 }),
  text('a comment of 5 MB', 'nothing', () => `${head}#${' x'.repeat(2.5e6)}\n`),
  text('a list of 1 MB in one line', 'nothing', () => `${head}x-a: [${'a, '.repeat(3.3e5)}]\n`),
  text('an id of 5 MB', syntax, () => `${head}organizations:\n  ${'k'.repeat(5e6)}: {name: A, sector: government}\n`),
  text(
    'a reference of 5 MB',
    ['dangling-reference'],
    () => `${head}organizations:\n  a: {name: A, sector: party, parent: ${'k'.repeat(5e6)}}\n`,
  ),
  text('an anchor of 5 MB', 'nothing', () => `${head}x-a: &${'a'.repeat(5e6)} 1\n`),
  text('5 MB of nothing but lines', 'nothing', () => head + '\n'.repeat(5e6)),
  text('5 MB of spaces', 'nothing', () => head + ' '.repeat(5e6)),
  text('5 MB of text without a colon', ['wrong-type'], () => 'a'.repeat(5e6)),
  text('200,000 brackets that close nothing', syntax, () => `${head}x-a: ${']'.repeat(2e5)}\n`),
  text('100,000 documents', limit, () => `---\n${head}`.repeat(1e5)),
  text('100,000 documents of nothing', limit, () => head + '---\n'.repeat(1e5)),
  text('100,000 documents that are not closed', [...syntax, ...limit], () => '---\nx-a: [\n'.repeat(1e5)),
  text('1,000 plans in a file', ['required-content-missing'], () => lines(1000, (i) => `---\n${planHead.replace('id: p', `id: p${i}`)}`), {
    memory: 500,
  }),
  // Next to nothing is right.
  text('200,000 lines of [', limit, () => '[\n'.repeat(2e5)),
  text('200,000 lines of {', limit, () => '{\n'.repeat(2e5)),
  text('200,000 lines of - [', syntax, () => '- [\n'.repeat(2e5)),
  text('100,000 keys and [', syntax, () => head + lines(1e5, (i) => `x-${i}: [\n`)),
  text('100,000 brackets closed too far out', syntax, () => head + lines(1e5, (i) => `x-${i}: [a,\nb]\n`)),
  text('100,000 keys without a colon', syntax, () => head + lines(1e5, (i) => `abc${i}\n`)),
  text('100,000 tags of nobody', syntax, () => head + lines(1e5, (i) => `x-${i}: !foo a\n`)),
  text('a million quotes', syntax, () => '"'.repeat(1e6)),
  text('quotes of both kinds', syntax, () => `${head}x-a: ${`"'`.repeat(5e5)}\n`),
  // What makes patterns slow.
  text(
    'ids that patterns choke on',
    ['bad-id'],
    () => `${head}organizations:\n${lines(10, (i) => `  ? "${'a-._'.repeat(5e4)}!${i}"\n  : {name: A, sector: party}\n`)}`,
  ),
  text(
    'an exception that patterns choke on',
    ['invalid-suppression'],
    () => `${head}# govplan-disable-next-line x -- reason: a${' '.repeat(2e5)}b${' ;'.repeat(2e5)}c\n`,
  ),
  text(
    'dates and durations that patterns choke on',
    ['bad-date', 'bad-duration'],
    () =>
      `${planHead.replace('status', `issued: ${'2020-'.repeat(1e5)}, status`)}procedures: {reporting: {within: ${'1'.repeat(2e5)}.x}}\n`,
  ),
  text(
    'a task that says nothing at length',
    ['responsibility-vague', 'dangling-reference'],
    () =>
      `${planHead}organizations:\n  a: {name: A, sector: party, rights: {r: {kind: decide, basis: ["l#${'1.'.repeat(2e5)}"]}}, responsibilities: {t: {action: "${'配合协助 '.repeat(5e4)}!", phases: response}}}\n`,
  ),
  // What a few lines stand for.
  text(
    'links of everybody with everybody',
    limit,
    () => `${planHead}${organizations(20_000)}links: [{from: [${everybody}], to: [${everybody}], type: command}]\n`,
    { memory: 600 },
  ),
  text('200 organizations that are all linked', ['required-content-missing'], () => {
    const all = listOf(200, (i) => `o${i}`);
    return `${planHead}${organizations(200)}links: [{from: [${all}], to: [${all}], type: coordinate}]\n`;
  }),
  text(
    'a council of 2,000',
    ['required-content-missing'],
    () =>
      `${planHead}${organizations(2000)}bodies:\n  b: {name: B, kind: council, chair: o1, members: [${listOf(2000, (i) => `o${i}`)}]}\n`,
  ),
  text(
    'a name of 300,000 characters in 9,000 findings',
    ['responsibility-overlap'],
    () =>
      `${planHead}organizations:\n${['a', 'b'].map((id) => `  ${id}: {name: ${'长'.repeat(3e5)}, sector: government, responsibilities: {${listOf(9000, (i) => `${id}${i}: {action: 转移群众${i}, phases: response}`)}}}\n`).join('')}`,
    { memory: 450 },
  ),
  text(
    'an actor with a long id and 5,000 faults',
    ['unknown-key'],
    () => `${head}organizations:\n  ? ${'k'.repeat(3e5)}\n  : {name: A, sector: party, ${listOf(5000, (i) => `organisation${i}: 1`)}}\n`,
    { memory: 450 },
  ),
  // Imports.
  {
    what: 'a parent plan that is named 10,000 times',
    entry: 'a.plan.yaml',
    finds: ['upward-link-missing'],
    files: () => ({
      'a.plan.yaml': `${planHead.replace('status', `parent-plans: [${listOf(1e4, () => 'p.plan.yaml')}], status`)}${organizations(10)}`,
      'p.plan.yaml': `${planHead.replace('id: p', 'id: q').replace('name: Q', `name: Q, areas: [${listOf(3000, (i) => `a${i}`)}]`)}${organizations(3000)}`,
    }),
  },
  {
    what: '50 plans over one library of 10,000 organizations',
    finds: ['required-content-missing'],
    memory: 450,
    files: () => ({
      'l.plan.yaml': head + organizations(1e4),
      ...Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [`p${i}.plan.yaml`, `${planHead.replace('id: p', `id: p${i}`)}imports: l.plan.yaml\n`]),
      ),
    }),
  },
  {
    what: 'configurations that extend one another by a billion ways',
    finds: ['unknown-key'],
    files: () => {
      const both = (row: number): string => `extends: [./one${row}.yaml, ./other${row}.yaml]\n`;
      const rows = Array.from({ length: 30 }, (_, row) => [
        [`one${row}.yaml`, row < 29 ? both(row + 1) : 'profile: cn\n'],
        [`other${row}.yaml`, row < 29 ? both(row + 1) : 'profile: us\n'],
      ]);
      return { 'a.plan.yaml': `${head}oops: 1\n`, 'govplan.config.yaml': both(0), ...Object.fromEntries(rows.flat()) };
    },
  },
  {
    what: 'a configuration of 10,000 patterns and as many overrides, for 200 files',
    finds: ['unknown-key'],
    files: () => ({
      'govplan.config.yaml': `files: [${listOf(1e4, (i) => `"d${i}/**/*.plan.yaml"`)}, "**/*.plan.yaml"]\noverrides:\n${lines(1e4, (i) => `  - {files: "d${i}/**", rules: {unknown-key: warning}}\n`)}`,
      ...numbered(200, () => `${head}oops: 1\n`),
    }),
  },
  text('10,000 imports of nothing', ['import-failed'], () => `${head}imports:\n${lines(1e4, (i) => `- l${i}.plan.yaml\n`)}`),
  text(
    '50,000 imports from the network',
    ['import-failed'],
    () => `${head}imports:\n${lines(5e4, (i) => `- https://example.org/${i}.yaml\n`)}`,
    { memory: 500 },
  ),
  text('a path of 2 MB', ['import-failed'], () => `${head}imports: ${'a/'.repeat(1e6)}b.yaml\n`),
  {
    what: '50,000 imports of one file',
    finds: 'nothing',
    memory: 450,
    files: () => ({ 'l.plan.yaml': head, 'a.plan.yaml': `${head}imports:\n${'- l.plan.yaml\n'.repeat(5e4)}` }),
  },
  {
    what: 'a circle of 1,000 imports',
    entry: 'l0.plan.yaml',
    finds: ['import-cycle'],
    files: () => numbered(1000, (i) => library(`l${(i + 1) % 1000}.plan.yaml`)),
  },
  {
    what: 'a circle of 500 imports, every file linted',
    finds: ['import-cycle'],
    files: () => numbered(500, (i) => library(`l${(i + 1) % 500}.plan.yaml`)),
  },
  { what: 'a chain of 1,000 imports', finds: limit, files: () => numbered(1000, (i) => (i === 0 ? head : library(`l${i - 1}.plan.yaml`))) },
  {
    what: '80 files that all import one another',
    finds: ['import-cycle'],
    files: () => numbered(80, () => library(...Array.from({ length: 80 }, (_, i) => `l${i}.plan.yaml`))),
  },
  {
    what: '120 files that all import one another and define one organization',
    finds: ['import-cycle', 'duplicate-id'],
    files: () => numbered(120, () => library(...Array.from({ length: 120 }, (_, i) => `l${i}.plan.yaml`)) + organizations(1)),
  },
  {
    what: '100 plans that all name one another as parents',
    finds: ['parent-level-mismatch'],
    memory: 400,
    files: () =>
      numbered(100, (i) =>
        planHead.replace('id: p', `id: p${i}`).replace('status', `parent-plans: [${listOf(100, (j) => `l${j}.plan.yaml`)}], status`),
      ),
  },
  {
    what: '200 documents that import 50,000 organizations each',
    entry: 'a.plan.yaml',
    finds: limit,
    files: () => ({
      'l.plan.yaml': head + organizations(5e4),
      'a.plan.yaml': lines(200, (i) => `---\n${planHead.replace('id: p', `id: p${i}`)}imports: l.plan.yaml\n`),
    }),
  },
  {
    what: 'a configuration of patterns that choke',
    finds: ['unknown-key', 'invalid-config'],
    files: () => ({
      [`${'a/'.repeat(60)}${'a'.repeat(200)}.plan.yaml`]: `${head}oops: 1\n`,
      '.git/HEAD': '',
      '.gitignore': `${'**/a/'.repeat(60)}b\n${'*a'.repeat(60)}b\n${lines(1e4, (i) => `x${i}/**/*.y\n`)}`,
      'govplan.config.yaml': `files: ["${'+(a|a*)'.repeat(20)}b", "${'**/a/'.repeat(60)}b", "${'{a,b}'.repeat(200)}", "${'*a'.repeat(90)}*.plan.yaml", "**/a*.plan.yaml"]\nignore: ["${'**/*a*/'.repeat(60)}b"]\n`,
    }),
  },
  {
    what: 'links that lead out, to nowhere and round in circles',
    finds: ['import-failed'],
    files: () => ({
      'a.plan.yaml': library('out.plan.yaml', 'loop.plan.yaml', 'nowhere.plan.yaml', 'up/etc/hosts.yaml', 'self/self/self/out.plan.yaml'),
      'out.plan.yaml': { link: '/etc/hosts' },
      'loop.plan.yaml': { link: 'loop.plan.yaml' },
      'nowhere.plan.yaml': { link: '../../nowhere/a.plan.yaml' },
      up: { link: '/' },
      self: { link: '.' },
    }),
  },
];
