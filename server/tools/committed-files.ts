// The generated files that are committed, so that a reader of the repository has them without building anything.
import { formatReference } from '../src/plan/reference.ts';
import { jsonSchema } from '../src/plan/schema.ts';
import { catalogue } from '../src/rules/catalogue.generated.ts';
import { configSchema } from '../src/rules/config-schema.ts';
import type { GeneratedFile } from './generated-file.ts';
import { grammarText } from './grammar.ts';

export function committedFiles(): readonly GeneratedFile[] {
  return [
    { path: 'server/schema/govplan.schema.json', content: `${JSON.stringify(jsonSchema(), null, 2)}\n` },
    { path: 'server/schema/govplan-config.schema.json', content: `${JSON.stringify(configSchema(catalogue), null, 2)}\n` },
    { path: 'docs/format.md', content: formatReference() },
    { path: 'syntaxes/governance-plan.tmLanguage.json', content: grammarText() },
  ];
}
