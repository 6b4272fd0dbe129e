// The organization that a reference means and nobody declares: an entry for it, to be completed.
import type { Bilingual } from '../plan/field.ts';
import { sectors } from '../plan/vocabulary.ts';
import { fillText } from '../rules/render.ts';
import type { DocumentResult } from '../rules/run.ts';
import { withLineEndsOf } from '../text/line-ends.ts';
import { insertPair } from '../yaml/edit.ts';
import { quoteScalar } from '../yaml/quote.ts';
import { findEntry, isNull } from '../yaml/view.ts';
import type { ActionEdit, ActionSources, CodeAction } from './code-actions.ts';

const title: Bilingual = { en: "Declare the organization '{id}'", zh: '声明组织“{id}”' };

export function declareActions({ found, analysis: { file }, language }: ActionSources): readonly CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const { finding, result } of found) {
    const { id } = finding.data;
    const isActor = finding.message === 'actor' || finding.message === 'organization';
    if (finding.rule.id !== 'dangling-reference' || !isActor || typeof id !== 'string' || actions.has(id)) continue;
    const edits = declaration(id, result, file.text);
    if (edits.length === 0) continue;
    actions.set(id, {
      key: `declare ${id}`,
      title: fillText(title, { id }, language),
      kind: 'quickfix',
      isPreferred: false,
      findings: found.flatMap((other) =>
        other.finding.data.id === id && other.finding.rule.id === finding.rule.id ? [other.finding] : [],
      ),
      edits: async () => [{ file, edits }],
    });
  }
  return [...actions.values()];
}

/** None where the organizations come from an alias, and so are written elsewhere. */
function declaration(id: string, { document }: DocumentResult, text: string): readonly ActionEdit[] {
  const root = document.content?.node;
  if (root === undefined) return [];
  const entry = findEntry(root, 'organizations');
  // An id that is written in ideographs is most likely the name itself.
  const name = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(id) ? id : '…';
  const fields = `name: ${name}\nsector: government`;
  const value = entry?.pair.value;
  if (entry === undefined) {
    const key = quoteScalar(id, { key: true });
    return withPlaces(text, name, insertPair(text, root, 'organizations', `\n${key}:\n  ${fields.replace('\n', '\n  ')}`));
  }
  if (entry.merge || (value?.kind !== 'map' && !(value?.kind === 'scalar' && isNull(value)))) return [];
  return withPlaces(text, name, insertPair(text, value, id, `\n${fields}`));
}

/** The same edits with places for the name and the sector. */
function withPlaces(text: string, name: string, edits: ReturnType<typeof insertPair>): readonly ActionEdit[] {
  return withLineEndsOf(text, edits).map((edit): ActionEdit => {
    if (!edit.newText.includes('sector: government')) return edit;
    const choices = Object.keys(sectors).sort((a, b) => Number(b === 'government') - Number(a === 'government'));
    const snippet = edit.newText
      .replace(/[\\$}]/g, '\\$&')
      .replace(/(name: )(.*?)(?=[\r\n,])/, (_, key: string) => `${key}\${1:${name}}`)
      .replace('sector: government', `sector: \${2|${choices.join(',')}|}`);
    return { ...edit, snippet };
  });
}
