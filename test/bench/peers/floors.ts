// The floors: a process that does nothing, one that reads the bytes, one that reads the same data from JSON.
import { fileURLToPath } from 'node:url';
import type { Linter } from './linter.ts';

const script = fileURLToPath(new URL('floor.mjs', import.meta.url));

function emptyProcess(node: string, version: string): Linter {
  return {
    name: "node -e ''",
    what: { en: 'starts and ends', zh: '仅启动和退出' },
    version,
    isFloor: true,
    command: () => ({ program: node, args: ['-e', ''], exitCode: 0 }),
  };
}

export function floors(node: string, version: string): readonly Linter[] {
  return [
    emptyProcess(node, version),
    {
      name: 'read the bytes',
      what: { en: 'reads every file, looks into none', zh: '读取全部文件，不解析' },
      version,
      isFloor: true,
      command: ({ path }) => ({ program: node, args: [script, 'read', path], exitCode: 0 }),
    },
    {
      name: 'JSON.parse',
      what: { en: 'the same data, written as JSON', zh: '相同数据的 JSON' },
      version,
      isFloor: true,
      command: ({ json }) => ({ program: node, args: [script, 'parse', json], exitCode: 0 }),
    },
  ];
}
