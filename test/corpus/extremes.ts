// One construct of the format or of YAML, as often as is asked for: what costs more than its share shows when there are a hundred thousand of it.
// `npm run bench:hostile` measures them; a test reads each of them in small.

const head = 'govplan: "1"\n';
const planHead = `${head}plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: Q}, status: draft, hazards: [flood]}\n`;

type Make = (count: number) => string;

const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('');
const listOf = (count: number, item: (index: number) => string): string => Array.from({ length: count }, (_, i) => item(i)).join(', ');
const organizations = (count: number, more: (index: number) => string = () => ''): string =>
  `organizations:\n${lines(count, (i) => `  o${i}: {name: O${i}, sector: ${i % 2 === 0 ? 'government' : 'volunteer-group'}${more(i)}}\n`)}`;

/** Keys of the document, one a line. */
const keys =
  (value: string | ((index: number) => string)): Make =>
  (count) =>
    head + lines(count, (i) => `x-${i}: ${typeof value === 'string' ? value : value(i)}\n`);

/** Organizations with what stands behind their name. */
const everyone =
  (more: (index: number) => string): Make =>
  (count) =>
    `${head}organizations:\n${lines(count, (i) => `  o${i}: {name: O, ${more(i)}}\n`)}`;

/** A plan of a few organizations, and entries of one section. */
const section =
  (name: string, entry: (index: number) => string, actors = 4): Make =>
  (count) =>
    `${planHead}${organizations(actors)}${name}:\n${lines(count, entry)}`;

/** A plan of many organizations, all of which one entry names; of as many as are asked for, or of one in several. */
const named =
  (text: (everybody: string, count: number) => string, oneIn = 1): Make =>
  (asked) => {
    const count = Math.ceil(asked / oneIn);
    const everybody = listOf(count, (i) => `o${i}`);
    return `${planHead}${organizations(count)}${text(everybody, count)}\n`;
  };

/** Punctuation that follows no rule, the same every time. */
function scattered(count: number, alphabet: string): string {
  let state = 12_345;
  return lines(count, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return alphabet[(state >> 8) % alphabet.length] as string;
  });
}

/** YAML, right and wrong. */
const ofYaml: Readonly<Record<string, Make>> = {
  'lines of [': (count) => '[\n'.repeat(2 * count),
  'lines of {': (count) => '{\n'.repeat(2 * count),
  'lines of - [': (count) => '- [\n'.repeat(2 * count),
  'lines of [ and {': (count) => '[\n{\n'.repeat(count),
  'lines of ]': (count) => ']\n'.repeat(count),
  'lines of [}': (count) => `${head}x-a:\n${'  - [}\n'.repeat(count)}`,
  '[ in one line': (count) => '['.repeat(count),
  '{ in one line': (count) => '{'.repeat(count),
  '[{ in one line': (count) => '[{'.repeat(count),
  'keys and [': keys('['),
  'keys and {': keys('{'),
  'keys and "': keys('"'),
  "keys and 'a": keys("'a"),
  'keys, a quote and more': keys('"a" b'),
  '" in one line': (count) => '"'.repeat(10 * count),
  "' in one line": (count) => "'".repeat(10 * count),
  '" and \' in turn': (count) => `${head}x-a: ${`"'`.repeat(5 * count)}\n`,
  'quotes without commas': (count) => `${head}x-a: [${'"" '.repeat(count)}]\n`,
  'escapes that are none': (count) => `${head}x-a: "${'\\q'.repeat(count)}"\n`,
  'keys and escapes that are none': keys('"\\q"'),
  'tabs before keys': (count) => `${head}x-a:\n${'\ta: 1\n'.repeat(count)}`,
  'full-width colons': (count) => head + lines(count, (i) => `x-${i}：a\n`),
  'keys without a colon': (count) => head + lines(count, (i) => `abc${i}\n`),
  'keys without a blank': (count) => head + lines(count, (i) => `x-${i}:a\n`),
  'dashes in one line': (count) => `${head}x-a:\n  ${'- '.repeat(count)}`,
  'explicit keys': (count) => `${head}x-a:\n${lines(count, (i) => `  ? a${i}\n`)}`,
  'keys of nothing': (count) => head + ': 1\n'.repeat(count),
  'keys in brackets': (count) => `${head}x-a:\n${lines(count, (i) => `  [a${i}]: 1\n`)}`,
  'maps on the line of a key': (count) => `${head}x: ${'a: '.repeat(count)}\n`,
  'columns that nothing else has': (count) => `${head}x-a:\n${lines(count, (i) => `${' '.repeat(2 + ((i * 7) % 11))}a${i}: 1\n`)}`,
  'commas on lines': (count) => `${head}x-a: [${',\n'.repeat(count)}]\n`,
  'pairs without commas': (count) => `${head}x-a: {${lines(count, (i) => `a${i}: 1 b\n  `)}}\n`,
  'lists on the line of a key': keys('- a'),
  'brackets closed too far out': keys('[a,\nb]'),
  'lines of a text, then a key': (count) => `${head}x-a:\n${'  b\n'.repeat(count)}  c: 1\n`,
  'block scalars': keys('|\n  a'),
  'block scalars with a wrong header': keys('|x\n  a'),
  'blank lines of a block scalar': (count) => `${head}x-a: >\n${'\n'.repeat(count)} a\n${'   \n'.repeat(count)}`,
  anchors: (count) => `${head}x-a:\n${lines(count, (i) => `- &a${i} x\n`)}`,
  'anchors on one node': (count) => `${head}x-a: ${lines(count, (i) => `&a${i} `)}x\n`,
  'anchors and aliases': (count) => `${head}x-a:\n${lines(count, (i) => `- &a${i} x\n`)}x-b:\n${lines(count, (i) => `- *a${i}\n`)}`,
  'aliases of one anchor': (count) => `${head}x-a: &a x\nx-b:\n${'- *a\n'.repeat(count)}`,
  'aliases of nothing': (count) => `${head}organizations:\n${lines(count, (i) => `  o${i}: *n${i}\n`)}`,
  'merge keys': (count) => `${head}x-a: &a {b: 1}\nx-c:\n${lines(count, (i) => `  c${i}: {<<: *a}\n`)}`,
  'merge keys of one map': (count) => `${head}x-a: &a {b: 1}\nx-c:\n${'  <<: *a\n'.repeat(count)}`,
  'maps that merge the one before': (count) =>
    `${head}x-a0: &a0 {k: 1}\n${lines(count, (i) => `x-a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`)}`,
  'tags of nobody': keys('!foo a'),
  'tags of YAML': keys('!!str a'),
  'tags that do not fit': keys('!!int a'),
  'tags on one node': (count) => `${head}x-a: ${'!a '.repeat(count)}x\n`,
  comments: (count) => head + '# a\n'.repeat(count),
  'comments behind keys': keys('1 # a'),
  'comments without a blank': keys('"a"#b'),
  'blank lines': (count) => head + '\n'.repeat(10 * count),
  'lines that end in CR': (count) => lines(count, (i) => `x-${i}: 1\r`),
  'characters no text has': keys('\x01'),
  'characters for quotes alone': keys('\x7f'),
  NUL: (count) => '\0'.repeat(10 * count),
  'ideographic spaces': (count) => head + lines(count, (i) => `\u3000x-${i}: a\n`),
  'a long line': (count) => `${head}x-a: ${'ab '.repeat(16 * count)}\n`,
  'a long key': (count) => `${head}${'ab'.repeat(25 * count)}: 1\n`,
  'a list in one line': (count) => `${head}x-a: [${'a, '.repeat(10 * count)}]\n`,
  'organizations in one line': (count) => `${head}organizations: {${listOf(count, (i) => `a${i}: {name: A, sector: party}`)}}\n`,
  'one key again and again': (count) => head + 'x-a: 1\n'.repeat(count),
  'one organization again and again': (count) => `${head}organizations:\n${'  o: {name: O, sector: government}\n'.repeat(count)}`,
  'lists 250 deep': (count) => head + lines(count / 100, (i) => `x-${i}: ${'['.repeat(250)}${']'.repeat(250)}\n`),
  'lists 199 deep': (count) => head + lines(count / 100, (i) => `x-${i}: ${'['.repeat(199)}${']'.repeat(199)}\n`),
  'dashes 250 deep': (count) => `${head}x-a:\n${lines(count / 100, () => `  ${'- '.repeat(250)}a\n`)}`,
  'punctuation anyhow': (count) => scattered(4 * count, `[]{}"':,-?&*!|>%@\`# \n\n  ab`),
  'keys and punctuation anyhow': keys((i) => scattered(4, `[]{}"':,-?&*!|>%@\`# ab`.slice(i % 7))),
  'documents that are not closed': (count) => '---\nx-a: [\n'.repeat(count),
  'small documents': (count) => `---\n${head}`.repeat(count),
  'documents of a word': (count) => '---\na\n'.repeat(count),
  'documents of nothing': (count) => '---\n'.repeat(count),
  'documents that end': (count) => 'a\n...\n'.repeat(count),
  directives: (count) => '%YAML 1.2\n---\na: 1\n...\n'.repeat(count),
};

/** The format, right and wrong. */
const ofFormat: Readonly<Record<string, Make>> = {
  'keys nobody knows': (count) => head + lines(count, (i) => `organisation${i}: 1\n`),
  'organizations with a key nobody knows': everyone((i) => `sector: party, nam${i}: 1`),
  'words that are none': everyone((i) => `sector: goverment${i}`),
  'one word that is none': everyone(() => 'sector: goverment'),
  'organizations that are lists': (count) => `${head}organizations:\n${lines(count, (i) => `  o${i}: [1]\n`)}`,
  'organizations of nothing': (count) => `${head}organizations:\n${lines(count, (i) => `  o${i}: {}\n`)}`,
  'ids that are none': (count) => `${head}organizations:\n${lines(count, (i) => `  "O ${i}!": {name: O, sector: party}\n`)}`,
  'references to nothing': everyone((i) => `sector: party, parent: zz${i}`),
  'references to nearly something': everyone((i) => `sector: party, parent: o${i}x`),
  'references to nothing in one list': (count) =>
    `${planHead}${organizations(2)}links:\n- {from: [${listOf(count, (i) => `zz${i}`)}], to: o1, type: command}\n`,
  'dates that are none': (count) => `${head}legal-bases:\n${lines(count, (i) => `  l${i}: {title: L, kind: law, issued: 2020-13-${i}}\n`)}`,
  'dates out of order': (count) =>
    `${head}legal-bases:\n${lines(count, (i) => `  l${i}: {title: L, kind: law, issued: 2020-12-01, effective: 2019-01-01}\n`)}`,
  'articles beyond the last': (count) =>
    `${planHead}legal-bases: {law: {title: L, kind: law, articles: 3}}\norganizations:\n${lines(count, (i) => `  o${i}: {name: O, sector: party, rights: {r${i}: {kind: decide, basis: ["law#${i + 4}"]}}}\n`)}`,
  'organizations of a library': (count) => head + organizations(count),
  'organizations of a plan': (count) => planHead + organizations(count),
  'organizations below one another': (count) => planHead + organizations(count, (i) => (i > 0 ? `, parent: o${i - 1}` : '')),
  'organizations below one': (count) => planHead + organizations(count, (i) => (i > 0 ? ', parent: o0' : '')),
  'organizations of one name': (count) => `${planHead}organizations:\n${lines(count, (i) => `  o${i}: {name: Same, sector: party}\n`)}`,
  rights: (count) =>
    `${planHead}organizations:\n  o: {name: O, sector: government, rights: {${listOf(count, (i) => `r${i}: {kind: decide, object: x${i}}`)}}}\n`,
  responsibilities: (count) =>
    `${planHead}organizations:\n  o:\n    name: O\n    sector: government\n    responsibilities:\n${lines(count, (i) => `      t${i}: {action: 转移群众${i}, phases: response}\n`)}`,
  'responsibilities that say nothing': (count) =>
    `${planHead}organizations:\n${lines(count, (i) => `  o${i}: {name: O${i}, sector: government, responsibilities: {t${i}: {action: 配合协助, phases: response}}}\n`)}`,
  'rights of one responsibility each': (count) =>
    `${planHead}organizations:\n  o: {name: O, sector: government, rights: {r: {kind: decide, entails: [${listOf(count, (i) => `t${i}`)}]}}, responsibilities: {${listOf(count, (i) => `t${i}: {action: a, phases: response}`)}}}\n`,
  links: section('links', (i) => `- {from: o${i % 100}, to: o${(i * 7 + 1) % 100}, type: coordinate}\n`, 100),
  'links of two': section('links', () => '- {from: o0, to: o1, type: command}\n'),
  'links in a circle': (count) =>
    `${planHead}${organizations(count)}links:\n${lines(count, (i) => `- {from: o${i}, to: o${(i + 1) % count}, type: command}\n`)}`,
  'links from one': named((everybody) => `links: [{from: o0, to: [${everybody}], type: coordinate, mutual: true}]`),
  bodies: section('bodies', (i) => `  b${i}: {name: B${i}, kind: council, chair: o1, members: [o0, o2]}\n`),
  'members of a body': named((everybody) => `bodies: {b: {name: B, kind: council, chair: o1, members: [${everybody}]}}`),
  functions: section('functions', (i) => `  f${i}: {name: F${i}, primary: [o1, o2], support: [o3]}\n`),
  'support of a function': named((everybody) => `functions: {f: {name: F, primary: o1, support: [${everybody}]}}`),
  agreements: section('agreements', (i) => `  a${i}: {kind: mutual-aid, parties: [o1, o2]}\n`),
  'parties of an agreement': named((everybody) => `agreements: {a: {kind: mutual-aid, parties: [${everybody}]}}`),
  levels: section('levels', (i) => `  l${i}: {scheme: response, order: ${i + 1}}\n`),
  channels: section('channels', (i) => `  c${i}: {name: C${i}, kind: hotline, operated-by: o1, serves: [o2]}\n`),
  participation: section('participation', () => '- {phases: response, who: o1, level: inform}\n'),
  cultivation: section('cultivation', () => '- {kind: training, provider: o0, recipients: o1}\n'),
  exercises: section('exercises', (i) => `  e${i}: {type: tabletop, on: 2025-01-01, participants: [o1]}\n`),
  indicators: section(
    'context',
    (i) => `${i === 0 ? '  indicators:\n' : ''}  - {id: i${i}, value: 1, unit: x, axis: capacity, min: 0, max: 2}\n`,
  ),
  'those who take part': named((everybody) => `participation: [{phases: response, level: inform, who: [${everybody}]}]`),
  'those who report': named((everybody) => `procedures: {reporting: {by: [${everybody}], to: [${everybody}]}}`),
  'those who decide together': named(
    (everybody) => `  x: {name: X, sector: party, rights: {r: {kind: decide, rule: joint, with: [${everybody}]}}}`,
  ),
  'parent plans': (count) => planHead.replace('status', `parent-plans: [${listOf(count, (i) => `a${i}.plan.yaml`)}], status`),
  imports: (count) => `${head}imports:\n${lines(count, (i) => `- l${i}.plan.yaml\n`)}`,
  'imports of itself': (count) => `${head}imports:\n${'- ./a.plan.yaml\n'.repeat(count)}`,
  exceptions: (count) => head + '# govplan-disable-next-line unknown-key -- reason: x; approved-by: y\n'.repeat(count),
  'exceptions that excuse': (count) =>
    head + lines(count, (i) => `# govplan-disable-next-line unknown-key -- reason: x; approved-by: y\nfoo${i}: 1\n`),
  'exceptions for the rest of the text': (count) =>
    head + lines(count, (i) => `# govplan-disable unknown-key -- reason: x; approved-by: y\nfoo${i}: 1\n`),
  'exceptions without a reason': (count) => head + lines(count, (i) => `# govplan-disable-next-line unknown-key\nfoo${i}: 1\n`),
};

/** Two things of which there are many: what compares each with each takes for ever. */
const ofPairs: Readonly<Record<string, Make>> = {
  'seats of a hundred in a body': (count) =>
    `${planHead}${organizations(1000)}bodies:\n${lines(count / 100, (i) => `  b${i}: {name: B, kind: council, chair: o1, decision-rule: consensus, members: [${listOf(100, (j) => `o${(i * 7 + j * 3) % 1000}`)}]}\n`)}`,
  'duties of a body and an outsider': (count) => {
    const size = Math.ceil(count / 20);
    const members = listOf(size - 2, (i) => `o${i}`);
    return `${planHead}${organizations(size)}bodies:\n  b: {name: B, kind: council, chair: o1, decision-rule: consensus, members: [${members}], responsibilities: {${listOf(size, (i) => `t${i}: {action: a${i}, phases: response, with: [o${size - 1}]}`)}}}\nlinks: [{from: o${size - 1}, to: [${members}], type: coordinate}]\n`;
  },
  'levels beside rights': (count) =>
    `${planHead}organizations:\n  o: {name: O, sector: government, rights: {${listOf(count, (i) => `r${i}: {kind: decide}`)}}}\nlevels:\n${lines(count / 10, (i) => `  l${i}: {scheme: response, order: ${i + 1}}\n`)}`,
  'supply beside agreements': (count) =>
    `${planHead}${organizations(10)}links:\n${lines(count / 5, () => '- {from: [o0, o1], to: o2, type: supply}\n')}agreements:\n${lines(count / 5, (i) => `  a${i}: {kind: mutual-aid, parties: [${['o0, o1', 'o1, o2', 'o0, o2'][i % 3]}]}\n`)}`,
  'holders of a right that entails as much': named((everybody, count) => {
    const duties = listOf(count, (i) => `t${i}`);
    return `  x: {name: X, sector: party, rights: {r: {kind: decide, with: [${everybody}], entails: [${duties}]}}}\n  y: {name: Y, sector: party, responsibilities: {${duties.replaceAll(/t\d+/g, '$&: {action: a, phases: response}')}}}`;
  }, 5),
  'bearers who lack as many capabilities': named(
    (everybody, count) =>
      `  x: {name: X, sector: party, responsibilities: {t: {action: a, phases: response, with: [${everybody}], needs-capabilities: [${listOf(count, (i) => `c${i}`)}]}}}`,
    5,
  ),
  'bearers who lack a right again and again': named(
    (everybody, count) =>
      `  x: {name: X, sector: party, responsibilities: {t: {action: a, phases: response, with: [${everybody}], needs-rights: [${listOf(count, () => 'command')}]}}}`,
    5,
  ),
  'capabilities that agreements lend': (count) => {
    const size = Math.ceil(Math.sqrt(count));
    return `${planHead}organizations:\n${lines(size, (i) => `  o${i}: {name: O, sector: party, capabilities: {${listOf(20, (j) => `c${i}-${j}: {kind: k${i}-${j}}`)}}, responsibilities: {t${i}: {action: a, phases: response, needs-capabilities: none}}}\n`)}agreements:\n${lines(size, (i) => `  a${i}: {kind: mutual-aid, parties: [${listOf(size, (j) => `o${j}`)}]}\n`)}`;
  },
  'reports down a chain of parents': (count) =>
    `${planHead}${organizations(count / 5, (i) => (i > 0 ? `, parent: o${i - 1}` : ''))}links:\n${lines(count / 5, (i) => `- {from: o${i % 100}, to: o${(i * 13) % (count / 5)}, type: report}\n`)}`,
  'one duty of many': (count) =>
    planHead + organizations(count / 10, (i) => `, responsibilities: {t${i}: {action: 转移群众, phases: response}}`),
  'duties in many languages': (count) => {
    const words = (word: string): string => listOf(count / 100, (i) => `aa-x-${i}: ${word}${i}`);
    return `${planHead}organizations:\n${lines(4, (i) => `  o${i}: {name: O, sector: party, responsibilities: {t${i}: {action: {${words('a')}}, object: {${words('b')}}, phases: response}}}\n`)}`;
  },
  'functions of eighteen': (count) =>
    `${planHead}${organizations(1000)}functions:\n${lines(count / 50, (i) => `  f${i}: {name: F, primary: [${listOf(18, (j) => `o${(i * 3 + j * 7) % 1000}`)}]}\n`)}`,
  'laws that replace one another': (count) =>
    `${planHead}legal-bases:\n${lines(count / 5, (i) => `  l${i}: {title: L${i}, kind: law, issued: 2007-08-30, superseded-by: l${i + 1}}\n`)}organizations:\n  o: {name: O, sector: party, rights: {${listOf(count / 5, (i) => `r${i}: {kind: decide, basis: "l${i}#1"}`)}}}\n`,
  'one word in an id and a fault': (count) =>
    `${planHead}legal-bases:\n  ? ${'a'.repeat(count / 5)}\n  : {title: L, kind: law}\nzzz: ${'a'.repeat(5 * count)}\n`,
};

export const extremes: Readonly<Record<string, Make>> = { ...ofYaml, ...ofFormat, ...ofPairs };
