// `govplan schema`: the JSON Schema of the format, or of the configuration.
import { jsonSchema } from '../plan/schema.ts';
import { catalogue } from '../rules/catalogue.generated.ts';
import { configSchema } from '../rules/config-schema.ts';
import { isFault, parseArguments, usageFault } from './arguments.ts';
import type { RunCommand } from './command.ts';
import { schemaOptions } from './small-options.ts';
import { exitCodes } from './terminal.ts';

export const printSchema: RunCommand = async (argv, terminal) => {
  const parsed = parseArguments(argv, schemaOptions);
  if (isFault(parsed)) return parsed;
  const [extra] = parsed.positionals;
  if (extra !== undefined) return usageFault(`there is nothing to do with '${extra}'.`, `多余的参数“${extra}”。`);
  terminal.stdout.write(`${JSON.stringify(parsed.values.config ? configSchema(catalogue) : jsonSchema(), undefined, 2)}\n`);
  return exitCodes.clean;
};
