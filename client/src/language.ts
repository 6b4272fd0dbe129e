// What the extension itself says, in the language of `govplan.language`, as the server says everything else. VS Code's own translation knows the
// language of the window alone, and what stands side by side would be in two languages.
import * as vscode from 'vscode';
import texts from './texts.zh.json' with { type: 'json' };

/** By the setting; `auto` is the display language of the editor. */
export function language(): 'en' | 'zh' {
  const setting = vscode.workspace.getConfiguration('govplan').get<string>('language', 'auto');
  return /^zh(?![a-z])/i.test(setting === 'auto' ? vscode.env.language : setting) ? 'zh' : 'en';
}

/** The English text in that language, with values in its places `{0}`, `{1}` and so on. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const text = language() === 'zh' ? (chinese[english] ?? english) : english;
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

const chinese: Readonly<Record<string, string>> = texts;
