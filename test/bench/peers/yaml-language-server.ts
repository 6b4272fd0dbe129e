// yaml-language-server with the schema of the format, as an editor's YAML extension sets it up.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageServer } from '../bench.ts';
import { schema } from './ajv-yaml.ts';
import { packages } from './install.ts';

const version = '2.0.0';

/** It asks for Node 22 or later. */
export async function yamlLanguageServer(newNode: string): Promise<LanguageServer> {
  const modules = await packages(`yaml-language-server-${version}`, [`yaml-language-server@${version}`]);
  const folder = join(modules, 'yaml-language-server');
  return {
    name: 'yaml-language-server',
    version,
    program: newNode,
    args: [join(folder, 'bin/yaml-language-server'), '--stdio'],
    debounce: await debounceOf(folder),
    configuration: {
      yaml: {
        validate: true,
        schemas: { [pathToFileURL(schema).href]: '*.plan.yaml' },
        // The network is nobody's to measure.
        schemaStore: { enable: false, url: '' },
      },
    },
  };
}

/** It waits so long after an edit before it looks at it, in milliseconds: told by its own source, so that a later version is not misjudged. */
async function debounceOf(folder: string): Promise<number> {
  const settings = await readFile(join(folder, 'out/src/yamlSettings.js'), 'utf8');
  const delay = /validationDelayMs = (\d+)/.exec(settings)?.[1];
  if (delay === undefined) throw new Error('yaml-language-server does not say any more how long it waits after an edit');
  return Number(delay);
}
