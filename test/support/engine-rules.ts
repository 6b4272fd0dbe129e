// The rules that need more than one plan, or none: how a fence of their pages is run.
import { configFindings } from '../../server/src/rules/config-findings.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { knownRules } from '../../server/src/rules/known-rules.ts';
import { duplicatePlanIds } from '../../server/src/rules/plan-ids.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { createConfigurations } from '../../server/src/workspace/config.ts';
import { createSourceFile, type SourceFile } from '../../server/src/workspace/source-file.ts';
import { createStore } from '../../server/src/workspace/store.ts';
import { checkDate } from './lint.ts';
import { createMemoryHost, type MemoryFiles } from './memory-host.ts';

/** What is found of one file when all files are the plans of one run. */
export async function planIdFindings(files: MemoryFiles, entry: string, rule: Rule): Promise<readonly Finding[]> {
  const store = createStore(createMemoryHost(files));
  const loaded = await Promise.all(Object.keys(files).map((path) => store.load(path)));
  const plans = loaded.flatMap((found) =>
    found.kind === 'file' ? found.file.documents.map((document) => ({ file: found.file, document })) : [],
  );
  const findings = duplicatePlanIds(plans, rule, () => ({ severities: new Map(), asOf: checkDate }));
  return findings.filter(({ document, suppressed }) => document.origin === entry && suppressed === undefined);
}

/** What is found of a configuration file with this text; the others are those that it may build on. */
export async function runConfiguration(
  files: MemoryFiles,
  entry: string,
  text: string,
  catalogue: readonly Rule[],
): Promise<{ readonly file: SourceFile; readonly findings: readonly Finding[] }> {
  const host = createMemoryHost({ ...files, [entry]: text });
  const configurations = createConfigurations({ host, extendsHost: () => host, known: knownRules(catalogue), top: '' });
  const { sources } = await configurations.load(entry, '');
  const findings = sources.filter(({ id }) => id === entry).flatMap((source) => configFindings(source, catalogue));
  return { file: createSourceFile(entry, text), findings };
}
