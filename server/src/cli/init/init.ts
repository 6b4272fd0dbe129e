// `govplan init`: a starter plan, a library and a configuration, written where nothing is overwritten.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Profile } from '../../plan/vocabulary.ts';
import { isFault, parseArguments, usageFault } from '../arguments.ts';
import type { RunCommand } from '../command.ts';
import { exitCodes } from '../terminal.ts';
import { initOptions } from './options.ts';
import { starterFiles } from './starter.ts';

export const init: RunCommand = async (argv, terminal, language) => {
  const parsed = parseArguments(argv, initOptions);
  if (isFault(parsed)) return parsed;
  const [folder = '.', extra] = parsed.positionals;
  if (extra !== undefined)
    return usageFault(`one folder at a time; '${extra}' is too many.`, `一次只能指定一个文件夹，多余的参数“${extra}”。`);
  const profile = (parsed.values.profile ?? (language === 'zh' ? 'cn' : 'generic')) as Profile;
  const files = starterFiles(profile, language);
  const target = resolve(terminal.cwd, folder);
  const written: string[] = [];
  for (const { path, text } of files) {
    const failure = await writeNew(join(target, path), text);
    if (failure === undefined) {
      written.push(path);
      continue;
    }
    const shown = join(folder, path);
    const before =
      written.length === 0
        ? { en: '', zh: '' }
        : { en: ` Written before: ${written.join(', ')}.`, zh: `此前已写入：${written.join('、')}。` };
    if (failure === 'EEXIST')
      return usageFault(`'${shown}' is already there; nothing is overwritten.${before.en}`, `“${shown}”已存在，不会覆盖。${before.zh}`);
    return usageFault(`'${shown}' cannot be written (${failure}).${before.en}`, `无法写入“${shown}”（${failure}）。${before.zh}`);
  }
  const next = {
    en: `Written: ${written.join(', ')}.\nNext: govplan lint ${folder}`,
    zh: `已写入：${written.join('、')}。\n下一步：govplan lint ${folder}`,
  };
  terminal.stdout.write(`${next[language]}\n`);
  return exitCodes.clean;
};

/** The system's code of what went wrong; undefined where the file was written. */
async function writeNew(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
