// The options of `govplan lsp`. The language server itself reads on which way its client is to be found.
import type { OptionSpecs } from '../arguments.ts';
import { commonOptions } from '../command.ts';

export const lspOptions = {
  stdio: { doc: { en: 'Speaks over standard input and output.', zh: '通过标准输入和标准输出通信。' } },
  clientProcessId: {
    value: 'PID',
    doc: { en: 'Ends when this process is gone.', zh: '该进程结束后随之退出。' },
  },
  ...commonOptions,
  lang: {
    ...commonOptions.lang,
    doc: { en: 'Language of texts; default that of the client.', zh: '文本语言；默认为客户端的语言。' },
  },
} as const satisfies OptionSpecs;
