import type { Bilingual } from '../../plan/field.ts';
import type { ProblemCodes } from '../../plan/problem.ts';
import { defineDocumentRule } from '../rule.ts';
import { fromProblems } from '../shared/from-problems.ts';

const needed = (en: string, zh: string): Bilingual => ({
  en: `${en} is needed here, but '{id}' is of another kind: {found}. Correct the id.`,
  zh: `此处应为${zh}，而“{id}”是{found}。请更正标识。`,
});

const messages: Readonly<Record<ProblemCodes['wrong-reference-kind'], Bilingual>> = {
  actor: needed('An actor (an organization or a body)', '主体（组织或机构）'),
  organization: needed('An organization', '组织'),
  right: needed('A right', '权利'),
  responsibility: needed('A responsibility', '职责'),
  'legal-basis': needed('A legal basis', '法律依据'),
  agreement: needed('An agreement', '协议'),
  level: needed('A level', '级别'),
  via: needed('A body, a channel or an exercise', '机构、渠道或演练'),
  ambiguous: {
    en: "'{id}' is the id of more than one body, channel or exercise, so nobody can tell which is meant. Rename all but one.",
    zh: '“{id}”同时是多个机构、渠道或演练的标识，无法确定所指。请为其余的改名。',
  },
  'parent-plan': {
    en: "A parent plan must be a legal basis of kind 'plan'; '{id}' is of kind '{found}'. Name another, or correct its kind.",
    zh: '上级预案须为类型是 plan 的法律依据，而“{id}”的类型是 {found}。请改用其他依据，或更正其类型。',
  },
};

export default defineDocumentRule({
  id: 'wrong-reference-kind',
  group: 'shape',
  severity: 'error',
  fix: 'none',
  summary: { en: 'A reference leads to an entry of another kind.', zh: '引用指向了其他类型的条目。' },
  why: {
    en: 'The field gives the reference its meaning: only an organization can chair a body, only a plan can be a parent plan.',
    zh: '引用的含义由所在的键决定：只有组织能主持机构，只有预案能作为上级预案。',
  },
  source: '',
  messages,
  labels: { other: { en: 'This is what the id leads to.', zh: '该标识指向这里。' } },
  check: (context) => fromProblems('wrong-reference-kind', context),
});
