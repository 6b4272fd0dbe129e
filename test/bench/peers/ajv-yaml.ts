// ajv and yaml: the schema that govplan publishes, held against what the YAML library reads. What a team writes that has a schema and no linter.
import { fileURLToPath } from 'node:url';
import { packages } from './install.ts';
import type { Linter } from './linter.ts';

const versions = { ajv: '8.20.0', yaml: '2.9.1' };

const script = fileURLToPath(new URL('ajv-yaml.mjs', import.meta.url));
export const schema = fileURLToPath(new URL('../../../server/schema/govplan.schema.json', import.meta.url));

export async function ajvYaml(node: string): Promise<Linter> {
  const modules = await packages(`ajv-${versions.ajv}-yaml-${versions.yaml}`, [`ajv@${versions.ajv}`, `yaml@${versions.yaml}`]);
  return {
    name: 'ajv + yaml',
    what: { en: 'the JSON Schema of the format', zh: '格式的 JSON Schema' },
    version: `ajv ${versions.ajv}, yaml ${versions.yaml}`,
    isFloor: false,
    finds: 'missingKey',
    command: ({ path }) => ({ program: node, args: [script, modules, schema, path], exitCode: 0 }),
  };
}
