// govplan as it ships: the bundle, under the Node that users have. All rules, on a fixed date, so that every run says the same.
import type { Linter } from './linter.ts';

export const checkDate = '2026-11-22';

export function govplan(node: string, bundle: string, version: string): Linter {
  return {
    name: 'govplan',
    what: { en: 'all rules, imports followed', zh: '全部规则，并读取导入的文件' },
    version,
    isFloor: false,
    finds: 'missingKey',
    command: ({ path, isFolder }) => ({
      program: node,
      args: [bundle, 'lint', '--no-config', '--as-of', checkDate, ...(isFolder ? ['--root', path] : []), path],
      cwd: isFolder ? path : path.slice(0, path.lastIndexOf('/')),
      exitCode: 0,
    }),
  };
}
