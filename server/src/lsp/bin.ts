// The entry of the bundle that editors start. The transport is named on the command line, and so may be the language.
import { parseArgs } from 'node:util';
import { startNodeServer } from './node.ts';

const { lang } = parseArgs({ strict: false, options: { lang: { type: 'string' } } }).values;

startNodeServer(lang === 'en' || lang === 'zh' ? lang : undefined);
