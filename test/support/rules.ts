// The rules as their files are found on the disk. A file that does not load fails the tests of its own page, not those of all.
import { fileURLToPath } from 'node:url';
import type { Rule } from '../../server/src/rules/rule.ts';
import { type RuleFile, ruleFiles, rulesFolder } from '../../server/tools/catalogue.ts';

export const root: string = fileURLToPath(new URL('../..', import.meta.url));

export interface FoundRule extends RuleFile {
  /** Rejects with what is wrong with the file. */
  load(): Promise<Rule>;
}

export async function findRules(): Promise<readonly FoundRule[]> {
  return (await ruleFiles(root)).map((file) => ({ ...file, load: () => loadRule(file) }));
}

/** The family "syntax and shape", which runs beside every rule. */
export async function shapeRules(): Promise<readonly Rule[]> {
  const shape = (await ruleFiles(root)).filter(({ group }) => group === 'shape');
  return Promise.all(shape.map(loadRule));
}

async function loadRule({ group, id }: RuleFile): Promise<Rule> {
  const loaded: { readonly default: Rule } = await import(new URL(`../../${rulesFolder}/${group}/${id}.ts`, import.meta.url).href);
  return loaded.default;
}
