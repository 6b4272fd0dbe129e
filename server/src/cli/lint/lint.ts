// `govplan lint`: from arguments to reports and an exit code.
import { catalogue as everyRule } from '../../rules/catalogue.generated.ts';
import type { Language } from '../../rules/render.ts';
import type { Rule } from '../../rules/rule.ts';
import { isFault, type UsageFault } from '../arguments.ts';
import type { RunCommand } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { findAll } from './find.ts';
import { readRequest } from './request.ts';
import { tell } from './tell.ts';

export const lint: RunCommand = (argv, terminal, language) => lintWith(everyRule, argv, terminal, language);

/** The command with the rules of a catalogue. */
export async function lintWith(
  catalogue: readonly Rule[],
  argv: readonly string[],
  terminal: Terminal,
  language: Language,
): Promise<ExitCode | UsageFault> {
  const request = readRequest(argv, catalogue, terminal);
  if (isFault(request)) return request;
  if (request.values.watch) return (await import('./watch.ts')).watchPlans(request, terminal, language);
  const found = await findAll(request, terminal, language);
  return isFault(found) ? found : tell(found, request, terminal, language);
}
