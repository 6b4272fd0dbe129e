// What the configuration must know of the rules to tell a good setting from a wrong one.
import type { KnownRules } from '../workspace/config-shape.ts';
import type { Rule } from './rule.ts';

export function knownRules(catalogue: readonly Rule[]): KnownRules {
  return new Map(catalogue.map((rule) => [rule.id, { alwaysOn: rule.group === 'shape', options: rule.options ?? {} }]));
}
