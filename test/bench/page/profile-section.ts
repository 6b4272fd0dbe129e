// Why a target was missed: where the processor's time, or the memory, of that work went.
import type { Profile } from '../profile.ts';
import type { Target } from '../targets.ts';
import { figure } from './figures.ts';
import { table } from './table.ts';

/** How many modules are named; the rest is one line. */
const named = 8;

export function profileSection(missed: readonly Target[], profile: Profile): string {
  const share = (self: number): string => `${((100 * self) / profile.total).toFixed(0)} %`;
  const first = profile.modules.slice(0, named);
  const rest = profile.modules.slice(named).reduce((sum, { self }) => sum + self, 0);
  const [one, two, three] = first;
  const most = (language: 0 | 1): readonly string[] =>
    [one, two, three].flatMap((module) => (module === undefined ? [] : [`${spoken(module.name, language)} (${share(module.self)})`]));
  const isTime = profile.unit === 'milliseconds';
  return `### ${missed.map(({ text }) => text.en).join('; ')}

Most of the ${isTime ? 'time' : 'memory that was still held at the end'} went to ${most(0).join(', ')}. ${figure(profile.total, profile.unit)} in all, by a sampling profiler, which costs time itself.

${missed.map(({ text }) => text.zh).join('；')}：${isTime ? '耗时' : '结束时仍占用的内存'}主要在 ${most(1).join('、')}。以上由采样分析器得出，分析本身也有开销。

${table(
  [{ title: 'module · 模块' }, { title: isTime ? 'self time · 自身耗时' : 'held · 占用', isFigures: true }, { title: '', isFigures: true }],
  [
    ...first.map(({ name, self }) => [codeOf(name), figure(self, profile.unit), share(self)]),
    ...(rest > 0 ? [['everything else · 其余', figure(rest, profile.unit), share(rest)]] : []),
  ],
)}`;
}

/** What is no source file has a name in both languages. */
function spoken(name: string, language: 0 | 1): string {
  return codeOf(name.split(' · ')[language] ?? name);
}

function codeOf(name: string): string {
  return name.startsWith('server/') ? `\`${name}\`` : name;
}
