// The snippets, with what they offer left as it is: they fit the format, and what a new plan still lacks is no error.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import english from '../../client/snippets/governance-plan.json' with { type: 'json' };
import chinese from '../../client/snippets/governance-plan.zh-cn.json' with { type: 'json' };
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import type { RuleMeta } from '../../server/src/rules/rule.ts';
import { checkDate, lintFiles } from '../support/lint.ts';

type Snippets = Readonly<Record<string, { readonly prefix: string; readonly description: string; readonly body: readonly string[] }>>;

const languages: Readonly<Record<string, Snippets>> = { english, chinese };

for (const [language, snippets] of Object.entries(languages)) {
  test(`a new plan in ${language} has no error`, async () => {
    assert.deepEqual(await errorsIn(expand(snippets['New plan']?.body ?? []), () => true), []);
  });

  test(`every snippet in ${language} fits where it belongs`, async () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      if (name === 'New plan') continue;
      const section = sections[name];
      assert.ok(section !== undefined, `${name}: its section is not known`);
      const found = await errorsIn(`${head}${section.replace('…', () => expand(body).replaceAll('\n', '\n  '))}\n`, isAboutForm);
      assert.deepEqual(found, [], name);
    }
  });
}

test('both languages offer the same snippets', () => {
  const outline = (snippets: Snippets): unknown => Object.entries(snippets).map(([name, { prefix }]) => [name, prefix]);
  assert.deepEqual(outline(chinese), outline(english));
});

/** Ids that lead nowhere yet are the author's to declare. */
const isAboutForm = ({ id, group }: RuleMeta): boolean => group === 'shape' && id !== 'dangling-reference' && id !== 'invalid-suppression';

const head = `govplan: "1"
plan: {id: p, title: P, type: special, jurisdiction: {level: county, name: C}, status: draft}
`;

/** Where each snippet is put; the dots stand for it, indented by two. */
const sections: Readonly<Record<string, string>> = {
  Organization: 'organizations:\n  …',
  Body: 'bodies:\n  …',
  Right: 'organizations:\n  o: {name: O, sector: government, rights: {…}}',
  Responsibility: 'organizations:\n  o: {name: O, sector: government, responsibilities: {…}}',
  Link: 'links:\n  …',
  Participation: 'participation:\n  …',
  Level: 'levels:\n  …',
  Exercise: 'exercises:\n  …',
  Exception: 'organizations:\n  …\n  o: {name: O, sector: government}',
};

async function errorsIn(text: string, isMeant: (rule: RuleMeta) => boolean): Promise<readonly string[]> {
  const { results } = await lintFiles({ 'a.plan.yaml': text }, 'a.plan.yaml', catalogue);
  const errors = results.flatMap(({ findings }) => findings.filter(({ rule, severity }) => severity === 'error' && isMeant(rule)));
  return errors.map(({ rule }) => rule.id);
}

/** What VS Code inserts where the author changes nothing: first choices, default texts, the same text wherever a number repeats. */
function expand(body: readonly string[]): string {
  const [year = '', month = '', day = ''] = checkDate.split('-');
  const dated = body.join('\n').replaceAll('$CURRENT_YEAR', year).replaceAll('$CURRENT_MONTH', month).replaceAll('$CURRENT_DATE', day);
  const defaults = new Map<string, string>();
  const withDefaults = dated.replace(/\$\{(\d+)(?::([^}]*)|\|([^}|]*)\|)\}/g, (_, number: string, text?: string, choices?: string) => {
    const value = text ?? choices?.split(',')[0] ?? '';
    defaults.set(number, value);
    return value;
  });
  return withDefaults.replace(/\$(\d+)/g, (_, number: string) => defaults.get(number) ?? '');
}
