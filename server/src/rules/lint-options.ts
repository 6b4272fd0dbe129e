// Configuration and command line → what the engine needs to lint one file. The editor and the command line both go through here.
import type { Profile } from '../plan/vocabulary.ts';
import type { Config } from '../workspace/config.ts';
import type { ConfiguredSeverity } from '../workspace/config-shape.ts';
import type { FileId } from '../workspace/host.ts';
import type { Rule } from './rule.ts';
import type { LintOptions } from './run.ts';

/** What goes before the configuration, and what stands behind it. */
export interface RunSettings {
  readonly catalogue: readonly Rule[];
  /** The check date that was asked for, `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** The day of the run: the check date where nobody says another. */
  readonly today: string;
  readonly profile: Profile | undefined;
  readonly severities: ReadonlyMap<string, ConfiguredSeverity>;
}

export function lintOptionsFor(file: FileId, config: Config, run: RunSettings): LintOptions {
  const rules = config.rulesFor(file);
  const configured = [...rules].flatMap(([id, { severity }]) => (severity === undefined ? [] : [[id, severity] as const]));
  return {
    catalogue: run.catalogue,
    asOf: checkDate(config, run),
    profile: run.profile,
    defaultProfile: config.profile,
    preset: config.preset,
    severities: new Map([...configured, ...run.severities]),
    ruleOptions: new Map([...rules].map(([id, { options }]) => [id, options])),
    cycles: config.cycles,
  };
}

function checkDate(config: Config, run: Pick<RunSettings, 'asOf' | 'today'>): string {
  return run.asOf ?? config.asOf ?? run.today;
}
