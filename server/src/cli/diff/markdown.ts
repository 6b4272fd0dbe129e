// A comparison as the comment of a pull request: the modes first, the new findings, then everything that changed, folded away.

import type { Bilingual } from '../../plan/field.ts';
import {
  comparedPlans,
  createChangeLister,
  type Difference,
  fixedFindings,
  hiddenFindings,
  type LocatedFinding,
  newFindings,
  remainingCount,
  severityCounts,
} from '../../report/diff/difference.ts';
import { entityTitles } from '../../report/diff/entity-titles.ts';
import { type ChangeRow, changeRows, changeWords, measureLegend, measureLines, sectionNames } from '../../report/diff-text.ts';
import { plain } from '../../report/markdown/text.ts';
import { inBrackets } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import { severityNames } from '../../rules/rule-names.ts';
import { rulePageUri } from '../../rules/rule-page.ts';
import type { DiffFormat } from './formats.ts';

export const diffMarkdown: DiffFormat = (difference, { language }) => {
  const t = (key: keyof typeof texts): string => texts[key][language];
  const changesOf = createChangeLister(difference);
  const changes = difference.compared.flatMap((document) => changeRows(changesOf(document), entityTitles(document, language), language));
  const fresh = newFindings(difference, language);
  const fixed = fixedFindings(difference, language);
  const hidden = hiddenFindings(difference, language);
  const counts = [
    `${t('fresh')} ${fresh.length}${inBrackets(severityCounts(fresh, language), language)}`,
    `${t('fixed')} ${fixed.length}`,
    `${t('remaining')} ${remainingCount(difference)}`,
    ...(hidden.length > 0 ? [`${t('hidden')} ${hidden.length}`] : []),
  ];
  const modes = modeParts(difference, language);
  const parts = [
    `## ${t('heading')}`,
    changes.length === 0 ? t('nothing') : '',
    counts.join(' · '),
    ...modes,
    modes.length === 0 ? '' : `<sub>${measureLegend(language)}</sub>`,
    findingTable(t('fresh'), fresh, language),
    findingTable(t('fixed'), fixed, language),
    findingTable(t('hidden'), hidden, language),
    changes.length === 0 ? '' : changeTable(changes, language),
    difference.compared.some(({ isUnreadable }) => isUnreadable) ? t('unreadable') : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
};

function modeParts(difference: Difference, language: Language): readonly string[] {
  return comparedPlans(difference).flatMap(({ path, before, after, drivers }) => {
    const isSame = drivers.length === 0 && before?.structure?.verdict === after?.structure?.verdict;
    if (isSame) return [];
    const [mode = '', axes = '', ...moved] = measureLines(before?.structure, after?.structure, drivers, language).map(plain);
    return [`### ${plain(path)}`, `**${mode}**  \n${axes}`, moved.map((line) => `- ${line}`).join('\n')];
  });
}

function findingTable(title: string, findings: readonly LocatedFinding[], language: Language): string {
  if (findings.length === 0) return '';
  const head = [texts.place, texts.severity, texts.rule, texts.message].map((text) => text[language]);
  const rows = findings.map(({ path, range, severity, rule, message, related }) => {
    const shows = (related ?? []).map(
      ({ path: other, range: { start }, message: text }) => `<br>→ ${plain(`${other}:${start.line + 1} ${text}`)}`,
    );
    const cells = [
      `${plain(path)}:${range.start.line + 1}`,
      severityNames[severity][language],
      `[${rule}](${rulePageUri(rule)})`,
      `${plain(message)}${shows.join('')}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `### ${title}${inBrackets(String(findings.length), language)}`,
    '',
    `| ${head.join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function changeTable(rows: readonly ChangeRow[], language: Language): string {
  const head = [texts.section, texts.what, texts.change, texts.place].map((text) => text[language]);
  const lines = rows.map(({ section, name, title, kind, details, place: { path, range } }) => {
    const cells = [
      sectionNames[section][language],
      [name, title ?? ''].filter(Boolean).map(plain).join('<br>'),
      [changeWords[kind][language], ...details.map(plain)].join('<br>'),
      `${plain(path)}:${range.start.line + 1}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const table = [`| ${head.join(' | ')} |`, '| --- | --- | --- | --- |', ...lines].join('\n');
  return `<details><summary>${texts.changes[language]}${inBrackets(String(rows.length), language)}</summary>\n\n${table}\n\n</details>`;
}

const texts = {
  heading: { en: 'govplan: what changed in governance', zh: 'govplan：治理内容的变化' },
  nothing: { en: 'Nothing changed in terms of governance.', zh: '治理内容没有变化。' },
  fresh: { en: 'New findings', zh: '新增问题' },
  fixed: { en: 'Fixed', zh: '已消除' },
  remaining: { en: 'As before', zh: '原有' },
  hidden: { en: 'Hidden by new faults, not fixed', zh: '因新增错误而无法判断（未消除）' },
  changes: { en: 'Changes', zh: '变化' },
  place: { en: 'Place', zh: '位置' },
  severity: { en: 'Severity', zh: '级别' },
  rule: { en: 'Rule', zh: '规则' },
  message: { en: 'Finding', zh: '结果' },
  section: { en: 'Section', zh: '部分' },
  what: { en: 'What', zh: '对象' },
  change: { en: 'Change', zh: '变化' },
  unreadable: {
    en: 'One of the versions cannot be read as YAML: what it says was not compared.',
    zh: '其中一个版本不是有效的 YAML，内容未作比较。',
  },
} satisfies Readonly<Record<string, Bilingual>>;
