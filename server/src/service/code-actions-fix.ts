// The fixes that the rules offer, one by one, and the safe ones of a file all at once.
import type { Bilingual } from '../plan/field.ts';
import { applyFixes, safelyFixable } from '../rules/fix.ts';
import { renderFixTitle } from '../rules/render.ts';
import { editsBetween } from '../text/difference.ts';
import type { ActionSources, CodeAction } from './code-actions.ts';

const fixAll: Bilingual = { en: 'Fix all that can be fixed safely', zh: '修复所有可安全修复的问题' };

export function fixActions({ found, analysis: { file }, language }: ActionSources): readonly CodeAction[] {
  const actions = found.flatMap(({ finding }) => {
    const preferred = finding.fixes.findIndex(({ safe }) => safe);
    return finding.fixes.flatMap((fix, index): readonly CodeAction[] => {
      const edits = fix.edits(file.text);
      if (edits.length === 0) return [];
      return [
        {
          key: `fix ${finding.fingerprint} ${index}`,
          title: renderFixTitle(finding.rule, fix, language),
          kind: 'quickfix',
          isPreferred: index === preferred,
          findings: [finding],
          edits: async () => [{ file, edits }],
        },
      ];
    });
  });
  return [...actions.filter(({ isPreferred }) => isPreferred), ...actions.filter(({ isPreferred }) => !isPreferred)];
}

/** As `govplan lint --fix` does it: round by round, until no safe fix is left. */
export function fixAllActions({ analysis, language, relint }: ActionSources): readonly CodeAction[] {
  const { file } = analysis;
  const findings = analysis.results().flatMap((result) => result.findings);
  const fixable = safelyFixable(file, findings);
  if (fixable.length === 0) return [];
  return [
    {
      key: 'fix all',
      title: fixAll[language],
      kind: 'source.fixAll.govplan',
      isPreferred: false,
      findings: fixable,
      edits: async () => {
        const again = async (text: string) => (await relint(text)).flatMap((result) => result.findings);
        const { text } = await applyFixes(file.text, findings, again);
        return [{ file, edits: editsBetween(file.text, text) }];
      },
    },
  ];
}
