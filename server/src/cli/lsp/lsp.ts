// `govplan lsp --stdio`: the language server for any editor. It ends when its client says so, or goes away.
import { isFault, parseArguments, usageFault } from '../arguments.ts';
import type { RunCommand } from '../command.ts';
import { lspOptions } from './options.ts';

export const lsp: RunCommand = async (argv) => {
  const parsed = parseArguments(argv, lspOptions);
  if (isFault(parsed)) return parsed;
  const { values, positionals } = parsed;
  if (positionals.length > 0) {
    return usageFault(`'${positionals[0]}': an editor opens files itself.`, `“${positionals[0]}”：文件由编辑器自行打开。`);
  }
  if (!values.stdio) return usageFault('say how to reach the editor: --stdio.', '请指明与编辑器的通信方式：--stdio。');
  // It is a program of its own, which reads its options from the arguments of the process.
  await import('../../lsp/bin.ts');
  // The protocol ends the process, with its own exit code.
  return new Promise(() => undefined);
};
