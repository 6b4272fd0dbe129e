// The findings by family, and the register of exceptions.

import type { Language } from '../../rules/render.ts';
import type { Severity } from '../../rules/rule.ts';
import { groupNames, severityNames } from '../../rules/rule-names.ts';
import type { FindingFamily, PlanReport } from '../plan-report.ts';
import { reportWords, statusWords } from '../report-words.ts';
import { type Markup, markup, px } from './markup.ts';
import { type Medium, textLink } from './medium.ts';

const severities: readonly Severity[] = ['error', 'warning', 'information'];

export function findingsSection({ families, exceptions }: PlanReport, language: Language, medium: Medium): Markup {
  if (families.length === 0) {
    const isExcused = exceptions.some(({ excused }) => excused.length > 0);
    return markup`<p class="good">${reportWords[isExcused ? 'noOtherFindings' : 'noFindings'][language]}</p>`;
  }
  const most = Math.max(...families.map(({ findings }) => findings.length));
  return markup`<p class="faint">${reportWords.findingsHint[language]}</p>
<div class="scroll"><table class="families"><thead><tr><th scope="col">${reportWords.findings[language]}</th>${severities.map((severity) => markup`<th scope="col" class="number">${severityNames[severity][language]}</th>`)}<td></td></tr></thead><tbody>
${families.map((family) => familyRow(family, most, language))}</tbody></table></div>
${families.map((family) => familyMarkup(family, language, medium))}`;
}

function familyRow({ group, findings }: FindingFamily, most: number, language: Language): Markup {
  const unit = Math.min(14, 220 / most);
  const counts = severities.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  let x = 0;
  const bars = counts.map((count, index) => {
    const bar = count > 0 && markup`<rect class="${severities[index]}" x="${px(x)}" y="0" width="${px(count * unit)}" height="12"/>`;
    x += count * unit;
    return bar || undefined;
  });
  return markup`<tr><th scope="row"><a href="#family-${group}">${groupNames[group][language]}</a></th>${counts.map((count) => markup`<td class="number">${count === 0 ? '·' : count}</td>`)}<td><svg class="bar" viewBox="0 0 220 12" aria-hidden="true">${bars}</svg></td></tr>
`;
}

function familyMarkup({ group, findings }: FindingFamily, language: Language, medium: Medium): Markup {
  return markup`<h3 id="family-${group}">${groupNames[group][language]}</h3>
<ul class="findings">${findings.map(
    ({ rule, severity, message, range, entity, fingerprint }) =>
      markup`<li><span class="level ${severity}">${severityNames[severity][language]}</span> <span class="message">${textLink(medium, `finding-${fingerprint}`, range, message)}</span> <span class="where"><code>${rule}</code> · ${entity === undefined ? undefined : `${entity} · `}${lineText(range.start.line + 1, language)}</span></li>
`,
  )}</ul>`;
}

export function exceptionsSection({ exceptions }: PlanReport, language: Language): Markup {
  if (exceptions.length === 0) return markup`<p>${reportWords.noExceptions[language]}</p>`;
  const heads = ['rule', 'excused', 'reason', 'approver', 'end', 'status', 'place'] as const;
  return markup`<div class="scroll"><table class="register"><thead><tr>${heads.map((head) => markup`<th scope="col">${reportWords[head][language]}</th>`)}</tr></thead><tbody>
${exceptions.map(
  ({ rules, reason, approver, until, status, excused, line }) =>
    markup`<tr><td>${rules.map((rule) => markup`<code>${rule}</code> `)}</td><td>${excused.length === 0 ? '–' : markup`<ul>${excused.map((message) => markup`<li>${message}</li>`)}</ul>`}</td><td>${reason ?? '–'}</td><td>${approver ?? '–'}</td><td class="date">${until ?? '–'}</td><td><span class="state ${status}">${statusWords[status][language]}</span></td><td class="date">${lineText(line, language)}</td></tr>
`,
)}</tbody></table></div>`;
}

/** `line` counts from 1. */
function lineText(line: number, language: Language): string {
  return language === 'zh' ? `第 ${line} ${reportWords.line.zh}` : `${reportWords.line.en} ${line}`;
}
