// Folding: sections, entries, lists, brackets, texts and comments, and nothing that has no lines to fold.
import { test } from 'node:test';
import { checkFolding } from './support/folding.ts';

test('sections, entries, items, brackets and texts fold to their first line', () =>
  checkFolding(
    `govplan: "1"
organizations:
  a:
    name: 甲𠮷
    rights:
      r: {kind: decide}

  b: {
    name: B,
    sector: party
  }
links:
  - from: a
    to: b
  - {from: b, to: a, type: task}
procedures:
  reporting:
    description: |
      one
      two

    within: 2h
`,
    [
      'organizations: +9',
      'a: +3',
      'rights: +1',
      'b: { +2',
      'links: +3',
      '- from: a +1',
      'procedures: +6',
      'reporting: +5',
      'description: | +2',
    ],
  ));

test('comments that stand together fold', () =>
  checkFolding('# 一\n# 二\n# 三\ngovplan: "1"\n# alone\nx-a: 1 # beside\nx-b: 2 # beside\n', ['# 一 +2 comment']));

test('documents of a file fold', () =>
  checkFolding('govplan: "1"\nx-a: 1\n---\ngovplan: "1"\nx-b:\n  - 1\n', ['govplan: "1" +1 region', '--- +3 region', 'x-b: +1']));

test('half a text folds as far as it goes', () =>
  checkFolding('govplan: "1"\norganizations:\n  a:\n    name: "A\n', ['organizations: +2', 'a: +1']));
