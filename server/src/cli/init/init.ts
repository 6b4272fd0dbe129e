// `govplan init`: a starter plan, a library and a configuration, written where nothing is overwritten.
import { lstat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../io/folders.ts';
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
  for (const { path } of files) {
    const shown = join(folder, path);
    if (await exists(join(target, path)))
      return usageFault(`'${shown}' is already there; nothing is overwritten.`, `“${shown}”已存在，不会覆盖。`);
  }
  for (const { path, text } of files) {
    const failure = await writeNew(join(target, path), text);
    const shown = join(folder, path);
    if (failure) return usageFault(`'${shown}' cannot be written (${failure}).`, `无法写入“${shown}”（${failure}）。`);
  }
  const written = files.map(({ path }) => join(folder, path));
  // To be copied: the folder as one word, and the language that was asked for.
  const lint = `govplan lint ${/\s/.test(folder) ? `"${folder}"` : folder}${parsed.values.lang === undefined ? '' : ` --lang ${language}`}`;
  const next = {
    en: `Written: ${written.join(', ')}.\nNext: ${lint}`,
    zh: `已写入：${written.join('、')}。\n下一步：${lint}`,
  };
  terminal.stdout.write(`${next[language]}\n`);
  return exitCodes.clean;
};

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The system's code of what went wrong; undefined where the file was written. */
async function writeNew(path: string, text: string): Promise<string | undefined> {
  try {
    makeFolder(dirname(path));
    await writeFile(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
