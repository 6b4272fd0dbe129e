// `govplan rules`: the catalogue, as a table or for programs.

import { fit } from '../report/display-width.ts';
import { type Paint, severityPaint } from '../report/paint.ts';
import { catalogue } from '../rules/catalogue.generated.ts';
import { inBrackets, punctuation } from '../rules/punctuation.ts';
import type { Language } from '../rules/render.ts';
import { type Rule, ruleGroups } from '../rules/rule.ts';
import { groupNames, severityNames } from '../rules/rule-names.ts';
import { isFault, parseArguments, usageFault } from './arguments.ts';
import { askedColour, type RunCommand } from './command.ts';
import { createPaint } from './paint.ts';
import { fixWords } from './rule-words.ts';
import { rulesOptions } from './small-options.ts';
import { exitCodes, wantsColour } from './terminal.ts';

export const listRules: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, rulesOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  if (positionals[0] !== undefined) {
    return usageFault(
      `it lists all rules; for one of them: govplan explain ${positionals[0]}`,
      `此命令列出全部规则；查看单条规则：govplan explain ${positionals[0]}`,
    );
  }
  const colour = wantsColour(askedColour(values), terminal.env, terminal.stdout);
  terminal.stdout.write(values.format === 'json' ? rulesJson() : rulesTable(language, createPaint(colour)));
  return exitCodes.clean;
};

/** Sorted by id, as the catalogue is. */
function rulesJson(): string {
  const rules = catalogue.map(({ id, group, severity, profiles, fix, summary, source }) => ({
    id,
    group,
    severity,
    ...(profiles && { profiles }),
    fix,
    summary,
    source,
  }));
  return `${JSON.stringify(rules, undefined, 2)}\n`;
}

function rulesTable(language: Language, paint: Paint): string {
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  const groups = ruleGroups.map((group) => {
    const rows = catalogue.filter((rule) => rule.group === group).map((rule) => row(rule, width, language, paint));
    return rows.length === 0 ? '' : `${paint.bold(groupNames[group][language])}\n${rows.join('')}\n`;
  });
  const total = {
    en: `${catalogue.length} rules; 'govplan explain <rule>' shows one.`,
    zh: `共 ${catalogue.length} 条规则；“govplan explain <规则>”查看说明。`,
  };
  return `${groups.join('')}${total[language]}\n`;
}

function row({ id, severity, profiles, fix, summary }: Rule, width: number, language: Language, paint: Paint): string {
  const notes = [...(profiles ?? []), ...(fix === 'none' ? [] : [fixWords[fix][language]])];
  const tail = notes.length === 0 ? '' : paint.dim(inBrackets(notes.join(punctuation.clause[language]), language));
  return `  ${id.padEnd(width)}  ${severityPaint(severity, paint)(fit(severityNames[severity][language], 11))}  ${summary[language]}${tail}\n`;
}
