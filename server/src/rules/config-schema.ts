// The JSON Schema (2020-12) of `govplan.config.yaml`, from its declaration and the catalogue: for editors that know YAML but not govplan.

import type { Bilingual } from '../plan/field.ts';
import { patterns } from '../plan/scalars.ts';
import { longestPattern } from '../text/pattern-bounds.ts';
import { type ConfigField, type ConfigFields, configFields, presets, severityWords } from '../workspace/config-shape.ts';
import type { Rule } from './rule.ts';

type Schema = { readonly [keyword: string]: unknown };

export function configSchema(catalogue: readonly Rule[]): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:govplan:config:1',
    title: 'govplan.config.yaml',
    ...mapSchema(configFields),
    $defs: {
      severity: choices({ ...severityWords, info: severityWords.information }),
      'firm-severity': choices({ error: severityWords.error, warning: severityWords.warning }),
      rules: rulesSchema(catalogue),
    },
  };
}

function mapSchema(fields: ConfigFields): Schema {
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
    patternProperties: { '^x-': true },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}

function fieldSchema({ shape, doc }: ConfigField): Schema {
  const description = described(doc);
  switch (shape.kind) {
    case 'extends':
      return { description, ...oneOrMore({ anyOf: [choices(presets), { type: 'string', pattern: '[/\\\\]|\\.ya?ml$' }] }, 0) };
    case 'globs':
      return { description, ...oneOrMore({ type: 'string', pattern: '\\S', maxLength: longestPattern }, shape.minimum) };
    case 'enum':
      return { description, ...choices(shape.values) };
    case 'date':
      return { description, type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'duration':
      return { description, type: 'string', pattern: patterns.duration };
    case 'map':
      return { description, ...mapSchema(shape.fields) };
    case 'maps':
      return { description, ...oneOrMore(mapSchema(shape.fields), 0) };
    case 'rules':
      return { description, $ref: '#/$defs/rules' };
  }
}

/** A single item stands for a list of one. */
function oneOrMore(item: Schema, minItems: number): Schema {
  return { anyOf: [item, { type: 'array', items: item, ...(minItems > 0 && { minItems }) }] };
}

function rulesSchema(catalogue: readonly Rule[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(catalogue.map((rule) => [rule.id, ruleSchema(rule)])),
    additionalProperties: false,
  };
}

function ruleSchema({ group, summary, options = {} }: Rule): Schema {
  const severity = { $ref: group === 'shape' ? '#/$defs/firm-severity' : '#/$defs/severity' };
  const properties = Object.entries(options).map(([name, { minimum, doc }]) => [
    name,
    { description: described(doc), type: 'integer', minimum },
  ]);
  const detailed = { type: 'object', properties: { severity, ...Object.fromEntries(properties) }, additionalProperties: false };
  return { description: described(summary), anyOf: [severity, detailed] };
}

/** `anyOf` of constants, because each carries its meaning to the editor. */
function choices(words: Readonly<Record<string, Bilingual>>): Schema {
  return { anyOf: Object.entries(words).map(([word, doc]) => ({ const: word, description: described(doc) })) };
}

function described({ en, zh }: Bilingual): string {
  return `${en}\n\n${zh}`;
}
