// What is found wrong with the shape of a document, and where. `plan` stands for a right head wherever the plan itself is not the matter.
import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { problemsOf, readAll, readOne } from './reading.ts';

/** Lines 0 and 1 of most documents here. */
const plan = `govplan: "1"
plan: {id: p, title: P, type: special, status: draft, jurisdiction: {level: county, name: C}}
`;

function check(name: string, text: string, ...expected: readonly string[]): void {
  test(name, () => assert.deepEqual(problemsOf(text), expected));
}

// Documents

check('an empty file lacks the version', '', "format-version/missing '' 0:0");
check('so does a file of comments', '# nothing yet\n', "format-version/missing '' 0:0");
check('empty documents between marks are passed over', `---\n${plan}---\n---\ngovplan: 1\n---\n`);
check('a list is no document', '- a\n', "wrong-type/map '- a' 0:0");
check('without the version, the first key is where it is missing', 'imports: a.plan.yaml\n', "format-version/missing 'imports' 0:0");
check('another version', 'govplan: 2\n', "format-version/unsupported '2' 0:9");
check('no version behind the key', 'govplan:\n', "format-version/unsupported 'govplan' 0:0");
check('an empty list for the version', 'govplan: []\n', "format-version/missing 'govplan' 0:0");
check('faulty YAML is all that is said of its document', 'govplan: "2"\norganizations: {\n', "yaml-syntax/unclosed-bracket '{' 1:15");
check(
  'a fault in one document does not silence the next',
  'govplan: "1"\nx-a: [\n---\ngovplan: 2\n',
  "yaml-syntax/unclosed-bracket '[' 1:5",
  "format-version/unsupported '2' 3:9",
);

check('a library holds nothing but what others can import', 'govplan: 1\nbodies: {}\nx-note: {}\n', "unknown-key/library 'bodies' 1:0");
check('an empty list is as good as no key', 'govplan: 1\nlinks: []\nplan: []\nimports: []\n');
check('a misspelt plan is still a plan', `${plan.replace('\nplan:', '\nplna:')}links: []\nbodies: {}\n`, "unknown-key/unknown 'plna' 1:0");
check('an extension is no misspelt plan', 'govplan: 1\nx-plan: {id: p}\nbodies: {}\n', "unknown-key/library 'bodies' 2:0");

// Keys

check(
  'missing at the head of the plan',
  'govplan: 1\nplan: {id: p, title: P, type: special, status: draft}\n',
  "missing-key/missing 'plan' 1:0",
);
check('missing in an entity: at its id', 'govplan: 1\nlegal-bases:\n  law: {title: Law}\n', "missing-key/missing 'law' 2:2");
check('missing in the item of a list: at its first key', `${plan}links:\n  - to: a\n    type: report\n`, "missing-key/missing 'to' 3:4");
check('missing in a single item: at the key of the list', `${plan}links: {from: a, to: b}\n`, "missing-key/missing 'links' 2:0");
check(
  'missing in an empty item',
  `${plan}cultivation:\n  - {kind: fund, provider: a, recipients: b}\n  - {}\n`,
  ...Array(3).fill("missing-key/missing '{}' 4:4"),
);
check('a required list may not be empty', `${plan}participation: {phases: [], who: a, level: inform}\n`, "missing-key/empty 'phases' 2:16");
check(
  'a required value may not be an empty list',
  'govplan: 1\nagreements:\n  a: {kind: [], parties: [a, b]}\n',
  "missing-key/empty 'kind' 2:6",
);
check('extensions are allowed beside fixed keys, whatever they hold', `${plan}x-a: [1, {b: }]\ncontext: {x-: , x-b: no}\n`);
check('an unknown key', `${plan}context: {goverment-capacity: high}\n`, "unknown-key/unknown 'goverment-capacity' 2:10");
check('a list as a key', `${plan}context: {[a]: b}\n`, "unknown-key/complex '[a]' 2:10");
check('YAML merges where the format knows no such key', `${plan}context: {<<: {government-capacity: low}}\n`);
check('a quoted merge key merges nothing', `${plan}context: {"<<": {}}\n`, `unknown-key/unknown '"<<"' 2:10`);
check(
  'the names of built-in properties are keys like any other',
  `${plan}toString: 1\n__proto__: 1\n`,
  "unknown-key/unknown 'toString' 2:0",
  "unknown-key/unknown '__proto__' 3:0",
);

test('the nearest key is one that may stand there and does not yet', () => {
  const nearest = (text: string): readonly string[] => readOne(text).problems.flatMap(({ candidates }) => candidates ?? []);
  assert.deepEqual(nearest('govplan: 1\norganisations: {}\n'), ['organizations']);
  assert.deepEqual(nearest('govplan: 1\norganizations: {}\norganisations: {}\n'), []);
  assert.deepEqual(nearest(`${plan}link: []\n`), ['links']);
  assert.deepEqual(nearest('govplan: 1\nlink: []\n'), []);
  assert.deepEqual(nearest('govplan: 1\norganizations: {a: {imported: true, right: {}, nam: A}}\n'), ['rights']);
});

// Values

check(
  'an empty value: at its key',
  'govplan: 1\norganizations:\n  a: {name: , sector: }\n',
  "wrong-type/text 'name' 2:6",
  "wrong-type/enum 'sector' 2:14",
);
check(
  'a null that is written: at the null',
  'govplan: 1\norganizations: {a: {name: ~, sector: null}}\n',
  "wrong-type/text '~' 1:26",
  "wrong-type/enum 'null' 1:37",
);
check('an empty entity: at its id', 'govplan: 1\norganizations:\n  a:\n', "wrong-type/map 'a' 2:2");
check('an empty item: at its dash', `${plan}imports:\n  - b.plan.yaml\n  -\n`, "wrong-type/string '-' 4:2");
check('an empty text of a language: at its tag', `${plan}functions: {f: {name: {zh: , en: F}}}\n`, "wrong-type/string 'zh' 2:23");
check(
  'a number for a text, true for a word',
  `${plan}functions: {f: {name: 1, phases: true}}\n`,
  "wrong-type/text '1' 2:22",
  "wrong-type/enum 'true' 2:33",
);
check(
  'a number for a string',
  `govplan: 1\nplan: {version: 3.0, id: p, title: P, type: unit, status: draft, jurisdiction: {level: county, name: C}}\n`,
  "wrong-type/string '3.0' 1:16",
);
check(
  'words of YAML 1.1 are strings',
  `${plan}channels: {c: {name: on, kind: app, operated-by: yes, two-way: yes}}\n`,
  "wrong-type/boolean 'yes' 2:63",
);
check('a list of lists', `${plan}functions: {f: {name: F, phases: [[response]]}}\n`, "wrong-type/enum '[response]' 2:34");
check('a list where ids are asked for', 'govplan: 1\norganizations: [a]\n', "wrong-type/id-map '[a]' 1:15");
check(
  'numbers out of bounds',
  `${plan}levels: {a: {scheme: response, order: 0}, b: {scheme: response, order: 1.5}, c: {scheme: response, order: .inf}}\n`,
  "wrong-type/minimum '0' 2:38",
  "wrong-type/integer '1.5' 2:71",
  "wrong-type/number '.inf' 2:106",
);
check(
  'a fraction below the bound is below it first of all',
  `${plan}organizations: {a: {name: A, sector: media, capabilities: {c: {kind: boat, quantity: -0.5}}}}\n`,
  "wrong-type/minimum '-0.5' 2:85",
);
check('no duration behind the key', `${plan}procedures: {escalation: {within: }}\n`, "wrong-type/duration 'within' 2:26");
check(
  'nothing where a reference to the law is asked for, or a plan',
  `${plan.replace('status', 'parent-plans: [null, a b], status')}functions: {f: {name: F, basis: [null]}}\n`,
  "wrong-type/parent-plan 'null' 1:54",
  "bad-id/malformed 'a b' 1:60",
  "wrong-type/legal-reference 'null' 2:33",
);
check(
  'a text whose only language has no tag',
  `${plan}functions: {f: {name: {? [a] : F}}, g: {name: {e_n: G}}}\n`,
  "unknown-key/complex '[a]' 2:25",
  "unknown-key/language-tag 'e_n' 2:47",
);
check(
  'a key that probably means another stands for it: neither it nor what depends on it is missing',
  `${plan}organizations: {a: {importd: true}, b: {nam: [x], sector: media}}\n`,
  "unknown-key/unknown 'importd' 2:20",
  "unknown-key/unknown 'nam' 2:40",
);
check(
  'a word with a comma where one of its parts is no value',
  `${plan}functions: {f: {name: F, phases: "response, rescue"}, g: {name: G, phases: [response； rescue]}}\n`,
  `unknown-value/unknown '"response, rescue"' 2:33`,
  "unknown-value/unknown 'response； rescue' 2:76",
);
check(
  'a blank token',
  `${plan}organizations: {a: {name: A, sector: media, capabilities: {c: {kind: " "}}}}\n`,
  `wrong-type/filled '" "' 2:69`,
);
check(
  'a value that is not on the list',
  `${plan}organizations: {a: {name: A, sector: goverment}}\n`,
  "unknown-value/unknown 'goverment' 2:37",
);
check(
  'one party',
  'govplan: 1\nagreements:\n  a: {kind: contract, parties: [x]}\n  b: {kind: contract, parties: x}\n',
  "wrong-type/parties '[x]' 2:31",
  "wrong-type/parties 'x' 3:31",
);

check(
  'dates',
  `${plan}exercises:\n  a: {type: tabletop, on: 2025-2-1, participants: x}\n  b: {type: tabletop, on: 2025-02-29, participants: x}\n  c: {type: tabletop, on: 20250201, participants: x}\n`,
  "bad-date/malformed '2025-2-1' 3:26",
  "bad-date/no-such-day '2025-02-29' 4:26",
  "wrong-type/date '20250201' 5:26",
);
check(
  'durations',
  `${plan}procedures:\n  reporting: {within: 30 min}\n  escalation: {within: 30}\n  activation: {within: -1h}\n  termination: {within: 1.5h}\n`,
  "bad-duration/malformed '30 min' 3:22",
  "bad-duration/malformed '30' 4:23",
  "bad-duration/malformed '-1h' 5:23",
);

check(
  'ids where they are declared',
  'govplan: 1\nlegal-bases:\n  a b: {title: T, kind: law}\n  "-x": {title: T, kind: law}\n  水法: {title: T, kind: law}\n  010: {title: T, kind: law}\n',
  "bad-id/malformed 'a b' 2:2",
  `bad-id/malformed '"-x"' 3:2`,
);
check(
  'ids where they are used',
  `${plan}functions: {f: {name: F, primary: [a b, 市水利局, 010, 1.5, true, {}, ~]}}\n`,
  "bad-id/malformed 'a b' 2:35",
  "wrong-type/id '{}' 2:62",
  "wrong-type/id '~' 2:66",
);
check('an empty id', 'govplan: 1\nlegal-bases:\n  : {title: T, kind: law}\n', "bad-id/malformed 'legal-bases' 1:0");
check('a list as an id', 'govplan: 1\nlegal-bases: {[a]: {title: T, kind: law}}\n', "bad-id/complex '[a]' 1:14");
check(
  'legal references',
  `${plan}functions: {f: {name: F, basis: [a#72.1, a#, "a#1 2", a b#1, 7#3]}}\n`,
  "bad-id/legal-reference 'a#' 2:41",
  `bad-id/legal-reference '"a#1 2"' 2:45`,
  "bad-id/legal-reference 'a b#1' 2:54",
);
check(
  'texts by language',
  `${plan}functions:\n  f: {name: {zh: 甲, en-GB: A, english: A, x-y: A, zh_CN: 甲}}\n  g: {name: {}}\n`,
  "unknown-key/language-tag 'english' 3:30",
  "unknown-key/language-tag 'x-y' 3:42",
  "unknown-key/language-tag 'zh_CN' 3:50",
  "wrong-type/text '{}' 4:12",
);

// Conditions

check(
  'an organization that adds to an imported one repeats nothing',
  'govplan: 1\norganizations:\n  a: {imported: true, external: true, rights: {}, x-y: 1, name: [], level: county}\n',
  "unknown-key/imported 'level' 2:68",
);
check(
  '`imported: false` says nothing',
  'govplan: 1\norganizations: {a: {imported: false, sector: media}}\n',
  "missing-key/missing 'a' 1:16",
);
check(
  'an indicator out of the registry needs an axis and bounds',
  `${plan}context:\n  indicators:\n    - {id: own, value: 1, unit: u, axis: social-development, min: 0}\n    - {id: social-organizations-density, value: 1, unit: per-10k-population}\n`,
  "missing-key/missing 'id' 4:7",
);

// Aliases and merge keys

check(
  'what is shared is wrong once, what is missing is missing in each',
  'govplan: 1\nlegal-bases:\n  a: &law {kind: lwa}\n  b: *law\n  c: {<<: *law}\n',
  "missing-key/missing 'a' 2:2",
  "unknown-value/unknown 'lwa' 2:17",
  "missing-key/missing 'b' 3:2",
  "missing-key/missing 'c' 4:2",
);
check(
  'what is right where it is written may be wrong where an alias repeats it',
  'govplan: 1\norganizations:\n  a: {name: A, sector: &s government}\n  b: {name: B, sector: media, level: *s, registered: *s}\n',
  "unknown-value/unknown '*s' 3:37",
  "wrong-type/boolean '*s' 3:53",
);
check(
  'a value that only aliases read is wrong where it is written',
  'govplan: 1\nx-a: &k lwa\nlegal-bases: {a: {title: A, kind: *k}, b: {title: B, kind: *k}, c: {title: C, kind: &c roule}, d: {title: D, kind: *c}}\n',
  "unknown-value/unknown 'lwa' 1:8",
  "unknown-value/unknown 'roule' 2:87",
);
check(
  'an alias in a list',
  `${plan}links: [&l {from: a, to: b}, *l]\n`,
  "missing-key/missing 'from' 2:12",
  "missing-key/missing '*l' 2:29",
);
check(
  'an anchor within itself is cut off, and nothing is missing for it',
  'govplan: 1\norganizations: {a: &a {name: A, sector: media, parent: *a}}\n',
  "limit-exceeded/alias-expansion '*a' 1:55",
);

test('documents know their kind', () => {
  assert.deepEqual(
    readAll(`${plan}---\ngovplan: 1\n---\ngovplan: 1\nPlan: {}\n`).map(({ kind }) => kind),
    ['plan', 'library', 'plan'],
  );
});
