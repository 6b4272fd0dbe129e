// What the TextMate grammar colours, construct by construct, and what it must leave alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createTokenCheck } from './check-tokens.ts';

const checkTokens = await createTokenCheck(new URL('../../syntaxes/governance-plan.tmLanguage.json', import.meta.url));

test('sections and keys', () => {
  checkTokens(`
govplan: "1"
#<- 0-7 keyword.other.section
#        ^^^ string.quoted.double
plan:
#<- 0-4 keyword.other.section
  title: Flood Plan
# ^^^^^ entity.name.tag
# ^^^^^ !keyword.other.section
#      ^ punctuation.separator.key-value
#        ^^^^^^^^^^ string.unquoted.plain
`);
});

test('ids of entries and of what they hold, in block style', () => {
  checkTokens(`
organizations:
  water-bureau:
# ^^^^^^^^^^^^ entity.name.type.id
    name: Water Bureau
#   ^^^^ entity.name.tag
#   ^^^^ !entity.name.type.id
    rights:
#   ^^^^^^ entity.name.tag
      warn-flood:
#     ^^^^^^^^^^ entity.name.type.id
        kind: issue-warning
#       ^^^^ entity.name.tag
#             ^^^^^^^^^^^^^ constant.language.word
    x-note: internal
#   ^^^^^^ entity.name.tag
  清河救援队:
#<- 2-7 entity.name.type.id
    sector: volunteer-group
#   ^^^^^^ !entity.name.type.id
bodies:
    flood-hq:
#   ^^^^^^^^ entity.name.type.id
`);
});

test('ids in flow style', () => {
  checkTokens(`
organizations:
  a: {name: A, rights: {decide-it: {kind: decide}}, sector: government}
# ^ entity.name.type.id
#     ^^^^ entity.name.tag
#     ^^^^ !entity.name.type.id
#                       ^^^^^^^^^ entity.name.type.id
#                                   ^^^^ entity.name.tag
#                                         ^^^^^^ constant.language.word
#                                                   ^^^^^^ entity.name.tag
#                                                           ^^^^^^^^^^ constant.language.sector
levels: {r1: {order: 1}, "r2": {order: 2}}
#        ^^ entity.name.type.id
#             ^^^^^ entity.name.tag
#                         ^^ entity.name.type.id
`);
});

test('references behind their key, in flow lists and on lines of their own', () => {
  checkTokens(`
links:
  - {from: flood-hq, to: [blue-sky, 红十字会], type: task}
#          ^^^^^^^^ variable.other.constant.reference
#                         ^^^^^^^^ variable.other.constant.reference
#<- 36-40 variable.other.constant.reference
#<- 49-53 constant.language.word
  - from: a
#         ^ variable.other.constant.reference
    to:
#   ^^ entity.name.tag
    - b
#     ^ variable.other.constant.reference
    - "c" # a comment
#      ^ variable.other.constant.reference
#         ^^^^^^^^^^^ comment
    type: coordinate
#         ^^^^^^^^^^ constant.language.word
#         ^^^^^^^^^^ !variable.other.constant.reference
`);
});

test('a list of references may span lines', () => {
  checkTokens(`
bodies:
  hq:
    members: [a,
#             ^ variable.other.constant.reference
      b]
#     ^ variable.other.constant.reference
    kind: council
#         ^^^^^^^ constant.language.word
`);
});

test('modes, phases, sectors', () => {
  checkTokens(`
plan:
  target-mode: collaborative-governance
#              ^^^^^^^^^^^^^^^^^^^^^^^^ constant.language.mode
  phases: [warning, response]
#          ^^^^^^^ constant.language.phase
#                   ^^^^^^^^ constant.language.phase
  phases:
    - recovery
#     ^^^^^^^^ constant.language.phase
organizations:
  a: {sector: media}
#             ^^^^^ constant.language.sector
`);
});

test('legal references, their locators, and parent plans', () => {
  checkTokens(`
bodies:
  hq:
    basis: [erl-2024#72.3, nrf#esf-6, 防洪法]
#           ^^^^^^^^ entity.name.namespace.legal-basis
#                   ^ punctuation.separator.locator
#                    ^^^^ constant.numeric.locator
#                              ^^^^^ constant.numeric.locator
#<- 38-41 entity.name.namespace.legal-basis
    basis: flood-law#43 # see there
#          ^^^^^^^^^ entity.name.namespace.legal-basis
#                    ^^ constant.numeric.locator
#                       ^^^^^^^^^^^ comment
plan:
  parent-plans: [national-flood-2022, ../cn/city.plan.yaml]
#                ^^^^^^^^^^^^^^^^^^^ entity.name.namespace.legal-basis
#                                     ^^^^^^^^^^^^^^^^^^^^ string.unquoted.path
`);
});

test('dates, durations, numbers and booleans', () => {
  checkTokens(`
plan:
  issued: 2025-03-20
#         ^^^^^^^^^^ constant.numeric.date
  review: {cycle: 36mo, last: 2025-02-10}
#                 ^^^^ constant.numeric.duration
#                             ^^^^^^^^^^ constant.numeric.date
  version: "2025-01-01"
#           ^^^^^^^^^^ string.quoted.double
#           ^^^^^^^^^^ !constant.numeric.date
  consultation: {adopted: 12, on: 2025-01-15}
#                         ^^ constant.numeric
  publication: {public: true}
#                       ^^^^ constant.language
  title: 24h of rain on 2025-01-01
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.plain
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ !constant.numeric.duration
`);
});

test('words of the format in a text are words of the text', () => {
  checkTokens(`
organizations:
  a:
    name: from, to: and with [the] response
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ !constant.language.phase
    rights:
      b: {condition: phases of response, object: a-b#c}
#                    ^^^^^^^^^^^^^^^^^^ string.unquoted.plain
#                                                ^^^^^ !entity.name.namespace.legal-basis
`);
});

test('commas and brackets are letters in block style', () => {
  checkTokens(`
plan:
  title: 防汛、抗旱 (a, b) [c] {d}
#<- 9-29 string.unquoted.plain
`);
});

test('texts over several lines', () => {
  checkTokens(`
procedures:
  reporting:
    description: |
#                ^ keyword.control.flow.block-scalar
      from: nobody # not a comment
#<- 0-34 string.unquoted.block
#     ^^^^ !entity.name.tag
    by: office
#   ^^ entity.name.tag
#       ^^^^^^ variable.other.constant.reference
`);
});

test('comments and suppressions', () => {
  checkTokens(`
# 说明
#<- 0-4 comment.line
# govplan-disable-next-line review-overdue, plan-expired -- reason: see minutes; until: 2026-12-31
# ^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.suppression
#                           ^^^^^^^^^^^^^^ entity.name.function.rule
#                                           ^^^^^^^^^^^^ entity.name.function.rule
#                                                           ^^^^^^ keyword.other.suppression
#                                                                                ^^^^^ keyword.other.suppression
plan: {id: a#b} # c
#          ^^^ !comment
#               ^^^ comment.line
`);
});

test('anchors, aliases, merge keys, tags and the lines between documents', () => {
  checkTokens(`
---
#<- 0-3 entity.other.document
organizations:
  a: &base
#     ^^^^ entity.name.type.anchor
    name: !!str 5
#         ^^^^^ storage.type.tag-handle
  b:
    <<: *base
#   ^^ entity.name.tag.merge
#        ^^^^ variable.other.alias
`);
});

test('escapes in quotes', () => {
  checkTokens(`
plan:
  title: "a\\n\\u4e2d"
#          ^^ constant.character.escape
#            ^^^^^^ constant.character.escape
  version: 'it''s'
#             ^^ constant.character.escape
  status: draft
#         ^^^^^ constant.language.word
`);
});

test('every id of the compact example is found where it is declared', async () => {
  const sample = await readFile(new URL('../../samples/cn/qinghe-flood.plan.yaml', import.meta.url), 'utf8');
  const lines = sample.split('\n');
  const marked = lines.flatMap((line) => {
    const id = /^ {2}([\p{L}\p{N}_][\p{L}\p{N}._-]*):/u.exec(line)?.[1];
    return id === undefined || !isInIdSection(lines, line) ? [line] : [line, `#<- 2-${2 + id.length} entity.name.type.id`];
  });
  assert.ok(marked.length > lines.length + 10);
  checkTokens(marked.join('\n'));
});

function isInIdSection(lines: readonly string[], line: string): boolean {
  const before = lines.slice(0, lines.indexOf(line)).findLast((other) => /^\p{L}/u.test(other));
  return /^(?:organizations|bodies|functions|agreements|levels|channels|exercises|legal-bases):/.test(before ?? '');
}
