// A plan as it is in the editor beside what it was at a revision: the text of `govplan diff --since REV PLAN`, and the old text itself.
import type { Bilingual } from '../plan/field.ts';
import { compareRuns, entriesOfNew } from '../report/diff/compare.ts';
import { type LintableFile, tellHidden } from '../report/diff/hidden.ts';
import { diffText } from '../report/diff/text.ts';
import { plainPaint } from '../report/paint.ts';
import { entryOf, entryOfFile, type ReportEntry } from '../report/report-entry.ts';
import { catalogue } from '../rules/catalogue.generated.ts';
import { configFindings } from '../rules/config-findings.ts';
import { fillText, type Language } from '../rules/render.ts';
import { type DocumentResult, lintFile } from '../rules/run.ts';
import type { Analysis } from '../service/session.ts';
import type { Closure } from '../workspace/store.ts';
import type { PastVersions } from './past-versions.ts';
import type { PastFailure } from './platform.ts';
import type { ServerContext } from './server.ts';

/** Or why there is nothing to compare with, in the reader's words. Both versions are judged by the configuration of now, on one day. */
export async function comparisonText(analysis: Analysis, revision: string, pasts: PastVersions, context: ServerContext): Promise<string> {
  const { file, closure, options } = analysis;
  const past = await pasts.find(file.id, revision);
  if ('failure' in past) return `${pastFailureText(past, revision, context.language())}\n`;
  const path = context.shown(file.id);
  const config = await configEntries(analysis, context);
  const versionOf = (then: Closure, results: readonly DocumentResult[]): LintedPlan => ({
    entries: [...results.map((result) => entryOf(path, result, then, undefined)), ...config],
    linted: [{ source: then.entry, results, closure: then, options }],
  });
  const before: LintedPlan = past.closure ? versionOf(past.closure, lintFile(past.closure, options)) : { entries: config, linted: [] };
  const after = versionOf(closure, analysis.results());
  const roots = { before: file.id, after: file.id };
  const compared = await tellHidden(compareRuns(before, after, roots), before.linted, after.linted);
  // An edit may have come meanwhile: then this throws, and nothing is said by places that have moved.
  analysis.results();
  const fresh = { entries: entriesOfNew(compared, context.shown), shown: context.shown };
  return diffText({ compared, fresh }, context.language(), plainPaint);
}

interface LintedPlan {
  readonly entries: readonly ReportEntry[];
  readonly linted: readonly (LintableFile & { readonly source: Closure['entry'] })[];
}

/** Empty where the file was not there. */
export async function pastText(file: Analysis['file'], revision: string, pasts: PastVersions, language: Language): Promise<string> {
  const past = await pasts.find(file.id, revision);
  if ('failure' in past) return `# ${pastFailureText(past, revision, language)}\n`;
  return past.closure?.entry.text ?? '';
}

export function pastFailureText({ failure }: PastFailure, revision: string, language: Language): string {
  return fillText(failureTexts[failure], { revision }, language);
}

/** What is wrong with the configuration was wrong before, since it is the same one. */
async function configEntries({ file }: Analysis, context: ServerContext): Promise<readonly ReportEntry[]> {
  const { sources } = await context.configFor(file.id);
  return sources.flatMap((source) => {
    const findings = configFindings(source, catalogue);
    return findings.length === 0 ? [] : [entryOfFile(context.shown(source.id), source, findings)];
  });
}

const failureTexts: Readonly<Record<PastFailure['failure'], Bilingual>> = {
  'no-past': {
    en: 'Only a plan on a disk can be compared with a revision: git cannot be read here.',
    zh: '仅能比较磁盘上的预案：此处无法读取 git。',
  },
  'no-git': { en: 'Comparing with a revision needs git, which is not installed.', zh: '与修订版本比较需要 git，但未安装。' },
  'no-repository': { en: 'This plan lies in no git repository.', zh: '此预案不在 git 仓库中。' },
  'no-revision': { en: "The git repository has no revision '{revision}'.", zh: 'git 仓库中没有修订版本“{revision}”。' },
};
