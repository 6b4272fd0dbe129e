// What the presets of the configuration make of a finding's severity. They act on the severity that a finding has by itself, so a rule
// that judges differently from plan to plan keeps doing so.
import type { Preset } from '../workspace/config-shape.ts';
import type { RuleMeta, Severity } from './rule.ts';

/** `off`: the finding is left out. Faults of syntax and shape are never left out. */
export function presetSeverity(preset: Preset, rule: RuleMeta, severity: Severity): Severity | 'off' {
  switch (preset) {
    case 'recommended':
      return severity;
    case 'strict':
      return severity === 'information' ? 'warning' : 'error';
    case 'minimal':
      return severity === 'error' || rule.group === 'shape' ? severity : 'off';
  }
}
