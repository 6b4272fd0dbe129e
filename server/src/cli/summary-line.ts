// The last line of a report for readers: how much was found.
import { isSafelyFixable } from '../rules/fix.ts';
import type { Language } from '../rules/render.ts';
import type { Report } from './report.ts';

export function summaryLine({ summary, entries }: Report, language: Language): string {
  const { files, errors, warnings, infos, suppressed } = summary;
  if (files === 0) return language === 'zh' ? '没有检查任何文件。' : 'No file was checked.';
  const fixable = entries.flatMap((entry) => entry.findings).filter(isSafelyFixable).length;
  const found = errors + warnings + infos;
  if (language === 'zh') {
    const parts = [errors > 0 && `${errors} 个错误`, warnings > 0 && `${warnings} 个警告`, infos > 0 && `${infos} 个提示`].filter(Boolean);
    const counts = found === 0 ? '未发现问题' : parts.join('，');
    const notes = [suppressed > 0 && `另有 ${suppressed} 个已豁免`, fixable > 0 && `其中 ${fixable} 个可用 --fix 自动修复`].filter(Boolean);
    return `已检查 ${files} 个文件：${[counts, ...notes].join('；')}。`;
  }
  const parts = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    infos > 0 && `${infos} information`,
  ].filter(Boolean);
  const counts = found === 0 ? 'nothing found' : parts.join(', ');
  const notes = [suppressed > 0 && `${suppressed} suppressed`, fixable > 0 && `${fixable} can be fixed with --fix`].filter(Boolean);
  return `${plural(files, 'file')} checked: ${[counts, ...notes].join('; ')}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
