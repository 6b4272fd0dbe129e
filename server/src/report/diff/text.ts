// A comparison as text: what changed, document by document, how the mode moved, then the findings that are new or gone.
import type { Bilingual } from '../../plan/field.ts';
import { inBrackets, punctuation } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import { severityNames } from '../../rules/rule-names.ts';
import { type ChangeRow, changeRows, changeSigns, measureLegend, measureLines, sectionNames, signLegend } from '../diff-text.ts';
import { type Paint, severityPaint } from '../paint.ts';
import { placeText } from '../place-text.ts';
import { printable } from '../printable.ts';
import type { ComparedDocument } from './compare.ts';
import {
  createChangeLister,
  type Difference,
  fixedFindings,
  hiddenFindings,
  type LocatedFinding,
  newFindings,
  type PlacedChange,
  remainingCount,
  severityCounts,
} from './difference.ts';
import { entityTitles } from './entity-titles.ts';

export function diffText(difference: Difference, language: Language, paint: Paint): string {
  const changesOf = createChangeLister(difference);
  const sections = difference.compared.flatMap((document) => documentLines(document, changesOf(document), language, paint));
  const isMeasured = difference.compared.some(({ drivers }) => drivers.length > 0);
  const legends = [signLegend(language), ...(isMeasured ? [measureLegend(language)] : [])].map(paint.dim);
  const changes = sections.length > 0 ? [...sections, ...legends, ''] : [texts.nothing[language], ''];
  return `${[...changes, ...findingLines(difference, language, paint)].join('\n')}\n`;
}

function documentLines(document: ComparedDocument, changes: readonly PlacedChange[], language: Language, paint: Paint): readonly string[] {
  const { before, after, drivers, isUnreadable, path } = document;
  const [old, now] = [before?.structure, after?.structure];
  const isMeasured = (old ?? now) !== undefined && (drivers.length > 0 || old?.verdict !== now?.verdict || changes.length > 0);
  if (changes.length === 0 && !isMeasured && !isUnreadable) return [];
  const renamed = before && after && before.entry.path !== after.entry.path ? ` (${before.entry.path})` : '';
  const lines = [`${paint.bold(printable(path))}${paint.dim(printable(renamed))}`];
  if (isUnreadable) lines.push(`  ${paint.yellow(texts.unreadable[language])}`);
  if (isMeasured) lines.push(...measureLines(old, now, drivers, language).map((line, index) => `  ${index > 1 ? '  ' : ''}${line}`));
  let section: ChangeRow['section'] | undefined;
  for (const row of changeRows(changes, entityTitles(document, language), language)) {
    if (row.section !== section) lines.push(`  ${paint.bold(sectionNames[row.section][language])}`);
    section = row.section;
    const place = paint.dim(`  ${printable(row.place.path)}:${row.place.range.start.line + 1}`);
    const colour = row.kind === 'added' ? paint.green : row.kind === 'removed' ? paint.red : paint.yellow;
    const title = row.title && (language === 'zh' ? `“${row.title}”` : `'${row.title}'`);
    const head = [row.name, title, row.details.join(punctuation.semicolon[language])].filter(Boolean).join('  ');
    lines.push(`    ${colour(changeSigns[row.kind])} ${printable(head)}${place}`);
  }
  return [...lines, ''];
}

function findingLines(difference: Difference, language: Language, paint: Paint): readonly string[] {
  const fresh = newFindings(difference, language);
  const fixed = fixedFindings(difference, language);
  const hidden = hiddenFindings(difference, language);
  const count = (key: 'fresh' | 'fixed' | 'remaining' | 'hidden', value: number): string =>
    texts[key][language].replace('{count}', String(value));
  const counts = [
    count('fresh', fresh.length) + inBrackets(severityCounts(fresh, language), language),
    count('fixed', fixed.length),
    count('remaining', remainingCount(difference)),
    ...(hidden.length > 0 ? [count('hidden', hidden.length)] : []),
  ];
  return [
    ...fresh.flatMap((finding) => [
      `${paint.red('+')} ${lineOf(finding, language, paint)}`,
      ...(finding.related ?? []).map((other) => paint.dim(`    → ${printable(`${placeText(other)}  ${other.message}`)}`)),
    ]),
    ...fixed.map((finding) => `${paint.green('-')} ${lineOf(finding, language, paint)}`),
    ...hidden.map((finding) => `${paint.yellow('?')} ${lineOf(finding, language, paint)}`),
    `${texts.findings[language]}${counts.join(punctuation.clause[language])}${language === 'zh' ? '。' : '.'}`,
  ];
}

function lineOf(finding: LocatedFinding, language: Language, paint: Paint): string {
  const { severity, message, rule } = finding;
  return `${printable(placeText(finding))}  ${severityPaint(severity, paint)(severityNames[severity][language])}  ${printable(message)}  ${paint.dim(rule)}`;
}

const texts = {
  nothing: { en: 'Nothing changed in terms of governance.', zh: '治理内容没有变化。' },
  unreadable: {
    en: 'One of the versions cannot be read as YAML: what it says was not compared.',
    zh: '其中一个版本不是有效的 YAML，内容未作比较。',
  },
  findings: { en: 'Findings: ', zh: '检查结果：' },
  fresh: { en: '{count} new', zh: '新增 {count} 个' },
  fixed: { en: '{count} fixed', zh: '消除 {count} 个' },
  remaining: { en: '{count} as before', zh: '原有 {count} 个' },
  hidden: { en: '{count} not fixed but hidden by new faults (?)', zh: '因新增错误而无法判断（未消除）{count} 个（?）' },
} satisfies Readonly<Record<string, Bilingual>>;
