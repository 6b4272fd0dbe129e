// Whatever a file holds, the answer is a finding with a range and exit code 1, or a clear sentence and exit code 2: never a stack trace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asNobody, type Files, library, lintToJson, placesOf, withFolder } from './command-line.ts';

interface BadFile {
  readonly what: string;
  readonly content: string | Uint8Array;
  /** What is found, as `rule line:character-line:character`. */
  readonly found: readonly string[];
}

const head = 'govplan: "1"\n';
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

const notUtf8 = bytes(`${head}organizations:\n  a: {name: 县`, 0xff, ', sector: party}\n');

const badFiles: readonly BadFile[] = [
  { what: 'an empty file', content: '', found: ['format-version 0:0-0:0'] },
  { what: 'nothing but a comment', content: '# later\n', found: ['format-version 0:0-0:0'] },
  { what: 'a scalar', content: 'hello\n', found: ['wrong-type 0:0-0:5'] },
  { what: 'a list', content: '- a\n', found: ['wrong-type 0:0-0:3'] },
  { what: 'a byte order mark, which is allowed', content: bytes(0xef, 0xbb, 0xbf, library), found: [] },
  {
    what: 'a byte order mark and a fault on line 0',
    content: bytes(0xef, 0xbb, 0xbf, 'govplan: "2"\n'),
    found: ['format-version 0:9-0:12'],
  },
  { what: 'UTF-16', content: bytes(0xff, 0xfe, 'g', 0, 'o', 0), found: ['yaml-syntax 0:0-0:1'] },
  {
    what: 'a byte that is no UTF-8',
    content: notUtf8,
    found: ['yaml-syntax 2:13-2:14'],
  },
  { what: 'a character cut off at the end', content: bytes(head, 0xe6, 0xb8), found: ['yaml-syntax 1:0-1:1'] },
  { what: 'a NUL', content: `${head}organizations:\n  a: {name: A\0, sector: party}\n`, found: ['yaml-syntax 2:13-2:14'] },
  { what: 'a tab as indentation', content: `${head}organizations:\n\ta: {name: A, sector: party}\n`, found: ['yaml-syntax 2:0-2:1'] },
  { what: 'CR LF line ends, which are allowed', content: library.replaceAll('\n', '\r\n'), found: [] },
  { what: 'CR LF line ends and a fault', content: `${head}oops: 1\n`.replaceAll('\n', '\r\n'), found: ['unknown-key 1:0-1:4'] },
  { what: 'a key twice', content: `${head}agreements: {}\nagreements: {}\n`, found: ['duplicate-id 2:0-2:10'] },
  { what: 'the key __proto__', content: `${head}__proto__: {x: 1}\n`, found: ['unknown-key 1:0-1:9'] },
  {
    what: 'ids like constructor, which are allowed',
    content: `${head}organizations:\n  constructor: {name: A, sector: party}\n`,
    found: [],
  },
  { what: 'an unclosed quote', content: `${head}organizations:\n  a: {name: "A, sector: party}\n`, found: ['yaml-syntax 2:12-2:13'] },
];

for (const { what, content, found } of badFiles) {
  test(`${what} gives ${found.length === 0 ? 'nothing' : found.join(', ')}`, () =>
    withFolder({ 'a.plan.yaml': content }, async (folder) => {
      const report = await lintToJson(folder);
      assert.deepEqual(
        placesOf(report),
        found.map((place) => `a.plan.yaml ${place}`),
      );
      assert.equal(report.code, found.length > 0 ? 1 : 0);
    }));
}

test('a byte that is no UTF-8 is found in whatever way a file is given', () =>
  withFolder({ 'a.yaml': notUtf8 }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder, ['a.yaml'])), ['a.yaml yaml-syntax 2:13-2:14']);
    const piped = await lintToJson(folder, ['--stdin', '--stdin-filename', 'b.plan.yaml'], { stdin: notUtf8 });
    assert.deepEqual(placesOf(piped), ['b.plan.yaml yaml-syntax 2:13-2:14']);
  }));

test('an alias bomb is cut off', () =>
  withFolder({ 'a.plan.yaml': bomb() }, async (folder) => {
    const report = await lintToJson(folder);
    assert.equal(report.code, 1);
    assert.ok(placesOf(report).some((place) => place.includes(' limit-exceeded ')));
  }));

test('deep nesting is cut off', () =>
  withFolder({ 'a.plan.yaml': `${head}x-deep: ${'['.repeat(5000)}` }, async (folder) => {
    const report = await lintToJson(folder);
    assert.equal(report.code, 1);
    assert.ok(placesOf(report).some((place) => place.includes(' limit-exceeded ')));
  }));

test('a file that is too large is not read', () =>
  withFolder({ 'a.plan.yaml': bytes(head, '#'.repeat(17 * 1024 * 1024)) }, async (folder) => {
    const report = await lintToJson(folder);
    assert.deepEqual([report.code, placesOf(report)], [1, ['a.plan.yaml limit-exceeded 0:0-0:12']]);
    assert.match(report.files[0]?.findings[0]?.message ?? '', /17825805/);
    assert.match(String(report.files[0]?.sha256), /^[0-9a-f]{64}$/);
  }));

/** An import in `plans/a.plan.yaml`, the workspace being that folder, and what is said of it. */
const imports: readonly { readonly what: string; readonly path: string; readonly files?: Files; readonly message: RegExp }[] = [
  { what: 'a file that is not there', path: './missing.plan.yaml', message: /no file/i },
  { what: 'a file outside', path: '../outside.plan.yaml', message: /outside|out of/i },
  { what: 'a file outside that is not there either', path: '../../nobody.plan.yaml', message: /outside|out of/i },
  {
    what: 'a link that leads outside',
    path: 'link.plan.yaml',
    files: { 'plans/link.plan.yaml': { link: '../outside.plan.yaml' } },
    message: /outside|out of/i,
  },
  { what: 'a folder that leads outside', path: 'up/outside.plan.yaml', files: { 'plans/up': { link: '..' } }, message: /outside|out of/i },
  {
    what: 'a link that leads nowhere, but outside',
    path: 'l.yaml',
    files: { 'plans/l.yaml': { link: '../nowhere.yaml' } },
    message: /outside|out of/i,
  },
  { what: 'a link to itself', path: 'loop.yaml', files: { 'plans/loop.yaml': { link: 'loop.yaml' } }, message: /./ },
  { what: 'a folder', path: 'sub.yaml', files: { 'plans/sub.yaml/a.txt': '' }, message: /folder/i },
  { what: 'a web address', path: 'https://example.org/a.yaml', message: /network|address|URL/i },
  { what: 'an absolute path', path: '/etc/a.yaml', message: /relative|absolute/i },
  { what: 'YAML that is not govplan', path: 'b.yaml', files: { 'plans/b.yaml': 'a: 1\n' }, message: /govplan/ },
];

for (const { what, path, files, message } of imports) {
  test(`importing ${what} is a finding at the path`, () =>
    withFolder({ 'outside.plan.yaml': library, 'plans/a.plan.yaml': `${head}imports: ["${path}"]\n`, ...files }, async (folder) => {
      const report = await lintToJson(folder, ['a.plan.yaml'], { cwd: 'plans' });
      assert.deepEqual([report.code, placesOf(report)], [1, [`a.plan.yaml import-failed 1:10-1:${12 + path.length}`]]);
      assert.match(report.files[0]?.findings[0]?.message ?? '', message);
    }));
}

test('an import cycle is a finding on every edge that closes it', () =>
  withFolder({ 'a.plan.yaml': `${head}imports: b.plan.yaml\n`, 'b.plan.yaml': `${head}imports: a.plan.yaml\n` }, async (folder) => {
    assert.deepEqual(placesOf(await lintToJson(folder)), ['a.plan.yaml import-cycle 1:9-1:20', 'b.plan.yaml import-cycle 1:9-1:20']);
  }));

/** Arguments that cannot be followed, and what is said of them. */
const misuses: readonly { readonly argv: readonly string[]; readonly says: RegExp }[] = [
  { argv: [], says: /Usage: govplan/ },
  { argv: ['lnt'], says: /no command 'lnt'\. Did you mean 'lint'/ },
  { argv: ['plans/a.plan.yaml'], says: /govplan lint plans\/a\.plan\.yaml/ },
  { argv: ['--frobnicate'], says: /no option '--frobnicate'/ },
  { argv: ['lint', '--formt', 'json'], says: /no option '--formt'\. Did you mean '--format'/ },
  { argv: ['lint', '--baseline', 'b.json'], says: /the baseline 'b\.json' cannot be read \(ENOENT\)/ },
  { argv: ['lint', '-x'], says: /no option '-x'/ },
  { argv: ['lint', '--format'], says: /--format needs a value/ },
  { argv: ['lint', '--format', '--quiet'], says: /--format needs a value/ },
  { argv: ['lint', '--quiet=yes'], says: /--quiet takes no value/ },
  { argv: ['lint', '--format', 'jsn'], says: /no format 'jsn'.*Did you mean 'json'/ },
  { argv: ['lint', '--format', 'json', '--format', 'text'], says: /two formats go to standard output/ },
  { argv: ['lint', '--format', 'json:'], says: /names no file/ },
  { argv: ['lint', '--rule', 'unknown-kye=off'], says: /no rule 'unknown-kye'\. Did you mean 'unknown-key'/ },
  { argv: ['lint', '--rule', 'unknown-key=fatal'], says: /unknown-key=warning/ },
  { argv: ['lint', '--as-of', '2026-02-30'], says: /'2026-02-30' is no calendar date/ },
  { argv: ['lint', '--profile', 'cm'], says: /'cm' is no value of --profile/ },
  { argv: ['lint', '--max-warnings', '-1'], says: /--max-warnings needs a value/ },
  { argv: ['lint', '--max-warnings', 'few'], says: /whole number from 0 up, not 'few'/ },
  { argv: ['lint', '--timeout', 'soon'], says: /number of seconds, not 'soon'/ },
  { argv: ['lint', '--config', 'none.yaml'], says: /configuration 'none\.yaml' cannot be read \(it is not there\)/ },
  { argv: ['lint', '--config', 'empty', '--lang', 'zh'], says: /无法读取配置“empty”（是文件夹）。/ },
  { argv: ['lint', '--concurrency', '0'], says: /whole number from 1 up, not '0'/ },
  { argv: ['lint', '--config', 'a.plan.yaml', '--no-config'], says: /exclude each other/ },
  { argv: ['lint', '--fix', '--fix-dry-run'], says: /exclude each other/ },
  { argv: ['lint', '--stdin', 'a.plan.yaml'], says: /'a\.plan\.yaml' cannot be linted/ },
  { argv: ['lint', '--stdin-filename', 'a.plan.yaml'], says: /needs --stdin/ },
  { argv: ['lint', 'nowhere'], says: /no file or folder 'nowhere'/ },
  { argv: ['lint', 'a.plan.yaml/b'], says: /no file or folder/ },
  { argv: ['lint', 'empty'], says: /no plans were found in 'empty'/ },
  { argv: ['lint', '--root', 'nowhere'], says: /root 'nowhere' is no folder/ },
  { argv: ['lint', '--root', 'empty', 'a.plan.yaml'], says: /'a\.plan\.yaml' lies outside the root 'empty'/ },
  { argv: ['diff', 'main', 'empty'], says: /no file or folder 'main'\. .* git revision by --since REV/ },
  { argv: ['report', 'a.plan.yaml'], says: /'a\.plan\.yaml' holds no plan\./ },
  { argv: ['explain'], says: /name a rule/ },
  { argv: ['explain', 'unknown-kye'], says: /Did you mean 'unknown-key'/ },
  { argv: ['rules', 'unknown-key'], says: /govplan explain unknown-key/ },
];

for (const { argv, says } of misuses) {
  test(`'govplan ${argv.join(' ')}' is refused`, () =>
    withFolder({ 'a.plan.yaml': library, 'empty/readme.md': '' }, async (folder) => {
      const { code, stdout, stderr } = await folder.run(argv);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, says);
      assert.doesNotMatch(stderr, /\n\s+at /, 'no stack trace');
    }));
}

test('a file without permission is named, the others are linted', () =>
  withFolder({ 'a.plan.yaml': { mode: 0o000, text: library }, 'b.plan.yaml': library }, async (folder) => {
    const { code, stdout, stderr } = await asNobody(folder, () => folder.run(['lint']));
    assert.equal(code, 2);
    assert.match(stderr, /'a\.plan\.yaml' cannot be read/);
    assert.match(stdout, /1 file checked/);
    const alone = await asNobody(folder, () => folder.run(['lint', 'a.plan.yaml']));
    assert.deepEqual([alone.code, alone.stdout], [2, 'No file was checked.\n']);
  }));

test('what is no plain file is not waited for', { skip: process.platform === 'win32' ? 'there is no /dev/null here' : false }, () =>
  withFolder({}, async (folder) => {
    const { code, stderr } = await folder.run(['lint', '/dev/null']);
    assert.equal(code, 2);
    assert.match(stderr, /cannot be read \(no permission, or no plain file\)/);
  }),
);

test('a configuration that cannot be read is no reason to guess', () =>
  withFolder({ 'govplan.config.yaml/x': '', 'a.plan.yaml': library }, async (folder) => {
    const { code, stderr } = await folder.run(['lint']);
    assert.equal(code, 2);
    assert.match(stderr, /configuration 'govplan\.config\.yaml' cannot be read/);
  }));

test('control characters in a plan reach no terminal', () =>
  withFolder(
    { 'a.plan.yaml': `${head}organizations:\n  "a\\e[2J": {name: A, sector: nobody}\n  b: {name: "\u202e", sector: nobody}\n` },
    async (folder) => {
      const { stdout } = await folder.run(['lint']);
      assert.match(stdout, /nobody/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    },
  ));

/** Lists of lists of aliases: ten to the power of nine nodes, were they expanded. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const item = level === 0 ? 'x' : `*a${level - 1}`;
    return `x-a${level}: &a${level} [${Array(10).fill(item).join(', ')}]\n`;
  });
  return head + levels.join('');
}
