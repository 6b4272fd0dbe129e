// The two files a new rule begins with: the rule and its page, which is its documentation and its test in one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RuleGroup, ruleGroups } from '../src/rules/rule.ts';
import { type RuleFile, ruleFiles, rulesFolder } from './catalogue.ts';
import type { GeneratedFile } from './generated-file.ts';

export type Scaffold = { readonly files: readonly GeneratedFile[] } | { readonly refusal: string };

/** The files of the rule `<group>/<id>`, or why there cannot be such a rule. */
export async function scaffoldRule(root: string, name: string): Promise<Scaffold> {
  const [group = '', id = '', ...rest] = name.split('/');
  if (id === '' || rest.length > 0) return { refusal: 'Name the rule as <group>/<id>, for instance network/organization-unlinked.' };
  if (!isGroup(group)) return { refusal: `There is no group '${group}'. The groups are: ${ruleGroups.join(', ')}.` };
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id))
    return { refusal: `'${id}' is no rule id: lower-case words joined by hyphens, as in organization-unlinked.` };

  const taken = (await ruleFiles(root)).find((rule) => rule.id === id);
  if (taken) return { refusal: `The rule ${id} exists already, in the group ${taken.group}.` };
  const page = `test/rules/${id}.md`;
  if (existsSync(join(root, page))) return { refusal: `The page ${page} exists already.` };
  return {
    files: [
      { path: `${rulesFolder}/${group}/${id}.ts`, content: ruleText({ group, id }) },
      { path: page, content: pageText(id) },
    ],
  };
}

function isGroup(group: string): group is RuleGroup {
  return (ruleGroups as readonly string[]).includes(group);
}

/** The texts are left empty, not filled with something that could be overlooked: a rule without texts does not pass the tests. */
function ruleText({ group, id }: RuleFile): string {
  return `import { defineRule } from '../rule.ts';

export default defineRule({
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  fix: 'none',
  summary: { en: '', zh: '' },
  why: { en: '', zh: '' },
  source: '',
  messages: {
    found: { en: '', zh: '' },
  },

  *check(plan) {
    for (const organization of plan.organizations) {
      if (organization.external) continue;
      yield { message: 'found', at: organization.idNode };
    }
  },
});
`;
}

function pageText(id: string): string {
  return `# ${id}

## Bad

\`\`\`yaml bad
organizations:
  blue-sky: {name: Blue Sky, sector: social-organization}
# ^^^^^^^^ found
\`\`\`

## Good

\`\`\`yaml good
organizations:
  city-gov: {name: City Government, sector: government, external: true}
\`\`\`
`;
}
