// Validates a YAML file, or all of them below a folder, against a JSON Schema: `ajv-yaml.mjs <node_modules> <schema> <path>`. Ends with 1
// where one is not valid. Plain JavaScript, for the Node that users have; the libraries are as they come, with their defaults.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , modules, schemaFile, target] = process.argv;
const require = createRequire(join(modules, 'ajv-yaml.cjs'));
const Ajv = require('ajv/dist/2020').default;
const { parse } = require('yaml');

const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
const files = statSync(target).isFile()
  ? [target]
  : readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

for (const file of files) {
  let document;
  try {
    document = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.log(`${file}: ${error.message}`);
    process.exitCode = 1;
    continue;
  }
  if (validate(document)) continue;
  process.exitCode = 1;
  for (const { instancePath, message } of validate.errors) console.log(`${file}: ${instancePath} ${message}`);
}
