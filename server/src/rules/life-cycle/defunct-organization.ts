// An organization under a name that a reform of public bodies did away with.
import { sideOf } from '../../governance/sides.ts';
import type { TextValue } from '../../plan/field.ts';
import type { Organization } from '../../plan/shape.ts';
import type { YamlNode } from '../../yaml/tree.ts';
import { entriesOf } from '../../yaml/view.ts';
import { defineFact } from '../memory.ts';
import { defineRule } from '../rule.ts';
import { type RenamedOrganization, renamedOrganization } from '../shared/renamed-organizations.ts';

interface FormerName {
  readonly text: string;
  readonly node: YamlNode;
  readonly renamed: RenamedOrganization;
}

function isPublic({ sector }: Organization): boolean {
  return sector !== undefined && sideOf(sector.value) === 'government';
}

/** The names of an organization that the register knows as former ones of public bodies. */
const namesDoneAway = defineFact(
  ({ name }: Organization): { readonly words: unknown; readonly former: readonly FormerName[] } => {
    const former = (name ? textsOf(name) : []).flatMap(([text, node]) => {
      const renamed = renamedOrganization(text);
      return renamed ? [{ text, node, renamed }] : [];
    });
    return { words: name?.byLanguage, former };
  },
  ({ words }, { name }) => words === name?.byLanguage,
);

export default defineRule({
  id: 'defunct-organization',
  group: 'life-cycle',
  severity: 'warning',
  profiles: ['cn'],
  fix: 'none',
  summary: {
    en: 'An organization has a name that a reform did away with.',
    zh: '组织名称已在机构改革中撤销或更改。',
  },
  why: {
    en: 'A task given to a body that no longer exists falls to nobody. Its duties may have gone to more than one successor.',
    zh: '把任务交给已撤销的机构，等于无人负责；其职责可能已分属多个部门。',
  },
  source: 'S2',
  messages: {
    defunct: {
      en: "'{name}' no longer exists under this name (since {since}); its place was taken by: {successor}. Find out who bears its duties now.",
      zh: '“{name}”自 {since} 起已不再使用该名称，现为：{successor}。请核实其职责现由谁承担。',
    },
  },
  check(plan, context) {
    const formerNames = context.memory.reader(namesDoneAway);
    return context.inEach('defunct-organization', plan.organizations, ({ declaration }) => {
      const former = isPublic(declaration)
        ? formerNames(declaration).former.find(({ renamed }) => renamed.since <= context.asOf)
        : undefined;
      if (former === undefined) return [];
      const { text, node, renamed } = former;
      return [{ message: 'defunct', at: node, data: { name: text, successor: renamed.replacedBy, since: renamed.since } }];
    });
  },
});

/** The texts of a name in its languages, each with its own place. */
function textsOf({ node, byLanguage }: TextValue): readonly (readonly [string, YamlNode])[] {
  if (node.kind !== 'map') return [...byLanguage.values()].map((text) => [text, node]);
  return entriesOf(node).flatMap(({ value }) => (value?.kind === 'scalar' ? [[value.text, value] as const] : []));
}
