// What `lint` says on standard error.
import type { Bilingual } from '../../plan/field.ts';
import { inBrackets } from '../../rules/punctuation.ts';
import type { Language } from '../../rules/render.ts';
import type { Terminal } from '../terminal.ts';
import { unreadableKinds } from '../unreadable.ts';
import type { KnownFinding } from './baseline.ts';
import type { LintRun } from './run.ts';

export const texts = {
  fixed: {
    en: 'govplan lint: {count} finding{s} mended; files written: {files}.',
    zh: 'govplan lint：已在 {files} 个文件中修复 {count} 处。',
  },
  changed: { en: "'{path}' was changed by somebody else meanwhile, and is left as it is.", zh: '“{path}”在此期间已被改动，未作修改。' },
  unwritable: { en: "'{path}' cannot be written ({reason}).", zh: '无法写入“{path}”（{reason}）。' },
  unreadable: { en: "'{path}' cannot be read ({kind}).", zh: '无法读取“{path}”（{kind}）。' },
  unreadableConfig: { en: "the configuration '{path}' cannot be read ({kind}).", zh: '无法读取配置“{path}”（{kind}）。' },
  crashed: {
    en: "the analysis is incomplete: the rule {rule} failed on '{path}' ({error}).",
    zh: '检查未完成：规则 {rule} 在“{path}”上出错（{error}）。',
  },
  partlyRead: {
    en: "'{path}' has faults of YAML: this says only what could be read of it. 'govplan lint' tells the faults.",
    zh: '“{path}”有 YAML 语法错误：以上仅反映能够读取的内容。可用 govplan lint 查看错误。',
  },
  timeUp: {
    en: "the analysis is incomplete: time was up before '{path}'; {count} file{s} not linted.",
    zh: '检查未完成：在检查“{path}”之前已超时，有 {count} 个文件未检查。',
  },
  baselined: { en: 'govplan lint: {count} finding{s} written into the baseline.', zh: 'govplan lint：已将 {count} 个结果写入基线。' },
  known: { en: 'govplan lint: {count} finding{s} known from the baseline.', zh: 'govplan lint：{count} 个结果已列入基线。' },
  stale: {
    en: "the baseline knows a finding that is gone: {rule} in '{path}'{entity}; --update-baseline takes it out.",
    zh: '基线中的结果已不存在：“{path}”中的 {rule}{entity}；可用 --update-baseline 移除。',
  },
  watching: { en: 'govplan lint: watching {count} file{s}; Ctrl-C ends.', zh: 'govplan lint：正在监视 {count} 个文件，按 Ctrl-C 结束。' },
  rerun: { en: 'changed: {paths}', zh: '已变化：{paths}' },
  rerunMore: { en: 'changed: {paths} and {more} more', zh: '已变化：{paths} 等，另有 {more} 个' },
  unwatched: {
    en: "changes in '{path}' will go unnoticed ({code}).",
    zh: '无法监视“{path}”中的变化（{code}）。',
  },
  tooMany: {
    en: '{count} warning{s}, and --max-warnings allows {most}.',
    zh: '共 {count} 个警告，超过 --max-warnings 允许的 {most} 个。',
  },
  stats: {
    en: 'files {files} · documents {documents} · {size} KB · read and parsed {reading} ms · linted {linting} ms · from the cache {kept}',
    zh: '文件 {files} · 文档 {documents} · {size} KB · 读取与解析 {reading} 毫秒 · 检查 {linting} 毫秒 · 取自缓存 {kept}',
  },
} satisfies Readonly<Record<string, Bilingual>>;

export function unreadableReasons({ unreadable }: LintRun, language: Language): readonly string[] {
  return unreadable.map(({ path, kind, isConfig }) =>
    fill(texts[isConfig ? 'unreadableConfig' : 'unreadable'][language], { path, kind: unreadableKinds[kind][language] }),
  );
}

/** Of plans that are measured whatever their texts are like: that only what can be read of them was. */
export function partlyReadReasons({ linted }: LintRun, language: Language): readonly string[] {
  const faulty = linted.filter(({ results }) => results.some(({ document: { faulty, kind } }) => faulty && kind === 'plan'));
  return faulty.map(({ file: { path } }) => fill(texts.partlyRead[language], { path }));
}

export function incompleteReasons({ crashes, unfinished }: LintRun, language: Language): readonly string[] {
  const failed = crashes.map(({ path, rule, error }) => fill(texts.crashed[language], { path, rule, error }));
  const [path] = unfinished;
  return path === undefined ? failed : [...failed, fill(texts.timeUp[language], { path, count: unfinished.length })];
}

/** What an attempt to write a file threw, in the reader's words. */
export function unwritableReason(path: string, error: unknown, language: Language): string {
  return fill(texts.unwritable[language], { path, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
}

export function staleReasons(stale: readonly Omit<KnownFinding, 'message'>[], language: Language): readonly string[] {
  return stale.map(({ path, rule, entity }) => fill(texts.stale[language], { path, rule, entity: inBrackets(entity ?? '', language) }));
}

export function printStats({ entries, kept, timing }: LintRun, terminal: Terminal, language: Language): void {
  const sources = new Map(entries.map(({ path, source }) => [path, source.text]));
  const size = [...sources.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const data = {
    files: sources.size,
    documents: entries.length,
    kept,
    size: Math.ceil(size / 1024),
    reading: Math.round(timing.reading),
    linting: Math.round(timing.linting),
  };
  terminal.stderr.write(`${fill(texts.stats[language], data)}\n`);
}

/** Puts data into the braces of a text; `{s}` is the English plural of what `{count}` counts. */
export function fill(text: string, data: Readonly<Record<string, string | number>>): string {
  const all: typeof data = { s: data.count === 1 ? '' : 's', ...data };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(all[name] ?? whole));
}
