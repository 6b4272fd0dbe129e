// `govplan what-if`: what fails when actors or links do.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { consequencesOf, rankActors } from '../../governance/what-if.ts';
import { isFolder } from '../../io/folders.ts';
import { printable } from '../../report/printable.ts';
import { outageText, placesIn, rankingText } from '../../report/what-if-text.ts';
import { catalogue } from '../../rules/catalogue.generated.ts';
import { isFault, parseArguments, usageFault } from '../arguments.ts';
import { askedColour, type RunCommand } from '../command.ts';
import { partlyReadReasons, unreadableReasons } from '../lint/messages.ts';
import { lintWorkspace } from '../lint/run.ts';
import { runSettings } from '../lint/settings.ts';
import { onlyPlan } from '../only-plan.ts';
import { createPaint } from '../paint.ts';
import { exitCodes, wantsColour } from '../terminal.ts';
import { openWorkspace } from '../workspace.ts';
import { outageJson, rankingJson } from './json.ts';
import { whatIfOptions } from './options.ts';
import { isReached, readOutage, readThresholds } from './outage-words.ts';

export const whatIf: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, whatIfOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  const thresholds = readThresholds(values['fail-on']);
  if (isFault(thresholds)) return thresholds;
  // Behind `--without` any number of names may stand, on either side of the plan.
  const isFile = (path: string): boolean => existsSync(path) && !isFolder(path);
  const at = Math.max(
    0,
    positionals.findIndex((word) => isFile(resolve(terminal.cwd, word))),
  );
  const file = positionals[at];
  const words = [...values.without, ...positionals.filter((_, index) => index !== at)];
  if (file === undefined)
    return usageFault('name the plan: govplan what-if PLAN --without ID', '请给出预案：govplan what-if 预案 --without 标识');
  if (values.each ? words.length > 0 : values.without.length === 0) {
    return usageFault(
      'say what fails with --without, or try everything with --each.',
      '请用 --without 指明失效的主体或联系，或用 --each 逐一尝试。',
    );
  }
  const settings = runSettings(values, catalogue, terminal);
  if (isFault(settings)) return settings;
  const workspace = await openWorkspace([file], values, catalogue, terminal);
  if (isFault(workspace)) return workspace;
  const run = await lintWorkspace({ workspace, settings: { ...settings, catalogue: [] }, now: terminal.now });
  const complain = (reason: string): void => terminal.stderr.write(`govplan what-if: ${printable(reason)}\n`);
  for (const reason of unreadableReasons(run, language)) complain(reason);
  if (run.unreadable.length > 0) return exitCodes.usage;
  const found = onlyPlan(file, run);
  if (isFault(found)) return found;
  const { linted, context } = found;
  const { plan } = context;
  const placeOf = placesIn(linted.closure, workspace);
  const { path } = linted.file;
  const paint = createPaint(wantsColour(askedColour(values), terminal.env, terminal.stdout));
  const asJson = values.format === 'json';

  if (values.each) {
    const ranks = rankActors(plan);
    terminal.stdout.write(asJson ? rankingJson(path, plan, ranks, placeOf) : rankingText(path, ranks, language, paint));
    for (const reason of partlyReadReasons(run, language)) complain(reason);
    const fails = ranks.some(({ consequences }) => thresholds.some((threshold) => isReached(threshold, consequences)));
    return fails ? exitCodes.findings : exitCodes.clean;
  }
  const outage = readOutage(words, plan);
  if (isFault(outage)) return outage;
  const consequences = consequencesOf(plan, outage);
  terminal.stdout.write(
    asJson ? outageJson(path, words, plan, consequences, placeOf) : outageText(path, words, consequences, placeOf, language, paint),
  );
  for (const reason of partlyReadReasons(run, language)) complain(reason);
  return thresholds.some((threshold) => isReached(threshold, consequences)) ? exitCodes.findings : exitCodes.clean;
};
