// `govplan report`: one plan for people to read, as one HTML file or as Markdown.
import { printable } from '../../report/printable.ts';
import { writtenReport } from '../../report/written-report.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import { isFault, parseArguments, usageFault } from '../arguments.ts';
import type { RunCommand } from '../command.ts';
import { incompleteReasons, unreadableReasons } from '../lint/messages.ts';
import { lintWorkspace } from '../lint/run.ts';
import { runSettings } from '../lint/settings.ts';
import { onlyPlan } from '../only-plan.ts';
import { exitCodes } from '../terminal.ts';
import { openWorkspace } from '../workspace.ts';
import { writeOutput } from '../write-outputs.ts';
import { reportOptions } from './options.ts';

export const report: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, reportOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const [path, another] = positionals;
  if (path === undefined || another !== undefined)
    return usageFault('name one plan: govplan report PLAN --out report.html', '请给出单个预案：govplan report 预案 --out report.html');
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const workspace = await openWorkspace([path], values, catalogue, terminal);
  if (isFault(workspace)) return workspace;
  const run = await lintWorkspace({ workspace, settings, now: terminal.now });
  const complain = (reason: string): void => terminal.stderr.write(`govplan report: ${printable(reason)}\n`);
  for (const reason of unreadableReasons(run, language)) complain(reason);
  if (run.unreadable.length > 0) return exitCodes.usage;
  const found = onlyPlan(path, run);
  if (isFault(found)) return found;
  const { linted, result } = found;
  const format = values.format === 'md' ? 'md' : 'html';
  const text = (await writtenReport(format, linted.file.path, result, linted.closure, language, async () => undefined)) ?? '';
  if (values.out === undefined) terminal.stdout.write(text);
  else {
    const failure = await writeOutput(terminal.cwd, values.out, text, language);
    if (failure !== undefined) {
      complain(failure);
      return exitCodes.usage;
    }
  }
  for (const reason of incompleteReasons(run, language)) complain(reason);
  return run.crashes.length > 0 ? exitCodes.incomplete : exitCodes.clean;
};
