// `govplan explain <rule>`: what the catalogue says of a rule, then its page with the examples that are executed as tests.

import type { Bilingual } from '../plan/field.ts';
import type { Paint } from '../report/paint.ts';
import { catalogue } from '../rules/catalogue.generated.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import { type Language, renderSource } from '../rules/render.ts';
import type { Rule } from '../rules/rule.ts';
import { groupNames, severityNames } from '../rules/rule-names.ts';
import { rulePageUri } from '../rules/rule-page.ts';
import { isFault, parseArguments, suggestion, usageFault } from './arguments.ts';
import { askedColour, type RunCommand } from './command.ts';
import { createPaint } from './paint.ts';
import { fixWords } from './rule-words.ts';
import { explainOptions } from './small-options.ts';
import { exitCodes, wantsColour } from './terminal.ts';

export const explain: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, explainOptions);
  if (isFault(parsed)) return parsed;
  const [id, extra] = parsed.positionals;
  if (id === undefined)
    return usageFault('name a rule: govplan explain organization-unlinked', '请给出规则：govplan explain organization-unlinked');
  if (extra !== undefined) return usageFault(`one rule at a time; '${extra}' is too many.`, `一次只能查看一条规则，多余的参数“${extra}”。`);
  const rule = catalogue.find((known) => known.id === id);
  if (rule === undefined) {
    const hint = suggestion(
      id,
      catalogue.map((known) => known.id),
    );
    return usageFault(`there is no rule '${id}'.${hint.en}`, `没有名为“${id}”的规则。${hint.zh}`);
  }
  const { pages } = await import('./pages.generated.ts');
  const paint = createPaint(wantsColour(askedColour(parsed.values), terminal.env, terminal.stdout));
  terminal.stdout.write(`${[...headOf(rule, language, paint), ...renderPage(pages[id] ?? '', language, paint)].join('\n')}\n`);
  return exitCodes.clean;
};

function headOf(rule: Rule, language: Language, paint: Paint): readonly string[] {
  const facts = [
    [texts.severity[language], severityNames[rule.severity][language]],
    [texts.group[language], groupNames[rule.group][language]],
    [texts.profiles[language], rule.profiles?.join(', ') ?? texts.all[language]],
    [texts.fix[language], fixWords[rule.fix][language]],
    [texts.source[language], sourceWords(rule, language)],
    ...Object.entries(rule.options ?? {}).map(([name, { doc }]) => [texts.option[language], `${name}: ${doc[language]}`] as const),
    [texts.page[language], rulePageUri(rule.id)],
  ] as const;
  const known = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${paint.dim(name)}${language === 'zh' ? '' : ' '}${value}`);
  return [paint.bold(rule.id), '', rule.summary[language], rule.why[language], '', ...known, ''];
}

/** With what its letters stand for. */
function sourceWords(rule: Rule, language: Language): string {
  const source = renderSource(rule, language);
  const letters = [/\bS\d/.test(source) ? texts.paper[language] : '', /\bArt\./.test(rule.source) ? texts.law[language] : ''].filter(
    Boolean,
  );
  return source + inBrackets(letters.join(punctuation.semicolon[language]), language);
}

/**
 * Markdown as a terminal shows it: headings bold, examples indented. The markers in the examples name messages of the rule; shown are only
 * their carets. The reasons of a page are in English; a Chinese reader has had them from the catalogue, and gets the examples.
 */
function renderPage(page: string, language: Language, paint: Paint): readonly string[] {
  const lines: string[] = [];
  let inFence = false;
  for (const line of page.split('\n').slice(1)) {
    if (line.startsWith('```')) {
      inFence = !inFence;
      if (inFence) lines.push(paint.dim(`  ── ${fenceTitle(line, language)}`));
    } else if (inFence) {
      const marker = /^(\s*#\s*\^+)\s/.exec(line)?.[1];
      if (marker !== undefined) lines.push(`    ${paint.red(marker.replace('#', ' '))}`);
      else if (!/^\s*#<-/.test(line)) lines.push(`    ${line}`);
    } else if (line.startsWith('#')) lines.push(paint.bold(headings[line.replace(/^#+\s*/, '')]?.[language] ?? line.replace(/^#+\s*/, '')));
    else if (language === 'en' || line === '') lines.push(line);
  }
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
}

/** `yaml bad profile=cn` → `bad, profile=cn`. */
function fenceTitle(line: string, language: Language): string {
  const [, kind = '', ...options] = line.slice(3).trim().split(/\s+/);
  const word = headings[kind.charAt(0).toUpperCase() + kind.slice(1)]?.[language] ?? kind;
  return [word, ...options.filter((option) => option !== 'bare')].join(', ');
}

const headings: Readonly<Record<string, Bilingual>> = {
  Bad: { en: 'Bad', zh: '反例' },
  Fixed: { en: 'Fixed', zh: '修复后' },
  Good: { en: 'Good', zh: '正例' },
};

const texts = {
  severity: { en: 'Severity:', zh: '级别：' },
  group: { en: 'Group:', zh: '分组：' },
  profiles: { en: 'Profiles:', zh: '适用规则包：' },
  all: { en: 'all', zh: '全部' },
  fix: { en: 'Fix:', zh: '修复：' },
  source: { en: 'Source:', zh: '出处：' },
  paper: {
    en: 'S: section of Zhao, “Research on the Model of Government and Social Governance in Unexpected Events”',
    zh: 'S：来源论文 Zhao《Research on the Model of Government and Social Governance in Unexpected Events》的章节',
  },
  law: { en: 'Art.: article of China’s Emergency Response Law, 2024', zh: '《突发事件应对法》：2024 年修订' },
  option: { en: 'Option:', zh: '选项：' },
  page: { en: 'Page:', zh: '说明页：' },
} satisfies Readonly<Record<string, Bilingual>>;
