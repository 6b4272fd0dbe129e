// The catalogue as it was published: ids, default severities, kinds of fix and profiles are a promise to those who configure them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../server/src/rules/catalogue.generated.ts';
import { renderSource } from '../../server/src/rules/render.ts';
import { ruleGroups } from '../../server/src/rules/rule.ts';

/** By group: id, default severity, fix, and the profiles where they are limited. */
const published = `
shape
  yaml-syntax error none
  format-version error none
  unknown-key error safe
  missing-key error offered
  wrong-type error none
  unknown-value error safe
  bad-id error none
  bad-date error none
  bad-duration error none
  duplicate-id error none
  dangling-reference error safe
  wrong-reference-kind error none
  import-failed error none
  import-cycle error none
  limit-exceeded error none
  date-order error none
  unused-suppression warning safe
  invalid-suppression error none
  expired-suppression error none
  unused-definition information none
  duplicate-plan-id error none
  invalid-config error none

content
  required-content-missing warning none
  hazard-scope-undefined error none
  phase-uncovered warning offered
  response-levels-incomplete error none
  warning-colour-mismatch error safe cn
  parent-plan-missing warning offered
  parent-level-mismatch error none
  parent-not-in-force warning none
  upward-link-missing warning offered

rights
  organization-without-responsibility warning offered
  organization-without-right warning offered
  society-without-voice warning offered
  responsibility-right-mismatch error offered
  responsibility-capability-mismatch warning none
  right-without-responsibility warning offered
  entailed-responsibility-elsewhere warning none
  capability-unused information none
  function-without-lead error none
  co-lead-without-rule error offered
  responsibility-overlap warning none
  responsibility-vague warning none
  requisition-without-compensation warning offered

network
  organization-unlinked error offered
  organization-unreachable warning none
  department-link-missing warning offered
  government-society-link-missing warning offered
  society-society-link-missing warning offered
  instruction-only-interface warning none
  information-one-way information safe
  participation-channel-missing warning offered
  society-without-seat warning offered
  single-point-of-coordination warning none
  agreement-missing warning offered
  agreement-expired error none
  agreement-party-mismatch error none
  body-unfounded warning offered
  cross-area-mechanism-missing warning none
  only-sponsored-society information none
  society-unregistered warning none

legal
  legal-basis-absent error offered
  right-without-basis error offered
  responsibility-without-basis information offered
  repealed-basis error safe
  basis-not-yet-effective warning none
  article-out-of-range error none
  basis-wrong-area error none
  basis-not-operable warning offered
  basis-only-plans warning none
  local-ahead-of-central information none jp nz uk us cn
  known-instrument-outdated warning safe cn

mode
  context-undeclared information offered
  context-contradiction warning none
  indicator-unit-error error safe
  indicator-stale information none
  mode-context-mismatch warning none
  mode-target-mismatch warning none
  mode-uncertain information none
  social-rescue-outside-command error none cn

cultivation
  cultivation-absent warning offered
  joint-training-absent warning offered
  rescuer-protection-missing warning offered cn
  demand-information-missing warning offered cn
  donation-disclosure-missing warning offered cn
  cultivation-overdue warning none

response
  activation-authority-missing error offered
  termination-missing error offered
  escalation-missing warning offered
  report-deadline-missing warning offered
  initial-response-missing warning offered
  vulnerable-groups-missing information offered
  after-action-missing warning offered

life-cycle
  review-overdue warning none
  exercise-overdue warning none
  exercise-findings-open warning none
  approval-chain-incomplete warning offered
  filing-late warning none cn
  plan-expired error none
  defunct-organization warning none cn
`;

test('the catalogue is the published one', () => {
  const own = ruleGroups.flatMap((group) => [
    group,
    ...catalogue
      .filter((rule) => rule.group === group)
      .map(({ id, severity, fix, profiles = [] }) => ['', id, severity, fix, ...[...profiles].sort()].join(' ')),
  ]);
  assert.deepEqual(sorted(own), sorted(published.split('\n').filter((line) => line !== '')));
});

test('sources have no English words for Chinese readers', () => {
  for (const rule of catalogue) assert.doesNotMatch(renderSource(rule, 'zh'), /(?!ISO)\b[A-Za-z]{2,}/, rule.id);
  const sourceOf = (id: string): string | undefined => {
    const rule = catalogue.find((candidate) => candidate.id === id);
    return rule && renderSource(rule, 'zh');
  };
  assert.equal(sourceOf('filing-late'), '《突发事件应急预案管理办法》、《突发事件应对法》第 26 条');
  assert.equal(sourceOf('phase-uncovered'), '《突发事件应对法》第 28 条、S5.3');
});

/** Groups in their order, the rules of each by id. */
function sorted(lines: readonly string[]): readonly string[] {
  let group = '';
  return lines
    .map((line) => {
      if (!line.startsWith(' ')) group = line;
      const [id = '', severity, fix, ...profiles] = line.trim().split(/\s+/);
      return [group, id, severity, fix, ...profiles.sort()].join(' ').trim();
    })
    .sort();
}
