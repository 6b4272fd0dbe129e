// `govplan classify`: the governance mode of each plan, for readers or for programs.

import { classificationText } from '../../report/classification-text.ts';
import type { Paint } from '../../report/paint.ts';
import { printable } from '../../report/printable.ts';
import { version } from '../../report/version.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import type { Language } from '../../rules/render.ts';
import { isFault, parseArguments, usageFault } from '../arguments.ts';
import { askedColour, type RunCommand } from '../command.ts';
import { partlyReadReasons, unreadableReasons } from '../lint/messages.ts';
import { type LintRun, lintWorkspace } from '../lint/run.ts';
import { runSettings } from '../lint/settings.ts';
import { createPaint } from '../paint.ts';
import { createProgress } from '../progress.ts';
import { exitCodes, wantsColour } from '../terminal.ts';
import { openWorkspace, searchedPaths } from '../workspace.ts';
import { classifyOptions } from './options.ts';

export const classify: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, classifyOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  if (values.stdin && positionals.length > 0)
    return usageFault('--stdin reads one document and takes no paths.', '--stdin 只读取一个文件，不能再给出路径。');
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const stdinName = values.stdin ? (values['stdin-filename'] ?? 'stdin.plan.yaml') : undefined;
  const workspace = await openWorkspace(searchedPaths(positionals, values, terminal), values, catalogue, terminal, stdinName);
  if (isFault(workspace)) return workspace;
  const stdin = values.stdin ? await terminal.readStdin() : undefined;
  const progress = createProgress(terminal);
  // No rule is asked: what is wrong with a plan is for `lint` to say, the mode is measured on what can be read.
  const silent = { ...settings, catalogue: [] };
  const run = await lintWorkspace({ workspace, settings: silent, stdin, now: terminal.now, progress: progress.update });
  progress.stop();
  const colour = wantsColour(askedColour(values), terminal.env, terminal.stdout);
  terminal.stdout.write(values.format === 'json' ? classificationsJson(run) : classificationsText(run, language, createPaint(colour)));
  for (const reason of [...unreadableReasons(run, language), ...partlyReadReasons(run, language)])
    terminal.stderr.write(`govplan classify: ${printable(reason)}\n`);
  return run.unreadable.length > 0 ? exitCodes.usage : exitCodes.clean;
};

/** The shape of `lint --format json`, with the classification alone in each entry; a library has none and is left out. */
function classificationsJson({ asOf, entries }: LintRun): string {
  const files = entries.flatMap(({ path, document, classification }) =>
    classification ? [{ path, ...(document !== undefined && { document }), classification: classification() }] : [],
  );
  return `${JSON.stringify({ version: 1, tool: { name: 'govplan', version }, asOf, files }, undefined, 2)}\n`;
}

function classificationsText({ linted }: LintRun, language: Language, paint: Paint): string {
  const plans = linted.flatMap(({ file, results, closure }) =>
    results.flatMap(({ context }) => (context ? [{ path: file.path, context, closure }] : [])),
  );
  if (plans.length === 0) return `${{ en: 'There is no plan here to classify.', zh: '此处没有可分类的预案。' }[language]}\n`;
  return plans.map(({ path, context, closure }) => classificationText(path, context, closure, language, paint)).join('\n');
}
